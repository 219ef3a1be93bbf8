import type { Finding } from '../model/finding.ts'
import type { Comparison } from '../model/history.ts'
import type { Observation } from '../model/observation.ts'
import type { Policy } from '../model/policy.ts'
import type { ChangeRule } from './rule.ts'
import { changeAlternating } from './rules/change-alternating.ts'
import { changeDowngraded } from './rules/change-downgraded.ts'
import { changeIssuer } from './rules/change-issuer.ts'
import { changeKey } from './rules/change-key.ts'
import { changeNamesLost } from './rules/change-names-lost.ts'
import { changeRolledBack } from './rules/change-rolled-back.ts'
import { changeRotated } from './rules/change-rotated.ts'
import { renewalLate } from './rules/renewal-late.ts'
import { renewalOverdue } from './rules/renewal-overdue.ts'
import { renewalRequested } from './rules/renewal-requested.ts'
import { transparencyUnexpected } from './rules/transparency-unexpected.ts'
import { spoken } from './speak.ts'

/** Every rule that looks at what is remembered, in the order of the rule reference. */
export const changeRules: readonly ChangeRule[] = [
  changeRotated,
  changeIssuer,
  changeKey,
  changeNamesLost,
  changeRolledBack,
  changeDowngraded,
  changeAlternating,
  transparencyUnexpected,
  renewalOverdue,
  renewalRequested,
  renewalLate,
]

/** What there is to say about the changes that a run noticed, worst first. */
export function judgeChanges(
  comparison: Comparison,
  observation: Observation,
  policy: Policy,
  now: Date,
): readonly Finding[] {
  const { target } = observation
  const verdictOf = (rule: ChangeRule): ReturnType<ChangeRule['judge']> =>
    rule.judge(comparison, observation, policy, now)
  return spoken(changeRules, verdictOf, { target, policy, now })
}
