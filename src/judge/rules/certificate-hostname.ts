import { matchHostname } from '../../model/hostname-match.ts'
import { shownLimits } from '../../model/limits.ts'
import type { Observation } from '../../model/observation.ts'
import { expectedName } from '../../model/target.ts'
import { listed } from '../../model/text.ts'
import { install, thenCheck } from '../command.ts'
import { aboutLeaves } from '../remark.ts'
import type { Rule, Verdict } from '../rule.ts'

/** The certificate is for the name that clients ask for (RFC 9525). */
export const certificateHostname: Rule = {
  id: 'certificate/hostname',
  severity: 'error',
  title: 'The certificate is good for the host name',
  help: `None of the subject alternative names covers the name that was asked for: \`servername\` where given, else
the domain. Only \`dNSName\` entries count for names and only \`iPAddress\` entries for addresses; the common name
counts for nothing. A wildcard is the whole left-most label and stands for exactly one: \`*.example.com\` covers
\`www.example.com\`, but neither \`example.com\` nor \`a.b.example.com\`.

**What to do.** Have a certificate issued that lists the name, or, when the server holds one already, let it choose
by SNI. \`verify_hostname: false\` silences this rule for a target. RFC 9525 §6.3.`,

  judge(observation: Observation): Verdict | null {
    const { target } = observation
    const host = expectedName(target)
    if (host === null) return null
    return aboutLeaves(observation, ({ leaf }) => {
      if (matchHostname(leaf.alternativeNames, host).matches) return null
      const names = leaf.alternativeNames.filter(({ kind }) => kind !== 'other').map(({ value }) => value)
      return {
        says: `is not good for ${host}, but for ${names.length === 0 ? 'no host at all' : listed(names)}`,
        fix: `Have a certificate issued for ${host} and ${install(target)}; if the server has one, check its configuration for ${host}.${thenCheck(target, 'names')}`,
        evidence: {
          host,
          alternative_names: names.slice(0, shownLimits.alternativeNames).map((name) => listed([name])),
          alternative_names_total: names.length,
        },
      }
    })
  },
}
