import { daysLeft } from '../../model/certificate.ts'
import { fromNow, inUtc } from '../../model/duration.ts'
import type { Observation } from '../../model/observation.ts'
import type { Policy } from '../../model/policy.ts'
import { renew } from '../command.ts'
import { aboutLeaves } from '../remark.ts'
import type { Rule, Verdict } from '../rule.ts'

/** A certificate is expired when now is later than notAfter (RFC 5280 §4.1.2.5). */
export const certificateExpired: Rule = {
  id: 'certificate/expired',
  severity: 'error',
  title: 'The certificate has not expired',
  help: `The end of validity (\`notAfter\`) lies in the past. Every client refuses the connection.

**What to do.** Renew now, reload the server, and find out why the automation did not: look at its log and its
timer. If a new certificate lies on disk already, only the reload is missing. RFC 5280 §4.1.2.5.`,

  judge(observation: Observation, _policy: Policy, now: Date): Verdict | null {
    const { target } = observation
    return aboutLeaves(observation, ({ leaf, sightings }) => {
      if (leaf.notAfter === null || now <= leaf.notAfter) return null
      return {
        says: `expired ${fromNow(leaf.notAfter, now)}, on ${inUtc(leaf.notAfter)}`,
        fix: renew(target, sightings, ' now'),
        evidence: { not_after: leaf.notAfter.toISOString(), days_left: daysLeft(leaf, now) },
      }
    })
  },
}
