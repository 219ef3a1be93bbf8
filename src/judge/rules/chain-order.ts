import { shownLimits } from '../../model/limits.ts'
import type { Observation } from '../../model/observation.ts'
import { listed } from '../../model/text.ts'
import { called, nameOf } from '../naming.ts'
import { aboutChains } from '../remark.ts'
import type { Rule, Verdict } from '../rule.ts'
import { isOrdered, sentChain } from '../sent-chain.ts'

/** Each certificate follows one that it issued. Doubles and strangers are chain/extra's business. */
export const chainOrder: Rule = {
  id: 'chain/order',
  severity: 'notice',
  title: 'The chain is sent in order',
  help: `A certificate stands before the one it issued. TLS 1.3 asks clients to cope and most do; older ones, and many
programs, give up. Several certificates for the same issuer (cross-signs) are in order wherever they follow the
certificate they issued.

**What to do.** Put the file together again: leaf, its issuer, that one's issuer. RFC 8446 §4.4.2;
RFC 5246 §7.4.2.`,

  judge(observation: Observation): Verdict | null {
    return aboutChains(observation, ({ chain }) => {
      const { members } = sentChain(chain)
      if (isOrdered(members)) return null
      return {
        says: `comes with a chain out of order: ${listed(members.map(called), 8)}`,
        fix: `Put the chain file together again: the leaf first, then each issuer after the certificate it issued.`,
        evidence: { sent: members.slice(0, shownLimits.evidenceTexts).map(nameOf) },
      }
    })
  },
}
