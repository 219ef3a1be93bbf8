import { daysLeft } from '../model/certificate.ts'
import { statusOf } from '../model/finding.ts'
import type { Observation } from '../model/observation.ts'
import type { Report } from '../model/report.ts'
import type { Target } from '../model/target.ts'
import { worstGrade } from './grades.ts'
import { firstLeaf } from './leaf.ts'
import { nextToExpire } from './order.ts'
import { rotatedCount } from './since-last-run.ts'

export type Output =
  | 'status'
  | 'total'
  | 'warnings'
  | 'errors'
  | 'changed'
  | 'expired'
  | 'next-expiry-days'
  | 'next-expiry-domain'
  | 'worst-grade'

/**
 * The action outputs that a report alone decides; empty when unknown. `next-expiry-days` is rounded down,
 * so that shells can compare it, and negative when the first to expire has expired already.
 */
export function outputs(report: Report): Readonly<Record<Output, string>> {
  const { assessments, findings, now } = report
  const soonest = nextToExpire(assessments)
  const days = assessments.map(({ observation }) => left(observation, now))
  const nextDays = soonest === null ? null : left(soonest.observation, now)
  return {
    status: statusOf([...findings, ...assessments.flatMap((assessment) => assessment.findings)]),
    total: String(assessments.length),
    warnings: String(assessments.filter(({ status }) => status === 'warning').length),
    errors: String(assessments.filter(({ status }) => status === 'error').length),
    changed: rotatedCount(report)?.toString() ?? '',
    expired: String(days.filter((count) => count !== null && count < 0).length),
    'next-expiry-days': nextDays === null ? '' : String(Math.floor(nextDays)),
    'next-expiry-domain': soonest === null ? '' : domainOf(soonest.observation.target),
    'worst-grade': worstGrade(assessments) ?? '',
  }
}

function left(observation: Observation, now: Date): number | null {
  const leaf = firstLeaf(observation)
  return leaf === null ? null : daysLeft(leaf, now)
}

function domainOf(target: Target): string {
  return target.kind === 'endpoint' ? target.host : (target.domain ?? target.path)
}
