import type { Sha256 } from './certificate.ts'

/** When a CA would like a certificate to be renewed (RFC 9773 §4.2). */
export interface RenewalWindow {
  readonly start: Date
  readonly end: Date
}

export interface RenewalAdvice {
  readonly window: RenewalWindow
  /** Where the CA says why, as it wrote it; `null` where it says nothing. */
  readonly explanationUrl: string | null
}

/** The window that a CA named when it was first asked about a leaf. */
export interface RememberedWindow extends RenewalWindow {
  readonly sha256: Sha256
}
