import type { Sha256 } from './certificate.ts'

/** One property of an endpoint that is not what it was; may be good news. */
export interface Change {
  readonly type: ChangeType
  readonly old: string | readonly string[]
  readonly new: string | readonly string[]
}

export const changeTypes = [
  'status',
  'expiration',
  'issuer',
  'certificate',
  'subject',
  'key',
  'names',
  'chain',
  'protocol',
  'cipher_suites',
  'grade',
] as const
export type ChangeType = (typeof changeTypes)[number]

/**
 * How a leaf replaced another of the same key type, the first that fits: it had been served before that other
 * one; another organisation issued it; it has another key; or it is simply a newer one.
 */
export const rotationKinds = ['rolled-back', 'reissued', 'rekeyed', 'renewed'] as const
export type RotationKind = (typeof rotationKinds)[number]

/** One leaf in place of another, as a run noticed it. */
export interface Rotation {
  readonly kind: RotationKind
  /** When the run looked; the server may have changed at any time since the run before. */
  readonly at: Date
  readonly previous: Sha256
  readonly current: Sha256
  /** From `at` to the end of the previous leaf, negative when that had expired already; `null` when not known. */
  readonly daysBeforeExpiry: number | null
}
