import type { Observation } from '../../model/observation.ts'
import type { Policy } from '../../model/policy.ts'
import { sctsOf } from '../../model/transparency.ts'
import { install } from '../command.ts'
import { aboutLeaves } from '../remark.ts'
import type { Rule, Verdict } from '../rule.ts'
import { demandsScts } from '../transparency.ts'

/** A public certificate comes with proof that it was logged; silent until every way was looked at. */
export const transparencyMissing: Rule = {
  id: 'transparency/missing',
  severity: 'error',
  title: 'The certificate comes with signed certificate timestamps',
  help: `Chrome, Safari and other browsers refuse a publicly trusted certificate that comes without signed certificate
timestamps (SCTs), the promises of Certificate Transparency logs to publish it. They may stand in the certificate, in
the TLS handshake, or in the stapled OCSP answer. This rule speaks once all three were looked at and held none.

**What to do.** Have the certificate issued again by a CA that logs what it issues, as all public ones do unless asked
not to. Certificates of private CAs need none and are not judged. RFC 6962 §3.3.`,

  judge(observation: Observation, _policy: Policy, now: Date): Verdict | null {
    const { target } = observation
    return aboutLeaves(observation, (delivery) => {
      const { scts } = delivery.transparency
      const looked = scts.embedded.known && scts.tls.known && scts.ocsp.known
      if (!demandsScts(delivery, now) || !looked || sctsOf(delivery.transparency).length > 0) return null
      return {
        says: 'comes without any signed certificate timestamp, and browsers refuse it',
        fix: `Have the certificate issued again by a CA that logs its certificates and ${install(target)}.`,
        evidence: { scts: 0 },
      }
    })
  },
}
