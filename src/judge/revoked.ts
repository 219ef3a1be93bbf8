import type { Certificate } from '../model/certificate.ts'
import type { Delivery } from '../model/observation.ts'
import type { RevocationStatus } from '../model/revocation.ts'
import { holdingPaths } from '../model/trust.ts'

/** A certificate, and its CA's word that it has been revoked. */
export interface RevokedCertificate {
  readonly certificate: Certificate
  readonly status: Extract<RevocationStatus, { status: 'revoked' }>
}

/** What has been revoked of a chain: the leaf, or issuers of which every path that holds needs one; empty: nothing. */
export function revokedIn(delivery: Delivery, now: Date): readonly RevokedCertificate[] {
  const found = delivery.revocation.checks.flatMap(({ certificate, answer }) =>
    answer.known && answer.value.status === 'revoked' ? [{ certificate, status: answer.value }] : [],
  )
  const own = found.find(({ certificate }) => certificate.sha256 === delivery.leaf.sha256)
  if (own !== undefined) return [own]
  const revoked = new Set(found.map(({ certificate }) => certificate.sha256))
  const holding = holdingPaths(delivery, now)
  const paths = holding.length > 0 ? holding : delivery.trust.paths
  const barred =
    paths.length > 0 &&
    paths.every(({ certificates }) => certificates.some(({ sha256 }) => revoked.has(sha256)))
  return barred ? found : []
}
