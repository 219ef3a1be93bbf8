import { shownLimits } from '../../model/limits.ts'
import type { Level } from '../../model/message.ts'
import { shortened } from '../../model/text.ts'
import { emoji } from '../markdown.ts'
import { type Entries, type Entry, heading, type Occurrence, omitted } from './entry.ts'
import { fitted, webAddress } from './payload.ts'

const longestHeader = 150
const longestText = 3000

const signs: Readonly<Record<Level, string>> = {
  CRITICAL: emoji.error,
  WARNING: emoji.warning,
  INFO: emoji.notice,
  OK: emoji.healthy,
}

/** One message in Slack's Block Kit for all entries, within its limits; what does not fit is counted. */
export function slackBody(all: Entries, { run }: Occurrence): string {
  const title = heading(all)
  return fitted(all, shownLimits.slackBytes, (shown, rest) => ({
    text: inert(title), // where blocks are not shown, as in a notification
    unfurl_links: false,
    unfurl_media: false,
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: plain(title), emoji: false } },
      ...shown.map((entry) => ({ type: 'section', text: mrkdwn(entryLines(entry)) })),
      ...(rest.length === 0 ? [] : [{ type: 'section', text: mrkdwn([omitted(rest)]) }]),
      { type: 'context', elements: [mrkdwn([origin(run)])] },
    ],
  }))
}

function entryLines({ level, title, verdict, fix, owner, runbook }: Entry): readonly string[] {
  const whom = [
    ...(owner === null ? [] : [`Owner: ${inert(owner)}`]),
    ...(runbook === null ? [] : [`Runbook: ${linked(runbook, runbook)}`]),
  ]
  return [
    `${signs[level]} *${inert(title)}*`,
    inertProse(verdict),
    ...(fix === null ? [] : [`→ ${inertProse(fix)}`]),
    ...(whom.length === 0 ? [] : [whom.join(' · ')]),
  ]
}

function origin({ monitor, url }: Occurrence['run']): string {
  const name = inert(shortened(monitor))
  return url === null ? name : `${name} · ${linked(url, 'Open the run')}`
}

/** Whole lines only: half a reference or half a link would be another text. */
function mrkdwn(lines: readonly string[]): object {
  let free = longestText - 2
  const end = lines.findIndex((line) => (free -= line.length + 1) < 0)
  const text = (end < 0 ? lines : [...lines.slice(0, end), '…']).join('\n')
  return { type: 'mrkdwn', text, verbatim: true } // names and addresses stay text
}

/** `&`, `<` and `>` open mentions and links; the others, emphasis and emoji, are parted by a zero-width space. */
function inert(text: string): string {
  return escaped(text).replace(/[*_~`@]|:(?=[\w+-]+:)/gu, '$&\u200B')
}

/** Our own sentences, in which commands stand between backticks. */
function inertProse(text: string): string {
  const parts = text.split('`')
  if (parts.length % 2 === 0) return inert(text)
  return parts.map((part, index) => (index % 2 === 0 ? inert(part) : `\`${escaped(part)}\``)).join('')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** A header is plain text; whether its `<` and `@` may act is written nowhere. */
function plain(text: string): string {
  return shortened(text, longestHeader)
    .toWellFormed()
    .replaceAll('<', '‹')
    .replaceAll('>', '›')
    .replaceAll('@', '@\u200B')
}

function linked(address: string, words: string): string {
  const url = webAddress(address)
  return url === null ? inert(words) : `<${escaped(url).replaceAll('|', '%7C')}|${inert(words)}>`
}
