import type { IpAddress } from './address.ts'
import type { Answer, Unanswered } from './answer.ts'
import type { CipherSuite, TlsVersion } from './observation.ts'

/** What a server would agree to, from SSLv2 to TLS 1.3. Facts only: how good that is, is for `judge/` to say. */
export interface TlsScan {
  /** The one address that stood for the endpoint; `null` where a proxy resolved the name. */
  readonly address: IpAddress | null
  /** Whether the server agrees to a version. A timeout is never a "no". */
  readonly versions: Readonly<Record<TlsVersion, Answer<boolean>>>
  /** One for each version the server agrees to, oldest first. */
  readonly offers: readonly Offer[]
  /** Distinct ephemeral Diffie-Hellman parameters, smallest first. */
  readonly dh: readonly DhParameters[]
  readonly alpn: Answer<readonly string[]>
  readonly features: Features
  /** What the active probes found; `not-asked` without `probes: true`, and where they do not apply. */
  readonly probes: Readonly<Record<ProbeName, Answer<ProbeResult>>>
  /** The hello shapes that the server cannot stand, a sentence each. */
  readonly intolerances: readonly string[]
  /** The first `Strict-Transport-Security` field of an HTTPS answer; `null`: none. `not-asked` where HTTP is not spoken. */
  readonly hsts: Answer<string | null>
  /** Endpoints of this run that speak SSLv2 with an RSA key that this one uses (CVE-2016-0800). */
  readonly sslv2Elsewhere: readonly string[]
}

/** What the server would agree to under one version. */
export interface Offer {
  readonly version: TlsVersion
  /** In the server's own order where it has one, else in the order in which they were found. */
  readonly suites: Enumeration<CipherSuite>
  /** Whether the server picks by its own order; `not-asked` where a single suite leaves nothing to pick. */
  readonly serverPreference: Answer<boolean>
  readonly groups: Enumeration<NamedGroup>
  /** Schemes that the server signs its key exchange with, where that stands in clear (TLS 1.2). */
  readonly signatureSchemes: Enumeration<SignatureScheme>
}

/** All there is, unless something cut the search short. What was found is certain either way. */
export interface Enumeration<T> {
  readonly found: readonly T[]
  /** Why the search ended before its end; `null`: there is no more. */
  readonly cut: Unanswered | null
}

/** TLS Supported Groups registry of IANA. */
export interface NamedGroup {
  readonly id: number
  /** IANA's name, or the id in hex for a number nobody registered. */
  readonly name: string
  /** Size of the field, or of the prime; `null` where the notion does not apply (ML-KEM) or nobody knows. */
  readonly bits: number | null
  readonly postQuantum: boolean
}

export interface SignatureScheme {
  readonly id: number
  readonly name: string
}

/** The group of a DHE key exchange, as ServerKeyExchange shows it. */
export interface DhParameters {
  readonly bits: number
  /** Lower-case hex, leading zeros stripped. */
  readonly prime: string
  /** The name under which this prime is known, as in `RFC 2409 Oakley group 2`; `null`: the server's own. */
  readonly known: string | null
  /** Whether it is one of RFC 7919, whose primes are shared on purpose. */
  readonly rfc7919: boolean
  /** Whether a DHE_EXPORT suite used it. */
  readonly exportGrade: boolean
}

/** Each `not-asked` where it does not apply: none of the first five exists in TLS 1.3. */
export interface Features {
  /** RFC 5746. */
  readonly secureRenegotiation: Answer<boolean>
  /** RFC 7627. */
  readonly extendedMasterSecret: Answer<boolean>
  /** RFC 7366. */
  readonly encryptThenMac: Answer<boolean>
  /** RFC 7507. */
  readonly fallbackScsv: Answer<boolean>
  /** RFC 3749: DEFLATE. */
  readonly compression: Answer<boolean>
  /** RFC 5077, RFC 8446 §4.6.1. */
  readonly sessionTickets: Answer<boolean>
  /** RFC 6066 §8: the DER of an OCSPResponse; `null`: none was stapled. */
  readonly staple: Answer<Uint8Array | null>
  /** RFC 6962 §3.3.1: a SignedCertificateTimestampList; `null`: none was sent. */
  readonly scts: Answer<Uint8Array | null>
  /** Whether a certificate of the client's is asked for. */
  readonly clientCertificateRequested: Answer<boolean>
}

export const probeNames = ['heartbleed', 'ccs-injection', 'robot', 'insecure-renegotiation'] as const
export type ProbeName = (typeof probeNames)[number]

export interface ProbeResult {
  readonly vulnerable: boolean
  /** What the server did, in one sentence. */
  readonly evidence: string
}
