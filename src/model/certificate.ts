import type { IpAddress } from './address.ts'

declare const brand: unique symbol

/** A SHA-256 digest as 64 lower-case hex digits. */
export type Sha256 = string & { readonly [brand]: 'Sha256' }

/**
 * An X.509 certificate as read from its DER (RFC 5280). A field that cannot be read is `null` and named
 * in `problems`: it spoils that field, not the certificate. Facts only, no verdicts.
 */
export interface Certificate {
  readonly der: Uint8Array
  readonly sha256: Sha256
  /** 1, 2 or 3. */
  readonly version: number
  /** The content octets of the INTEGER, lower-case hex, a leading 00 kept. */
  readonly serial: string
  readonly subject: Name
  readonly issuer: Name
  /** `null` where RFC 5280 §4.1.2.5 does not allow what stands there. */
  readonly notBefore: Date | null
  readonly notAfter: Date | null
  readonly alternativeNames: readonly AlternativeName[]
  readonly key: PublicKey
  /** Base64 of SHA-256 over the SubjectPublicKeyInfo: what a pin holds (RFC 7469 §2.4). */
  readonly spkiSha256: string
  readonly signatureAlgorithm: SignatureAlgorithm
  /** `null` when the extension is absent: then every use is allowed. Names as in RFC 5280 §4.2.1.3. */
  readonly keyUsage: readonly string[] | null
  /** `null` when absent. `serverAuth`, `clientAuth` … or the dotted OID where it has no name here. */
  readonly extendedKeyUsage: readonly string[] | null
  readonly basicConstraints: { readonly ca: boolean; readonly pathLength: number | null } | null
  readonly nameConstraints: NameConstraints | null
  readonly policies: readonly string[]
  /** TLS feature status_request (RFC 7633). */
  readonly mustStaple: boolean
  readonly ocspUrls: readonly string[]
  readonly crlUrls: readonly string[]
  readonly caIssuerUrls: readonly string[]
  /** Lower-case hex, `null` when absent. */
  readonly subjectKeyId: string | null
  readonly authorityKeyId: string | null
  /** Issuer and subject are the same name; says nothing about who signed. */
  readonly selfIssued: boolean
  /** Dotted OIDs of critical extensions that this program does not process (RFC 5280 §4.2). */
  readonly unknownCritical: readonly string[]
  /** What could not be read or breaks DER, a sentence each. */
  readonly problems: readonly string[]
}

/** A distinguished name: its attributes in order, and the DER by which names are compared. */
export interface Name {
  readonly attributes: readonly { readonly type: string; readonly value: string }[]
  readonly der: Uint8Array
}

export type AlternativeName =
  | { readonly kind: 'dns'; readonly value: string }
  | { readonly kind: 'ip'; readonly value: IpAddress }
  /** rfc822Name, URI, otherName and the rest: shown, never matched against a host. */
  | { readonly kind: 'other'; readonly value: string }

export interface PublicKey {
  /** `RSA`, `RSA-PSS`, `EC`, `Ed25519`, `Ed448`, `DSA`, `ML-DSA-65` …, or the dotted OID. */
  readonly type: string
  /** Modulus or field size; `null` where the notion does not apply or the key is unknown. */
  readonly bits: number | null
  /** The curve's IANA or SEC name (`P-256`, `secp256k1`), for EC keys only. */
  readonly curve: string | null
  /** RSA's public exponent in decimal. */
  readonly exponent: string | null
  /** The SubjectPublicKeyInfo as it stands in the certificate. */
  readonly spki: Uint8Array
}

export interface SignatureAlgorithm {
  /** As in the standards: `sha256WithRSAEncryption`, `ecdsa-with-SHA384`, `id-RSASSA-PSS`, or the OID. */
  readonly name: string
  /** `MD5`, `SHA-1`, `SHA-256` …; `null` where the algorithm has its own (Ed25519, ML-DSA) or is unknown. */
  readonly hash: string | null
}

/** RFC 5280 §4.2.1.10. An empty `permitted` list of a kind means that kind is not limited. */
export interface NameConstraints {
  readonly permitted: readonly GeneralSubtree[]
  readonly excluded: readonly GeneralSubtree[]
}

export type GeneralSubtree =
  | { readonly kind: 'dns'; readonly base: string }
  | { readonly kind: 'ip'; readonly address: Uint8Array; readonly mask: Uint8Array }
  | { readonly kind: 'directory'; readonly der: Uint8Array }
  /** A kind this program does not compare; `tag` is the GeneralName's context tag. */
  | { readonly kind: 'other'; readonly tag: number }

/** The last value of an attribute, the most specific one: RFC 5280 names go from general to special. */
export function attribute(name: Name, type: string): string | null {
  return name.attributes.findLast((entry) => entry.type === type)?.value ?? null
}

/** What people call the holder of a name: common name, else organisation, else whatever stands there. */
export function shortName(name: Name): string {
  return (
    attribute(name, 'commonName') ??
    attribute(name, 'organizationName') ??
    attribute(name, 'organizationalUnitName') ??
    name.attributes.map(({ type, value }) => `${type}=${value}`).join(', ')
  )
}

const secondMs = 1000
export const dayMs = 86_400_000

/** Validity in days, notBefore through notAfter inclusive (RFC 5280 §4.1.2.5); `null` when not known. */
export function lifetimeDays(certificate: Certificate): number | null {
  const { notBefore, notAfter } = certificate
  if (notBefore === null || notAfter === null) return null
  return (notAfter.getTime() - notBefore.getTime() + secondMs) / dayMs
}

/** Days from `now` to notAfter, negative once expired, not rounded; `null` when notAfter is not known. */
export function daysLeft(certificate: Certificate, now: Date): number | null {
  if (certificate.notAfter === null) return null
  return (certificate.notAfter.getTime() - now.getTime()) / dayMs
}
