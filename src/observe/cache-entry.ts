import { Malformed } from '../wire/malformed.ts'

/** The fields of an entry that we keep as JSON. What comes back may be anybody's: throws `Malformed`. */
export function entryFields(bytes: Buffer): Readonly<Record<string, unknown>> {
  const fields = jsonOf(bytes)
  if (typeof fields !== 'object' || fields === null) throw new Malformed('cache: not an entry')
  return fields as Readonly<Record<string, unknown>>
}

/** A time in such a field. Throws `Malformed`. */
export function entryTime(value: unknown): Date {
  const at = new Date(typeof value === 'string' ? value : Number.NaN)
  if (Number.isNaN(at.getTime())) throw new Malformed('cache: not a time')
  return at
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch (thrown) {
    throw new Malformed('cache: not JSON', { cause: thrown })
  }
}
