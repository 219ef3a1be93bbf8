import { dayMs } from '../model/certificate.ts'
import type { Comparison } from '../model/history.ts'
import { shownLimits } from '../model/limits.ts'
import type { Delivery } from '../model/observation.ts'
import type { RenewalAdvice, RenewalWindow } from '../model/renewal.ts'
import { shortened } from '../model/text.ts'

/** Windows lie late in a certificate's life; one that ends in its first third is no usual one. */
const earlyShare = 1 / 3
/** Of the lifetime: how much earlier than at first a window must begin to be another wish. */
const movedShare = 0.1
const leastMovedMs = dayMs / 2

/** A wish to have a certificate replaced before its time. */
export interface RenewalRequest {
  readonly advice: RenewalAdvice
  /** The window that the CA named first; `null` where that is not remembered. */
  readonly before: RenewalWindow | null
}

/**
 * Whether a CA wants a certificate back: its window has moved far ahead of where it was, or lies in the first part of
 * the certificate's life. That is how CAs announce a revocation (RFC 9773 §4.2).
 */
export function requestFor({ leaf, renewal }: Delivery, comparison: Comparison): RenewalRequest | null {
  const { notBefore, notAfter, sha256 } = leaf
  if (!renewal.known || notBefore === null || notAfter === null) return null
  const advice = renewal.value
  const lifeMs = notAfter.getTime() - notBefore.getTime()
  const remembered = comparison.before?.heard.windows ?? []
  const before = remembered.find((window) => window.sha256 === sha256) ?? null
  const movedMs = before === null ? 0 : before.start.getTime() - advice.window.start.getTime()
  const moved = movedMs > Math.max(leastMovedMs, lifeMs * movedShare)
  const early = advice.window.end.getTime() < notBefore.getTime() + lifeMs * earlyShare
  return moved || early ? { advice, before: moved ? before : null } : null
}

/** What the CA wishes, and where it says why, for a finding's evidence. */
export function windowProof({
  window,
  explanationUrl,
}: RenewalAdvice): Readonly<Record<string, string | null>> {
  return {
    window_start: window.start.toISOString(),
    window_end: window.end.toISOString(),
    explanation_url: explanationUrl === null ? null : shortened(explanationUrl, shownLimits.urlCharacters),
  }
}

/** What leads to the CA's own words; nothing where there are none. */
export function explained({ explanationUrl }: RenewalAdvice): string {
  return explanationUrl === null
    ? ''
    : ` (it says why at ${shortened(explanationUrl, shownLimits.urlCharacters)})`
}
