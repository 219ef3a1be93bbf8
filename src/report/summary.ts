import { shownLimits } from '../model/limits.ts'
import { productName } from '../model/product.ts'
import type { Report } from '../model/report.ts'
import { counted } from '../model/text.ts'
import { forMarkdown } from './escape.ts'
import { expiryBar } from './expiry-bar.ts'
import { reportFileName } from './file-name.ts'
import { bytes, emoji } from './markdown.ts'
import { runMark } from './row.ts'
import { isWithoutMemory, nothingToCompareWith } from './since-last-run.ts'
import { endpointTables } from './summary-endpoints.ts'
import {
  developmentLines,
  doingLines,
  noteLines,
  noticeLines,
  runLines,
  waivedLines,
} from './summary-lists.ts'
import { scanLines } from './summary-scans.ts'
import { verdict } from './words.ts'

/**
 * The job summary in GitHub's Markdown: the verdict, what to do, the endpoints worst first, then the details.
 * `notes` are sentences about the run's own services, such as a history that was not restored.
 */
export function renderSummary(report: Report, notes: readonly string[] = []): string {
  const head = [`### ${emoji[runMark(report)]} ${forMarkdown(verdict(report))}`, '', ...runLines(report)]
  const opening = [...head, ...doingLines(report)]
  const middle = [...expiryBar(report), ...developmentLines(report)]
  const closing = [
    ...scanLines(report),
    ...noticeLines(report),
    ...waivedLines(report),
    ...noteLines(notes),
    footer(report),
  ]
  const room = shownLimits.summaryBytes - bytes([...opening, ...middle, ...closing])
  const { open, folded } = endpointTables(report, room)
  return [...opening, ...open, ...middle, ...folded, ...closing].join('\n') + '\n'
}

function footer(report: Report): string {
  const { assessments, durationMs, generator, run, at } = report
  const seconds = (durationMs / 1000).toFixed(1)
  const first = assessments.length > 0 && isWithoutMemory(report)
  const parts = [
    forMarkdown(run.monitor),
    `${counted(assessments.length, 'endpoint')} in ${seconds} s`,
    `${productName} ${generator.version}`,
    `${reportFileName(at)}.json`,
    ...(first ? [nothingToCompareWith] : []),
  ]
  return `<sub>${parts.join(' · ')}</sub>`
}
