import type { Finding } from '../model/finding.ts'
import type { Observation } from '../model/observation.ts'
import type { Policy } from '../model/policy.ts'
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
import { certificateRevoked } from './rules/certificate-revoked.ts'
import { certificateSelfSigned } from './rules/certificate-self-signed.ts'
import { certificateUntrusted } from './rules/certificate-untrusted.ts'
import { certificateWeakKey } from './rules/certificate-weak-key.ts'
import { chainExpiry } from './rules/chain-expiry.ts'
import { chainExtra } from './rules/chain-extra.ts'
import { chainIncomplete } from './rules/chain-incomplete.ts'
import { chainOrder } from './rules/chain-order.ts'
import { chainRootSent } from './rules/chain-root-sent.ts'
import { cipherLackRules } from './rules/cipher-lacks.ts'
import { cipherOrder } from './rules/cipher-order.ts'
import { cipherRules } from './rules/cipher.ts'
import { dnsCaa } from './rules/dns-caa.ts'
import { dnsDane } from './rules/dns-dane.ts'
import { endpointUnanswered } from './rules/endpoint-unanswered.ts'
import { httpHsts } from './rules/http-hsts.ts'
import { identityIssuer, identityPin } from './rules/identity.ts'
import { keyExchangeRules } from './rules/key-exchange.ts'
import { protocolRules } from './rules/protocol.ts'
import { revocationStapling } from './rules/revocation-stapling.ts'
import { revocationUnavailable } from './rules/revocation-unavailable.ts'
import { tlsRules } from './rules/tls.ts'
import { transparencyInvalid } from './rules/transparency-invalid.ts'
import { transparencyMissing } from './rules/transparency-missing.ts'
import { transparencyPolicy } from './rules/transparency-policy.ts'
import { transparencyUndeployed } from './rules/transparency-undeployed.ts'
import { transparencyUnlogged } from './rules/transparency-unlogged.ts'
import { vulnerabilityRules } from './rules/vulnerability.ts'
import { certificateWeakSignature, chainWeakSignature } from './rules/weak-signature.ts'
import { spoken } from './speak.ts'

/** Every rule about an endpoint, in the order of the rule reference. */
export const rules: readonly Rule[] = [
  endpointUnanswered,
  certificateExpired,
  certificateExpiry,
  certificateNotYetValid,
  certificateHostname,
  certificateSelfSigned,
  certificateUntrusted,
  certificateRevoked,
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
  ...cipherLackRules,
  cipherOrder,
  ...keyExchangeRules,
  ...vulnerabilityRules,
  ...tlsRules,
  httpHsts,
  transparencyMissing,
  transparencyInvalid,
  transparencyPolicy,
  transparencyUnlogged,
  transparencyUndeployed,
  revocationUnavailable,
  revocationStapling,
  dnsCaa,
  dnsDane,
]

/** Everything there is to say about one observation, worst first. Pure: time is an argument. */
export function judge(observation: Observation, policy: Policy, now: Date): readonly Finding[] {
  const { target } = observation
  return spoken(rules, (rule) => rule.judge(observation, policy, now), { target, policy, now })
}
