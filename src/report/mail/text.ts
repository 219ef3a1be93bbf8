import { inUtc } from '../../model/duration.ts'
import { shownLimits } from '../../model/limits.ts'
import { productName } from '../../model/product.ts'
import { counted } from '../../model/text.ts'
import { visible } from '../escape.ts'
import { fitting } from '../markdown.ts'
import type { Entry, Fact, Step } from './entry.ts'
import type { Letter, Part } from './letter.ts'

/** The letter as plain text; the first line is the subject. Lines are not wrapped: readers do that. */
export function renderMailText(letter: Letter): string {
  const lines = [
    line(letter.subject),
    '',
    ...(countOf(letter) === 1 ? [] : [`${line(letter.verdict)}.`, '']),
    ...bodyLines(letter),
    ...footerLines(letter),
  ]
  return `${lines.join('\n')}\n`
}

/** How many entries a letter has. */
export function countOf({ parts }: Letter): number {
  return parts.reduce((sum, { entries }) => sum + entries.length, 0)
}

function bodyLines(letter: Letter): readonly string[] {
  const blocks = letter.parts.flatMap((part) => blocksOf(part, countOf(letter) > 1))
  const shown = fitting(blocks, shownLimits.mailTextBytes)
  const rest = blocks.length - shown.length
  return rest === 0 ? shown : [...shown, `… and ${counted(rest, 'endpoint')} more, in the report.`, '']
}

function blocksOf({ title, entries }: Part, many: boolean): readonly string[] {
  return entries.map((entry, index) => {
    const heading = many && index === 0 ? [`== ${title} ==`, ''] : []
    const name = many ? [`[${entry.level}] ${line(entry.name)}`] : []
    return [...heading, ...name, ...entryLines(entry, many), ''].join('\n')
  })
}

function entryLines(entry: Entry, many: boolean): readonly string[] {
  const { status, message, expiry, steps, owner, runbook, evidence, changes } = entry
  return [
    ...(many || status === null ? [] : [`Status: ${status}`]),
    many ? line(message) : `Message: ${line(message)}`,
    ...(expiry === null ? [] : [factLine(expiry)]),
    ...(steps.length === 0 ? [] : ['What to do:', ...steps.flatMap(stepLines)]),
    ...(owner === null ? [] : [`Owner: ${line(owner)}`]),
    ...(runbook === null ? [] : [`Runbook: ${line(runbook)}`]),
    ...evidence.map(factLine),
    ...(changes.length === 0 ? [] : ['Changes detected:', ...changes.map((change) => `- ${line(change)}`)]),
  ]
}

function factLine([title, words]: Fact): string {
  return `${line(title)}: ${line(words)}`
}

function stepLines({ message, fix, reference }: Step): readonly string[] {
  return [
    ...(message === null ? [] : [`  ${line(message)}`]),
    `  → ${line(fix)}`,
    `    About this rule: ${line(reference)}`,
  ]
}

function footerLines({ at, monitor, version, runUrl }: Letter): readonly string[] {
  return [
    `Timestamp: ${inUtc(at)}`,
    ...(runUrl === null ? [] : [`Run: ${line(runUrl)}`]),
    '',
    '-- ', // what follows is a signature to mail readers (RFC 3676 §4.3)
    `${line(monitor)}, ${productName} ${version}`,
  ]
}

function line(text: string): string {
  return visible(text)
}
