import { execFile } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { access, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

import { afterAll, beforeAll, expect, test } from 'vitest'

import type { Report } from '../../src/model/report.ts'
import { writeWorkbook } from '../../src/report/xlsx.ts'
import { name } from '../support/certificate.ts'
import { formulas } from '../support/formulas.ts'
import { acting, hostile } from '../support/hostile.ts'
import { chainFor, dozen, endpoint, finding, report } from '../support/report.ts'

/** A cell as LibreOffice exports it: text stands between quotation marks, numbers, dates and truths do not. */
interface Field {
  readonly text: string
  readonly quoted: boolean
}
type Rows = readonly (readonly Field[])[]

const program = '/usr/bin/soffice'
// Comma, quotation mark, UTF-8, from line 1; quote all text, cells as shown, what formulas give; every sheet.
const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,true,false,false,-1'

const lacking = await access(program).then(
  () => undefined,
  () => `${program} is not installed: scripts/interop/install.sh`,
)
let folder = ''
beforeAll(async () => {
  if (lacking !== undefined && process.env['CI'] === 'true') throw new Error(lacking)
  folder = await mkdtemp(join(tmpdir(), 'workbook-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** The sheets of a report's workbook by their names, as LibreOffice reads them. */
async function readByLibreOffice(label: string, about: Report): Promise<ReadonlyMap<string, Rows>> {
  const book = join(folder, `${label}.xlsx`)
  await writeWorkbook(about, createWriteStream(book))
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
  const { stdout } = await promisify(execFile)(
    program,
    [profile, '--headless', '--convert-to', filter, '--outdir', folder, book],
    { timeout: 60_000 },
  )
  const written = [...stdout.matchAll(/Writing sheet (\S+) -> (.+)$/gmu)]
  const sheets = written.map(async ([, sheet = '', path = '']) => {
    return [sheet, fields(await readFile(path, 'utf8'))] as const
  })
  return new Map(await Promise.all(sheets))
}

function fields(csv: string): Rows {
  const rows: Field[][] = [[]]
  for (const [, quoted, plain = '', end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^,\n"]*))(,|\n|$)/gu)) {
    rows.at(-1)?.push({ text: quoted?.replaceAll('""', '"') ?? plain, quoted: quoted !== undefined })
    if (end === '\n') rows.push([])
    if (end === '') break
  }
  return rows.filter((row) => row.length > 1)
}

function column(rows: Rows | undefined, title: string): readonly Field[] {
  const index = rows?.[0]?.findIndex(({ text }) => text === title) ?? -1
  if (index < 0) throw new TypeError(`no column ${title}`)
  return (rows ?? []).slice(1).flatMap((row) => row[index] ?? [])
}

function texts(rows: Rows | undefined, title: string): readonly string[] {
  return column(rows, title).map(({ text }) => text)
}

test('LibreOffice reads the dates, numbers, truths and words that were written', async ({ skip }) => {
  skip(lacking !== undefined, lacking)
  const sheets = await readByLibreOffice('dozen', dozen())
  expect([...sheets.keys()]).toEqual([
    'Summary',
    'Certificates',
    'Chains',
    'TLS',
    'Changes',
    'Findings',
    'Errors',
  ])

  const certificates = sheets.get('Certificates')
  expect(certificates?.slice(1, 4).map((row) => row.slice(0, 10).map(({ text }) => text))).toEqual([
    [
      'expired.example.com',
      '443',
      'expired.example.com',
      'error',
      'The certificate expired 3 days ago, on 2026-11-19 08:30 UTC',
      '-3.1',
      '2026-11-19 08:30',
      'E7',
      '',
      '2026-11-22 12:00',
    ],
    [
      'soon.example.com',
      '443',
      'soon.example.com',
      'error',
      'The certificate expires in 31 hours, on 2026-11-23 19:00 UTC',
      '1.2',
      '2026-11-23 19:00',
      'E7',
      '',
      '2026-11-22 12:00',
    ],
    expect.arrayContaining(['self.example.com', '68.4', '2027-01-29 23:59']),
  ])
  for (const title of ['Port', 'Days Until Expiration', 'Expiration Date', 'Chain Verified', 'Check Date'])
    expect(column(certificates, title).some(({ quoted }) => quoted)).toBe(false)
  for (const title of ['Domain', 'Status', 'SHA-256 Fingerprint', 'Serial Number'])
    expect(column(certificates, title).every(({ text, quoted }) => quoted || text === '')).toBe(true)
  expect(texts(certificates, 'Chain Verified')).toContain('FALSE')
  expect(texts(sheets.get('Errors'), 'Reason')).toEqual(['unresolved', 'timed-out'])
  expect(texts(sheets.get('Findings'), 'Waived Until')).toContain('2027-03-31')
  expect(sheets.get('Summary')?.map((row) => row.slice(0, 2).map(({ text }) => text))).toContainEqual([
    'Example Trust',
    '10',
  ])
})

test('LibreOffice takes nothing that a stranger wrote for a formula', async ({ skip }) => {
  skip(lacking !== undefined, lacking)
  const strange = [...formulas, ...hostile]
  const assessments = strange.map((text, index) => {
    const host = `h${index}.example`
    const deliveries = [chainFor(host, { subject: name(text, text), issuer: name(text, text) })]
    const seen = endpoint(host, { name: text, deliveries })
    return {
      ...seen,
      findings: [finding('certificate/hostname', { severity: 'notice', message: text, fix: text })],
    }
  })
  const sheets = await readByLibreOffice('strange', report({ assessments }))

  for (const title of ['Name', 'Issuer', 'Issuer Name', 'Subject Organisation']) {
    const read = column(sheets.get('Certificates'), title)
    expect(read).toHaveLength(strange.length)
    expect(read.every(({ text, quoted }) => quoted && !acting.test(text))).toBe(true)
    const plain = formulas.filter((text) => /^[ -~]+$/u.test(text))
    expect(read.map(({ text }) => text)).toEqual(expect.arrayContaining(plain))
  }
  for (const title of ['Finding', 'What to Do'])
    expect(column(sheets.get('Findings'), title).every(({ quoted }) => quoted)).toBe(true)
})
