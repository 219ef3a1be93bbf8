import { dayMs } from '../model/certificate.ts'
import { matchesGlob } from '../model/glob.ts'
import type { Waiver } from '../model/policy.ts'
import type { RuleId } from '../model/rule-id.ts'

/** A waiver holds to the end of its last day, UTC. */
export function holds({ until }: Waiver, now: Date): boolean {
  return now.getTime() < until.getTime() + dayMs
}

export function covers(waiver: Waiver, rule: RuleId): boolean {
  return matchesGlob(waiver.rule, rule)
}

/** Two waivers are the same when they say the same: shards hand them on as text. */
export function sameWaiver(one: Waiver, other: Waiver): boolean {
  return (
    one.rule === other.rule && one.domain === other.domain && one.until.getTime() === other.until.getTime()
  )
}

/** The latest date until which the finding of a rule is accepted; `null` when it is not, or no longer. */
export function waivedUntil(rule: RuleId, waivers: readonly Waiver[], now: Date): Date | null {
  const dates = waivers
    .filter((waiver) => holds(waiver, now) && covers(waiver, rule))
    .map(({ until }) => until)
  return dates.toSorted((one, other) => other.getTime() - one.getTime())[0] ?? null
}
