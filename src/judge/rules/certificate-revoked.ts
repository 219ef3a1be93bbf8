import { inUtc } from '../../model/duration.ts'
import type { Evidence } from '../../model/finding.ts'
import type { Observation } from '../../model/observation.ts'
import type { Policy } from '../../model/policy.ts'
import { listed, shortened } from '../../model/text.ts'
import { renew } from '../command.ts'
import { called } from '../naming.ts'
import { aboutChains } from '../remark.ts'
import { revokedIn, type RevokedCertificate } from '../revoked.ts'
import type { Rule, Verdict } from '../rule.ts'

/** Neither the leaf nor an issuer that every path needs has been revoked by its CA. */
export const certificateRevoked: Rule = {
  id: 'certificate/revoked',
  severity: 'error',
  title: 'The certificate has not been revoked',
  help: `The CA has revoked the certificate, or an intermediate without which no path leads to a root. Its word was
verified: a CRL or an OCSP answer, signed and in force. Browsers learn of it within hours to days and refuse the
connection then. An intermediate counts only where no other path that holds goes around it.

**What to do.** Ask the CA why, then have a new certificate issued, with a new key where the reason is keyCompromise,
and reload the server. For an intermediate install the CA's current chain. RFC 5280 §5, RFC 6960.`,

  judge(observation: Observation, _policy: Policy, now: Date): Verdict | null {
    const { target } = observation
    return aboutChains(observation, (delivery) => {
      const found = revokedIn(delivery, now)
      const [first] = found
      if (first === undefined) return null
      if (first.certificate.sha256 === delivery.leaf.sha256) {
        const newKey = first.status.reason === 'keyCompromise' ? ' with a new key' : ''
        return {
          says: `was revoked ${told(first)}`,
          fix: renew(target, delivery.sightings, ` now${newKey}`),
          evidence: proof(first),
        }
      }
      return {
        says: `depends on ${listed(found.map((one) => `${called(one.certificate)}, which was revoked ${told(one)}`))}`,
        fix: 'Ask the CA for its current intermediate certificates, or for a new certificate, and let the server send those.',
        evidence: { issuers: found.map(proof) },
      }
    })
  },
}

function told({ status: { revokedAt, reason } }: RevokedCertificate): string {
  return `on ${inUtc(revokedAt)}${reason === null ? '' : ` (${shortened(reason)})`}`
}

function proof({ certificate, status }: RevokedCertificate): Evidence {
  return {
    revoked_fingerprint_sha256: certificate.sha256,
    revoked_at: status.revokedAt.toISOString(),
    reason: status.reason,
    method: status.source,
    as_of: status.thisUpdate.toISOString(),
  }
}
