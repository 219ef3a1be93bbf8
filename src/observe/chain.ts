import type { Certificate } from '../model/certificate.ts'
import { serverLimits } from '../model/limits.ts'
import { counted } from '../model/text.ts'
import { Malformed } from '../wire/malformed.ts'
import type { Certificates } from './certificates.ts'

/** A chain as sent, read as far as it goes. */
export interface ReadChain {
  readonly chain: readonly [Certificate, ...Certificate[]]
  readonly unreadable: readonly string[]
}

/**
 * Without a leaf there is nothing to judge: throws `Malformed`. What stands above it may be anything,
 * and at most so many certificates are looked at: the rest is named like what cannot be read.
 */
export function readChain(
  sent: readonly Uint8Array[],
  certificates: Certificates,
  most: number = serverLimits.chainCertificates,
): ReadChain {
  const [leaf, ...others] = sent.slice(0, most)
  if (leaf === undefined) throw new Malformed('the server sent an empty certificate list')
  const chain: [Certificate, ...Certificate[]] = [certificates.read(leaf)]
  const unreadable: string[] = []
  for (const [index, der] of others.entries()) {
    try {
      chain.push(certificates.read(der))
    } catch (thrown) {
      if (!(thrown instanceof Malformed)) throw thrown
      unreadable.push(`number ${index + 2} of ${counted(sent.length, 'certificate')}: ${thrown.message}`)
    }
  }
  const beyond = sent.length - most
  if (beyond > 0)
    unreadable.push(`after the first ${most} certificates ${beyond} more, which are not looked at`)
  return { chain, unreadable }
}
