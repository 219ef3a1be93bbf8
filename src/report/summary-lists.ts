import type { Report } from '../model/report.ts'
import { counted, listed } from '../model/text.ts'
import { forMarkdown } from './escape.ts'
import { fixFor, type Fold, folds, waivedFolds, whomToAsk } from './fold.ts'
import { details, emoji, fitting, told } from './markdown.ts'
import { called } from './row.ts'
import { sinceLastRun } from './since-last-run.ts'
import { day, sentenceCase } from './words.ts'

/** So that all lists together leave the tables of endpoints room, whatever stands in them. */
const mostBytes = 100_000
const mostFolds = 20
/** A tired person reads no further; the rest is one click away. */
const mostOpen = 7
const mostDevelopments = 10

/** What is wrong with the run itself. */
export function runLines({ findings }: Report): readonly string[] {
  const lines = findings.map(
    ({ severity, message, fix }) => `- ${emoji[severity]} ${told(message)} ${told(fix)}`,
  )
  return lines.length === 0 ? [] : [...fitting(lines, mostBytes), '']
}

/** What to do now: the worst open, the rest folded away. */
export function doingLines(report: Report, most: number = mostBytes): readonly string[] {
  const all = folds(report).filter(({ first }) => first.severity !== 'notice')
  if (all.length === 0) return []
  const lines = fitting(all.slice(0, mostFolds).map(foldLine), most)
  const open = lines.slice(0, all.length <= mostOpen + 1 ? all.length : mostOpen)
  const rest = [...lines.slice(open.length), ...omittedKinds(all.length - lines.length), '']
  const more = all.length - open.length
  return ['#### What to do', '', ...open, '', ...(more === 0 ? [] : details(`${more} more to do`, rest))]
}

/** What may be better, folded away. */
export function noticeLines(report: Report): readonly string[] {
  const all = folds(report).filter(({ first }) => first.severity === 'notice')
  if (all.length === 0) return []
  const lines = fitting(all.slice(0, mostFolds).map(foldLine), mostBytes)
  const title = counted(all.length, 'notice')
  return details(title, [...lines, ...omittedKinds(all.length - lines.length), ''])
}

/** What waivers silence, and until when. */
export function waivedLines(report: Report): readonly string[] {
  const all = waivedFolds(report)
  const lines = all.slice(0, mostFolds).map((fold) => {
    const title = sentenceCase(`${fold.what}: ${names(fold)}`)
    const message = fold.members.length === 1 ? `<br>${told(fold.first.message)}` : ''
    return `- ${emoji.waived} **${forMarkdown(title)}**, until ${day(fold.first.waivedUntil)}${message}`
  })
  const shown = fitting(lines, mostBytes)
  const more = omittedKinds(all.length - shown.length)
  return all.length === 0 ? [] : details(`${all.length} waived`, [...shown, ...more, ''])
}

/** The rotations that this run noticed, and who is well again. */
export function developmentLines(report: Report): readonly string[] {
  const all = sinceLastRun(report)
  if (all.length === 0) return []
  const lines = all.slice(0, mostDevelopments).map(({ words, rotated, assessments }) => {
    const who = listed(assessments.map(({ observation }) => called(observation.target)))
    return `- ${rotated ? '🔄' : emoji.healthy} **${forMarkdown(who)}**: ${told(words)}`
  })
  const shown = fitting(lines, mostBytes)
  const rest = all.slice(shown.length).reduce((sum, { assessments }) => sum + assessments.length, 0)
  const more = rest === 0 ? [] : ['', `… and ${counted(rest, 'endpoint')} more, in the report.`]
  return ['#### Changed since the last run', '', ...shown, ...more, '']
}

/** What the run's own services had to say. */
export function noteLines(notes: readonly string[]): readonly string[] {
  const lines = notes.map((note) => `<sub>${emoji.notice} ${told(note)}</sub><br>`)
  return fitting(lines, mostBytes)
}

function omittedKinds(count: number): readonly string[] {
  return count > 0 ? ['', `… and ${counted(count, 'other kind')} of finding, in the report.`] : []
}

function foldLine(fold: Fold, index: number): string {
  const { first, members } = fold
  const title = `**${forMarkdown(sentenceCase(`${fold.what}: ${names(fold)}`))}**`
  const message = members.length === 1 ? `${told(first.message)}<br>` : ''
  const whom = whomToAsk(fold)
  const asked = whom === '' ? '' : `<br>${told(whom)}`
  return `${index + 1}. ${emoji[first.severity]} ${title}<br>${message}→ ${told(fixFor(fold))}${asked}`
}

function names({ members }: Fold): string {
  return listed(members.map(({ assessment }) => called(assessment.observation.target)))
}
