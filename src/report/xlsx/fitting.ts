import { width, wrapped } from '../width.ts'
import { looks } from './appearance.ts'
import { cellText } from './cell-text.ts'
import type { Cell, Form, Heading } from './sheet.ts'

const narrowest = 8
/** Room for the button of the filter beside a heading. */
const button = 3
const mostLines = 8
/** Widths count digits of the normal style, 11 points; our letters have 10, and most are narrower than a digit. */
const lettersPerDigit = 1.2
/** What a fingerprint or a serial number takes is decided by its column, not by its hundreds of rows. */
const sampled = 200

/** How wide each column has to be for its heading and its first rows, in characters of the normal style. */
export function fittingWidths(
  headings: readonly Heading[],
  rows: Iterable<readonly Cell[]>,
): readonly number[] {
  const widths = headings.map(({ title }) => headingWidth(title))
  let seen = 0
  for (const row of rows) {
    if (seen++ === sampled) break
    for (const [index, { form }] of headings.entries())
      widths[index] = Math.max(
        widths[index] ?? 0,
        Math.min(looks[form].widest, cellWidth(row[index] ?? null, form)),
      )
  }
  return widths.map((columns) => Math.max(narrowest, columns + 2))
}

/** How many lines a row needs so that its sentences can be read; a very long one is cut off. */
export function fittingLines(
  row: readonly Cell[],
  headings: readonly Heading[],
  widths: readonly number[],
): number {
  const lines = headings.map(({ form }, index) => {
    const cell = row[index]
    if (form !== 'prose' || typeof cell !== 'string') return 1
    return linesOf(cellText(cell), Math.floor(((widths[index] ?? narrowest) - 2) * lettersPerDigit))
  })
  return Math.max(1, ...lines)
}

/** How many lines of that many columns a text takes, at most eight. */
export function linesOf(text: string, columns: number): number {
  return Math.min(mostLines, wrapped(text.slice(0, columns * mostLines), columns).length)
}

/** A heading of several words may stand on two lines. */
function headingWidth(title: string): number {
  const words = title.split(' ')
  const halves = words.map((_, cut) => {
    return Math.max(words.slice(0, cut).join(' ').length, words.slice(cut).join(' ').length)
  })
  return Math.min(...halves) + button
}

function cellWidth(cell: Cell, form: Form): number {
  if (cell === null) return 0
  if (cell instanceof Date) return looks[form].numFmt.length
  return width(cellText(String(cell)))
}
