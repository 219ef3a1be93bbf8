import { type Certificate, lifetimeDays, type Name, shortName } from '../model/certificate.ts'
import { matchHostname } from '../model/hostname-match.ts'
import type { Delivery } from '../model/observation.ts'
import { expectedName, type Target } from '../model/target.ts'
import type { TrustVerdict } from '../model/trust.ts'
import { revocationJson, transparencyJson } from './inquiry-json.ts'
import type { ServedLeaf } from './leaf.ts'
import type { CertificateJson, LinkJson } from './report-json.ts'
import { serialNumber } from './serial-number.ts'

/** One leaf in full, with the chain that came with it and what both are worth. */
export function certificateJson(
  { certificate, delivery, trust }: ServedLeaf,
  target: Target,
  served: readonly Delivery[],
  now: Date,
): CertificateJson {
  return {
    ...linkJson(certificate),
    version: certificate.version,
    lifetime_days: lifetimeDays(certificate),
    alternative_names: certificate.alternativeNames.map(({ value }) => value),
    spki_sha256: certificate.spkiSha256,
    key_usage: certificate.keyUsage,
    extended_key_usage: certificate.extendedKeyUsage,
    validation: validationOf(certificate.policies),
    must_staple: certificate.mustStaple,
    ocsp_urls: certificate.ocspUrls,
    crl_urls: certificate.crlUrls,
    ca_issuer_urls: certificate.caIssuerUrls,
    chain: delivery.chain.map(linkJson),
    trust: trustJson(trust),
    hostname: hostnameJson(certificate, target),
    transparency: transparencyJson(delivery, served, now),
    revocation: revocationJson(delivery),
  }
}

/** ISO 8601 in UTC; what is not known stays `null`. */
export function utc(instant: Date | null): string | null {
  return instant === null ? null : instant.toISOString()
}

/** CA/Browser Forum, Baseline Requirements §7.1.6.1; the strictest policy names the validation. */
export function validationOf(policies: readonly string[]): CertificateJson['validation'] {
  if (policies.includes('2.23.140.1.1')) return 'ev'
  if (policies.includes('2.23.140.1.2.2')) return 'ov'
  if (policies.includes('2.23.140.1.2.3')) return 'iv'
  return policies.includes('2.23.140.1.2.1') ? 'dv' : null
}

function linkJson(certificate: Certificate): LinkJson {
  const { type, bits, curve } = certificate.key
  return {
    subject: nameJson(certificate.subject),
    issuer: nameJson(certificate.issuer),
    serial_number: serialNumber(certificate.serial),
    not_before: utc(certificate.notBefore),
    not_after: utc(certificate.notAfter),
    key: { type, bits, curve },
    signature_algorithm: certificate.signatureAlgorithm.name,
    fingerprint_sha256: certificate.sha256,
  }
}

function nameJson({ attributes }: Name): Readonly<Record<string, string>> {
  return Object.fromEntries(attributes.map(({ type, value }) => [type, value]))
}

function trustJson(trust: TrustVerdict): CertificateJson['trust'] {
  if (!trust.trusted) return { trusted: false, reason: trust.obstacle.kind, anchor: null, store: null }
  const anchor = trust.path?.certificates.at(-1)
  return {
    trusted: true,
    reason: null,
    anchor: anchor === undefined ? null : shortName(anchor.subject),
    store: trust.by === 'pin' ? 'pin' : trust.path.anchor,
  }
}

function hostnameJson(certificate: Certificate, target: Target): CertificateJson['hostname'] {
  const host = expectedName(target)
  if (host === null) return { matches: null, matched_name: null }
  const { matches, matchedName } = matchHostname(certificate.alternativeNames, host)
  return { matches, matched_name: matchedName }
}
