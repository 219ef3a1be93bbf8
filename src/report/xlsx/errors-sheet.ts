import type { Assessment, Report } from '../../model/report.ts'
import { silence } from '../trouble.ts'
import { sentence } from '../words.ts'
import { placeColumns } from './place.ts'
import { type Column, sheet, type Sheet } from './sheet.ts'

/** The endpoints that showed no certificate, and why. */
export function errorsSheet(report: Report, most: number): Sheet {
  const { assessments } = report
  const empty = assessments.length === 0 ? 'Nothing was checked.' : 'Every endpoint showed a certificate.'
  const silent = assessments.filter(({ observation }) => !observation.deliveries.known)
  return sheet({ name: 'Errors', columns: columns(report.now), lines: () => silent, empty, most })
}

function columns(now: Date): readonly Column<Assessment>[] {
  return [
    ...placeColumns<Assessment>((assessment) => assessment),
    ['Reason', 'text', ({ observation: { deliveries } }) => (deliveries.known ? null : deliveries.reason)],
    [
      'In Words',
      'text',
      ({ observation: { deliveries } }) => (deliveries.known ? null : silence(deliveries.reason)),
    ],
    ['Message', 'prose', (assessment) => sentence(assessment, now)],
    ['Owner', 'text', ({ observation }) => observation.target.owner],
    ['Timestamp', 'instant', ({ observation }) => observation.at],
  ]
}
