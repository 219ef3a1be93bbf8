import type { Observation } from '../../model/observation.ts'
import { install } from '../command.ts'
import { aboutLeaves } from '../remark.ts'
import type { Rule, Verdict } from '../rule.ts'

/** A promise to staple can only be kept where there is an OCSP responder to ask. */
export const certificateMustStaple: Rule = {
  id: 'certificate/must-staple',
  severity: 'warning',
  title: 'A certificate that demands stapling names an OCSP responder',
  help: `The certificate demands a stapled OCSP answer (TLS feature \`status_request\`, "must-staple") but names no
OCSP responder, so the server has nothing to staple, and clients that heed the demand refuse the connection.
Public CAs are leaving OCSP: Let's Encrypt switched it off in 2025.

**What to do.** Have the certificate issued again without must-staple (certbot: drop \`--must-staple\`). RFC 7633.`,

  judge(observation: Observation): Verdict | null {
    const { target } = observation
    return aboutLeaves(observation, ({ leaf }) => {
      if (!leaf.mustStaple || leaf.ocspUrls.length > 0) return null
      return {
        says: 'demands a stapled OCSP answer but names no OCSP responder',
        fix: `Have the certificate issued again without must-staple (with certbot: leave out \`--must-staple\`) and ${install(target)}.`,
        evidence: { must_staple: true, ocsp_urls: [] },
      }
    })
  },
}
