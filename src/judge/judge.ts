import type { Finding } from '../model/finding.ts'
import type { Observation } from '../model/observation.ts'
import type { Policy } from '../model/policy.ts'
import type { RuleId } from '../model/rule-id.ts'
import type { Target } from '../model/target.ts'
import { findingOf, worstFirst } from './finding.ts'
import type { Rule } from './rule.ts'
import { certificateCaAsLeaf } from './rules/certificate-ca-as-leaf.ts'
import { certificateExpired } from './rules/certificate-expired.ts'
import { certificateExpiry } from './rules/certificate-expiry.ts'
import { certificateHostname } from './rules/certificate-hostname.ts'
import { certificateKeyUsage } from './rules/certificate-key-usage.ts'
import { certificateLifetime } from './rules/certificate-lifetime.ts'
import { certificateMalformed } from './rules/certificate-malformed.ts'
import { certificateMustStaple } from './rules/certificate-must-staple.ts'
import { certificateNames } from './rules/certificate-names.ts'
import { certificateNotYetValid } from './rules/certificate-not-yet-valid.ts'
import { certificateSelfSigned } from './rules/certificate-self-signed.ts'
import { certificateUntrusted } from './rules/certificate-untrusted.ts'
import { certificateWeakKey } from './rules/certificate-weak-key.ts'
import { chainExpiry } from './rules/chain-expiry.ts'
import { chainExtra } from './rules/chain-extra.ts'
import { chainIncomplete } from './rules/chain-incomplete.ts'
import { chainOrder } from './rules/chain-order.ts'
import { chainRootSent } from './rules/chain-root-sent.ts'
import { cipherRules } from './rules/cipher.ts'
import { endpointUnanswered } from './rules/endpoint-unanswered.ts'
import { identityIssuer, identityPin } from './rules/identity.ts'
import { protocolRules } from './rules/protocol.ts'
import { certificateWeakSignature, chainWeakSignature } from './rules/weak-signature.ts'
import { waivedUntil } from './waivers.ts'

/** Every rule about an endpoint, in the order of the rule reference. */
export const rules: readonly Rule[] = [
  endpointUnanswered,
  certificateExpired,
  certificateExpiry,
  certificateNotYetValid,
  certificateHostname,
  certificateSelfSigned,
  certificateUntrusted,
  certificateWeakKey,
  certificateWeakSignature,
  certificateLifetime,
  certificateNames,
  certificateKeyUsage,
  certificateCaAsLeaf,
  certificateMustStaple,
  certificateMalformed,
  chainIncomplete,
  chainOrder,
  chainExtra,
  chainRootSent,
  chainExpiry,
  chainWeakSignature,
  identityIssuer,
  identityPin,
  ...protocolRules,
  ...cipherRules,
]

/** Everything there is to say about one observation, worst first. Pure: time is an argument. */
export function judge(observation: Observation, policy: Policy, now: Date): readonly Finding[] {
  const { target } = observation
  const findings = rules
    .filter((rule) => speaks(rule, target, policy))
    .flatMap((rule) => {
      const verdict = rule.judge(observation, policy, now)
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
function speaks({ id }: Rule, target: Target, { checkChain, verifyHostname }: Policy): boolean {
  const aboutTrust =
    id.startsWith('chain/') || id === 'certificate/untrusted' || id === 'certificate/self-signed'
  if (aboutTrust && !checkChain) return false
  if (id === 'certificate/hostname' && !verifyHostname) return false
  return target.kind === 'endpoint' || target.domain !== null || forFiles.has(id)
}
