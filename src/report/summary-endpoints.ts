import type { Report } from '../model/report.ts'
import { counted } from '../model/text.ts'
import { forMarkdown } from './escape.ts'
import { reportFileName } from './file-name.ts'
import { bytes, details, emoji, fitting } from './markdown.ts'
import { rowsOf } from './row.ts'

/** The endpoints of a run as tables: those in need open, worst first, the others to be folded away. */
export interface EndpointTables {
  readonly open: readonly string[]
  readonly folded: readonly string[]
}

/** Both tables in no more bytes than there are; what that leaves out is counted. */
export function endpointTables(report: Report, room: number): EndpointTables {
  const rows = rowsOf(report)
  const graded = rows.some(({ grade }) => grade !== '')
  const table = (lines: readonly string[]): readonly string[] => [...head(graded), ...lines, '']
  const lines = rows.map(({ mark, endpoint, grade, left, expires, issuer, wrong }) => {
    const [name, letter, ca, what] = [endpoint, grade, issuer, wrong].map(forMarkdown)
    const cells = [name, ...(graded ? [letter] : []), unbroken(left), unbroken(expires), ca, what]
    const open = mark === 'error' || mark === 'warning' || mark === 'unchecked'
    return { open, text: `| ${[emoji[mark], ...cells].join(' | ')} |` }
  })
  const count = lines.length
  const frame = [...table([]), ...details(restTitle(count, report), table([])), omitted(count, report), '']
  const fit = fitting(
    lines.map(({ text }) => text),
    room - bytes(frame),
  )
  const kept = lines.slice(0, fit.length)
  const open = kept.filter((line) => line.open).map(({ text }) => text)
  const folded = kept.filter((line) => !line.open).map(({ text }) => text)
  const rest = count - kept.length
  return {
    open: [...(open.length === 0 ? [] : table(open)), ...(rest === 0 ? [] : [omitted(rest, report), ''])],
    folded: details(restTitle(folded.length, report), folded.length === 0 ? [] : table(folded)),
  }
}

/** A quantity or a date, which stays on its line however narrow the column. */
function unbroken(text: string): string {
  return forMarkdown(text)
    .replaceAll(' ', '&#160;')
    .replaceAll(/(?<=\d)-/gu, '&#8209;')
}

/** In a gate that looked away, those that need something of another change are among them. */
function restTitle(count: number, { demoted }: Report): string {
  const title = count === 1 ? '1 endpoint that needs nothing' : `${count} endpoints that need nothing`
  return demoted === null ? title : `${title} of this change`
}

function head(graded: boolean): readonly string[] {
  return graded
    ? [
        '| | Endpoint | Grade | Left | Expires | Issuer | What is wrong |',
        '| :-: | :-- | :-: | --: | :-- | :-- | :-- |',
      ]
    : ['| | Endpoint | Left | Expires | Issuer | What is wrong |', '| :-: | :-- | --: | :-- | :-- | :-- |']
}

function omitted(count: number, { at }: Report): string {
  return `… and ${counted(count, 'endpoint')} more, in \`${reportFileName(at)}.json\`.`
}
