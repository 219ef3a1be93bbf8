import type { Certificate } from '../../model/certificate.ts'
import type { Observation } from '../../model/observation.ts'
import type { Policy } from '../../model/policy.ts'
import { listed, shortened } from '../../model/text.ts'
import { bestPath } from '../../model/trust.ts'
import { install } from '../command.ts'
import { called, nameOf } from '../naming.ts'
import { aboutChains, aboutLeaves } from '../remark.ts'
import type { Rule, Verdict } from '../rule.ts'

/** Hashes for which collisions are known. */
const brokenHashes: ReadonlySet<string> = new Set(['MD2', 'MD4', 'MD5', 'SHA-1'])

/** The leaf is signed over a hash that nobody can collide. */
export const certificateWeakSignature: Rule = {
  id: 'certificate/weak-signature',
  severity: 'error',
  title: 'The signature on the certificate is strong',
  help: `The certificate is signed over MD2, MD4, MD5 or SHA-1. Two certificates with the same digest can be made, so
the signature proves nothing, and clients refuse it. A root's signature over itself is never used and not judged.

**What to do.** Have the certificate issued again, with SHA-256 or better; a CA that still signs with SHA-1 needs
new settings. RFC 9155; CA/Browser Forum Baseline Requirements 7.1.3.2.1.`,

  judge(observation: Observation): Verdict | null {
    const { target } = observation
    return aboutLeaves(observation, ({ leaf }) => {
      if (!isWeak(leaf) || (leaf.selfIssued && leaf.basicConstraints?.ca === true)) return null
      return {
        says: `is signed with ${leaf.signatureAlgorithm.hash} (${shortened(leaf.signatureAlgorithm.name)})`,
        fix: `Have the certificate issued again with SHA-256 or better and ${install(target)}.`,
        evidence: { signature_algorithm: shortened(leaf.signatureAlgorithm.name) },
      }
    })
  },
}

/** No issuer on the best path is signed over a broken hash. The anchor is trusted as it is: nobody checks its signature. */
export const chainWeakSignature: Rule = {
  id: 'chain/weak-signature',
  severity: 'error',
  title: 'The signatures in the chain are strong',
  help: `An intermediate on the best path to the root is signed over MD2, MD4, MD5 or SHA-1. Clients refuse the whole
chain. Roots are trusted by themselves and are never meant here.

**What to do.** Ask the CA for its current intermediate and let the server send that. RFC 9155; CA/Browser Forum
Baseline Requirements 7.1.3.2.1.`,

  judge(observation: Observation, _policy: Policy, now: Date): Verdict | null {
    return aboutChains(observation, (delivery) => {
      const between = bestPath(delivery, now)?.certificates.slice(1, -1) ?? []
      const weak = between.filter((issuer) => !issuer.selfIssued && isWeak(issuer))
      if (weak.length === 0) return null
      return {
        says: `comes with ${listed(weak.map((issuer) => `${called(issuer)}, signed with ${issuer.signatureAlgorithm.hash}`))}`,
        fix: `Ask the CA for its current intermediate certificates and let the server send those.`,
        evidence: {
          issuers: weak.map((issuer) => ({
            fingerprint_sha256: issuer.sha256,
            name: nameOf(issuer),
            signature_algorithm: shortened(issuer.signatureAlgorithm.name),
          })),
        },
      }
    })
  },
}

function isWeak({ signatureAlgorithm: { hash } }: Certificate): boolean {
  return hash !== null && brokenHashes.has(hash)
}
