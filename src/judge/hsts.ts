/** What a `Strict-Transport-Security` field asks of clients (RFC 6797 §6.1). */
export type Hsts =
  | { readonly kind: 'absent' }
  /** Clients ignore the whole field (RFC 6797 §8.1). `why` ends the sentence `the field …`. */
  | { readonly kind: 'invalid'; readonly why: string }
  /** `max-age=0`: clients forget what they knew. */
  | { readonly kind: 'disabled' }
  | { readonly kind: 'valid'; readonly maxAgeSeconds: number }

/** Six months: what an A+ asks for, and less than which protects nobody who stays away for a season. */
export const longEnoughSeconds = 15_768_000

const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/

/** Parses the first field of an answer, `null` where there is none. Unknown directives are ignored, doubles are not. */
export function parseHsts(field: string | null): Hsts {
  if (field === null) return { kind: 'absent' }
  const directives = new Map<string, string | null>()
  for (const part of partsOf(field)) {
    const [name = '', ...rest] = part.split('=')
    const key = name.trim().toLowerCase()
    const value = rest.length === 0 ? null : rest.join('=').trim()
    if (key === '' && value === null) continue // empty directives are allowed
    if (!token.test(key) || (value !== null && !isValue(value)))
      return { kind: 'invalid', why: 'is no list of directives' }
    if (directives.has(key)) return { kind: 'invalid', why: 'has a directive twice' }
    directives.set(key, value)
  }
  return verdict(directives)
}

function verdict(directives: ReadonlyMap<string, string | null>): Hsts {
  const maxAge = directives.get('max-age')
  if (maxAge === undefined || maxAge === null) return { kind: 'invalid', why: 'has no max-age' }
  const digits = maxAge.startsWith('"') ? maxAge.slice(1, -1) : maxAge
  if (!/^\d+$/.test(digits)) return { kind: 'invalid', why: 'has a max-age that is no number' }
  if (directives.get('includesubdomains'))
    return { kind: 'invalid', why: 'has an includeSubDomains with a value' }
  const maxAgeSeconds = Number(digits)
  return maxAgeSeconds === 0 ? { kind: 'disabled' } : { kind: 'valid', maxAgeSeconds }
}

function isValue(value: string): boolean {
  return token.test(value) || /^"[^"]*"$/.test(value)
}

/** At semicolons, but for those inside quotes. */
function partsOf(field: string): readonly string[] {
  return field.match(/(?:"[^"]*"|[^;"]|")+/g) ?? []
}
