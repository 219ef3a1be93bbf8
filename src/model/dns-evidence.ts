import type { Answer } from './answer.ts'

/** One CAA record (RFC 8659 §4.1). */
export interface CaaRecord {
  readonly critical: boolean
  /** In lower case. */
  readonly tag: string
  readonly value: string
}

/** The set that binds CAs for one name of a certificate. */
export interface CaaSet {
  /** Where it stands, the name itself or one above it; `null`: nowhere, and every CA may issue. */
  readonly at: string | null
  readonly records: readonly CaaRecord[]
}

export interface CaaCheck {
  /** As on the certificate, a wildcard with its asterisk. */
  readonly name: string
  readonly answer: Answer<CaaSet>
}

/** One TLSA record (RFC 6698 §2.1), and whether what was served is what it names. */
export interface TlsaRecord {
  readonly usage: number
  readonly selector: number
  readonly matching: number
  /** Lower-case hex. */
  readonly data: string
  /** `null`: a record that no client can use (RFC 7671 §4), or that this program cannot decide. */
  readonly matches: boolean | null
}

export interface DaneEvidence {
  /** `_443._tcp.example.com`. */
  readonly name: string
  readonly records: readonly TlsaRecord[]
  /** Whether a resolver that we believe has proved the answer by DNSSEC; otherwise that is not known. */
  readonly proven: boolean
}
