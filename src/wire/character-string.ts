import { Malformed } from './malformed.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The content of a UTF8String (RFC 3629). Throws `Malformed`. */
export function utf8Text(content: Uint8Array, what: string): string {
  try {
    return utf8.decode(content)
  } catch {
    throw new Malformed(`${what}: a UTF8String that is not UTF-8 (RFC 3629)`)
  }
}

/** The content of a UniversalString: UCS-4, big-endian (X.690 §8.23.7). Throws `Malformed`. */
export function universalText(content: Uint8Array, what: string): string {
  const view = Buffer.from(content)
  let text = ''
  for (let at = 0; at < view.length; at += 4) {
    const point = at + 4 <= view.length ? view.readUInt32BE(at) : Infinity
    if (point > 0x10ffff) throw new Malformed(`${what}: a UniversalString that is not UCS-4`)
    text += String.fromCodePoint(point)
  }
  return text
}
