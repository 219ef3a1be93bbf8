import { daysLeft } from '../../model/certificate.ts'
import { fromNow } from '../../model/duration.ts'
import { usualDaysLeft } from '../../model/habit.ts'
import type { Comparison } from '../../model/history.ts'
import type { Observation } from '../../model/observation.ts'
import type { Policy } from '../../model/policy.ts'
import { counted } from '../../model/text.ts'
import { renew } from '../command.ts'
import { aboutLeaves } from '../remark.ts'
import type { ChangeRule, Verdict } from '../rule.ts'

/** The certificate is renewed no later than those before it were. */
export const renewalLate: ChangeRule = {
  id: 'renewal/late',
  severity: 'warning',
  title: 'The certificate is renewed when it usually is',
  help: `Certificates of this endpoint were renewed at least three times with about so many days left, and now fewer
are left. The habit comes from the history: leaves of the same kind of key and the same lifetime, the median of the
days left, less a fifth of them or two days. Renewals that differ more from one another are no habit.

**What to do.** Look at the log and the timer of whatever renews: it has probably stopped. Then renew and reload.`,

  judge({ before }: Comparison, observation: Observation, _policy: Policy, now: Date): Verdict | null {
    if (before === null) return null
    return aboutLeaves(observation, ({ leaf, sightings }) => {
      const left = daysLeft(leaf, now)
      const usual = usualDaysLeft(leaf, before)
      if (left === null || left <= 0 || leaf.notAfter === null || usual === null) return null
      if (left >= usual.days - usual.marginDays) return null
      return {
        says: `expires ${fromNow(leaf.notAfter, now)}, and is usually renewed ${counted(Math.round(usual.days), 'day')} before`,
        fix: renew(observation.target, sightings),
        evidence: {
          days_left: Math.floor(left),
          usual_days_left: Math.round(usual.days),
          rotations: usual.rotations,
        },
      }
    })
  },
}
