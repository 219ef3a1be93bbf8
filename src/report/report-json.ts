import type { Reason } from '../model/answer.ts'
import type { ChangeType, RotationKind } from '../model/change.ts'
import type { EvidenceValue, Severity, Status } from '../model/finding.ts'
import type { TlsVersion } from '../model/observation.ts'
import type { Strength } from '../model/suite-strength.ts'

/**
 * The report as other programs read it: snake_case, times in ISO 8601 ending in Z, unknown is `null`.
 * `report-schema.ts` says the same to a validator; the compiler and the tests hold the two together.
 */
export interface ReportJson {
  readonly schema_version: '1.0'
  readonly generator: {
    readonly name: string
    readonly version: string
    readonly node: string
    readonly openssl: string
    readonly trust_store: { readonly name: string; readonly roots: number; readonly sha256: string }
  }
  readonly run: {
    readonly id: string | null
    readonly url: string | null
    readonly event: string | null
    readonly ref: string | null
    readonly sha: string | null
    readonly monitor: string
    readonly config: { readonly path: string; readonly sha256: string } | null
    readonly judged_at: string
  }
  readonly summary: SummaryJson
  readonly findings: readonly FindingJson[]
  readonly results: readonly ResultJson[]
  readonly errors: readonly ErrorJson[]
}

export interface SummaryJson {
  readonly timestamp: string
  readonly duration_seconds: number
  readonly total_domains: number
  readonly status_counts: Readonly<Record<Status, number>>
  readonly demoted: { readonly findings: number; readonly endpoints: number } | null
  readonly expiration_summary: {
    readonly expired: number
    readonly expires_within_30_days: number
    readonly expires_within_90_days: number
    readonly expires_after_90_days: number
    readonly unknown: number
  }
  readonly changed_certificates: number | null
  readonly by_issuer: Readonly<Record<string, number>>
  readonly by_grade: Readonly<Record<string, number>>
  readonly connections: number
}

export interface FindingJson {
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  readonly fix: string
  readonly reference: string
  readonly evidence: Readonly<Record<string, EvidenceValue>>
  readonly key: string
  readonly since: string | null
  readonly waived_until: string | null
}

export interface ErrorJson {
  readonly id: string
  readonly domain: string | null
  readonly port: number | null
  readonly reason: Reason
  readonly message: string
}

export interface ResultJson {
  readonly id: string
  readonly kind: 'endpoint' | 'file'
  readonly source: { readonly file: string; readonly line: number; readonly column: number } | null
  readonly timestamp: string
  readonly name: string
  readonly domain: string | null
  readonly port: number | null
  readonly addresses: readonly AddressJson[]
  readonly servername: string | null
  readonly starttls: string | null
  readonly tags: readonly string[]
  readonly owner: string | null
  readonly runbook: string | null
  readonly status: Status
  readonly demoted: boolean
  readonly message: string
  readonly response_time: number
  readonly days_until_expiration: number | null
  readonly not_before: string | null
  readonly not_after: string | null
  readonly issuer: string | null
  readonly subject_name: string | null
  readonly serial_number: string | null
  readonly fingerprint_sha256: string | null
  readonly protocol: TlsVersion | null
  readonly cipher: readonly [string, string, number | null] | null
  readonly certificates: readonly CertificateJson[]
  readonly tls: TlsJson | null
  readonly changes: readonly ChangeJson[]
  readonly rotation: RotationJson | null
  readonly rotations: readonly RotationJson[]
  readonly history: {
    readonly first_seen: string | null
    readonly unchanged_since: string | null
    readonly words: string
  }
  readonly findings: readonly FindingJson[]
}

export interface AddressJson {
  readonly address: string | null
  readonly answered: boolean | null
  readonly reason: Reason | null
  readonly fingerprint_sha256: string | null
}

/** A certificate as it stands in a chain. */
export interface LinkJson {
  readonly subject: Readonly<Record<string, string>>
  readonly issuer: Readonly<Record<string, string>>
  readonly serial_number: string
  readonly not_before: string | null
  readonly not_after: string | null
  readonly key: { readonly type: string; readonly bits: number | null; readonly curve: string | null }
  readonly signature_algorithm: string
  readonly fingerprint_sha256: string
}

/** A leaf, with everything known about it. */
export interface CertificateJson extends LinkJson {
  readonly version: number
  readonly lifetime_days: number | null
  readonly alternative_names: readonly string[]
  readonly spki_sha256: string
  readonly key_usage: readonly string[] | null
  readonly extended_key_usage: readonly string[] | null
  readonly validation: 'dv' | 'ov' | 'ev' | 'iv' | null
  readonly must_staple: boolean
  readonly ocsp_urls: readonly string[]
  readonly crl_urls: readonly string[]
  readonly ca_issuer_urls: readonly string[]
  readonly chain: readonly LinkJson[]
  readonly trust: {
    readonly trusted: boolean | null
    readonly reason: string | null
    readonly anchor: string | null
    readonly store: 'public' | 'custom' | 'pin' | null
  }
  readonly hostname: { readonly matches: boolean | null; readonly matched_name: string | null }
  readonly transparency: TransparencyJson | null
  readonly revocation: RevocationJson | null
}

interface TransparencyJson {
  readonly compliant: boolean | null
  readonly scts: readonly {
    readonly log: string | null
    readonly operator: string | null
    readonly timestamp: string
    readonly source: string
    readonly valid: boolean | null
  }[]
  readonly logged: {
    readonly found: boolean
    readonly entries: number
    readonly first: {
      readonly id: number
      readonly issuer_name: string
      readonly not_before: string | null
      readonly not_after: string | null
    } | null
    readonly newest_undeployed: string | null
    readonly other_names: readonly string[]
  } | null
}

interface RevocationJson {
  readonly status: 'good' | 'revoked' | 'unknown'
  readonly method: string | null
  readonly checked_at: string | null
  readonly stapled: boolean | null
}

/** A version that is missing was not offered, or nothing is known about it. */
export type ByVersion<T> = Readonly<Partial<Record<TlsVersion, T>>>

export interface TlsJson {
  readonly address: string | null
  readonly versions: ByVersion<boolean | null>
  readonly cipher_suites: ByVersion<readonly SuiteJson[]>
  readonly server_preference: ByVersion<boolean | null>
  readonly groups: ByVersion<readonly string[]>
  readonly signature_schemes: ByVersion<readonly string[]>
  readonly dh_bits: number | null
  readonly dh_groups: readonly {
    readonly bits: number
    readonly name: string | null
    readonly rfc7919: boolean
    readonly export: boolean
  }[]
  readonly post_quantum: boolean | null
  readonly alpn: readonly string[] | null
  readonly features: Readonly<Record<string, boolean | string | null>>
  readonly intolerances: readonly string[]
  readonly incomplete: readonly {
    readonly list: string
    readonly version: TlsVersion
    readonly reason: Reason
    readonly message: string
  }[]
  readonly vulnerabilities: Readonly<
    Record<string, { readonly vulnerable: boolean | null; readonly evidence: string }>
  >
  readonly not_tested: readonly string[]
  readonly grade: string | null
  readonly grade_trust_ignored: string | null
  readonly grade_guide: string
  readonly security_score: number | null
  readonly scores: {
    readonly protocol: number | null
    readonly key_exchange: number | null
    readonly cipher: number | null
  }
  readonly caps: readonly string[]
  readonly security_issues: readonly string[]
  readonly mozilla_profile: 'modern' | 'intermediate' | 'old' | 'none' | null
  readonly mozilla_version: string
  readonly mozilla_obstacle: string | null
}

export interface SuiteJson {
  readonly id: string
  readonly name: string
  readonly openssl: string | null
  readonly bits: number | null
  readonly strength: Strength | null
}

export interface ChangeJson {
  readonly type: ChangeType
  readonly old: string | readonly string[]
  readonly new: string | readonly string[]
}

export interface RotationJson {
  readonly kind: RotationKind
  readonly at: string
  readonly previous_fingerprint: string
  readonly days_before_expiry: number | null
}
