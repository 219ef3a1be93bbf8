import { dayMs } from '../../model/certificate.ts'
import { fromNow, inUtc } from '../../model/duration.ts'
import { successorOf } from '../../model/logged-successor.ts'
import type { Delivery, Observation } from '../../model/observation.ts'
import type { Policy } from '../../model/policy.ts'
import { shortened } from '../../model/text.ts'
import { install } from '../command.ts'
import { aboutLeaves } from '../remark.ts'
import type { Rule, Verdict } from '../rule.ts'

/** Automation that renews also installs, within such a time. */
const graceMs = 2 * dayMs
/** Until then another server of the same names may have renewed, and this one's turn has not come. */
const dueShare = 2 / 3

/** A certificate that was renewed is the one that is served. */
export const transparencyUndeployed: Rule = {
  id: 'transparency/undeployed',
  severity: 'warning',
  title: 'The newest certificate is the one that is served',
  help: `The logs hold a newer certificate of the same CA for the same names, issued more than two days ago, and the old
one is still served. Usually the renewal worked, and nobody reloaded the server. Said once two thirds of the old one's
life are over: before that, the newer one may belong to another server. Needs \`transparency: { lookup: true }\`.

**What to do.** Reload the server, and let the renewal do so from now on (with certbot: \`--deploy-hook\`).`,

  judge(observation: Observation, _policy: Policy, now: Date): Verdict | null {
    const { target, deliveries } = observation
    const all = deliveries.known ? deliveries.value : []
    return aboutLeaves(observation, (delivery) => {
      const newer = successorOf(delivery, all)
      if (newer === null || !isDue(delivery, now)) return null
      const { notBefore } = newer
      if (now.getTime() - notBefore.getTime() < graceMs) return null
      return {
        says: `is still served, although a newer one was issued ${fromNow(notBefore, now)}, on ${inUtc(notBefore)}`,
        fix: `Install the newer certificate and ${install(target)} (with certbot: \`--deploy-hook\`).`,
        evidence: {
          newer_serial: shortened(newer.serial),
          newer_not_before: notBefore.toISOString(),
          newer_not_after: newer.notAfter.toISOString(),
          log_entry: newer.id,
        },
      }
    })
  },
}

function isDue({ leaf: { notBefore, notAfter } }: Delivery, now: Date): boolean {
  if (notBefore === null || notAfter === null || notAfter < now) return false
  const lifeMs = notAfter.getTime() - notBefore.getTime()
  return now.getTime() - notBefore.getTime() > lifeMs * dueShare
}
