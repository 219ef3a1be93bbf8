import { appleVerdict, chromeVerdict, type CtVerdict } from '../model/ct-policy.ts'
import type { Delivery } from '../model/observation.ts'
import { operatorAt, sctsOf } from '../model/transparency.ts'
import { endsInPublicRoot } from '../model/trust.ts'
import type { CertificateJson } from './report-json.ts'

/** The SCTs of a leaf and what the browsers' policies make of them; `null` where nobody demands any. */
export function transparencyJson(delivery: Delivery, now: Date): CertificateJson['transparency'] {
  if (!endsInPublicRoot(delivery)) return null
  return {
    compliant: compliant(delivery, now),
    scts: sctsOf(delivery.transparency).map((sct) => {
      const { source, timestamp, signed } = sct
      const log = sct.logs.chrome ?? sct.logs.apple
      return {
        log: log?.name ?? null,
        operator: log === null ? null : operatorAt(log, timestamp),
        timestamp: timestamp.toISOString(),
        source,
        valid: signed,
      }
    }),
    logged: null,
  }
}

/** Whether Chrome and Apple are both content; `null`: too little is known, or the certificate has expired. */
export function compliant({ leaf, transparency }: Delivery, now: Date): boolean | null {
  const { notBefore, notAfter } = leaf
  if (notBefore === null || notAfter === null || notAfter < now) return null
  const subject = { evidence: transparency, notBefore, notAfter, now }
  const verdicts: readonly CtVerdict[] = [chromeVerdict(subject), appleVerdict(subject)]
  if (verdicts.some((verdict) => verdict.compliant === false)) return false
  return verdicts.every((verdict) => verdict.compliant === true) ? true : null
}

/** What the CA says of the leaf; `null` where nobody was asked. */
export function revocationJson({ leaf, revocation }: Delivery): CertificateJson['revocation'] {
  const { checks, staple } = revocation
  const answer = checks.find(({ certificate }) => certificate.sha256 === leaf.sha256)?.answer
  if (answer === undefined) return null
  const stapled = staple.known ? staple.value !== null : null
  if (!answer.known) return { status: 'unknown', method: null, checked_at: null, stapled }
  const { status, source, thisUpdate } = answer.value
  return { status, method: source, checked_at: thisUpdate.toISOString(), stapled }
}
