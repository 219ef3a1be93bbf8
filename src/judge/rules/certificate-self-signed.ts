import type { Observation } from '../../model/observation.ts'
import type { Policy } from '../../model/policy.ts'
import { trustAt } from '../../model/trust.ts'
import { thenCheck } from '../command.ts'
import { called } from '../naming.ts'
import { aboutChains } from '../remark.ts'
import type { Rule, Verdict } from '../rule.ts'

/** A certificate that vouches for itself, and that nobody pinned or listed as an anchor. */
export const certificateSelfSigned: Rule = {
  id: 'certificate/self-signed',
  severity: 'error',
  title: 'The certificate is signed by somebody else',
  help: `The certificate is its own issuer and was signed with its own key. No client trusts it unless somebody
told it to.

**What to do.** Get one from a public or internal CA. If it is meant to be self-signed, say so: put its pin under
\`expect: { spki_sha256: […] }\`, and every other key becomes a finding instead, or list the certificate under
\`trust: { ca_files: […] }\`. RFC 5280 §6.1.`,

  judge(observation: Observation, policy: Policy, now: Date): Verdict | null {
    return aboutChains(observation, (delivery) => {
      const trust = trustAt(delivery, policy.expect.spkiSha256, now)
      if (trust.trusted || trust.obstacle.kind !== 'self-signed') return null
      return {
        says: `is signed with its own key (${called(delivery.leaf)})`,
        fix: `Install a certificate from a CA, or, if this one is meant, add \`expect: { spki_sha256: ["${delivery.leaf.spkiSha256}"] }\` to the domain.${thenCheck(observation.target, 'chain')}`,
        evidence: { spki_sha256: delivery.leaf.spkiSha256 },
      }
    })
  },
}
