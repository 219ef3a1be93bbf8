import type { Status } from '../model/finding.ts'
import type { Report } from '../model/report.ts'
import { expiryBands } from './expiry-bands.ts'
import { byGrade } from './grades.ts'
import { firstLeaf, issuerOrganisation } from './leaf.ts'
import type { SummaryJson } from './report-json.ts'
import { rotatedCount } from './since-last-run.ts'

/** The run in numbers; each result counts by its leaf that expires first. */
export function summaryJson(report: Report): SummaryJson {
  const { assessments } = report
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
    demoted:
      report.demoted === null
        ? null
        : { findings: report.demoted.findings, endpoints: report.demoted.endpoints },
    expiration_summary: expirationSummary(report),
    changed_certificates: rotatedCount(report),
    by_issuer: tally(leaves.flatMap((leaf) => (leaf === null ? [] : (issuerOrganisation(leaf) ?? [])))),
    by_grade: byGrade(assessments),
    connections: assessments.reduce((sum, { observation }) => sum + observation.connections, 0),
  }
}

function expirationSummary(report: Report): SummaryJson['expiration_summary'] {
  const bands = expiryBands(report)
  return {
    expired: bands.expired,
    expires_within_30_days: bands['within-7-days'] + bands['within-30-days'],
    expires_within_90_days: bands['within-90-days'],
    expires_after_90_days: bands.later,
    unknown: bands.unknown,
  }
}

/** Most frequent first, then by name. */
function tally(names: readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return Object.fromEntries([...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : Number(a > b))))
}
