import { dayMs, lifetimeDays } from '../../model/certificate.ts'
import { inUtc } from '../../model/duration.ts'
import type { Observation } from '../../model/observation.ts'
import { endsInPublicRoot } from '../../model/trust.ts'
import { install } from '../command.ts'
import { aboutLeaves } from '../remark.ts'
import type { Rule, Verdict } from '../rule.ts'

/** BR 6.3.2: the longest validity in days, by the instant from which certificates are issued under it. */
const caps: readonly { readonly from: number; readonly days: number }[] = [
  { from: Date.UTC(2018, 2, 1), days: 825 },
  { from: Date.UTC(2020, 8, 1), days: 398 },
  { from: Date.UTC(2026, 2, 15), days: 200 },
  { from: Date.UTC(2027, 2, 15), days: 100 },
  { from: Date.UTC(2029, 2, 15), days: 47 },
]

/** BR 7.1.2.7: notBefore may lie up to 48 hours before or after the issuance, which is what a cap goes by. */
const leewayMs = 2 * dayMs

/** A public certificate lives no longer than the Baseline Requirements in force at its issuance allow. */
export const certificateLifetime: Rule = {
  id: 'certificate/lifetime',
  severity: 'warning',
  title: 'The validity of a public certificate is within the cap of its day',
  help: `A certificate that leads to a public root is valid for longer than the CA/Browser Forum allows for the day
of its issuance, and browsers refuse it:

| issued          | at most  |
| --------------- | -------- |
| from 2018-03-01 | 825 days |
| from 2020-09-01 | 398 days |
| from 2026-03-15 | 200 days |
| from 2027-03-15 | 100 days |
| from 2029-03-15 | 47 days  |

A begun day counts whole, and both ends belong to the validity. Within 48 hours of a border the longer cap counts,
because \`notBefore\` may differ from the issuance by that much. Private CAs are not meant.

**What to do.** Have the certificate issued again; a CA that does this needs to hear of it. Baseline Requirements
6.3.2; RFC 5280 §4.1.2.5.`,

  judge(observation: Observation): Verdict | null {
    const { target } = observation
    return aboutLeaves(observation, (delivery) => {
      const { leaf } = delivery
      const lifetime = lifetimeDays(leaf)
      if (lifetime === null || leaf.notBefore === null || !endsInPublicRoot(delivery)) return null
      const days = Math.ceil(lifetime)
      const cap = capAt(leaf.notBefore)
      if (cap === null || days <= cap) return null
      return {
        says: `is valid for ${days} days; a public one issued on ${inUtc(leaf.notBefore).slice(0, 10)} may be valid for ${cap}`,
        fix: `Have the certificate issued again for at most ${cap} days and ${install(target)}.`,
        evidence: { lifetime_days: days, cap_days: cap, not_before: leaf.notBefore.toISOString() },
      }
    })
  },
}

/** The cap of an issuance as early as notBefore allows: caps only ever fall. `null` before the first of them. */
function capAt(notBefore: Date): number | null {
  return caps.findLast(({ from }) => notBefore.getTime() - leewayMs >= from)?.days ?? null
}
