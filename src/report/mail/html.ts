import { inUtc } from '../../model/duration.ts'
import { shownLimits } from '../../model/limits.ts'
import { productName } from '../../model/product.ts'
import { counted } from '../../model/text.ts'
import { fitting } from '../markdown.ts'
import { ink, styles, tones } from './appearance.ts'
import type { Entry, Fact, Step } from './entry.ts'
import type { Letter } from './letter.ts'
import { forHtml, linked, proseForHtml } from './markup.ts'
import { countOf } from './text.ts'

/**
 * The letter as HTML for mail readers, the oldest of which lay out with Word: tables, inline styles, no image, no
 * sheet, no script. Every colour stands with its ground, so that a reader that inverts one inverts both.
 */
export function renderMailHtml(letter: Letter): string {
  const rows = [
    headRow(letter),
    ...entryRows(letter),
    `<tr><td style="${styles.footer}">${footer(letter)}</td></tr>`,
  ]
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="supported-color-schemes" content="light dark">',
    `<title>${forHtml(letter.subject)}</title>`,
    '</head>',
    `<body bgcolor="${ink.page}" style="${styles.body}">`,
    `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="${ink.page}" style="${styles.page}">`,
    `<tr><td align="center" style="padding:24px 12px">`,
    `<table role="presentation" width="640" cellpadding="0" cellspacing="0" border="0" bgcolor="${ink.card}" style="${styles.card}">`,
    ...rows,
    '</table>',
    '</td></tr>',
    '</table>',
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

function headRow({ level, verdict, monitor }: Letter): string {
  const { strong } = tones[level]
  return [
    `<tr><td bgcolor="${strong}" style="${styles.head};background-color:${strong}">`,
    `<div style="${styles.kicker}">${level} &#183; Certificate Alert &#183; ${forHtml(monitor)}</div>`,
    `<h1 style="${styles.verdict}">${forHtml(verdict)}</h1>`,
    '</td></tr>',
  ].join('\n')
}

function entryRows(letter: Letter): readonly string[] {
  const many = countOf(letter) > 1
  const all = letter.parts.flatMap(({ title, entries }) =>
    entries.map((entry, index) => {
      const heading = many && index === 0 ? row(`<h2 style="${styles.part}">${title}</h2>`) : ''
      return heading + row(card(entry, many), `padding:${many ? 12 : 20}px 24px 4px`)
    }),
  )
  const shown = fitting(all, shownLimits.mailHtmlBytes)
  const rest = all.length - shown.length
  if (rest === 0) return shown
  const more = `&#8230; and ${counted(rest, 'endpoint')} more, in the report.`
  return [...shown, row(`<p style="${styles.words}">${more}</p>`, 'padding:12px 24px')]
}

function row(content: string, style = 'padding:20px 24px 0'): string {
  return `<tr><td style="${style}">${content}</td></tr>\n`
}

function card(entry: Entry, many: boolean): string {
  const { strong, soft } = tones[entry.level]
  const badge = `<span style="${styles.badge};color:${strong};background-color:${soft}">${entry.level}</span>`
  const name = many ? `<h3 style="${styles.name}">${forHtml(entry.name)}&ensp;${badge}</h3>` : ''
  const facts: readonly Fact[] = [
    ...(many || entry.status === null ? [] : [['Status', entry.status] as const]),
    ...(entry.expiry === null ? [] : [entry.expiry]),
    ...entry.evidence,
  ]
  return [
    `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="${styles.entry}">`,
    `<tr><td style="padding:2px 0 4px 14px;border-left:4px solid ${strong}">`,
    `${name}<p style="${styles.message}">${proseForHtml(entry.message)}</p>`,
    doing(entry),
    table(facts.map(([title, words]) => [forHtml(title), forHtml(words)])),
    changes(entry),
    '</td></tr></table>',
  ].join('\n')
}

function doing({ steps, owner, runbook }: Entry): string {
  const asked: readonly (readonly [string, string])[] = [
    ...(owner === null ? [] : [['Owner', forHtml(owner)] as const]),
    ...(runbook === null ? [] : [['Runbook', linked(runbook, runbook)] as const]),
  ]
  if (steps.length + asked.length === 0) return ''
  return [
    `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:8px 0">`,
    `<tr><td bgcolor="${ink.box}" style="${styles.box}">`,
    ...(steps.length === 0 ? [] : [`<div style="${styles.label}">What to do</div>`]),
    ...steps.map(stepHtml),
    table(asked),
    '</td></tr></table>',
  ].join('\n')
}

function stepHtml({ message, fix, reference }: Step): string {
  const what = message === null ? '' : `<strong>${proseForHtml(message)}</strong><br>`
  return `<p style="${styles.words}">${what}${proseForHtml(fix)} ${linked(reference, 'About this rule')}</p>`
}

function table(facts: readonly (readonly [title: string, html: string])[]): string {
  if (facts.length === 0) return ''
  const rows = facts.map(
    ([title, html]) =>
      `<tr><td valign="top" width="120" style="${styles.title}">${title}</td><td valign="top" style="${styles.fact}">${html}</td></tr>`,
  )
  return `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin-top:4px">\n${rows.join('\n')}\n</table>`
}

function changes(entry: Entry): string {
  if (entry.changes.length === 0) return ''
  const lines = entry.changes.map((change) => `<p style="${styles.change}">${forHtml(change)}</p>`)
  return `<div style="${styles.label};margin-top:10px">Changes detected</div>\n${lines.join('\n')}`
}

function footer({ runUrl, at, version }: Letter): string {
  const run = runUrl === null ? '' : `${linked(runUrl, 'Open the run with the full report')}<br>`
  return `${run}${forHtml(inUtc(at))} &#183; ${productName} ${forHtml(version)}`
}
