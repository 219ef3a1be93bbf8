import type { Level } from '../../model/message.ts'
import type { Entries, Entry } from './entry.ts'

/** JSON (RFC 8259) in ASCII: nothing in it acts on a terminal, and every receiver counts the same octets. */
export function asciiJson(payload: object): string {
  return JSON.stringify(payload).replace(
    /[^\x20-\x7E]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** The payload with as many entries as the receiver takes in octets; the rest is left to be counted. */
export function fitted(
  { told, others }: Entries,
  mostBytes: number,
  payload: (shown: readonly Entry[], rest: readonly Level[]) => object,
): string {
  for (let count = told.length; ; count--) {
    const rest = [...told.slice(count).map(({ level }) => level), ...others]
    const body = asciiJson(payload(told.slice(0, count), rest))
    if (body.length <= mostBytes || count === 0) return body
  }
}

/** The address where it is one that a browser opens; `null` for anything else, one that was cut included. */
export function webAddress(text: string | null): string | null {
  if (text === null || /[\s…]/u.test(text) || !URL.canParse(text)) return null
  const { protocol, href } = new URL(text)
  return protocol === 'https:' || protocol === 'http:' ? href : null
}
