import { type Certificate, lifetimeDays } from '../model/certificate.ts'
import type { Expiry } from '../model/policy.ts'

/** Days left at which a certificate is worth a warning and an error. */
export interface Thresholds {
  readonly warningDays: number
  readonly criticalDays: number
}

const most: Thresholds = { warningDays: 30, criticalDays: 14 }
const share: Thresholds = { warningDays: 0.25, criticalDays: 0.1 }

/**
 * `auto` follows the certificate: a quarter and a tenth of its life, never more than 30 and 14 days, and an
 * automatic critical threshold never lies above a written warning. An unknown life counts as a long one.
 */
export function thresholds(certificate: Certificate, { warningDays, criticalDays }: Expiry): Thresholds {
  const lifetime = lifetimeDays(certificate) ?? Infinity
  const warning =
    warningDays === 'auto' ? Math.min(most.warningDays, lifetime * share.warningDays) : warningDays
  const autoCritical = Math.min(most.criticalDays, lifetime * share.criticalDays, warning)
  return { warningDays: warning, criticalDays: criticalDays === 'auto' ? autoCritical : criticalDays }
}

export type ExpiryStage = 'warning' | 'critical'

/** Which threshold is reached: days left at or below it; `null` when neither is. */
export function stageAt(daysLeft: number, { warningDays, criticalDays }: Thresholds): ExpiryStage | null {
  if (daysLeft <= criticalDays) return 'critical'
  return daysLeft <= warningDays ? 'warning' : null
}
