import type { Observation } from '../../model/observation.ts'
import type { RevocationEvidence } from '../../model/revocation.ts'
import { shortened } from '../../model/text.ts'
import { install } from '../command.ts'
import { aboutLeaves } from '../remark.ts'
import type { Rule, Verdict } from '../rule.ts'

/** A promise to staple is kept, and can be: there is an OCSP responder to ask. */
export const certificateMustStaple: Rule = {
  id: 'certificate/must-staple',
  severity: 'warning',
  title: 'A certificate that demands stapling comes with a staple',
  help: `The certificate demands a stapled OCSP answer (TLS feature \`status_request\`, "must-staple"), and either
names no OCSP responder, so that the server has nothing to staple, or the server staples nothing, or nothing that
proves anything. Clients that heed the demand refuse the connection. Public CAs are leaving OCSP: Let's Encrypt
switched it off in 2025.

**What to do.** Switch stapling on in the server, or have the certificate issued again without must-staple (certbot:
drop \`--must-staple\`). RFC 7633.`,

  judge(observation: Observation): Verdict | null {
    const { target } = observation
    return aboutLeaves(observation, ({ leaf, revocation: { staple } }) => {
      if (!leaf.mustStaple) return null
      if (leaf.ocspUrls.length === 0) {
        return {
          says: 'demands a stapled OCSP answer but names no OCSP responder',
          fix: `Have the certificate issued again without must-staple (with certbot: leave out \`--must-staple\`) and ${install(target)}.`,
          evidence: { must_staple: true, ocsp_urls: [] },
        }
      }
      const fault = faultOf(staple)
      if (fault === null) return null
      return {
        says: `demands a stapled OCSP answer, but ${fault}`,
        fix: 'Switch OCSP stapling on in the server and let it reach the OCSP responder, or have the certificate issued again without must-staple.',
        evidence: { must_staple: true, fault },
      }
    })
  },
}

function faultOf(staple: RevocationEvidence['staple']): string | null {
  if (!staple.known) return null
  if (staple.value === null) return 'the server staples none'
  if (!staple.value.sound) return `the one stapled proves nothing (${shortened(staple.value.fault, 200)})`
  return staple.value.says === 'unknown' ? 'the responder does not know the certificate' : null
}
