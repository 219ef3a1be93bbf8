import { severities } from '../../model/finding.ts'
import { productName } from '../../model/product.ts'
import type { Report } from '../../model/report.ts'
import { counted } from '../../model/text.ts'
import { reportFileName } from '../file-name.ts'
import { byGrade, worstGradesFirst } from '../grades.ts'
import type { SummaryJson } from '../report-json.ts'
import { type Mark, runMark } from '../row.ts'
import { summaryJson } from '../summary-json.ts'
import { isDemoted, unchecked } from '../trouble.ts'
import { verdict } from '../words.ts'
import { gradingTone, type Tone } from './appearance.ts'
import type { Cell, Sheet } from './sheet.ts'

/** A line of the sheet Summary; what a count is out of decides the length of its bar. */
export type Line =
  | { readonly look: 'title' | 'heading' | 'note'; readonly text: string }
  | { readonly look: 'verdict'; readonly text: string; readonly mark: Mark }
  | { readonly look: 'fact'; readonly text: string; readonly value: Cell }
  | {
      readonly look: 'count'
      readonly text: string
      readonly count: number
      readonly of: number
      readonly tone: Tone
    }
  | { readonly look: 'gap' }

const mostIssuers = 25

/** What the run found, in words and counts, and what the other sheets had to leave out. */
export function frontPage(report: Report, sheets: readonly Sheet[]): readonly Line[] {
  const summary = summaryJson(report)
  return [
    { look: 'title', text: 'Certificate report' },
    { look: 'verdict', text: verdict(report), mark: runMark(report) },
    ...facts(report, summary),
    ...statusLines(report, summary),
    ...expiryLines(summary),
    ...tallyLines('By issuer', summary.by_issuer, summary.total_domains, mostIssuers),
    ...gradeLines(report),
    ...findingLines(report),
    ...omissions(report, sheets),
    { look: 'gap' },
    { look: 'note', text: `All times are UTC. The same facts and more: ${reportFileName(report.at)}.json` },
  ]
}

function facts(
  { run, at, now, durationMs, generator, assessments }: Report,
  summary: SummaryJson,
): readonly Line[] {
  const fact = (text: string, value: Cell): readonly Line[] =>
    value === null ? [] : [{ look: 'fact', text, value }]
  const judgedElsewhen = Math.abs(at.getTime() - now.getTime()) > durationMs + 1000
  const { name, roots } = generator.trustStore
  return [
    { look: 'gap' },
    ...fact('Monitor', run.monitor),
    ...fact('Report of', at),
    ...fact('Judged as of', judgedElsewhen ? now : null),
    ...fact('Endpoints', assessments.length),
    ...fact('Connections', summary.connections),
    ...fact('Seconds', durationMs / 1000),
    ...fact('Config', run.config?.path ?? null),
    ...fact('Run', run.url),
    ...fact('Trust store', `${name}, ${counted(roots, 'root')}`),
    ...fact(
      'Program',
      `${productName} ${generator.version}, Node ${generator.node}, OpenSSL ${generator.openssl}`,
    ),
  ]
}

function statusLines(
  { assessments }: Report,
  { status_counts: counts, total_domains: of }: SummaryJson,
): readonly Line[] {
  const missed = assessments.filter(unchecked).length
  const demoted = assessments.filter((one) => isDemoted(one) && !unchecked(one)).length
  const rotated = assessments.filter(({ comparison }) => comparison.rotations.length > 0).length
  const compared = assessments.filter(({ comparison }) => comparison.before !== null).length
  return [
    ...heading('By status'),
    count('error', counts.error, of, 'bad'),
    count('warning', counts.warning, of, 'warning'),
    count('success', counts.success - missed - demoted, of, 'good'),
    ...(demoted === 0 ? [] : [count('notice', demoted, of, 'plain')]),
    ...(missed === 0 ? [] : [count('not checked', missed, of, 'warning')]),
    ...heading('Against the run before'),
    count('new certificate', rotated, of, 'plain'),
    count('first seen', of - compared, of, 'plain'),
  ]
}

function expiryLines({ expiration_summary: bands, total_domains: of }: SummaryJson): readonly Line[] {
  return [
    ...heading('By expiry'),
    count('expired', bands.expired, of, 'bad'),
    count('within 30 days', bands.expires_within_30_days, of, 'warning'),
    count('within 31 to 90 days', bands.expires_within_90_days, of, 'good'),
    count('after 90 days', bands.expires_after_90_days, of, 'good'),
    count('not known', bands.unknown, of, 'plain'),
  ]
}

/** Best first; what was scanned and could not be graded is no grade, but it counts. */
function gradeLines({ assessments }: Report): readonly Line[] {
  const scans = worstGradesFirst(assessments)
  if (scans.length === 0) return []
  const graded = Object.entries(byGrade(assessments))
  const others = scans.filter(({ grade }) => grade.letter === null).length
  return [
    ...heading('By grade'),
    ...graded.map(([letter, number]) => count(letter, number, scans.length, gradingTone(letter))),
    ...(others === 0 ? [] : [count('not graded', others, scans.length, 'plain')]),
  ]
}

/** Most frequent first; nothing at all where there is nothing to count. */
function tallyLines(
  title: string,
  tally: Readonly<Record<string, number>>,
  of: number,
  most: number,
): readonly Line[] {
  const entries = Object.entries(tally)
  if (entries.length === 0) return []
  const rest = entries.slice(most)
  const others = rest.reduce((sum, [, number]) => sum + number, 0)
  return [
    ...heading(title),
    ...entries.slice(0, most).map(([name, number]) => count(name, number, of, 'plain')),
    ...(rest.length === 0 ? [] : [count(`${rest.length} others`, others, of, 'plain')]),
  ]
}

function findingLines({ findings, assessments }: Report): readonly Line[] {
  const all = [...findings, ...assessments.flatMap((assessment) => assessment.findings)]
  const open = all.filter(({ waivedUntil }) => waivedUntil === null)
  const tones = { error: 'bad', warning: 'warning', notice: 'plain' } as const
  return [
    ...heading('Findings'),
    ...severities.map((severity) =>
      count(
        severity,
        open.filter((finding) => finding.severity === severity).length,
        all.length,
        tones[severity],
      ),
    ),
    count('waived', all.length - open.length, all.length, 'plain'),
  ]
}

function omissions({ at }: Report, sheets: readonly Sheet[]): readonly Line[] {
  const cut = sheets.filter(({ omitted }) => omitted > 0)
  if (cut.length === 0) return []
  return [
    ...heading('Left out'),
    ...cut.map(({ name, omitted }): Line => ({ look: 'note', text: `${name}: ${omission(omitted, at)}` })),
  ]
}

/** What a sheet says of the rows it does not hold. */
export function omission(rows: number, at: Date): string {
  return `${counted(rows, 'more row')}, in ${reportFileName(at)}.json`
}

function heading(text: string): readonly Line[] {
  return [{ look: 'gap' }, { look: 'heading', text }]
}

function count(text: string, count: number, of: number, tone: Tone): Line {
  return { look: 'count', text, count, of, tone }
}
