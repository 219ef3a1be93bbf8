import type { Certificate } from '../../model/certificate.ts'
import { inUtc } from '../../model/duration.ts'
import type { Evidence } from '../../model/finding.ts'
import type { Delivery, Observation } from '../../model/observation.ts'
import type { RevocationStatus } from '../../model/revocation.ts'
import { listed, shortened } from '../../model/text.ts'
import { renew } from '../command.ts'
import { called } from '../naming.ts'
import { aboutChains } from '../remark.ts'
import type { Rule, Verdict } from '../rule.ts'

type Revoked = Extract<RevocationStatus, { status: 'revoked' }>

/** Neither the leaf nor an issuer that every path needs has been revoked by its CA. */
export const certificateRevoked: Rule = {
  id: 'certificate/revoked',
  severity: 'error',
  title: 'The certificate has not been revoked',
  help: `The CA has revoked the certificate, or an intermediate without which no path leads to a root. Its word was
verified: a CRL or an OCSP answer, signed and in force. Browsers learn of it within hours to days and refuse the
connection then. An intermediate counts only where no other path goes around it.

**What to do.** Ask the CA why, then have a new certificate issued, with a new key where the reason is keyCompromise,
and reload the server. For an intermediate install the CA's current chain. RFC 5280 §5, RFC 6960.`,

  judge(observation: Observation): Verdict | null {
    const { target } = observation
    return aboutChains(observation, (delivery) => {
      const found = revokedIn(delivery)
      const own = found.get(delivery.leaf.sha256)
      if (own !== undefined) {
        const { status } = own
        const newKey = status.reason === 'keyCompromise' ? ' with a new key' : ''
        return {
          says: `was revoked ${told(status)}`,
          fix: renew(target, delivery.sightings, ` now${newKey}`),
          evidence: proof(own.certificate, status),
        }
      }
      const barred = delivery.trust.paths.map(({ certificates }) =>
        certificates.find(({ sha256 }) => found.has(sha256)),
      )
      if (barred.length === 0 || barred.some((issuer) => issuer === undefined)) return null
      const issuers = [...found.values()]
      return {
        says: `depends on ${listed(issuers.map(({ certificate, status }) => `${called(certificate)}, which was revoked ${told(status)}`))}`,
        fix: 'Ask the CA for its current intermediate certificates, or for a new certificate, and let the server send those.',
        evidence: { issuers: issuers.map(({ certificate, status }) => proof(certificate, status)) },
      }
    })
  },
}

function revokedIn({
  revocation,
}: Delivery): ReadonlyMap<string, { certificate: Certificate; status: Revoked }> {
  const found = new Map<string, { certificate: Certificate; status: Revoked }>()
  for (const { certificate, answer } of revocation.checks) {
    if (answer.known && answer.value.status === 'revoked') {
      found.set(certificate.sha256, { certificate, status: answer.value })
    }
  }
  return found
}

function told({ revokedAt, reason }: Revoked): string {
  return `on ${inUtc(revokedAt)}${reason === null ? '' : ` (${shortened(reason)})`}`
}

function proof(certificate: Certificate, { revokedAt, reason, source, thisUpdate }: Revoked): Evidence {
  return {
    revoked_fingerprint_sha256: certificate.sha256,
    revoked_at: revokedAt.toISOString(),
    reason,
    method: source,
    as_of: thisUpdate.toISOString(),
  }
}
