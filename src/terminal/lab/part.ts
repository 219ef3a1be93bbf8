import type { SecureVersion } from 'node:tls'

import type { Severity } from '../../model/finding.ts'
import type { RuleId } from '../../model/rule-id.ts'
import type { Authorities, Recipe } from './authorities.ts'

/** One server of the lab, told in data. */
export interface Part {
  readonly name: string
  /** For the reader of the lab's config. */
  readonly story: string
  /** Exactly what a check finds, and how grave it is. */
  readonly expect: Expectation
  /** What a check finds once the lab has rotated; left out: the same as before. */
  readonly expectRotated?: Expectation
  readonly plays: Role
}

type Expectation = Readonly<Partial<Record<RuleId, Severity>>>

type Role =
  | TlsRole
  /** Accepts the connection, and nothing more. */
  | { readonly kind: 'silent' }
  /** Answers whatever it hears in plain HTTP. */
  | { readonly kind: 'http' }
  | { readonly kind: 'closed' }

export interface TlsRole {
  readonly kind: 'tls'
  /** One leaf for each kind of key; left out: a healthy one. */
  readonly leaves?: readonly Recipe[]
  /** What it serves once the lab has rotated; left out: the same as before. */
  readonly renewal?: readonly Recipe[]
  /** What follows the leaf; left out: the intermediate. */
  readonly sends?: readonly (keyof Authorities)[]
  readonly versions?: readonly [lowest: SecureVersion, highest: SecureVersion]
  /** OpenSSL's list of the suites up to TLS 1.2; left out: sound ones, or Node's where a version is older. */
  readonly suites?: string
  /** OpenSSL's list of groups; left out: those of OpenSSL, a post-quantum one first. */
  readonly groups?: string
  /** Whether it has Diffie-Hellman without curves, too: OpenSSL makes it as strong as the key of the certificate. */
  readonly finiteField?: boolean
  /** Whether the client picks the suite. */
  readonly clientPicks?: boolean
  readonly demandsClientCertificate?: boolean
  readonly starttls?: 'smtp'
}
