import { readFile, stat } from 'node:fs/promises'

import { unanswered } from '../model/answer.ts'
import type { Certificate } from '../model/certificate.ts'
import { fileLimits } from '../model/limits.ts'
import type { Delivery, Observation } from '../model/observation.ts'
import type { FileTarget } from '../model/target.ts'
import { ConversationError } from '../net/conversation-error.ts'
import { readCertificateFile } from '../wire/containers.ts'
import { ask } from './ask.ts'
import { canonicalName } from './canonical-name.ts'
import { readChain } from './chain.ts'
import { notInquired } from './inquiries.ts'
import type { Surroundings } from './surroundings.ts'
import { trustEvidence } from './trust.ts'

/** Reads a certificate file of the repository: PEM, DER, PKCS#7 or PKCS#12. */
export async function observeFile(target: FileTarget, around: Surroundings): Promise<Observation> {
  const at = around.clock()
  const started = performance.now()
  const deliveries = await ask(async () => {
    const bytes =
      target.content.kind === 'bytes' ? target.content.bytes : await readWhole(target.content.path)
    return deliveriesIn(await readCertificateFile(bytes, target.password), target, around)
  })
  return {
    target,
    at,
    durationMs: performance.now() - started,
    connections: 0,
    addresses: [],
    deliveries,
    tls: unanswered('not-asked', 'a file speaks no TLS'),
  }
}

/** A chain from leaf to issuer is one delivery; in any other bundle every certificate stands for itself. */
function deliveriesIn(
  ders: readonly Uint8Array[],
  target: FileTarget,
  around: Surroundings,
): readonly Delivery[] {
  const { chain, unreadable } = readChain(ders, around.certificates, fileLimits.certificates)
  const store = around.storeFor(target.trust)
  const deliveryOf = (
    leaf: Certificate,
    others: readonly Certificate[],
    sent: readonly Certificate[],
  ): Delivery => ({
    leaf,
    chain: sent,
    unreadable,
    sightings: [],
    trust: trustEvidence([leaf, ...others], store, around.certificates),
    staple: unanswered('not-asked', 'a file has no staple'),
    ...notInquired,
  })
  const [leaf, ...others] = chain
  if (isOrdered(chain)) return [deliveryOf(leaf, others, chain)]
  return chain.map((certificate) =>
    deliveryOf(
      certificate,
      chain.filter((other) => other !== certificate),
      [certificate],
    ),
  )
}

/** Nothing stands above a root: two of one name, the old and the new, are no chain. */
function isOrdered(chain: readonly Certificate[]): boolean {
  return chain.every((certificate, index) => {
    const issuer = chain[index + 1]
    if (issuer === undefined) return true
    return !certificate.selfIssued && canonicalName(certificate.issuer) === canonicalName(issuer.subject)
  })
}

/** Throws ConversationError('unreadable'). What is no regular file may have no end, or wait for one for ever. */
async function readWhole(path: string): Promise<Uint8Array> {
  try {
    const found = await stat(path)
    if (!found.isFile()) throw new Error('not a regular file')
    if (found.size > fileLimits.fileBytes) throw new Error(`larger than ${fileLimits.fileBytes} octets`)
    return await readFile(path)
  } catch (thrown) {
    const cause = thrown instanceof Error ? thrown.message : String(thrown)
    throw new ConversationError('unreadable', `the file cannot be read: ${cause}`, { cause: thrown })
  }
}
