import type { Certificate } from '../../model/certificate.ts'
import type { Delivery } from '../../model/observation.ts'
import type { Assessment, Report } from '../../model/report.ts'
import { trustAt } from '../../model/trust.ts'
import { daysUntil, identityColumns, nameColumns } from './certificate-columns.ts'
import { placeColumns } from './place.ts'
import { type Column, sheet, type Sheet } from './sheet.ts'

/** One certificate of a chain as it was sent, or what was sent in its place. */
interface Line {
  readonly assessment: Assessment
  /** Chains of one endpoint, counted from one. */
  readonly chain: number
  /** From one, which is the leaf; `null` for what could not be read. */
  readonly position: number | null
  readonly certificate: Certificate | null
  readonly verified: boolean
  readonly problem: string | null
}

const printedColumns = 12

/** Every chain as the servers sent it, leaf first. */
export function chainsSheet(report: Report, most: number): Sheet {
  return sheet({
    name: 'Chains',
    columns: columns(report.now),
    lines: () => lines(report),
    empty: 'No endpoint showed a certificate.',
    printed: printedColumns,
    most,
  })
}

function* lines({ assessments, now }: Report): Iterable<Line> {
  for (const assessment of assessments) {
    const { deliveries } = assessment.observation
    if (!deliveries.known) continue
    for (const [index, delivery] of deliveries.value.entries())
      yield* links(assessment, delivery, index + 1, now)
  }
}

function* links(assessment: Assessment, delivery: Delivery, chain: number, now: Date): Iterable<Line> {
  const verified = trustAt(delivery, assessment.policy.expect.spkiSha256, now).trusted
  for (const [index, certificate] of delivery.chain.entries()) {
    const problem = certificate.problems.join('; ') || null
    yield { assessment, chain, position: index + 1, certificate, verified, problem }
  }
  for (const problem of delivery.unreadable)
    yield { assessment, chain, position: null, certificate: null, verified, problem }
}

function columns(now: Date): readonly Column<Line>[] {
  const certificate = (line: Line): Certificate | null => line.certificate
  return [
    ...placeColumns<Line>(({ assessment }) => assessment),
    ['Chain', 'whole', ({ chain }) => chain],
    ['Position', 'whole', ({ position }) => position],
    ['Days Left', 'days', (line) => daysUntil(line.certificate, now)],
    ...nameColumns(certificate),
    ...identityColumns(certificate),
    ['Chain Verified', 'flag', ({ verified }) => verified],
    ['Problem', 'text', ({ problem }) => problem],
    ['Endpoint', 'text', ({ assessment }) => assessment.observation.target.id],
  ]
}
