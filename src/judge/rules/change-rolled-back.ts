import type { Comparison } from '../../model/history.ts'
import type { Observation } from '../../model/observation.ts'
import { namesWords, rotationWords } from '../../model/rotation.ts'
import { install, thenCheck } from '../command.ts'
import type { ChangeRule, Verdict } from '../rule.ts'
import { aboutSwaps } from '../swap.ts'

/** Two leaves that take turns within a week are for change/alternating. */
export const changeRolledBack: ChangeRule = {
  id: 'change/rolled-back',
  severity: 'warning',
  title: 'No earlier certificate is back',
  help: `The endpoint serves a certificate that it served before the last one: a backup was restored, an old machine
came back, or a deployment was undone. The old one expires first, and its key may have been replaced for a reason.

**What to do.** Install the newer certificate again, and find out which machine or job still holds the old one.`,

  judge(comparison: Comparison, observation: Observation): Verdict | null {
    return aboutSwaps(comparison, observation, (swap) => {
      if (swap.again || swap.rotation.kind !== 'rolled-back') return null
      const { target } = observation
      return {
        says: `was ${rotationWords(swap.rotation, swap)}${namesWords(swap)}`,
        fix: `Install the newer certificate again and ${install(target)}.${thenCheck(target, 'dates', swap.sightings)}`,
        evidence: { not_after: swap.current.notAfter?.toISOString() ?? null },
      }
    })
  },
}
