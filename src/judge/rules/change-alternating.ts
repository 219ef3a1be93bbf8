import type { Comparison } from '../../model/history.ts'
import type { Observation } from '../../model/observation.ts'
import type { ChangeRule, Verdict } from '../rule.ts'
import { aboutSwaps } from '../swap.ts'

/** Takes the place of change/rolled-back and change/rotated. */
export const changeAlternating: ChangeRule = {
  id: 'change/alternating',
  severity: 'notice',
  title: 'The same certificate is served from run to run',
  help: `The same two certificates took each other's place for the second time within seven days. Mostly several
servers stand behind one name, and not all of them have got the new certificate; or a new one was undone at once.

**What to do.** Install the same certificate on every server behind the name. \`addresses: all\` looks at every
address in each run, and then says which one differs.`,

  judge(comparison: Comparison, observation: Observation): Verdict | null {
    return aboutSwaps(comparison, observation, ({ again, previous, current }) => {
      if (!again) return null
      return {
        says: `takes turns with another: ${short(current.sha256)} took the place of ${short(previous.sha256)}, the second swap within 7 days`,
        fix: 'Install the same certificate on every server behind this name.',
      }
    })
  },
}

function short(sha256: string): string {
  return sha256.slice(0, 8)
}
