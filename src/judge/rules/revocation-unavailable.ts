import type { Observation } from '../../model/observation.ts'
import { listed, shortened } from '../../model/text.ts'
import { called } from '../naming.ts'
import { aboutChains } from '../remark.ts'
import type { Rule, Verdict } from '../rule.ts'

/** The CA's word on revocation could be had wherever it was asked for. */
export const revocationUnavailable: Rule = {
  id: 'revocation/unavailable',
  severity: 'notice',
  title: "The CA's word on revocation is available",
  help: `Neither the CRL nor the OCSP responder that the certificate, or an intermediate, names gave a verified answer
that is in force: they cannot be reached, are too large, out of date, or wrongly signed. Whether the certificate is
revoked is not known then; it counts neither as good nor as revoked.

**What to do.** Where only this machine cannot reach them, let it (CRLs come over plain HTTP, port 80, from public
addresses; \`revocation: { max_crl_mb: … }\` limits their size). Where nobody can, tell the CA. RFC 5280 §6.3.`,

  judge(observation: Observation): Verdict | null {
    return aboutChains(observation, ({ leaf, revocation }) => {
      const failed = revocation.checks.flatMap(({ certificate, answer }) => {
        if (answer.known || answer.reason === 'not-asked' || answer.reason === 'not-observed') return []
        return [{ certificate, reason: answer.reason, detail: shortened(answer.detail, 200) }]
      })
      if (failed.length === 0) return null
      const whose = failed.map(({ certificate, detail }) => {
        return certificate.sha256 === leaf.sha256 ? detail : `of its issuer ${called(certificate)}: ${detail}`
      })
      return {
        says: `could not be checked for revocation: ${listed(whose, 3)}`,
        fix: 'Let this machine reach the addresses under `crl_urls` and `ocsp_urls` of the report, or tell the CA that they do not answer.',
        evidence: {
          unknown: failed.map(({ certificate, reason, detail }) => ({
            fingerprint_sha256: certificate.sha256,
            reason,
            detail,
          })),
        },
      }
    })
  },
}
