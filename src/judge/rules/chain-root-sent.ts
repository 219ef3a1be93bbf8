import { shownLimits } from '../../model/limits.ts'
import type { Observation } from '../../model/observation.ts'
import { listed } from '../../model/text.ts'
import { called } from '../naming.ts'
import { aboutChains } from '../remark.ts'
import type { Rule, Verdict } from '../rule.ts'
import { isRoot } from '../sent-chain.ts'

/** The root is left out of what the server sends. A root's cross-sign is not self-issued and is never meant. */
export const chainRootSent: Rule = {
  id: 'chain/root-sent',
  severity: 'notice',
  title: 'The server does not send the root',
  help: `The server sends a self-issued root. A client has it already, or does not trust it, so it only makes every
handshake longer. A root's name on a certificate that another root issued (a cross-sign, like "Root YE" issued by
"ISRG Root X2") is something else: it is needed and never meant here.

**What to do.** Remove the root from the file the server sends, unless a TLSA record of usage 2 (DANE-TA) points to
it: then it has to stay (RFC 7671 §5.2.2), and this rule may be switched off. RFC 8446 §4.4.2.`,

  judge(observation: Observation): Verdict | null {
    return aboutChains(observation, ({ leaf, chain }) => {
      const roots = new Map(
        chain
          .slice(1)
          .filter(isRoot)
          .map((root) => [root.sha256, root]),
      )
      roots.delete(leaf.sha256)
      if (roots.size === 0) return null
      const names = [...roots.values()].map(called)
      return {
        says: `comes with a root that no client needs: ${listed(names)}`,
        fix: `Remove ${roots.size === 1 ? 'it' : 'them'} from the chain the server sends.`,
        evidence: { roots: [...roots.keys()].slice(0, shownLimits.evidenceTexts) },
      }
    })
  },
}
