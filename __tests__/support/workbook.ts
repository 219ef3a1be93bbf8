import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'

import type { Report } from '../../src/model/report.ts'
import { writeWorkbook } from '../../src/report/xlsx.ts'
import { unzipped } from './unzipped.ts'

/** A cell as it stands in the XML of its sheet. */
export interface ReadCell {
  /** `str`, `inlineStr`, `b`; a number has none. */
  readonly type: string | null
  readonly text: string
  readonly numFmt: string
}

export interface ReadSheet {
  readonly xml: string
  /** By address, those that hold something. */
  readonly cells: ReadonlyMap<string, ReadCell>
}

/** The sheets of a written report by their names, in order. */
export async function readSheets(report: Report, most?: number): Promise<ReadonlyMap<string, ReadSheet>> {
  const files = unzipped(await workbookBytes(report, most))
  const formats = numberFormats(files.get('xl/styles.xml') ?? '')
  const names = [...(files.get('xl/workbook.xml') ?? '').matchAll(/<sheet [^>]*name="([^"]*)"/gu)]
  return new Map(
    names.map(([, name = ''], index) => {
      const xml = files.get(`xl/worksheets/sheet${index + 1}.xml`) ?? ''
      return [name, { xml, cells: cellsOf(xml, formats) }]
    }),
  )
}

/** One sheet of a written report; throws when there is none of that name. */
export async function sheetOf(name: string, ...about: Parameters<typeof readSheets>): Promise<ReadSheet> {
  const sheet = (await readSheets(...about)).get(name)
  if (sheet === undefined) throw new TypeError(`no sheet ${name}`)
  return sheet
}

/** An instant as days since the beginning of the format. */
export function serial(instant: Date): number {
  return instant.getTime() / 86_400_000 + 25_569
}

export async function workbookBytes(report: Report, most?: number): Promise<Buffer> {
  const stream = new PassThrough()
  const [bytes] = await Promise.all([buffer(stream), writeWorkbook(report, stream, most)])
  return bytes
}

/** What stands in a row, by the titles of the first row; cells without a value are absent. */
export function rowOf({ cells }: ReadSheet, row: number): Readonly<Record<string, ReadCell>> {
  const found = [...cells].filter(([address]) => address.replace(/^[A-Z]+/u, '') === String(row))
  return Object.fromEntries(
    found.map(([address, cell]) => [cells.get(address.replace(/\d+$/u, '1'))?.text ?? address, cell]),
  )
}

export function textsOf({ cells }: ReadSheet): readonly string[] {
  return [...cells.values()].map(({ text }) => text)
}

function cellsOf(xml: string, formats: readonly string[]): ReadonlyMap<string, ReadCell> {
  const cells = new Map<string, ReadCell>()
  for (const [, attributes = '', content] of xml.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gsu)) {
    if (content === undefined) continue
    const attribute = (name: string): string | null =>
      new RegExp(`\\b${name}="([^"]*)"`, 'u').exec(attributes)?.[1] ?? null
    const [, text = ''] = /<(?:v|t)(?: [^>]*)?>(.*?)<\/(?:v|t)>/su.exec(content) ?? []
    const numFmt = formats[Number(attribute('s') ?? '0')] ?? ''
    cells.set(attribute('r') ?? '', { type: attribute('t'), text: decoded(text), numFmt })
  }
  return cells
}

/** ST_Xstring (ECMA-376 part 1, §22.9.2.19) inside XML. */
function decoded(text: string): string {
  const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
  return text
    .replace(/&(\w+);/gu, (_, name: string) => entities[name] ?? '')
    .replace(/_x([0-9A-F]{4})_/giu, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
}

/** The number format of each cell style. */
function numberFormats(xml: string): readonly string[] {
  const own = new Map(
    [...xml.matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/gu)].map(([, id, code]) => [id, code]),
  )
  const [, styles = ''] = /<cellXfs[^>]*>(.*?)<\/cellXfs>/su.exec(xml) ?? []
  return [...styles.matchAll(/<xf numFmtId="(\d+)"/gu)].map(([, id = '']) => own.get(id) ?? id)
}
