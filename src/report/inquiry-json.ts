import { appleVerdict, chromeVerdict, type CtVerdict } from '../model/ct-policy.ts'
import { successorOf } from '../model/logged-successor.ts'
import type { Delivery } from '../model/observation.ts'
import { operatorAt, sctsOf } from '../model/transparency.ts'
import { endsInPublicRoot } from '../model/trust.ts'
import type { CertificateJson } from './report-json.ts'
import { serialNumber } from './serial-number.ts'

/** The SCTs of a leaf and what the browsers' policies make of them; `null` where nobody demands any. */
export function transparencyJson(
  delivery: Delivery,
  served: readonly Delivery[],
  now: Date,
): CertificateJson['transparency'] {
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
    logged: loggedJson(delivery, served),
  }
}

/** What a search in the logs found of the leaf; `null`: nobody searched, or the search failed. */
function loggedJson(
  delivery: Delivery,
  served: readonly Delivery[],
): NonNullable<CertificateJson['transparency']>['logged'] {
  const { logged } = delivery
  if (!logged.known) return null
  const { own, otherNames } = logged.value
  const [first] = own.toSorted((one, other) => one.id - other.id)
  const newer = successorOf(delivery, served)
  return {
    found: own.length > 0,
    entries: own.length,
    first:
      first === undefined
        ? null
        : {
            id: first.id,
            issuer_name: first.issuerName,
            not_before: first.notBefore.toISOString(),
            not_after: first.notAfter.toISOString(),
          },
    newest_undeployed: newer === null ? null : serialNumber(octets(newer.serial)),
    other_names: otherNames,
  }
}

function octets(hex: string): string {
  return hex.length % 2 === 0 ? hex : `0${hex}`
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
