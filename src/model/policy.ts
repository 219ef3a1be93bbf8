import type { IpAddress } from './address.ts'
import type { Severity } from './finding.ts'
import type { RuleId } from './rule-id.ts'

/** Thresholds and wishes for one target, fully resolved: no field is optional, no default is left to find. */
export interface Policy {
  readonly expiry: Expiry
  readonly checkChain: boolean
  readonly verifyHostname: boolean
  readonly expect: {
    /** A whole organisation or common name, compared ignoring case; `null`: any. */
    readonly issuer: string | null
    /** Base64 pins; empty: any. */
    readonly spkiSha256: readonly string[]
  }
  /** Only the rules whose severity the user changed. */
  readonly severities: ReadonlyMap<RuleId, Severity | 'off'>
  /** Only the waivers that match this target. */
  readonly waivers: readonly Waiver[]
}

export interface Expiry {
  readonly warningDays: number | 'auto'
  readonly criticalDays: number | 'auto'
}

/** A finding the user knows and accepts until a date. */
export interface Waiver {
  /** A glob over rule ids: `*` stands for any characters. */
  readonly rule: string
  /** A glob over host, host:port or name. */
  readonly domain: string
  readonly reason: string
  /** The last day, as a date in UTC: the waiver ends when the day does. */
  readonly until: Date
}

/** How the run may use the network. */
export interface NetworkPolicy {
  readonly concurrency: number
  readonly connectionsPerHost: number
  /** Whether addresses that are not globally reachable may be contacted. */
  readonly allowPrivate: boolean
  /** An HTTP proxy, credentials included; `null`: none. */
  readonly proxy: URL | null
}

/** What is asked of others than the endpoints themselves. */
export interface InquiryPolicy {
  readonly transparency: {
    /** Where the list of logs is, instead of at Google's official address. */
    readonly logListUrl: string | null
    /** Whether a search service is asked what the logs hold for each domain. */
    readonly lookup: boolean
    /** Where that service is, instead of at crt.sh. */
    readonly searchUrl: string | null
  }
  readonly revocation: {
    readonly enabled: boolean
    readonly mostCrlBytes: number
  }
  readonly renewal: {
    /** Whether CAs are asked when they would like a certificate to be renewed. */
    readonly ari: boolean
    /** ACME directories by the name of the issuer, which stand before those that are known. */
    readonly directories: ReadonlyMap<string, string>
  }
  readonly dns: {
    readonly caa: boolean
    readonly dane: boolean
    /** Who is asked, instead of the system's resolver. */
    readonly resolver: { readonly address: IpAddress; readonly port: number } | null
  }
}
