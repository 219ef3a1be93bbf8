import type { Mark } from '../row.ts'
import type { Form } from './sheet.ts'

/** What a thing means, wherever it is coloured. */
export type Tone = 'good' | 'warning' | 'bad' | 'plain'

interface Shade {
  readonly text: string
  readonly ground: string
}

/** ARGB. Dark letters on a light ground of the same hue: legible in print, and to those who see few colours. */
export const shades: Readonly<Record<Tone, Shade>> = {
  bad: { text: 'FF9C1C13', ground: 'FFFBDAD7' },
  warning: { text: 'FF7A5200', ground: 'FFFDEBC0' },
  good: { text: 'FF1D6B35', ground: 'FFDCF1E1' },
  plain: { text: 'FF475569', ground: 'FFE8EDF3' },
}

export const markTones: Readonly<Record<Mark, Tone>> = {
  error: 'bad',
  warning: 'warning',
  unchecked: 'warning',
  notice: 'plain',
  healthy: 'good',
  waived: 'good',
}

type Gradings = readonly (readonly [word: string, tone: Tone])[]

/** The words that are coloured in columns of a form, and what they mean. */
export const gradings: Readonly<Partial<Record<Form, Gradings>>> = {
  grading: [
    ['error', 'bad'],
    ['warning', 'warning'],
    ['not checked', 'warning'],
    ['success', 'good'],
    ['notice', 'plain'],
    ...['A+', 'A', 'A-'].map((letter) => [letter, 'good'] as const),
    ...['B', 'C'].map((letter) => [letter, 'warning'] as const),
    ...['D', 'E', 'F', 'M', 'T'].map((letter) => [letter, 'bad'] as const),
  ],
  wanted: [
    ['yes', 'good'],
    ['no', 'plain'],
    ['unknown', 'plain'],
  ],
  outdated: [
    ['yes', 'warning'],
    ['unknown', 'plain'],
  ],
  unwanted: [
    ['yes', 'bad'],
    ['unknown', 'plain'],
  ],
}

/** What the word of a `grading` means; nothing where it is no such word. */
export function gradingTone(word: string): Tone {
  return gradings.grading?.find(([known]) => known === word)?.[1] ?? 'plain'
}

/** Colours of days left, from a certificate that ends to one that has a quarter of a year. */
export const daysScale: readonly (readonly [days: number, argb: string])[] = [
  [0, 'FFF6A59B'],
  [30, 'FFFDE9A9'],
  [90, 'FFBFE5C6'],
]

export type Side = 'left' | 'center' | 'right'

interface Look {
  readonly numFmt: string
  readonly side: Side
  /** The widest that a column of this form gets, in characters. */
  readonly widest: number
}

/** `@` keeps a text text even when somebody opens the cell and presses Enter. */
export const looks: Readonly<Record<Form, Look>> = {
  text: { numFmt: '@', side: 'left', widest: 36 },
  prose: { numFmt: '@', side: 'left', widest: 48 },
  grading: { numFmt: '@', side: 'center', widest: 13 },
  wanted: { numFmt: '@', side: 'center', widest: 9 },
  outdated: { numFmt: '@', side: 'center', widest: 9 },
  unwanted: { numFmt: '@', side: 'center', widest: 9 },
  // LibreOffice shows a truth as a number unless its format says otherwise; Excel never does.
  flag: { numFmt: '"TRUE";"TRUE";"FALSE"', side: 'center', widest: 12 },
  whole: { numFmt: '0', side: 'right', widest: 12 },
  days: { numFmt: '0.0', side: 'right', widest: 12 },
  seconds: { numFmt: '0.000', side: 'right', widest: 12 },
  instant: { numFmt: 'yyyy-mm-dd hh:mm', side: 'center', widest: 17 },
  day: { numFmt: 'yyyy-mm-dd', side: 'center', widest: 12 },
}

/** How many points a row of so many lines takes. */
export function rowHeight(lines: number): number {
  return lines * 13.5 + 4.5
}

/** How one cell looks, in the words of the file format; colours are ARGB. */
export interface CellStyle {
  readonly numFmt: string
  readonly font: {
    readonly name: string
    readonly size: number
    readonly bold: boolean
    readonly italic: boolean
    readonly color: { readonly argb: string }
  }
  readonly alignment: {
    readonly horizontal: Side
    readonly vertical: 'middle'
    readonly wrapText: boolean
    readonly indent: number
  }
  readonly border?: {
    readonly bottom: { readonly style: 'thin' | 'medium'; readonly color: { readonly argb: string } }
  }
  readonly fill?: {
    readonly type: 'pattern'
    readonly pattern: 'solid'
    readonly fgColor: { readonly argb: string }
  }
}

interface Wish {
  readonly numFmt?: string
  readonly family?: string
  readonly size?: number
  readonly bold?: boolean
  readonly italic?: boolean
  readonly color?: string
  readonly side?: Side
  readonly indent?: number
  readonly wrap?: boolean
  readonly ground?: string
  readonly rule?: 'thin' | 'medium'
}

const ink = { dark: 'FF1F2937', line: 'FFD9DEE5', head: 'FF1E3A5F', white: 'FFFFFFFF' }

/** One style object for all cells that look alike: the workbook knows a style by its object. */
export function cellStyle(wish: Wish): CellStyle {
  const { numFmt = '@', family = 'Calibri', size = 10, bold = false, italic = false, color = ink.dark } = wish
  const { side = 'left', indent = side === 'center' ? 0 : 1, wrap = false, ground, rule } = wish
  return {
    numFmt,
    font: { name: family, size, bold, italic, color: { argb: color } },
    alignment: { horizontal: side, vertical: 'middle', wrapText: wrap, indent },
    ...(rule === undefined
      ? {}
      : { border: { bottom: { style: rule, color: { argb: rule === 'thin' ? ink.line : ink.head } } } }),
    ...(ground === undefined
      ? {}
      : { fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: ground } } }),
  }
}

export const noteStyle: CellStyle = cellStyle({ italic: true, color: shades.plain.text })

/** How the cells below a heading look. */
export function formStyle(form: Form): CellStyle {
  const { numFmt, side } = looks[form]
  return cellStyle({ numFmt, side, wrap: form === 'prose', rule: 'thin' })
}

/** A heading stands on the side of what it heads. */
export function headingStyle(form: Form): CellStyle {
  return cellStyle({ bold: true, color: ink.white, ground: ink.head, wrap: true, side: looks[form].side })
}
