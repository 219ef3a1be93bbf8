import { type Answer, known } from '../../src/model/answer.ts'
import type { Certificate } from '../../src/model/certificate.ts'
import type { RevocationEvidence, RevocationStatus } from '../../src/model/revocation.ts'
import { now } from './certificate.ts'

const hourMs = 3_600_000

/** A CRL of an hour ago does not name it. */
const good: RevocationStatus = {
  status: 'good',
  source: 'crl',
  thisUpdate: new Date(now.getTime() - hourMs),
  nextUpdate: new Date(now.getTime() + 100 * hourMs),
}

/** A CRL of an hour ago names it: for a lost key, two days ago. */
export const revoked: RevocationStatus = {
  ...good,
  status: 'revoked',
  revokedAt: new Date(now.getTime() - 48 * hourMs),
  reason: 'keyCompromise',
}

/** Leaf and intermediate are good, and nothing is stapled. */
export function revocation(
  leaf: Certificate,
  issuer: Certificate,
  differs: { readonly leaf?: Answer<RevocationStatus>; readonly issuer?: Answer<RevocationStatus> } & Partial<
    Pick<RevocationEvidence, 'staple'>
  > = {},
): RevocationEvidence {
  return {
    checks: [
      { certificate: leaf, answer: differs.leaf ?? known(good) },
      { certificate: issuer, answer: differs.issuer ?? known(good) },
    ],
    staple: differs.staple ?? known(null),
  }
}
