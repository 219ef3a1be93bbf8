import { fromNow, inUtc } from '../../model/duration.ts'
import type { Observation } from '../../model/observation.ts'
import type { Policy } from '../../model/policy.ts'
import { install, thenCheck } from '../command.ts'
import { aboutLeaves } from '../remark.ts'
import type { Rule, Verdict } from '../rule.ts'

/** A certificate is valid from notBefore on (RFC 5280 §4.1.2.5). */
export const certificateNotYetValid: Rule = {
  id: 'certificate/not-yet-valid',
  severity: 'error',
  title: 'The certificate is valid already',
  help: `The beginning of validity (\`notBefore\`) lies in the future. Clients refuse it like an expired one.

**What to do.** Serve the previous certificate until then, or have it issued again. If the date looks right, check
the clock of the machine that issued it, and of this runner. RFC 5280 §4.1.2.5.`,

  judge(observation: Observation, _policy: Policy, now: Date): Verdict | null {
    const { target } = observation
    return aboutLeaves(observation, ({ leaf }) => {
      if (leaf.notBefore === null || leaf.notBefore <= now) return null
      return {
        says: `is not valid yet: it becomes so ${fromNow(leaf.notBefore, now)}, on ${inUtc(leaf.notBefore)}`,
        fix: `Put the previous certificate back until then, or have this one issued again and ${install(target)}; check the clock of the issuing machine.${thenCheck(target, 'dates')}`,
        evidence: { not_before: leaf.notBefore.toISOString() },
      }
    })
  },
}
