import { fromNow, inUtc } from '../../model/duration.ts'
import type { Comparison } from '../../model/history.ts'
import type { Observation } from '../../model/observation.ts'
import type { Policy } from '../../model/policy.ts'
import { renew } from '../command.ts'
import { aboutLeaves } from '../remark.ts'
import { explained, requestFor, windowProof } from '../renewal-request.ts'
import type { ChangeRule, Verdict } from '../rule.ts'

/** The certificate is replaced in the window that its CA suggests; early wishes are renewal/requested's. */
export const renewalOverdue: ChangeRule = {
  id: 'renewal/overdue',
  severity: 'warning',
  title: 'The certificate is renewed when its CA suggests it',
  help: `The CA suggests a window in which to renew this certificate (ARI, RFC 9773). The window is over, and the old
certificate is still served. Long before it expires this says that the automation has stopped, or that a new
certificate was issued and nobody reloaded the server. Only CAs that are known to speak ARI are asked, about public
certificates, or those that \`renewal: { directories: … }\` names; \`ari: false\` asks nobody.

**What to do.** Look at the log and the timer of whatever renews, renew now, and reload the server.`,

  judge(comparison: Comparison, observation: Observation, _policy: Policy, now: Date): Verdict | null {
    return aboutLeaves(observation, (delivery) => {
      const { leaf, renewal, sightings } = delivery
      if (!renewal.known || leaf.notAfter === null || leaf.notAfter < now) return null
      const { end } = renewal.value.window
      if (now <= end || requestFor(delivery, comparison) !== null) return null
      return {
        says: `should have been renewed by ${inUtc(end)}, ${fromNow(end, now)}: its CA suggests so${explained(renewal.value)}`,
        fix: renew(observation.target, sightings),
        evidence: windowProof(renewal.value),
      }
    })
  },
}
