import { fileLimits } from '../model/limits.ts'
import { Malformed } from './malformed.ts'

/** One block of textual encoding: what the label says it is, and the bytes inside. */
interface PemBlock {
  readonly label: string
  readonly der: Uint8Array
}

/**
 * Reads the blocks of a PEM file (RFC 7468) in the order they stand in. Text around them, any line ends, and
 * header lines as in RFC 1421 §4.6 are skipped; the base64 must be whole, with its padding. A file without
 * a block gives an empty list. Throws `Malformed`.
 */
export function readPem(text: string | Uint8Array): readonly PemBlock[] {
  if (text.length > fileLimits.pemBytes) throw new Malformed(`PEM: larger than ${fileLimits.pemBytes} octets`)
  const lines = (typeof text === 'string' ? text : Buffer.from(text).toString('latin1')).split(/\r\n|\n|\r/)
  const blocks: PemBlock[] = []
  for (let at = 0; at < lines.length; at++) {
    const label = boundary('BEGIN', lines[at])
    if (label === undefined) continue
    const begin = at + 1
    do at++
    while (at < lines.length && boundary('END', lines[at]) === undefined)
    const what = `PEM: ${label} in line ${begin}`
    if (boundary('END', lines[at]) !== label) throw new Malformed(`${what}: no END of the same label`)
    if (blocks.length === fileLimits.pemBlocks)
      throw new Malformed(`PEM: more than ${fileLimits.pemBlocks} blocks`)
    blocks.push({ label, der: decoded(lines.slice(begin, at), what) })
  }
  return blocks
}

/** Writes one block (RFC 7468 §3): 64 characters to a line. */
export function writePem(label: string, der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n')
}

/** RFC 7468 §2 and §3: the label in an encapsulation boundary; white space may follow, a byte order mark precede. */
function boundary(kind: 'BEGIN' | 'END', line: string | undefined): string | undefined {
  if (line === undefined || line.length > fileLimits.pemBoundaryBytes) return undefined
  const match = /^(?:\uFEFF|\u00EF\u00BB\u00BF)?-----(BEGIN|END) ([!-~]+(?: [!-~]+)*)-----\s*$/.exec(line)
  return match?.[1] === kind ? match[2] : undefined
}

function decoded(lines: readonly string[], what: string): Uint8Array {
  const headed = lines[0]?.includes(':') === true
  const body = headed ? lines.slice(lines.findIndex((line) => line.trim() === '') + 1) : lines
  const base64 = body.join('').replaceAll(/[\t\v\f ]/g, '')
  const der = Buffer.from(base64, 'base64')
  // Node's decoder forgives everything; only canonical base64 comes out again as it went in
  if (base64 === '' || der.toString('base64') !== base64)
    throw new Malformed(`${what}: not base64 (RFC 4648 §4)`)
  return der
}
