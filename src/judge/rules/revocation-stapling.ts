import type { Observation } from '../../model/observation.ts'
import { shortened } from '../../model/text.ts'
import { aboutLeaves } from '../remark.ts'
import type { Rule, Verdict } from '../rule.ts'

/** Where the server staples an OCSP answer, it is one that proves something. */
export const revocationStapling: Rule = {
  id: 'revocation/stapling',
  severity: 'notice',
  title: 'A stapled OCSP answer is verified and in force',
  help: `The server staples an OCSP answer to its handshake that proves nothing: it is out of date, about another
certificate, not signed by the issuer or its delegate, or says that the responder does not know the certificate. Some
clients refuse the connection because of it, while a missing staple harms nobody.

**What to do.** Let the server fetch its staple again (its way to the CA's OCSP responder may be blocked), or switch
stapling off. A certificate that demands a staple is judged under \`certificate/must-staple\`. RFC 6066 §8, RFC 6960.`,

  judge(observation: Observation): Verdict | null {
    return aboutLeaves(observation, ({ leaf, revocation: { staple } }) => {
      if (leaf.mustStaple || !staple.known || staple.value === null) return null
      const fault = staple.value.sound
        ? staple.value.says === 'unknown'
          ? 'ocsp: the responder does not know the certificate'
          : null
        : staple.value.fault
      if (fault === null) return null
      return {
        says: `comes with a stapled OCSP answer that proves nothing (${shortened(fault, 200)})`,
        fix: 'Let the server fetch its OCSP answer again, or switch stapling off.',
        evidence: { fault: shortened(fault, 200) },
      }
    })
  },
}
