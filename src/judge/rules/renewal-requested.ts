import { inUtc } from '../../model/duration.ts'
import type { Comparison } from '../../model/history.ts'
import type { Observation } from '../../model/observation.ts'
import type { Policy } from '../../model/policy.ts'
import { renew } from '../command.ts'
import { aboutLeaves } from '../remark.ts'
import { explained, requestFor, windowProof } from '../renewal-request.ts'
import type { ChangeRule, Verdict } from '../rule.ts'

/** The CA does not want the certificate back before its time. */
export const renewalRequested: ChangeRule = {
  id: 'renewal/requested',
  severity: 'warning',
  title: 'The CA does not ask for an early replacement',
  help: `The window in which the CA suggests to renew this certificate (ARI, RFC 9773) has moved far ahead, or lies in
the first third of its life. That is how a CA asks to have a certificate replaced before it revokes it, often thousands
at once, and sometimes within a day. Not every ACME client asks for that window.

**What to do.** Read what the CA says under the address in the message, renew now, and reload the server.`,

  judge(comparison: Comparison, observation: Observation, _policy: Policy, now: Date): Verdict | null {
    return aboutLeaves(observation, (delivery) => {
      const { leaf, sightings } = delivery
      const request = requestFor(delivery, comparison)
      if (request === null || leaf.notAfter === null || leaf.notAfter < now) return null
      const { advice, before } = request
      const { start, end } = advice.window
      const moved = before === null ? '' : `; before, it was from ${inUtc(before.start)}`
      return {
        says: `is wanted back early: its CA asks to renew it between ${inUtc(start)} and ${inUtc(end)}${moved}${explained(advice)}`,
        fix: renew(observation.target, sightings, ' now'),
        evidence: {
          ...windowProof(advice),
          previous_window_start: before?.start.toISOString() ?? null,
          previous_window_end: before?.end.toISOString() ?? null,
        },
      }
    })
  },
}
