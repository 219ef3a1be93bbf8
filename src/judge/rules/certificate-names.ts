import type { Observation } from '../../model/observation.ts'
import { install } from '../command.ts'
import { aboutLeaves } from '../remark.ts'
import type { Rule, Verdict } from '../rule.ts'

const mostNames = 1000

/** There are names, and not so many that clients give up. */
export const certificateNames: Rule = {
  id: 'certificate/names',
  severity: 'warning',
  title: 'The certificate carries a sensible number of names',
  help: `The certificate has no subject alternative name at all, so it is good for no host whatever its common name
says, or it has more than 1,000, beyond which clients differ: some refuse it, and every handshake carries them all.

**What to do.** List the hosts as subject alternative names; spread very many over several certificates.
RFC 9525 §6.3; CA/Browser Forum Baseline Requirements 7.1.2.7.12.`,

  judge(observation: Observation): Verdict | null {
    const { target } = observation
    return aboutLeaves(observation, ({ leaf }) => {
      const count = leaf.alternativeNames.length
      // An extension that could not be read leaves no names either: then certificate/malformed speaks.
      const unreadable = count === 0 && leaf.problems.length > 0
      if (unreadable || (count > 0 && count <= mostNames)) return null
      const says =
        count === 0
          ? 'has no subject alternative name'
          : `carries ${count} names; some clients stop at ${mostNames}`
      const wish =
        count === 0
          ? 'that lists its hosts as subject alternative names'
          : 'for fewer names, or several of them,'
      return {
        says,
        fix: `Have a certificate issued ${wish} and ${install(target)}.`,
        evidence: { alternative_names_total: count },
      }
    })
  },
}
