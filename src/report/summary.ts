import { productName } from '../model/product.ts'
import type { Report } from '../model/report.ts'
import { counted, listed, shortened } from '../model/text.ts'
import { forMarkdown, proseForMarkdown } from './escape.ts'
import { reportFileName } from './file-name.ts'
import { fixFor, type Fold, folds } from './fold.ts'
import { called, type Mark, row, runMark } from './row.ts'
import { phrase } from './trouble.ts'
import { verdict } from './words.ts'

/** GitHub takes 1 MiB per step and shows nothing at all of a larger summary; the rest is a margin. */
export const summaryLimitBytes = 1_000_000

const emoji: Readonly<Record<Mark, string>> = {
  error: '❌',
  warning: '⚠️',
  notice: 'ℹ️',
  healthy: '✅',
  waived: '⏸️',
  unchecked: '❔',
}
/** So that the lists before and after the table leave it room, whatever stands in them. */
const listLimitBytes = 200_000
const mostFolds = 20
const longestSentence = 1000

/** The job summary in GitHub's Markdown: the verdict, what to do, the endpoints worst first, then the details. */
export function renderSummary(report: Report): string {
  const head = [`### ${emoji[runMark(report)]} ${forMarkdown(verdict(report))}`, '', ...runLines(report)]
  const doing = folds(report).filter(({ first }) => first.severity !== 'notice')
  const notes = folds(report).filter(({ first }) => first.severity === 'notice')
  const opening = [...head, ...listLines('#### What to do', doing)]
  const closing = [...details('Notices', listLines('', notes)), footer(report)]
  const room = summaryLimitBytes - bytes([...opening, ...closing])
  return [...opening, ...endpointLines(report, room), ...closing].join('\n') + '\n'
}

function runLines({ findings }: Report): readonly string[] {
  const lines = findings.map(
    ({ severity, message, fix }) => `- ${emoji[severity]} ${told(message)} ${told(fix)}`,
  )
  return lines.length === 0 ? [] : [...fitting(lines, listLimitBytes), '']
}

function listLines(title: string, all: readonly Fold[]): readonly string[] {
  if (all.length === 0) return []
  const shown = fitting(all.slice(0, mostFolds).map(foldLine), listLimitBytes)
  const more = all.length - shown.length
  return [
    ...(title === '' ? [] : [title, '']),
    ...shown,
    ...(more > 0 ? ['', `… and ${counted(more, 'other kind')} of finding, in the report.`] : []),
    '',
  ]
}

function foldLine(fold: Fold): string {
  const { first, members } = fold
  const who = listed(members.map(({ assessment }) => called(assessment.observation.target)))
  const title = `**${forMarkdown(`${phrase(first.rule)}: ${who}`)}**`
  const message = members.length === 1 ? `${told(first.message)}<br>` : ''
  return `1. ${emoji[first.severity]} ${title}<br>${message}→ ${told(fixFor(fold))}`
}

function told(text: string): string {
  return proseForMarkdown(shortened(text, longestSentence))
}

/** Those in need stand open, the others folded away; what the limit leaves out is counted. */
function endpointLines(report: Report, room: number): readonly string[] {
  const lines = report.assessments.map((assessment) => {
    const { mark, endpoint, left, expires, issuer, wrong } = row(assessment, report.now)
    const cells = [endpoint, left, expires, issuer, wrong].map(forMarkdown)
    return {
      open: mark !== 'healthy' && mark !== 'waived',
      text: `| ${[emoji[mark], ...cells].join(' | ')} |`,
    }
  })
  const frame = bytes([
    ...table([]),
    ...details(restTitle(lines.length), table([])),
    omitted(lines.length, report),
    '',
  ])
  const fit = fitting(
    lines.map(({ text }) => text),
    room - frame,
  )
  const kept = lines.slice(0, fit.length)
  const open = kept.filter((line) => line.open).map(({ text }) => text)
  const folded = kept.filter((line) => !line.open).map(({ text }) => text)
  const rest = lines.length - kept.length
  return [
    ...(open.length === 0 ? [] : table(open)),
    ...details(restTitle(folded.length), folded.length === 0 ? [] : table(folded)),
    ...(rest === 0 ? [] : [omitted(rest, report), '']),
  ]
}

function restTitle(count: number): string {
  return count === 1 ? '1 endpoint that needs nothing' : `${count} endpoints that need nothing`
}

function table(rows: readonly string[]): readonly string[] {
  const head = '| | Endpoint | Left | Expires | Issuer | What is wrong |'
  return [head, '| :-: | :-- | --: | :-- | :-- | :-- |', ...rows, '']
}

function details(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`<details><summary>${title}</summary>`, '', ...lines, '</details>', '']
}

function omitted(count: number, { at }: Report): string {
  return `… and ${counted(count, 'endpoint')} more, in \`${reportFileName(at)}.json\`.`
}

function footer({ assessments, durationMs, generator, run, at }: Report): string {
  const seconds = (durationMs / 1000).toFixed(1)
  const what = `${counted(assessments.length, 'endpoint')} in ${seconds} s`
  const parts = [
    forMarkdown(run.monitor),
    what,
    `${productName} ${generator.version}`,
    `${reportFileName(at)}.json`,
  ]
  return `<sub>${parts.join(' · ')}</sub>`
}

/** The lines from the first on that take no more bytes than there are. */
function fitting(lines: readonly string[], most: number): readonly string[] {
  let free = most
  const end = lines.findIndex((line) => (free -= bytes([line])) < 0)
  return end < 0 ? lines : lines.slice(0, end)
}

function bytes(lines: readonly string[]): number {
  return Buffer.byteLength(lines.join('\n')) + 1
}
