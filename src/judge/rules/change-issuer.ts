import type { Comparison } from '../../model/history.ts'
import type { Observation } from '../../model/observation.ts'
import { quoted } from '../naming.ts'
import type { ChangeRule, Verdict } from '../rule.ts'
import { aboutSwaps } from '../swap.ts'

/** Another organisation only: a CA picks its intermediates at random. */
export const changeIssuer: ChangeRule = {
  id: 'change/issuer',
  severity: 'warning',
  title: 'The certificate comes from the same CA as before',
  help: `The certificate that took the place of the last one was issued by another organisation. Another intermediate
of the same CA is no finding: CAs pick them at random. A move to another CA is rarely an accident, and one that
nobody planned is the first sign of a hijacked name or of a hosting provider that took over.

**What to do.** Find out who ordered it. A CAA record (RFC 8659) says which CAs may issue for a name, and
\`expect: { issuer: … }\` makes any other an error.`,

  judge(comparison: Comparison, observation: Observation): Verdict | null {
    return aboutSwaps(comparison, observation, ({ rotation, previous, current, again }) => {
      if (again || rotation.kind !== 'reissued') return null
      return {
        says: `now comes from ${quoted(current.issuerOrganisation)}; the one before came from ${quoted(previous.issuerOrganisation)}`,
        fix: 'Find out who ordered this certificate. If the new CA is wanted, see that CAA and `expect: { issuer: … }` name it.',
        evidence: {
          issuer_organisation: current.issuerOrganisation,
          previous_issuer_organisation: previous.issuerOrganisation,
        },
      }
    })
  },
}
