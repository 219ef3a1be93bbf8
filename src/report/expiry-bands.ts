import { daysLeft } from '../model/certificate.ts'
import type { Report } from '../model/report.ts'
import { firstLeaf } from './leaf.ts'

/** How soon the leaf of an endpoint that expires first does so. */
export type ExpiryBand =
  | 'expired'
  | 'within-7-days'
  | 'within-30-days'
  | 'within-90-days'
  | 'later'
  | 'unknown'

/** How many endpoints each band holds, each endpoint in one of them; the last day of a band belongs to it. */
export function expiryBands({ assessments, now }: Report): Readonly<Record<ExpiryBand, number>> {
  const counts: Record<ExpiryBand, number> = {
    expired: 0,
    'within-7-days': 0,
    'within-30-days': 0,
    'within-90-days': 0,
    later: 0,
    unknown: 0,
  }
  for (const { observation } of assessments) {
    const leaf = firstLeaf(observation)
    counts[bandOf(leaf === null ? null : daysLeft(leaf, now))]++
  }
  return counts
}

function bandOf(days: number | null): ExpiryBand {
  if (days === null) return 'unknown'
  if (days < 0) return 'expired'
  if (days <= 7) return 'within-7-days'
  if (days <= 30) return 'within-30-days'
  return days <= 90 ? 'within-90-days' : 'later'
}
