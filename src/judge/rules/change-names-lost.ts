import type { Comparison } from '../../model/history.ts'
import { shownLimits } from '../../model/limits.ts'
import type { Observation } from '../../model/observation.ts'
import { lostNames } from '../../model/rotation.ts'
import { listed } from '../../model/text.ts'
import { thenCheck } from '../command.ts'
import type { ChangeRule, Verdict } from '../rule.ts'
import { aboutSwaps } from '../swap.ts'

/** A name that a wildcard covers is not lost. */
export const changeNamesLost: ChangeRule = {
  id: 'change/names-lost',
  severity: 'warning',
  title: 'The certificate still holds every name of the one before',
  help: `The certificate that took the place of the last one no longer holds all of its subject alternative names, and
no wildcard covers them. Whoever uses such a name with this server gets an error.

**What to do.** When the name is still in use, order a certificate that holds it; else remove it from DNS and from
your configuration. RFC 5280 §4.2.1.6; RFC 9525 §6.3.`,

  judge(comparison: Comparison, observation: Observation): Verdict | null {
    return aboutSwaps(comparison, observation, ({ previous, current, sightings }) => {
      const lost = lostNames(previous.names, current.names)
      if (lost.length === 0) return null
      return {
        says: `no longer holds ${listed(lost, 10)}`,
        fix: `If a name is still in use, have a certificate issued that holds it.${thenCheck(observation.target, 'names', sightings)}`,
        evidence: { names_lost: lost.slice(0, shownLimits.evidence) },
      }
    })
  },
}
