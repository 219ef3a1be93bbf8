import type { Finding } from '../model/finding.ts'
import type { Policy } from '../model/policy.ts'
import type { RuleId } from '../model/rule-id.ts'
import type { Target } from '../model/target.ts'
import { findingOf, worstFirst } from './finding.ts'
import type { RuleText, Verdict } from './rule.ts'
import { waivedUntil } from './waivers.ts'

/** The findings of the rules that have anything to say about a target: its severities, its waivers, worst first. */
export function spoken<R extends RuleText>(
  rules: readonly R[],
  verdictOf: (rule: R) => Verdict | null,
  { target, policy, now }: { readonly target: Target; readonly policy: Policy; readonly now: Date },
): readonly Finding[] {
  const findings = rules
    .filter((rule) => speaks(rule, target, policy))
    .flatMap((rule) => {
      const verdict = verdictOf(rule)
      if (verdict === null) return []
      const finding = findingOf(rule, verdict, {
        key: `${rule.id} ${target.id}`,
        severities: policy.severities,
        waivedUntil: waivedUntil(rule.id, policy.waivers, now),
      })
      return finding === null ? [] : [finding]
    })
  return worstFirst(findings)
}

/** The rules that make sense for a certificate that is served to nobody. */
const forFiles: ReadonlySet<RuleId> = new Set<RuleId>([
  'endpoint/unanswered',
  'certificate/expired',
  'certificate/expiry',
  'certificate/not-yet-valid',
  'certificate/weak-key',
  'certificate/weak-signature',
  'certificate/malformed',
  'chain/expiry',
  'identity/issuer',
  'identity/pin',
])

/** Whether the target, and the wishes that go beyond single rules, leave a rule anything to say. */
function speaks({ id }: RuleText, target: Target, { checkChain, verifyHostname }: Policy): boolean {
  const aboutTrust =
    id.startsWith('chain/') || id === 'certificate/untrusted' || id === 'certificate/self-signed'
  if (aboutTrust && !checkChain) return false
  if (id === 'certificate/hostname' && !verifyHostname) return false
  return target.kind === 'endpoint' || target.domain !== null || forFiles.has(id)
}
