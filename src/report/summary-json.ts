import { type Certificate, daysLeft } from '../model/certificate.ts'
import type { Status } from '../model/finding.ts'
import type { Report } from '../model/report.ts'
import { firstLeaf, issuerOrganisation } from './leaf.ts'
import type { SummaryJson } from './report-json.ts'

/** The run in numbers; each result counts by its leaf that expires first. */
export function summaryJson(report: Report): SummaryJson {
  const { assessments, now } = report
  const leaves = assessments.map(({ observation }) => firstLeaf(observation))
  const withStatus = (status: Status): number => assessments.filter((one) => one.status === status).length
  return {
    timestamp: report.at.toISOString(),
    duration_seconds: report.durationMs / 1000,
    total_domains: assessments.length,
    status_counts: {
      success: withStatus('success'),
      warning: withStatus('warning'),
      error: withStatus('error'),
    },
    expiration_summary: expirationSummary(leaves, now),
    changed_certificates: null,
    by_issuer: tally(leaves.flatMap((leaf) => (leaf === null ? [] : (issuerOrganisation(leaf) ?? [])))),
    by_grade: {},
    connections: assessments.reduce((sum, { observation }) => sum + observation.connections, 0),
  }
}

function expirationSummary(
  leaves: readonly (Certificate | null)[],
  now: Date,
): SummaryJson['expiration_summary'] {
  const days = leaves.map((leaf) => (leaf === null ? null : daysLeft(leaf, now)))
  const known = days.filter((left) => left !== null)
  return {
    expired: known.filter((left) => left < 0).length,
    expires_within_30_days: known.filter((left) => left >= 0 && left <= 30).length,
    expires_within_90_days: known.filter((left) => left > 30 && left <= 90).length,
    expires_after_90_days: known.filter((left) => left > 90).length,
    unknown: days.length - known.length,
  }
}

/** Most frequent first, then by name. */
function tally(names: readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return Object.fromEntries([...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : Number(a > b))))
}
