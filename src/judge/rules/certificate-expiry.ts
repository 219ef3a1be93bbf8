import { daysLeft } from '../../model/certificate.ts'
import { fromNow, inUtc } from '../../model/duration.ts'
import type { Observation } from '../../model/observation.ts'
import type { Policy } from '../../model/policy.ts'
import { renew } from '../command.ts'
import { aboutLeaves } from '../remark.ts'
import type { Rule, Verdict } from '../rule.ts'
import { stageAt, thresholds } from '../thresholds.ts'

/** Speaks from the instant on at which the days left reach a threshold, until notAfter has passed. */
export const certificateExpiry: Rule = {
  id: 'certificate/expiry',
  severity: 'warning',
  title: 'The certificate stays valid for long enough',
  help: `The certificate expires within \`warning_days\`, or, as an error, within \`critical_days\`. With \`auto\`
the thresholds follow the certificate's own life: a quarter of it, at most 30 days, and a tenth of it, at most
14 days. Healthy automation renews with a third of the life left, or half when it is under ten days, and never
meets either.

**What to do.** Renew and reload the server. If something should have renewed it, that is what broke: look there.
A \`rules:\` entry sets the severity of the warning stage; \`off\` silences both. RFC 5280 §4.1.2.5.`,

  judge(observation: Observation, policy: Policy, now: Date): Verdict | null {
    const { target } = observation
    return aboutLeaves(observation, ({ leaf, sightings }) => {
      const left = daysLeft(leaf, now)
      if (leaf.notAfter === null || left === null || left < 0) return null // certificate/expired speaks
      const limits = thresholds(leaf, policy.expiry)
      const stage = stageAt(left, limits)
      if (stage === null) return null
      return {
        says: `expires ${fromNow(leaf.notAfter, now)}, on ${inUtc(leaf.notAfter)}`,
        fix: renew(target, sightings),
        evidence: {
          not_after: leaf.notAfter.toISOString(),
          days_left: left,
          warning_days: limits.warningDays,
          critical_days: limits.criticalDays,
        },
        ...(stage === 'critical' ? { raised: 'error' } : {}),
      }
    })
  },
}
