import type { Comparison } from '../../model/history.ts'
import type { Observation } from '../../model/observation.ts'
import { keyStrength } from '../key-strength.ts'
import type { ChangeRule, Verdict } from '../rule.ts'
import { aboutSwaps } from '../swap.ts'

/** Another kind or size of key; a new key of the same kind is what a good renewal makes. */
export const changeKey: ChangeRule = {
  id: 'change/key',
  severity: 'notice',
  title: 'The key is of the same kind and size as before',
  help: `The certificate that took the place of the last one has a key of another kind or size, as after a move from
RSA to ECDSA. Old clients may not know the new kind; a weaker key is rarely meant.

**What to do.** Nothing, when it was planned. Strengths are compared by NIST SP 800-57 part 1, table 2; a key that
is too weak by itself is a matter of \`certificate/weak-key\`.`,

  judge(comparison: Comparison, observation: Observation): Verdict | null {
    return aboutSwaps(comparison, observation, ({ previous, current, again }) => {
      if (again || previous.key === current.key) return null
      const [then, now] = [keyStrength(previous.key), keyStrength(current.key)]
      const weaker = then !== null && now !== null && now < then
      return {
        says: `has ${weaker ? 'a weaker key than before' : 'another kind of key'}: ${current.key} instead of ${previous.key}`,
        fix: weaker
          ? `Find out why. To go back, make a key as strong as ${previous.key} and have a certificate issued for it.`
          : 'Nothing is left to do if this was planned.',
        evidence: { key: current.key, previous_key: previous.key },
      }
    })
  },
}
