import type { Finding } from '../../model/finding.ts'
import type { Assessment, Report } from '../../model/report.ts'
import { placeColumns } from './place.ts'
import { type Column, sheet, type Sheet } from './sheet.ts'

interface Line {
  readonly finding: Finding
  /** `null` for what is about the run itself. */
  readonly assessment: Assessment | null
}

const printedColumns = 9

/** Every finding with what to do about it: the run's own first, then the endpoints', worst first. */
export function findingsSheet(report: Report, most: number): Sheet {
  return sheet({
    name: 'Findings',
    columns,
    lines: () => lines(report),
    empty: 'There are no findings.',
    printed: printedColumns,
    most,
  })
}

function* lines({ findings, assessments }: Report): Iterable<Line> {
  for (const finding of findings) yield { finding, assessment: null }
  for (const assessment of assessments)
    for (const finding of assessment.findings) yield { finding, assessment }
}

const columns: readonly Column<Line>[] = [
  ...placeColumns<Line>(({ assessment }) => assessment),
  ['Severity', 'grading', ({ finding }) => finding.severity],
  ['Rule', 'text', ({ finding }) => finding.rule],
  ['Finding', 'prose', ({ finding }) => finding.message],
  ['What to Do', 'prose', ({ finding }) => finding.fix],
  ['Since', 'day', ({ finding }) => finding.since],
  ['Waived Until', 'day', ({ finding }) => finding.waivedUntil],
  ['Owner', 'text', ({ assessment }) => assessment?.observation.target.owner ?? null],
  ['Reference', 'text', ({ finding }) => finding.reference],
  ['Key', 'text', ({ finding }) => finding.key],
]
