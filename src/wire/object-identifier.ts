import { certificateLimits } from '../model/limits.ts'
import { Malformed } from './malformed.ts'

/**
 * Reads the content octets of an OBJECT IDENTIFIER into dotted form (X.690 §8.19): base 128, the first two arcs
 * in one number; a leading 80 octet is padding and forbidden. Throws `Malformed`.
 */
export function readOid(content: Uint8Array, what: string): string {
  if (content.length > certificateLimits.oidBytes) {
    throw new Malformed(`${what}: an OBJECT IDENTIFIER of ${content.length} octets`)
  }
  const arcs: bigint[] = []
  let arc = 0n
  let fresh = true
  for (const octet of content) {
    if (fresh && octet === 0x80) throw new Malformed(`${what}: an OBJECT IDENTIFIER with padding`)
    arc = (arc << 7n) | BigInt(octet & 0x7f)
    fresh = octet < 0x80
    if (fresh) {
      arcs.push(arc)
      arc = 0n
    }
  }
  const [head, ...rest] = arcs
  if (!fresh || head === undefined) throw new Malformed(`${what}: an OBJECT IDENTIFIER that breaks off`)
  const first = head < 40n ? 0n : head < 80n ? 1n : 2n
  return [first, head - 40n * first, ...rest].join('.')
}
