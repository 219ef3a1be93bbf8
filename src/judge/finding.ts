import { type Finding, severities, type Severity } from '../model/finding.ts'
import type { Policy } from '../model/policy.ts'
import { referenceFor } from './reference.ts'
import type { RuleText, Verdict } from './rule.ts'

/** Makes a verdict a finding: under the user's severity, with a stable key. Answers `null` when the rule is off. */
export function findingOf(
  rule: RuleText,
  verdict: Verdict,
  { key, severities: chosen, waivedUntil }: Pick<Finding, 'key' | 'waivedUntil'> & Pick<Policy, 'severities'>,
): Finding | null {
  const first = chosen.get(rule.id) ?? (rule.offByDefault === true ? 'off' : rule.severity)
  if (first === 'off') return null
  return {
    rule: rule.id,
    severity: stage(rule.severity, first, verdict.raised),
    message: verdict.message,
    fix: verdict.fix,
    reference: referenceFor(rule.id),
    evidence: verdict.evidence,
    key,
    since: null,
    waivedUntil,
  }
}

/** Worst first, what is waived last; the order of the rules decides the rest. */
export function worstFirst(findings: readonly Finding[]): readonly Finding[] {
  const rank = ({ severity, waivedUntil }: Finding): number =>
    severities.indexOf(severity) + (waivedUntil === null ? 0 : severities.length)
  return findings.toSorted((one, other) => rank(one) - rank(other))
}

/** The user's word is about the first stage: a graver stage stays as grave, a milder one never gets louder than it. */
function stage(original: Severity, chosen: Severity, raised: Severity | undefined): Severity {
  if (raised === undefined) return chosen
  return isWorse(raised, original) || isWorse(chosen, raised) ? raised : chosen
}

function isWorse(one: Severity, other: Severity): boolean {
  return severities.indexOf(one) < severities.indexOf(other)
}
