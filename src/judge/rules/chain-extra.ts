import type { Certificate } from '../../model/certificate.ts'
import { inUtc } from '../../model/duration.ts'
import { shownLimits } from '../../model/limits.ts'
import type { Delivery, Observation } from '../../model/observation.ts'
import type { Policy } from '../../model/policy.ts'
import { listed } from '../../model/text.ts'
import { bestPath } from '../../model/trust.ts'
import { called, nameOf } from '../naming.ts'
import { aboutChains } from '../remark.ts'
import type { Rule, Verdict } from '../rule.ts'
import { isRoot, sentChain } from '../sent-chain.ts'

interface Extra {
  readonly certificate: Certificate
  readonly why: 'duplicate' | 'unrelated' | 'expired'
}

/** Nothing is sent that no client needs. A superfluous root is chain/root-sent's business. */
export const chainExtra: Rule = {
  id: 'chain/extra',
  severity: 'notice',
  title: 'The chain holds nothing that no client needs',
  help: `The server sends a certificate twice, one that has nothing to do with the chain, or an expired cross-sign
while the chain holds without it. Nothing breaks for most clients, but every handshake carries it, and some clients
stumble: an expired cross-sign took down many in 2020 and 2021.

**What to do.** Remove the certificates named in the message from the file the server sends. A cross-sign that is
still valid stays silent, because older clients may need it. RFC 8446 §4.4.2.`,

  judge(observation: Observation, _policy: Policy, now: Date): Verdict | null {
    return aboutChains(observation, (delivery) => {
      const found = extras(delivery, now)
      if (found.length === 0) return null
      return {
        says: `comes with what no client needs: ${listed(found.map(sentence))}`,
        fix: `Remove ${found.length === 1 ? 'it' : 'them'} from the chain the server sends.`,
        evidence: {
          extra: found.slice(0, shownLimits.evidenceTexts).map(({ certificate, why }) => ({
            fingerprint_sha256: certificate.sha256,
            name: nameOf(certificate),
            why,
          })),
        },
      }
    })
  },
}

function extras(delivery: Delivery, now: Date): readonly Extra[] {
  const { members, doubles, strangers } = sentChain(delivery.chain)
  const used = new Set(
    delivery.trust.paths.flatMap(({ certificates }) => certificates.map(({ sha256 }) => sha256)),
  )
  const best = bestPath(delivery, now)?.certificates.map(({ sha256 }) => sha256)
  const expired = members.slice(1).filter((certificate) => {
    const { notAfter, sha256 } = certificate
    return (
      notAfter !== null &&
      notAfter < now &&
      !isRoot(certificate) &&
      best !== undefined &&
      !best.includes(sha256)
    )
  })
  return [
    ...doubles.map((certificate): Extra => ({ certificate, why: 'duplicate' })),
    ...strangers
      .filter((certificate) => !used.has(certificate.sha256) && !isRoot(certificate))
      .map((certificate): Extra => ({ certificate, why: 'unrelated' })),
    ...expired.map((certificate): Extra => ({ certificate, why: 'expired' })),
  ]
}

function sentence({ certificate, why }: Extra): string {
  if (why === 'duplicate') return `${called(certificate)} a second time`
  if (why === 'unrelated' || certificate.notAfter === null) return `the unrelated ${called(certificate)}`
  return `${called(certificate)}, expired on ${inUtc(certificate.notAfter)}`
}
