import { shownLimits } from '../../model/limits.ts'
import type { Level } from '../../model/message.ts'
import { clipped, type Entries, type Entry, heading, type Occurrence, omitted } from './entry.ts'
import { fitted, webAddress } from './payload.ts'

const styles: Readonly<Record<Level, string>> = {
  CRITICAL: 'attention',
  WARNING: 'warning',
  INFO: 'accent',
  OK: 'good',
}

/**
 * One Adaptive Card 1.5 for all entries, in the envelope that a workflow's webhook takes; what does not fit is
 * counted. Texts stand in RichTextBlocks: a TextBlock would read Markdown in them.
 */
export function teamsBody(all: Entries, { run }: Occurrence): string {
  const url = webAddress(run.url)
  const actions = url === null ? {} : { actions: [{ type: 'Action.OpenUrl', title: 'Open the run', url }] }
  return fitted(all, shownLimits.teamsBytes, (shown, rest) =>
    envelope({
      $schema: 'https://adaptivecards.io/schemas/adaptive-card.json',
      type: 'AdaptiveCard',
      version: '1.5',
      msteams: { width: 'Full' },
      fallbackText: inert(heading(all)),
      body: [
        paragraph(heading(all), { weight: 'bolder', size: 'large' }),
        ...shown.map(container),
        ...(rest.length === 0 ? [] : [paragraph(omitted(rest))]),
        paragraph(clipped(run.monitor, 150), { isSubtle: true, size: 'small' }),
      ],
      ...actions,
    }),
  )
}

function envelope(content: object): object {
  const contentType = 'application/vnd.microsoft.card.adaptive'
  return { type: 'message', attachments: [{ contentType, contentUrl: null, content }] }
}

function container({ level, title, verdict, fix, owner, runbook }: Entry): object {
  const items = [
    paragraph(`${level} · ${title}`, { weight: 'bolder' }),
    paragraph(verdict),
    ...(fix === null ? [] : [paragraph(`→ ${fix}`)]),
    ...(owner === null ? [] : [paragraph(`Owner: ${owner}`, { isSubtle: true })]),
    ...(runbook === null ? [] : [paragraph(`Runbook: ${runbook}`, { isSubtle: true, ...opening(runbook) })]),
  ]
  return { type: 'Container', style: styles[level], spacing: 'medium', items }
}

function paragraph(text: string, style: object = {}): object {
  return { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: inert(text), ...style }] }
}

function opening(address: string): object {
  const url = webAddress(address)
  return url === null ? {} : { selectAction: { type: 'Action.OpenUrl', url } }
}

/** `{{DATE(…)}}`, `${…}` and `<at>` are read even where Markdown is not: a zero-width space parts them. */
function inert(text: string): string {
  return text.replace(/\{(?=\{)|\$(?=\{)|<(?=\/?at\b)/giu, '$&\u200B')
}
