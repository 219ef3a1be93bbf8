import type { RotationKind } from '../model/change.ts'
import { inquiryMayHide } from '../model/inquiry-gaps.ts'
import { memoryWords } from '../model/memory-words.ts'
import type { Assessment, Report } from '../model/report.ts'
import { counted } from '../model/text.ts'
import { waivedFindings } from './trouble.ts'

/** What became of some endpoints since they were last seen, in the same words for all of them. */
export interface Development {
  /** The predicate of a sentence: `renewed 21 days before expiry by the same CA with a new key`. */
  readonly words: string
  /** Another certificate is served; otherwise it is the same, and trouble has gone. */
  readonly rotated: boolean
  readonly assessments: readonly Assessment[]
}

/** The rotations that this run noticed, and the endpoints that are well again; what got worse is a finding. */
export function sinceLastRun({ assessments }: Report): readonly Development[] {
  const told = Map.groupBy(assessments, developmentOf)
  told.delete('')
  return [...told].map(([words, those]) => ({
    words,
    rotated: those.some(({ comparison }) => comparison.rotations.length > 0),
    assessments: those,
  }))
}

function developmentOf(assessment: Assessment): string {
  const rotated = assessment.comparison.rotations.length > 0 ? [memoryWords(assessment)] : []
  return [...rotated, ...(isWellAgain(assessment) ? ['healthy again'] : [])].join('; ')
}

function isWellAgain(assessment: Assessment): boolean {
  const { comparison, observation, findings } = assessment
  const healed = comparison.changes.some(({ type, new: now }) => type === 'status' && now === 'success')
  const hidden = comparison.before?.troubles.some(({ rule }) => inquiryMayHide(rule, assessment)) ?? false
  return healed && observation.deliveries.known && !hidden && waivedFindings(findings).length === 0
}

/** Endpoints with a rotation; `null` when nothing is remembered of any, for then nobody can tell. */
export function rotatedCount({ assessments }: Pick<Report, 'assessments'>): number | null {
  if (isWithoutMemory({ assessments })) return null
  return assessments.filter(({ comparison }) => comparison.rotations.length > 0).length
}

/** Whether there is nothing to compare with: a first run, or one whose history is lost. */
export function isWithoutMemory({ assessments }: Pick<Report, 'assessments'>): boolean {
  return assessments.every(({ comparison }) => comparison.before === null)
}

/** Said once for a run, never for each endpoint. */
export const nothingToCompareWith = 'nothing to compare with yet: no earlier run is remembered'

const verbs: readonly (readonly [verb: string, ...kinds: readonly RotationKind[]])[] = [
  ['renewed', 'renewed', 'rekeyed'],
  ['moved to another CA', 'reissued'],
  ['rolled back', 'rolled-back'],
]

/** `2 certificates were renewed, 1 was rolled back since the last run`: one on many endpoints counts once. */
export function rotationCounts({ assessments }: Report): string {
  const rotations = assessments.flatMap(({ comparison }) => comparison.rotations)
  const parts = verbs.flatMap(([verb, ...kinds]) => {
    const leaves = new Set(rotations.flatMap(({ kind, current }) => (kinds.includes(kind) ? [current] : [])))
    return leaves.size === 0 ? [] : [{ count: leaves.size, verb }]
  })
  const told = parts.map(({ count, verb }, index) => {
    const subject = index === 0 ? counted(count, 'certificate') : String(count)
    return `${subject} ${count === 1 ? 'was' : 'were'} ${verb}`
  })
  return told.length === 0 ? '' : `${told.join(', ')} since the last run`
}
