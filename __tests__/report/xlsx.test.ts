import { createHash } from 'node:crypto'
import { Writable } from 'node:stream'

import { expect, test } from 'vitest'

import { writeWorkbook } from '../../src/report/xlsx.ts'
import { silent } from '../support/observation.ts'
import { assessment, chainFor, dozen, endpoint, finding, report } from '../support/report.ts'
import { type ReadSheet, readSheets, rowOf, serial, sheetOf, textsOf } from '../support/workbook.ts'

test('the workbook has seven sheets', async () => {
  expect([...(await readSheets(dozen())).keys()]).toEqual([
    'Summary',
    'Certificates',
    'Chains',
    'TLS',
    'Changes',
    'Findings',
    'Errors',
  ])
})

test('what was not checked is no success', async () => {
  const about = report({
    assessments: [assessment({ observation: silent('not-observed', 'The run ended') })],
  })
  expect(rowOf(await sheetOf('Certificates', about), 2)['Status']?.text).toBe('not checked')
  const summary = await sheetOf('Summary', about)
  expect(counts(summary)).toMatchObject({ success: '0', 'not checked': '1' })
})

test('a chain stands there as it was sent, leaf first, with what could not be read of it', async () => {
  const delivery = chainFor('example.com', {}, { unreadable: ['certificate 3: no SEQUENCE'] })
  const sheet = await sheetOf(
    'Chains',
    report({ assessments: [endpoint('example.com', { deliveries: [delivery] })] }),
  )
  expect(rowOf(sheet, 2)).toMatchObject({ Position: { text: '1' }, 'Subject Name': { text: 'example.com' } })
  expect(rowOf(sheet, 3)).toMatchObject({ Position: { text: '2' }, 'Subject Name': { text: 'E7' } })
  expect(rowOf(sheet, 4)).toMatchObject({ Problem: { text: 'certificate 3: no SEQUENCE' } })
})

test('the findings of the run come first, each with what to do', async () => {
  const about = report({
    findings: [finding('monitor/schedule', { severity: 'warning', message: 'The threshold never ends' })],
    assessments: [
      assessment({
        findings: [finding('certificate/expired', { waivedUntil: new Date('2027-03-31T00:00:00Z') })],
      }),
    ],
  })
  const sheet = await sheetOf('Findings', about)
  expect(rowOf(sheet, 2)).toMatchObject({ Severity: { text: 'warning' }, Rule: { text: 'monitor/schedule' } })
  expect(rowOf(sheet, 2)).not.toHaveProperty('Domain')
  expect(rowOf(sheet, 3)).toMatchObject({
    Domain: { text: 'example.com' },
    'What to Do': { text: 'Put it right.' },
    'Waived Until': { text: String(serial(new Date('2027-03-31T00:00:00Z'))), numFmt: 'yyyy-mm-dd' },
  })
})

test('the endpoints without a certificate are listed with the reason', async () => {
  expect(rowOf(await sheetOf('Errors', dozen()), 2)).toMatchObject({
    Domain: { text: 'gone.example.com' },
    Reason: { text: 'unresolved' },
    'In Words': { text: 'name does not resolve' },
    Message: { text: 'The name has no address: gone.example.com: DNS knows no address' },
  })
})

test('the summary tells the verdict and counts by status, expiry and issuer', async () => {
  const sheet = await sheetOf('Summary', dozen())
  expect(textsOf(sheet)[1]).toMatch(/^7 of 12 endpoints need you: /u)
  expect(counts(sheet)).toMatchObject({
    expired: '1',
    'within 30 days': '2',
    'within 31 to 90 days': '6',
    'after 90 days': '1',
    'not known': '2',
    'Example Trust': '10',
    waived: '1',
    'first seen': '12',
  })
})

test('of many issuers the most frequent are told, the others counted together', async () => {
  const issuer = (index: number) => ({
    attributes: [{ type: 'organizationName', value: `CA ${index}` }],
    der: Buffer.of(index),
  })
  const assessments = Array.from({ length: 30 }, (_, index) => {
    return endpoint(`h${index}.example`, {
      deliveries: [chainFor(`h${index}.example`, { issuer: issuer(index) })],
    })
  })
  expect(counts(await sheetOf('Summary', report({ assessments })))).toMatchObject({
    'CA 0': '1',
    '5 others': '5',
  })
})

test('a report of nothing says so on every sheet', async () => {
  const sheets = await readSheets(report({ assessments: [] }))
  expect([...sheets.values()].map((sheet) => sheet.cells.get('A2')?.text)).toEqual([
    'Nothing was checked.',
    'Nothing was checked.',
    'No endpoint showed a certificate.',
    'No endpoint was scanned.',
    'Nothing is remembered yet to compare with.',
    'There are no findings.',
    'Nothing was checked.',
  ])
})

test('what an auxiliary sheet leaves out is counted there and on the first page; the inventory is whole', async () => {
  const sheets = await readSheets(dozen(), 3)
  const findings = [...(sheets.get('Findings')?.cells ?? [])].filter(([address]) => /^A\d+$/u.test(address))
  const left = '8 more rows, in certificate_report_20261122_120002.json'
  expect(findings.map(([, { text }]) => text)).toEqual([
    'Domain',
    'expired.example.com',
    'soon.example.com',
    'soon.example.com',
    `… and ${left}`,
  ])
  expect(textsOf(sheets.get('Summary') ?? { xml: '', cells: new Map() })).toContain(`Findings: ${left}`)
  expect(rowOf(sheets.get('Certificates') ?? { xml: '', cells: new Map() }, 14)).toHaveProperty('Domain')
})

test('every table has filters, a heading that stays, colours, and a shape for paper', async () => {
  const { xml } = await sheetOf('Certificates', dozen())
  expect(xml).toContain('<autoFilter ref="A1:AQ14"/>')
  expect(xml).toMatch(/<pane xSplit="1" ySplit="1" [^>]*state="frozen"/u)
  expect(xml).toMatch(/<conditionalFormatting sqref="F2:F14"><cfRule type="colorScale"/u)
  expect(xml).toMatch(/<conditionalFormatting sqref="D2:D14"><cfRule type="cellIs"/u)
  expect(xml).toMatch(/<pageSetup orientation="landscape" [^>]*fitToWidth="1" fitToHeight="0"/u)
})

test('a column is as wide as its content, up to a limit', async () => {
  const about = report({
    assessments: [
      endpoint('a.example', { name: 'n'.repeat(500) }),
      endpoint('host-of-some-length.example.com'),
    ],
  })
  const { xml } = await sheetOf('Certificates', about)
  expect(xml).toContain('<col min="1" max="1" width="33" customWidth="1"/>')
  expect(xml).toContain('<col min="3" max="3" width="38" customWidth="1"/>')
})

/** A stream that takes so many bytes and no more. */
function full(after: number, autoDestroy = true): Writable {
  let taken = 0
  return new Writable({
    autoDestroy,
    write: (chunk: Buffer, _, done) =>
      done((taken += chunk.length) > after ? new Error('no space left') : null),
  })
}

test.each([0, 4000])('a stream that fails after %i bytes is the answer', async (bytes) => {
  await expect(writeWorkbook(dozen(), full(bytes))).rejects.toThrow('no space left')
})

test('a stream that fails while rows are written, and stays open, is the answer', async () => {
  const assessments = Array.from({ length: 200 }, (_, index) => endpoint(`h${index}.example`))
  await expect(writeWorkbook(report({ assessments }), full(0, false))).rejects.toThrow('no space left')
})

test('rows are not made ahead of a stream that takes nothing', async () => {
  let made = 0
  const assessments = Array.from({ length: 4000 }, (_, index) => {
    const { observation, ...rest } = endpoint(`h${index}.example`)
    // What does not compress fills every buffer on the way soon.
    const noise = (word: string): string =>
      createHash('shake256', { outputLength: 1400 }).update(`${word} ${index}`).digest('base64')
    const target = { ...observation.target, name: noise('name'), owner: noise('owner') }
    return { ...rest, observation: { ...observation, target } }
  })
  const about = report({ assessments })
  for (const one of about.assessments)
    Object.defineProperty(one, 'status', { get: () => (made++, 'success'), enumerable: true })
  const stuck = new Writable({ write: () => {} })
  const writing = writeWorkbook(about, stuck)
  made = 0
  for (let turn = 0; turn < 1000; turn++) await new Promise<void>((resolve) => void setImmediate(resolve))
  expect(made).toBeGreaterThan(0)
  expect(made).toBeLessThan(3000)
  stuck.destroy(new Error('given up'))
  await expect(writing).rejects.toThrow('given up')
})

test('a stream that was closed is no success', async () => {
  const closed = new Writable({ write: (_chunk, _encoding, done) => done() }).destroy()
  await expect(writeWorkbook(dozen(), closed)).rejects.toThrow()
})

/** The counts of the first page by their words; words that come twice count as they come last. */
function counts({ cells }: ReadSheet): Readonly<Record<string, string>> {
  const labels = [...cells].filter(([address]) => address.startsWith('A'))
  return Object.fromEntries(
    labels.flatMap(([address, { text }]) => {
      const number = cells.get(address.replace('A', 'B'))
      return number?.type === null ? [[text, number.text]] : []
    }),
  )
}
