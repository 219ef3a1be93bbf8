import { createHash } from 'node:crypto'

/**
 * One value as a short text: two that say the same have the same fingerprint, in whatever order their keys and maps
 * were built. Octets count by their digest.
 */
export function fingerprint(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(plain(value)))
    .digest('base64url')
}

function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return digestOf(value)
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Map) return plain(Object.fromEntries(value))
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : Number(one > other)))
  return entries.map(([key, field]) => [key, plain(field)])
}

/** Thousands of targets share the octets of their anchors. */
const digests = new WeakMap<Uint8Array, string>()

function digestOf(bytes: Uint8Array): string {
  const digest = digests.get(bytes) ?? createHash('sha256').update(bytes).digest('base64url')
  digests.set(bytes, digest)
  return digest
}
