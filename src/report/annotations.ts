import { type Finding, severities, type Severity } from '../model/finding.ts'
import { shownLimits } from '../model/limits.ts'
import type { Report } from '../model/report.ts'
import type { Place, Target } from '../model/target.ts'
import { shortened } from '../model/text.ts'
import { visible } from './escape.ts'
import { called } from './row.ts'
import { phrase } from './trouble.ts'

/** A remark GitHub shows beside a line of the configuration, or, without a place, beside the run. */
export interface Annotation {
  readonly level: Severity
  readonly title: string
  readonly message: string
  readonly place: Place | null
}

const longestTitle = 200

/** The findings of the run and of every endpoint, worst first; of more than ten of a level, nine and a count. */
export function annotations({ findings, assessments }: Report): readonly Annotation[] {
  const all = [
    ...findings.flatMap((finding) => annotation(finding, null)),
    ...assessments.flatMap(({ findings, observation }) =>
      findings.flatMap((finding) => annotation(finding, observation.target)),
    ),
  ]
  return severities.flatMap((level) =>
    worst(
      level,
      all.filter((one) => one.level === level),
    ),
  )
}

function annotation(finding: Finding, target: Target | null): readonly Annotation[] {
  if (finding.waivedUntil !== null) return []
  const about = phrase(finding.rule)
  return [
    {
      level: finding.severity,
      title: visible(shortened(target === null ? about : `${called(target)}: ${about}`, longestTitle)),
      message: visible(`${finding.message}. ${finding.fix} (${finding.rule})`)
        .slice(0, shownLimits.annotationCharacters)
        .toWellFormed(),
      place: target?.source ?? null,
    },
  ]
}

function worst(level: Severity, all: readonly Annotation[]): readonly Annotation[] {
  if (all.length <= shownLimits.annotations) return all
  const shown = all.slice(0, shownLimits.annotations - 1)
  const message = `${all.length - shown.length} more, see the summary.`
  return [...shown, { level, title: 'More findings', message, place: null }]
}
