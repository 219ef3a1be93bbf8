import type { Entry } from './entry.ts'

/** JSON (RFC 8259) in ASCII: nothing in it acts on a terminal, and every receiver counts the same octets. */
export function asciiJson(payload: object): string {
  return JSON.stringify(payload).replace(
    /[^\x20-\x7E]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** The payload with as many entries as the receiver takes, in octets and in number; the rest is left to be counted. */
export function fitted(
  entries: readonly Entry[],
  limits: { readonly entries: number; readonly bytes: number },
  payload: (shown: readonly Entry[], rest: readonly Entry[]) => object,
): string {
  for (let count = Math.min(entries.length, limits.entries); ; count--) {
    const body = asciiJson(payload(entries.slice(0, count), entries.slice(count)))
    if (body.length <= limits.bytes || count === 0) return body
  }
}

/** The address where it is one that a browser opens; `null` for anything else, one that was cut included. */
export function webAddress(text: string | null): string | null {
  if (text === null || /[\s…]/u.test(text) || !URL.canParse(text)) return null
  const { protocol, href } = new URL(text)
  return protocol === 'https:' || protocol === 'http:' ? href : null
}
