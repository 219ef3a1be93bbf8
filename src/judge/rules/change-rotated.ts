import type { Comparison } from '../../model/history.ts'
import type { Observation } from '../../model/observation.ts'
import { namesWords, rotationWords } from '../../model/rotation.ts'
import type { ChangeRule, Verdict } from '../rule.ts'
import { aboutSwaps } from '../swap.ts'

/** Silent about leaves that come back: change/rolled-back and change/alternating speak of them. */
export const changeRotated: ChangeRule = {
  id: 'change/rotated',
  severity: 'notice',
  title: 'The certificate is the one of the last run',
  help: `Since the last run another certificate took the place of the one served then: it was *renewed* (same CA, same
key), *rekeyed* (same CA, new key) or *reissued* (another CA). Certificates are compared with those of the same key
type; two that are served side by side, and a server that did not answer, are no rotation.

**What to do.** Nothing, when you or your automation renewed it. When nobody did, find out who ordered the
certificate: the logs of Certificate Transparency (RFC 6962) know when it was issued.`,

  judge(comparison: Comparison, observation: Observation): Verdict | null {
    return aboutSwaps(comparison, observation, (swap) => {
      if (swap.again || swap.rotation.kind === 'rolled-back') return null
      return {
        says: `was ${rotationWords(swap.rotation, swap)}${namesWords(swap)}`,
        fix: 'Nothing is left to do if this was planned. If it was not, find out who ordered the certificate.',
      }
    })
  },
}
