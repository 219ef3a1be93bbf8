import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'

import ExcelJS from 'exceljs'

import { shownLimits } from '../model/limits.ts'
import { productName } from '../model/product.ts'
import type { Report } from '../model/report.ts'
import {
  daysScale,
  formStyle,
  gradings,
  headingStyle,
  noteStyle,
  rowHeight,
  shades,
} from './xlsx/appearance.ts'
import { cellText } from './xlsx/cell-text.ts'
import { certificatesSheet } from './xlsx/certificates-sheet.ts'
import { chainsSheet } from './xlsx/chains-sheet.ts'
import { changesSheet } from './xlsx/changes-sheet.ts'
import { errorsSheet } from './xlsx/errors-sheet.ts'
import { findingsSheet } from './xlsx/findings-sheet.ts'
import { fittingLines, fittingWidths } from './xlsx/fitting.ts'
import { frontRow, frontWidths, type StyledRow } from './xlsx/front-page-rows.ts'
import { frontPage, omission } from './xlsx/front-page.ts'
import type { Cell, Form, Heading, Sheet } from './xlsx/sheet.ts'
import { drained } from './xlsx/sink.ts'
import { tlsSheet } from './xlsx/tls-sheet.ts'

/** In twentieths of a point. */
const windowOnSummary = {
  x: 0,
  y: 0,
  width: 28_000,
  height: 16_000,
  firstSheet: 0,
  activeTab: 0,
  visibility: 'visible',
} as const

type Workbook = ExcelJS.stream.xlsx.WorkbookWriter
type Worksheet = ExcelJS.Worksheet

/** After so many rows everybody else gets a turn. */
const breath = 50

/**
 * Writes the report as a workbook (ECMA-376) and ends the stream; rows are made while they are written. Text stays
 * text: there is no formula and no link. Throws what the stream throws.
 */
export async function writeWorkbook(
  report: Report,
  stream: Writable,
  most: number = shownLimits.sheetRows,
): Promise<void> {
  const written = finished(stream, { readable: false })
  // A stream that fails leaves the workbook waiting for ever: whichever comes first.
  await Promise.race([written, writeSheets(report, stream, most)])
  await written
}

async function writeSheets(report: Report, stream: Writable, most: number): Promise<void> {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true })
  book.creator = productName
  book.lastModifiedBy = productName
  book.created = report.at
  book.modified = report.at
  book.views = [windowOnSummary]
  const others = [chainsSheet, tlsSheet, changesSheet, findingsSheet, errorsSheet].map((make) =>
    make(report, most),
  )
  const sheets = [certificatesSheet(report), ...others]
  writeFrontPage(book, report, sheets)
  for (const sheet of sheets) await writeTable(book, sheet, report.at, stream)
  if (!stream.destroyed) await book.commit()
}

function writeFrontPage(book: Workbook, report: Report, sheets: readonly Sheet[]): void {
  const page = book.addWorksheet('Summary', {
    views: [{ showGridLines: false }],
    pageSetup: { ...paperSetup, orientation: 'portrait', fitToHeight: 1 },
    headerFooter,
  })
  page.columns = frontWidths.map((width) => ({ width }))
  for (const line of frontPage(report, sheets)) writeRow(page, frontRow(line))
  page.commit()
}

async function writeTable(book: Workbook, sheet: Sheet, at: Date, stream: Writable): Promise<void> {
  const { headings, length } = sheet
  const page = book.addWorksheet(sheet.name, {
    views: [{ state: 'frozen', xSplit: 1, ySplit: 1, showGridLines: false }],
    pageSetup: { ...paperSetup, orientation: 'landscape', printTitlesRow: '1:1' },
    headerFooter,
  })
  const widths = fittingWidths(headings, sheet.rows())
  page.columns = widths.map((width) => ({ width }))
  decorate(page, sheet)
  writeHeadings(page, headings)
  const styles = headings.map(({ form }) => formStyle(form))
  let since = 0
  for (const cells of sheet.rows()) {
    writeRow(page, { cells, styles, height: rowHeight(fittingLines(cells, headings, widths)) })
    if (++since % breath === 0) await new Promise<void>((resolve) => void setImmediate(resolve))
    await drained(page)
    if (stream.destroyed) return
  }
  if (length === 0) writeNote(page, sheet.empty)
  if (sheet.omitted > 0) writeNote(page, `… and ${omission(sheet.omitted, at)}`)
  page.commit()
}

/** Filters and colours of the rows, and which of it goes to paper. */
function decorate(page: Worksheet, { headings, length, omitted, printed }: Sheet): void {
  const letter = (column: number): string => page.getColumn(column).letter
  const notes = length === 0 || omitted > 0 ? 1 : 0
  page.pageSetup.printArea = `A$1:${letter(printed)}$${1 + length + notes}`
  page.autoFilter = `A1:${letter(headings.length)}${1 + length}`
  if (length === 0) return
  for (const [index, { form }] of headings.entries()) {
    const ref = `${letter(index + 1)}2:${letter(index + 1)}${1 + length}`
    if (form === 'days') page.addConditionalFormatting({ ref, rules: [daysRule] })
    const rules = gradingRules(form)
    if (rules.length > 0) page.addConditionalFormatting({ ref, rules })
  }
}

const daysRule: ExcelJS.ConditionalFormattingRule = {
  type: 'colorScale',
  priority: 1,
  cfvo: daysScale.map(([days]) => ({ type: 'num', value: days })),
  color: daysScale.map(([, argb]) => ({ argb })),
}

function gradingRules(form: Form): ExcelJS.ConditionalFormattingRule[] {
  return (gradings[form] ?? []).map(([word, tone], index) => ({
    type: 'cellIs',
    operator: 'equal',
    formulae: [`"${word}"`],
    priority: index + 2,
    style: {
      font: { bold: true, color: { argb: shades[tone].text } },
      fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: shades[tone].ground } },
    },
  }))
}

/** As wide as the paper, whichever the printer has, and as many pages as it takes. */
const paperSetup = {
  fitToWidth: 1,
  fitToHeight: 0,
  margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
}
const headerFooter = { oddFooter: '&L&8&F&C&8All times are UTC&R&8Page &P of &N' }

function writeHeadings(page: Worksheet, headings: readonly Heading[]): void {
  const cells = headings.map(({ title }) => title)
  writeRow(page, {
    cells,
    styles: headings.map(({ form }) => headingStyle(form)),
    height: rowHeight(2),
  })
}

function writeNote(page: Worksheet, text: string): void {
  writeRow(page, { cells: [text], styles: [noteStyle], height: rowHeight(1) })
}

function writeRow(page: Worksheet, { cells, styles, height, joined }: StyledRow): void {
  const row = page.addRow([])
  for (let index = 0; index < Math.max(cells.length, styles.length); index++) {
    const cell = row.getCell(index + 1)
    cell.value = cellValue(cells[index] ?? null)
    const style = styles[index]
    if (style !== undefined) cell.style = style
  }
  row.height = height
  if (joined !== undefined) page.mergeCells(row.number, joined[0], row.number, joined[1])
  row.commit()
}

/** Days of the format begin in 1900, with a 29 February that never was: dates before March stay text. */
const firstDay = Date.UTC(1900, 2, 1)

function cellValue(value: Cell): ExcelJS.CellValue {
  if (typeof value === 'string') return textValue(cellText(value))
  return value instanceof Date && value.getTime() < firstDay ? value.toISOString() : value
}

/**
 * Text in its cell: a table of shared strings would have to be kept until the end, and be one string then. Only in rich
 * text do blanks at its ends stay, and does LibreOffice read what `cellText` escapes.
 */
function textValue(text: string): ExcelJS.CellValue {
  return text.trim() === text && !text.includes('_x') ? text : { richText: [{ text }] }
}
