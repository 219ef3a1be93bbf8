import type { IpAddress } from './address.ts'
import type { Answer } from './answer.ts'
import type { Certificate, Sha256 } from './certificate.ts'
import type { CaaCheck, DaneEvidence } from './dns-evidence.ts'
import type { LoggedEvidence } from './logged.ts'
import type { RenewalAdvice } from './renewal.ts'
import type { RevocationEvidence } from './revocation.ts'
import type { Target } from './target.ts'
import type { TlsScan } from './tls-scan.ts'
import type { TransparencyEvidence } from './transparency.ts'

/** All answers from one target at one instant. Facts only: whether they are good is for `judge/` to say. */
export interface Observation {
  readonly target: Target
  readonly at: Date
  readonly durationMs: number
  /** TCP connections made to the endpoint. */
  readonly connections: number
  /** Every address that was considered; empty for files and for names that do not resolve. */
  readonly addresses: readonly AddressAnswer[]
  /**
   * Every distinct chain that was served, or that the file holds; never empty when known.
   * Unknown only when no address answered: then this is the worst reason among them.
   */
  readonly deliveries: Answer<readonly Delivery[]>
  /** `not-asked` for files and where a scan of certificates was wanted. */
  readonly tls: Answer<TlsScan>
}

export interface AddressAnswer {
  /** `null` where a proxy resolved the name. */
  readonly address: IpAddress | null
  /** The leaf served to an ordinary client. */
  readonly leaf: Answer<Sha256>
  /**
   * The leaf of the other key type (RSA beside ECDSA), `null` when the server has none.
   * Known only where asking was possible: a timeout is not a "no".
   */
  readonly otherLeaf: Answer<Sha256 | null>
}

/** One chain as it was sent, with all handshakes that saw it and what trust can be built on it. */
export interface Delivery {
  readonly leaf: Certificate
  /** As sent, leaf first, doubles and strangers included. */
  readonly chain: readonly Certificate[]
  /** What was sent above the leaf and could not be read as a certificate, a sentence each. */
  readonly unreadable: readonly string[]
  /** Empty for files. */
  readonly sightings: readonly Sighting[]
  readonly trust: TrustEvidence
  /** RFC 6066 §8: the DER of an OCSPResponse; `null`: none was stapled. */
  readonly staple: Answer<Uint8Array | null>
  readonly transparency: TransparencyEvidence
  readonly revocation: RevocationEvidence
  /** When the CA would like it to be renewed; known only where the CA speaks ARI. */
  readonly renewal: Answer<RenewalAdvice>
  /** What a search in the logs found. */
  readonly logged: Answer<LoggedEvidence>
  /** For each name that was asked about; empty where nobody was. */
  readonly caa: readonly CaaCheck[]
  readonly dane: Answer<DaneEvidence>
}

/** One handshake that saw a chain. */
export interface Sighting {
  readonly address: IpAddress | null
  /**
   * Whether an ordinary client asked, one that accepts one kind of key only, or the scan, whose hellos offer one
   * version and the weakest suites first: no client is answered so.
   */
  readonly asked: 'any' | 'rsa' | 'ecdsa' | 'scan'
  readonly protocol: TlsVersion
  readonly suite: CipherSuite
  /**
   * Whether the server turned us away after it had shown its certificate, as one does that demands one of ours.
   * `null` in TLS 1.3, where it says so only after the handshake.
   */
  readonly clientCertificateDemanded: boolean | null
}

export const tlsVersions = ['SSLv2', 'SSLv3', 'TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'] as const
export type TlsVersion = (typeof tlsVersions)[number]

/** A cipher suite by its number, with what the tables know of it. */
export interface CipherSuite {
  readonly id: number
  /** IANA's name, or the id in hex for a number nobody registered. */
  readonly name: string
  readonly openssl: string | null
  /** Effective strength; `null` for a number nobody registered. */
  readonly bits: number | null
  readonly forwardSecrecy: boolean | null
  /** `NULL-ENC`, `ANON`, `EXPORT`, `RC4`, `BLOCK64`, `LT112`, `CBC` … as in the tables. */
  readonly flags: readonly string[]
}

/**
 * What trust can be built from a chain and the stores, time left aside: signatures, names of issuers, CA and
 * path-length constraints, key usages, name constraints. Whether a path holds *now* is a question for `judge/`.
 */
export interface TrustEvidence {
  /** Every path found, the one that lasts longest first; empty when no anchor was reached. */
  readonly paths: readonly TrustPath[]
  /** Why there is no path; `null` when there is one. */
  readonly obstacle: Obstacle | null
}

export interface TrustPath {
  /** Leaf first, anchor last; one certificate when the leaf itself is an anchor. */
  readonly certificates: readonly Certificate[]
  readonly anchor: 'public' | 'custom'
}

export type Obstacle =
  /** The leaf is its own issuer and its own signer. */
  | { readonly kind: 'self-signed' }
  /** The chain ends in a root that no store holds. */
  | { readonly kind: 'unknown-root'; readonly root: string }
  /** The last certificate reached has no issuer at hand. */
  | { readonly kind: 'issuer-missing'; readonly issuer: string; readonly named: IssuerHint | null }
  /** Issuers are there, but every path breaks a rule of RFC 5280 §6. */
  | { readonly kind: 'invalid'; readonly detail: string }

/** Where the missing issuer is to be had: the certificate's own AIA, or another endpoint of the run. */
export type IssuerHint =
  /** `proved`: what was fetched there and completes the chain, in the order in which it belongs after it. */
  | { readonly kind: 'aia'; readonly url: string; readonly proved: readonly Certificate[] }
  | { readonly kind: 'run'; readonly target: string; readonly sha256: Sha256 }
