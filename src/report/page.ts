import { shortened } from '../model/text.ts'
import { visible, withoutCommands } from './escape.ts'
import { wrapped } from './width.ts'

/** How a terminal shows text: whether in colour, and how many columns it has. */
export interface Screen {
  readonly color: boolean
  readonly width: number
}

export type Tone = 'bad' | 'warning' | 'good' | 'dim' | 'bold' | 'plain'

/** ECMA-48 SGR. */
const codes: Readonly<Record<Tone, string>> = {
  bad: '31',
  warning: '33',
  good: '32',
  dim: '2',
  bold: '1',
  plain: '',
}

/** Text in a tone; without colour the text alone. */
export function painted(text: string, tone: Tone, { color }: Screen): string {
  return color && tone !== 'plain' && text !== '' ? `\u001B[${codes[tone]}m${text}\u001B[0m` : text
}

/** What stands before a paragraph; ours, with one column per character. */
export interface Lead {
  readonly text: string
  readonly tone: Tone
}

const fewestColumns = 20
const longestParagraph = 4000

/** A paragraph made visible and wrapped to the screen: the first line after `lead`, the others below its text. */
export function paragraph(
  lead: string | Lead,
  text: string,
  screen: Screen,
  tone: Tone = 'plain',
): readonly string[] {
  const start = typeof lead === 'string' ? { text: lead, tone: 'plain' as const } : lead
  const room = Math.max(fewestColumns, screen.width - start.text.length)
  return wrapped(visible(shortened(text, longestParagraph)), room).map((line, index) => {
    const before = index === 0 ? painted(start.text, start.tone, screen) : ' '.repeat(start.text.length)
    return before + painted(line, tone, screen)
  })
}

const widestTitle = 11

/** Before a fact: its title, in a column of its own. */
export function label(title: string, tone: Tone = 'dim'): Lead {
  return { text: `  ${title.padEnd(widestTitle)} `, tone }
}

/** Facts, each after its title; one without words is left out. */
export function facts(
  told: readonly (readonly [title: string, text: string])[],
  screen: Screen,
): readonly string[] {
  return told.flatMap(([title, text]) => (text === '' ? [] : paragraph(label(title), text, screen)))
}

const longestInline = 40

/**
 * What to do, after an arrow. A long command, between backticks in the text, gets a line of its own that is
 * never wrapped: it can be copied.
 */
export function advice(tone: Tone, text: string, screen: Screen): readonly string[] {
  const parts = shortened(text, longestParagraph).split('`')
  if (parts.length % 2 === 0) return paragraph({ text: '  → ', tone }, text, screen)
  const lines: string[] = []
  let prose = ''
  const flush = (): void => {
    const lead = lines.length === 0 ? { text: '  → ', tone } : '    '
    // The full stop after a command ends nothing here.
    const words = lines.length === 0 ? prose : prose.replace(/^[.,;]\s/u, '')
    if (/[\p{L}\p{N}]/u.test(words)) lines.push(...paragraph(lead, words.trim(), screen))
    prose = ''
  }
  for (const [index, part] of parts.entries()) {
    if (index % 2 === 0 || part.length <= longestInline) {
      prose += index % 2 === 0 ? part : `\`${part}\``
    } else {
      flush()
      lines.push(`      ${painted(visible(part), 'bold', screen)}`)
    }
  }
  flush()
  return lines
}

/** Lines as one text, safe for a workflow's log as well as for a terminal. */
export function page(lines: readonly string[]): string {
  return `${withoutCommands(lines.map((line) => line.trimEnd()).join('\n'))}\n`
}
