import type { Change, Rotation } from '../../model/change.ts'
import type { Assessment, Report } from '../../model/report.ts'
import { namesWords, rotatedLeaves, rotationWords } from '../../model/rotation.ts'
import { placeColumns } from './place.ts'
import { type Column, sheet, type Sheet } from './sheet.ts'

interface Line {
  readonly assessment: Assessment
  /** The kind of a rotation, or the property that changed. */
  readonly kind: string
  /** A rotation in words. */
  readonly what: string | null
  readonly before: string
  readonly after: string
  /** Of the previous leaf, for a rotation. */
  readonly daysBeforeExpiry: number | null
  readonly at: Date
}

/** What differs from the run before: the rotations of an endpoint, then its single properties. */
export function changesSheet(report: Report, most: number): Sheet {
  return sheet({ name: 'Changes', columns, lines: () => lines(report), empty: unchanged(report), most })
}

function* lines({ assessments }: Report): Iterable<Line> {
  for (const assessment of assessments) {
    yield* assessment.comparison.rotations.map((rotation) => rotationLine(rotation, assessment))
    yield* assessment.comparison.changes.map((change) => changeLine(change, assessment))
  }
}

function rotationLine(rotation: Rotation, assessment: Assessment): Line {
  const { previous: before, current: after, daysBeforeExpiry, at } = rotation
  const leaves = rotatedLeaves(rotation, assessment.comparison, assessment.observation)
  const what = rotationWords(rotation, leaves) + namesWords(leaves)
  return { assessment, kind: rotation.kind, what, before, after, daysBeforeExpiry, at }
}

function changeLine({ type, old, new: after }: Change, assessment: Assessment): Line {
  const kind = type.replace('_', ' ')
  const { at } = assessment.observation
  const [before, now] = type === 'expiration' ? [minute(old), minute(after)] : [words(old), words(after)]
  return { assessment, kind, what: null, before, after: now, daysBeforeExpiry: null, at }
}

const columns: readonly Column<Line>[] = [
  ...placeColumns<Line>(({ assessment }) => assessment),
  ['Change', 'text', ({ kind }) => kind],
  ['In Words', 'prose', ({ what }) => what],
  ['Before', 'prose', ({ before }) => before],
  ['After', 'prose', ({ after }) => after],
  ['Days Before Expiry', 'whole', ({ daysBeforeExpiry: days }) => (days === null ? null : Math.floor(days))],
  ['Seen', 'instant', ({ at }) => at],
]

function words(value: Change['old']): string {
  return typeof value === 'string' ? value : value.join(', ')
}

/** An instant as the other sheets write it. */
function minute(value: Change['old']): string {
  return words(value).replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d):.*$/, '$1 $2')
}

function unchanged({ assessments }: Report): string {
  const compared = assessments.filter(({ comparison }) => comparison.before !== null).length
  if (compared === 0) return 'Nothing is remembered yet to compare with.'
  const first = assessments.length - compared
  return first === 0 ? 'Nothing changed.' : `Nothing changed; ${first} of ${assessments.length} are new here.`
}
