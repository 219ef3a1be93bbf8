import type { Observation } from '../../model/observation.ts'
import { install } from '../command.ts'
import { aboutLeaves } from '../remark.ts'
import type { Rule, Verdict } from '../rule.ts'

/** A server does not hold the key of a CA. */
export const certificateCaAsLeaf: Rule = {
  id: 'certificate/ca-as-leaf',
  severity: 'warning',
  title: 'The certificate of the server is not that of a CA',
  help: `The server shows a certificate whose basic constraints say CA:TRUE. Whoever trusts it lets the key on that
server sign certificates for any name. \`openssl req -x509\` makes such certificates unless told otherwise.

**What to do.** Issue a leaf with CA:FALSE for the server and keep the CA's key elsewhere. RFC 5280 §4.2.1.9.`,

  judge(observation: Observation): Verdict | null {
    const { target } = observation
    return aboutLeaves(observation, ({ leaf }) => {
      if (leaf.basicConstraints?.ca !== true) return null
      return {
        says: 'is that of a CA (basic constraints CA:TRUE)',
        fix: `Issue a certificate with basicConstraints=CA:FALSE in its place and ${install(target)}.`,
        evidence: { self_issued: leaf.selfIssued, path_length: leaf.basicConstraints.pathLength },
      }
    })
  },
}
