import { dayMs } from '../../model/certificate.ts'
import type { Finding } from '../../model/finding.ts'
import type { MissedChange, RememberedIssue } from '../../model/history.ts'
import type { IssueMember } from '../../model/issue.ts'
import type { Assessment } from '../../model/report.ts'
import { wasAsked } from '../answered.ts'
import { missedChanges, withMissed } from '../missed.ts'
import { freshFindings } from '../news.ts'
import { counts, isChange, isWorse, standing, worst } from '../standing.ts'

/** A change has nobody to put it right, and one run sees it: its issue stays this long for a person to read it. */
const changeMs = 7 * dayMs

/** An endpoint as its issue has to tell of it, beside what it has told. */
export interface Member extends IssueMember {
  /** What its issue has told so far; `null`: nothing. */
  readonly before: RememberedIssue | null
  readonly changes: readonly MissedChange[]
}

export function memberOf(assessment: Assessment, before: RememberedIssue | null, now: Date): Member {
  if (!wasAsked(assessment.observation)) return untouched(assessment, before)
  const told = before ?? { rules: [], missed: [] }
  const lasting = told.missed.filter(({ at }) => now.getTime() - at.getTime() < changeMs)
  const seen = withMissed(assessment, { missed: lasting })
  const troubles = seen.findings.filter((finding) => counts(finding) && finding.severity !== 'notice')
  const changes = missedChanges(troubles, now)
  const counted = [
    ...standing(seen, told).counted.filter(({ rule }) => !isChange({ rule })),
    ...changes.map(({ rule, severity }) => ({ rule, severity })),
  ].filter(({ severity }) => severity !== 'notice')
  const status = worst(counted)
  return {
    assessment: seen,
    before,
    status,
    counted,
    fresh: [...new Set([...freshFindings(troubles, told.rules), ...happened(assessment.findings, troubles)])],
    changes,
    asked: true,
    waived: status === 'success' && seen.findings.some(isWaivedTrouble),
  }
}

/** A change that this run has seen is new, whatever was told of an earlier one of its kind. */
function happened(found: readonly Finding[], troubles: readonly Finding[]): readonly Finding[] {
  return troubles.filter((finding) => isChange(finding) && found.includes(finding))
}

function untouched(assessment: Assessment, before: RememberedIssue | null): Member {
  const counted = before?.rules ?? []
  const changes = before?.missed ?? []
  const status = worst(counted)
  return { assessment, before, status, counted, fresh: [], changes, asked: false, waived: false }
}

function isWaivedTrouble({ severity, waivedUntil }: Finding): boolean {
  return waivedUntil !== null && severity !== 'notice'
}

/** Whether it is worse than its issue has told. */
export function isRisen({ status, before, asked }: Member): boolean {
  return asked && isWorse(status, worst(before?.rules ?? []))
}

export function isTroubled({ status }: Pick<Member, 'status'>): boolean {
  return status !== 'success'
}

export function idOf({ assessment }: Pick<Member, 'assessment'>): string {
  return assessment.observation.target.id
}
