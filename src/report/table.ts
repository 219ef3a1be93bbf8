import type { Finding } from '../model/finding.ts'
import type { Report } from '../model/report.ts'
import { listed } from '../model/text.ts'
import { visible } from './escape.ts'
import { concerned, fixFor, type Fold, folds, type Member, waivedFolds, whomToAsk } from './fold.ts'
import { advice, page, painted, paragraph, type Screen } from './page.ts'
import { called, glyphs, type Row, rowsOf, runMark } from './row.ts'
import { isWithoutMemory, nothingToCompareWith, sinceLastRun } from './since-last-run.ts'
import { fitted, width } from './width.ts'
import { day, sentenceCase, verdict } from './words.ts'

/** A run for a terminal: the verdict, what to do first, a line per endpoint, then every finding with its fix. */
export function renderTable(report: Report, screen: Screen): string {
  return page([
    ...headline(report, screen),
    ...(report.assessments.length === 0 ? [] : ['', ...rows(report, screen)]),
    ...folds(report).flatMap((fold) => foldLines(fold, screen)),
    ...waivedLines(report, screen),
    ...developmentLines(report, screen),
  ])
}

function headline(report: Report, screen: Screen): readonly string[] {
  const { sign, tone } = glyphs[runMark(report)]
  const first = folds(report).find((fold) => fold.first.severity !== 'notice')?.members[0]
  const start =
    first === undefined ? undefined : `Start with ${name(first)}: ${firstSentence(first.finding.fix)}`
  return [
    ...paragraph({ text: `${sign} `, tone }, verdict(report), screen, 'bold'),
    ...report.findings.flatMap((finding) => findingLines(finding, screen)),
    ...(start === undefined ? [] : paragraph('  ', start, screen)),
  ]
}

function firstSentence(text: string): string {
  return text.split(/(?<=\.) (?=\p{Lu})/u, 1)[0] ?? text
}

function findingLines({ severity, message, fix }: Finding, screen: Screen): readonly string[] {
  const { sign, tone } = glyphs[severity]
  return [...paragraph({ text: `${sign} `, tone }, message, screen), ...advice(tone, fix, screen)]
}

interface Column {
  readonly of: Exclude<keyof Row, 'mark'>
  readonly title: string
  readonly side: 'left' | 'right'
  /** The fewest columns it can be read in; it is cut with `…` down to here. */
  readonly least: number
}

const columns: readonly Column[] = [
  { of: 'endpoint', title: 'Endpoint', side: 'left', least: 20 },
  { of: 'grade', title: 'Grade', side: 'left', least: 5 },
  { of: 'left', title: 'Left', side: 'right', least: 6 },
  { of: 'expires', title: 'Expires', side: 'left', least: 10 },
  { of: 'issuer', title: 'Issuer', side: 'left', least: 13 },
  { of: 'wrong', title: 'What is wrong', side: 'left', least: 21 },
]
/** Which columns a narrow screen does without: the issuer, then the date, which `left` tells as well. */
const givenUp: readonly number[] = [4, 3]
const gap = '  '

function rows(report: Report, screen: Screen): readonly string[] {
  const cells = rowsOf(report).map((one) => ({
    mark: one.mark,
    text: columns.map(({ of }) => visible(one[of])),
  }))
  const widths = columnWidths(
    cells.map(({ text }) => text),
    screen.width - gap.length,
  )
  const line = (text: readonly string[]): string =>
    columns
      .map(({ side }, index) => ({ side, columns: widths[index] ?? 0, text: text[index] ?? '' }))
      .filter((cell) => cell.columns > 0)
      .map((cell) => fitted(cell.text, cell.columns, cell.side))
      .join(gap)
      .trimEnd()
  return [
    gap + painted(line(columns.map(({ title }) => title)), 'dim', screen),
    ...cells.map(({ mark, text }) => {
      const { sign, tone } = glyphs[mark]
      return `${painted(sign, tone, screen)} ${painted(line(text), mark === 'healthy' ? 'plain' : tone, screen)}`
    }),
  ]
}

/** As wide as the content; on a narrow screen the widest give way first, then some go. */
function columnWidths(cells: readonly (readonly string[])[], room: number): readonly number[] {
  const wanted = columns.map(({ title }, index) => {
    const widest = cells.reduce((most, line) => Math.max(most, width(line[index] ?? '')), 0)
    return widest === 0 ? 0 : Math.max(widest, width(title))
  })
  const least = columns.map((column, index) => Math.min(column.least, wanted[index] ?? 0))
  const taken = (widths: readonly number[]): number =>
    widths.reduce((sum, one) => sum + (one > 0 ? one + gap.length : 0), -gap.length)
  for (const index of givenUp) {
    if (taken(least) <= room) break
    wanted[index] = 0
    least[index] = 0
  }
  while (taken(wanted) > room) {
    const spare = wanted.map((one, index) => (one > (least[index] ?? 0) ? one : 0))
    const widest = spare.indexOf(Math.max(...spare))
    if (spare[widest] === 0) break
    wanted[widest] = (wanted[widest] ?? 0) - 1
  }
  return wanted
}

const mostMembers = 5

function foldLines(fold: Fold, screen: Screen): readonly string[] {
  const { first, members } = fold
  const { sign, tone } = glyphs[first.severity]
  const more = members.length - mostMembers
  const whom = whomToAsk(fold)
  return [
    '',
    `${painted(sign, tone, screen)} ${heading(fold, screen)}`,
    ...members.slice(0, mostMembers).flatMap((member) => {
      const subject = members.length === 1 ? '' : `${name(member)}: `
      return paragraph('  ', subject + member.finding.message, screen)
    }),
    ...(more > 0 ? [`  … and ${more} more`] : []),
    ...advice(tone, fixFor(fold), screen),
    ...(whom === '' ? [] : paragraph('    ', whom, screen)),
  ]
}

/** The rule's id stands at the right, so that the eye finds it and the words come first. */
function heading(fold: Fold, screen: Screen): string {
  const { rule } = fold.first
  const title = visible(sentenceCase(`${fold.what}: ${concerned(fold)}`))
  const room = Math.max(20, screen.width - 2 - rule.length - gap.length)
  return `${painted(fitted(title, room), 'bold', screen)}${gap}${painted(rule, 'dim', screen)}`
}

function waivedLines(report: Report, screen: Screen): readonly string[] {
  const lines = waivedFolds(report).flatMap((fold) => {
    const text = `Waived until ${day(fold.first.waivedUntil)}: ${fold.what}, ${concerned(fold)}`
    return paragraph('○ ', text, screen, 'dim')
  })
  return lines.length === 0 ? [] : ['', ...lines]
}

const mostDevelopments = 10

function developmentLines(report: Report, screen: Screen): readonly string[] {
  if (report.assessments.length === 0) return []
  if (isWithoutMemory(report))
    return ['', ...paragraph('  ', sentenceCase(`${nothingToCompareWith}.`), screen, 'dim')]
  const all = sinceLastRun(report)
  if (all.length === 0) return []
  const more = all.length - mostDevelopments
  return [
    '',
    `  ${painted('Changed since the last run', 'bold', screen)}`,
    ...all.slice(0, mostDevelopments).flatMap(({ words, rotated, assessments }) => {
      const who = listed(assessments.map(({ observation }) => called(observation.target)))
      return paragraph({ text: rotated ? '↻ ' : '✓ ', tone: 'good' }, `${who}: ${words}`, screen)
    }),
    ...(more > 0 ? [`  … and ${more} more`] : []),
  ]
}

function name({ assessment }: Member): string {
  return called(assessment.observation.target)
}
