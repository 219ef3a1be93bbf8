import {
  cellStyle,
  type CellStyle,
  rowHeight,
  looks,
  markTones,
  noteStyle,
  shades,
  type Tone,
} from './appearance.ts'
import { cellText } from './cell-text.ts'
import { linesOf } from './fitting.ts'
import type { Line } from './front-page.ts'
import type { Cell } from './sheet.ts'

/** A row with all that is needed to write it; `joined` are its first and last column that become one cell. */
export interface StyledRow {
  readonly cells: readonly Cell[]
  readonly styles: readonly CellStyle[]
  /** In points. */
  readonly height: number
  readonly joined?: readonly [first: number, last: number]
}

/** Widths in characters: what, how many, which share, a bar of it. */
export const frontWidths: readonly number[] = [34, 12, 10, 50]
const allColumns = frontWidths.reduce((sum, width) => sum + width, 0)
/** Blocks of a whole. */
const bar = 40

const bold = cellStyle({ bold: true, size: 11, rule: 'medium' })
const label = cellStyle({ color: shades.plain.text })
const countStyle = cellStyle({ numFmt: '#,##0', side: 'right' })
const shareStyle = cellStyle({ numFmt: '0 %', side: 'right', color: shades.plain.text })
const bars: Readonly<Record<Tone, CellStyle>> = {
  bad: barStyle('FFD9534A'),
  warning: barStyle('FFE5A823'),
  good: barStyle('FF4CA866'),
  plain: barStyle('FF94A3B8'),
}

export function frontRow(line: Line): StyledRow {
  switch (line.look) {
    case 'title':
      return { cells: [line.text], styles: [cellStyle({ bold: true, size: 20 })], height: 30 }
    case 'verdict': {
      const { text: color, ground } = shades[markTones[line.mark]]
      const style = cellStyle({ bold: true, size: 12, color, ground, wrap: true })
      const height = rowHeight(linesOf(cellText(line.text), allColumns - 20) + 1)
      return { cells: [line.text], styles: [style, style, style, style], height, joined: [1, 4] }
    }
    case 'gap':
      return { cells: [], styles: [], height: 9 }
    case 'heading':
      return { cells: [line.text], styles: [bold, bold, bold, bold], height: 18 }
    case 'note': {
      const height = rowHeight(linesOf(cellText(line.text), allColumns))
      return { cells: [line.text], styles: [noteStyle], height, joined: [1, 4] }
    }
    case 'fact':
      return factRow(line.text, line.value)
    case 'count':
      return countRow(line)
  }
}

function factRow(text: string, value: Cell): StyledRow {
  const numFmt = value instanceof Date ? looks.instant.numFmt : typeof value === 'number' ? '#,##0.###' : '@'
  const style = cellStyle({ numFmt })
  return { cells: [text, value], styles: [label, style, style, style], height: rowHeight(1), joined: [2, 4] }
}

/** Arial has the full block of WGL4, Calibri has not. */
function barStyle(color: string): CellStyle {
  return cellStyle({ family: 'Arial', size: 8, color })
}

/** The bar is text as well: it prints everywhere, and nothing has to be computed by the reader. */
function countRow({ text, count, of, tone }: Extract<Line, { look: 'count' }>): StyledRow {
  const share = of === 0 ? 0 : count / of
  const drawn = count === 0 ? null : '█'.repeat(Math.max(1, Math.round(share * bar)))
  return {
    cells: [text, count, of === 0 ? null : share, drawn],
    styles: [cellStyle({}), countStyle, shareStyle, bars[tone]],
    height: rowHeight(1),
  }
}
