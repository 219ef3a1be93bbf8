import { createHash } from 'node:crypto'

import type { Certificate } from '../model/certificate.ts'
import { inquiryLimits } from '../model/limits.ts'
import type { RevocationSource, RevocationStatus } from '../model/revocation.ts'
import { Malformed } from '../wire/malformed.ts'
import { type OcspAnswer, readOcspAnswer, writeOcspRequest } from '../wire/ocsp.ts'
import { ask } from './ask.ts'
import { checkFreshness, type RevocationWays, wanted } from './revocation-ways.ts'

/**
 * Asks a responder for one certificate (RFC 6960 appendix A.1), or the cache, where an answer is still in force.
 * Throws ConversationError or `Malformed`.
 */
export async function ocspStatus(
  url: string,
  certificate: Certificate,
  issuer: Certificate,
  allowPrivate: boolean,
  { http, cache, clock }: RevocationWays,
): Promise<RevocationStatus> {
  const name = `${createHash('sha256').update(`${certificate.sha256} ${url}`).digest('hex').slice(0, 32)}.ocsp`
  const prove = (bytes: Uint8Array): RevocationStatus =>
    ocspWord('ocsp', provedAnswer(bytes, certificate, issuer, clock()))
  const held = await cache.read(name, inquiryLimits.ocspBytes)
  if (held !== null) {
    const kept = await ask(async () => prove(held))
    if (kept.known) return kept.value
  }
  const answer = await http({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/ocsp-request', accept: 'application/ocsp-response' },
    body: writeOcspRequest(certificate, issuer),
    deadlineMs: inquiryLimits.requestMs,
    mostBytes: inquiryLimits.ocspBytes,
    allowPrivate,
  })
  const bytes = wanted(answer, url)
  const status = prove(bytes)
  if (status.nextUpdate !== null) await cache.write(name, bytes)
  return status
}

/** An answer that the issuer or its delegate signed and that is in force. */
export function provedAnswer(
  bytes: Uint8Array,
  certificate: Certificate,
  issuer: Certificate,
  now: Date,
): OcspAnswer {
  const answer = readOcspAnswer(bytes, certificate, issuer, now)
  checkFreshness('ocsp', answer, now)
  return answer
}

/** "Unknown" is not good: the responder has never heard of the certificate. */
export function ocspWord(source: RevocationSource, answer: OcspAnswer): RevocationStatus {
  const { status, thisUpdate, nextUpdate, revokedAt, reason } = answer
  if (status === 'good') return { status, source, thisUpdate, nextUpdate }
  if (status === 'revoked' && revokedAt !== null)
    return { status, source, revokedAt, reason, thisUpdate, nextUpdate }
  throw new Malformed('ocsp: the responder does not know the certificate')
}
