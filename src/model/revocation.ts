import type { Answer } from './answer.ts'
import type { Certificate } from './certificate.ts'

/** Where a verified, fresh word on a certificate came from. */
export type RevocationSource = 'staple' | 'crl' | 'ocsp'

/** What its CA says of a certificate (RFC 5280 §5, RFC 6960). */
export type RevocationStatus =
  | (RevocationWord & { readonly status: 'good' })
  | (RevocationWord & {
      readonly status: 'revoked'
      readonly revokedAt: Date
      /** CRLReason by its name (RFC 5280 §5.3.1); `null`: the CA gives none. */
      readonly reason: string | null
    })

interface RevocationWord {
  readonly source: RevocationSource
  /** When the CA knew this to be so. */
  readonly thisUpdate: Date
  readonly nextUpdate: Date | null
}

/** One certificate of a trusted path, and what became of asking for its status. */
export interface RevocationCheck {
  readonly certificate: Certificate
  readonly answer: Answer<RevocationStatus>
}

/** What a stapled answer is worth: one that proves nothing is worse than none. */
export type Staple =
  | { readonly sound: true; readonly says: 'good' | 'revoked' | 'unknown'; readonly nextUpdate: Date | null }
  | { readonly sound: false; readonly fault: string }

export interface RevocationEvidence {
  /** Leaf first; empty where nobody asked, as for chains that end in no anchor. */
  readonly checks: readonly RevocationCheck[]
  /** `null`: none was stapled. */
  readonly staple: Answer<Staple | null>
}
