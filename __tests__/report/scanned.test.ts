import { expect, test } from 'vitest'

import { unanswered } from '../../src/model/answer.ts'
import { shownLimits } from '../../src/model/limits.ts'
import type { Assessment } from '../../src/model/report.ts'
import { renderHost } from '../../src/report/host.ts'
import { renderJson, writeJson } from '../../src/report/json.ts'
import { renderSummary } from '../../src/report/summary.ts'
import { renderTable } from '../../src/report/table.ts'
import { width } from '../../src/report/width.ts'
import { now } from '../support/certificate.ts'
import { acting, command, hostile } from '../support/hostile.ts'
import { observation } from '../support/observation.ts'
import { assessment, dozen, endpoint, report } from '../support/report.ts'
import { saying, scanned, withScan } from '../support/scanned.ts'
import { complaints } from '../support/valid-report.ts'
import { rowOf, sheetOf } from '../support/workbook.ts'

const plain = { color: false, width: 90 }
const evil = (text: string): Assessment => withScan(endpoint('example.com'), saying(text))

test('scanned servers are reported as the contract has it', async () => {
  expect(complaints(renderJson(scanned()))).toEqual([])
  await expect([...writeJson(scanned())].join('')).toMatchFileSnapshot('../fixtures/reports/scanned.json')
})

test.each([60, 80, 100, 140])('a run of scanned servers, %i columns wide', async (columns) => {
  const table = renderTable(scanned(), { color: false, width: columns })

  expect(table.split('\n').filter((line) => width(line) > columns)).toEqual([])
  await expect(table).toMatchFileSnapshot(`../fixtures/reports/scanned-${columns}.txt`)
})

test.each([
  [0, 60],
  [0, 140],
  [1, 80],
  [2, 100],
  [3, 80],
  [4, 80],
])('scanned server %i in depth, %i columns wide', async (index, columns) => {
  const text = renderHost(scanned().assessments[index] as Assessment, now, { color: false, width: columns })

  expect(text.split('\n').filter((line) => width(line) > columns)).toEqual([])
  await expect(text).toMatchFileSnapshot(`../fixtures/reports/scanned-host-${index}-${columns}.txt`)
})

test('suites are coloured by their strength', () => {
  const text = renderHost(scanned().assessments[0] as Assessment, now, { color: true, width: 100 })

  expect(text).toContain('\u001B[31m✗ TLS_RSA_WITH_RC4_128_MD5')
  expect(text).toContain('\u001B[33m! TLS_RSA_WITH_AES_128_CBC_SHA')
  expect(text).toContain('\u001B[31m  F          ')
})

test('the summary of scanned servers', async () => {
  await expect(renderSummary(scanned())).toMatchFileSnapshot('../fixtures/reports/scanned.md')
})

test('the sheet TLS of scanned servers', async () => {
  const { xml } = await sheetOf('TLS', scanned())

  await expect(xml.replaceAll('<row ', '\n<row ')).toMatchFileSnapshot('../fixtures/reports/scanned-tls.xml')
})

test('without a scan there is neither a grade nor an empty heading', () => {
  expect(renderTable(dozen(), plain)).not.toContain('Grade')
  expect(renderSummary(dozen())).not.toMatch(/Grade|TLS of/u)
  expect(renderHost(assessment(), now, plain)).not.toMatch(/Grade|Versions|TLS scan/u)
})

test('a scan that was wanted and did not succeed says why', () => {
  const tls = unanswered('reset', 'the connection was reset\n    at somewhere')

  expect(renderHost(assessment({ observation: observation({ tls }) }), now, plain)).toContain(
    '\nTLS scan\n  Connection reset: the connection was reset\n',
  )
})

test('a list that was cut short is never told as the whole of it', async () => {
  const halfway = scanned().assessments.findIndex(({ grade }) => grade !== null && grade.letter === null)
  const text = renderHost(scanned().assessments[halfway] as Assessment, now, plain)

  expect(text).toContain('Cipher suites of TLSv1.2\n  ? not known: timed out\n')
  expect(text).toContain('  … and perhaps more: timed out\n')
  expect(text).not.toMatch(/^ +– SSLv2/mu)
  expect(rowOf(await sheetOf('TLS', scanned()), 2 + halfway)).toMatchObject({
    'SSL 2': { text: 'unknown' },
    'TLS 1.3': { text: 'yes' },
    'Weak Suites': { text: 'unknown' },
  })
})

test('the grade behind a T is told beside it', () => {
  expect(renderSummary(scanned())).toContain('| **T** (A) | 93 | self.example.com | TLS 1.3 |')
})

test('however many scans, the summary stays below the limit and counts what it leaves out', () => {
  const words = '<&>'.repeat(300)
  const assessments = Array.from({ length: 3000 }, (_, index) =>
    withScan(endpoint(`h${index}.example`), { grade: { letter: 'C', caps: [words, words, words, words] } }),
  )
  const summary = renderSummary(report({ assessments }))

  expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(shownLimits.summaryBytes)
  expect(summary).toMatch(/\n… and 29\d\d endpoints more, in the report\.\n/u)
})

test.each(hostile)('nothing that a server says of TLS can act in a terminal: %j', (text) => {
  const shown = renderHost(evil(text), now, plain)

  expect(shown).not.toMatch(acting)
  expect(shown).not.toMatch(command)
  expect(shown.split('\n').filter((line) => width(line) > 92)).toEqual([])
  expect(shown.length).toBeLessThan(100_000)
})

test('nothing that a server says of TLS becomes Markdown', () => {
  const summary = renderSummary(report({ assessments: hostile.map(evil) }))
  const remains = summary.replaceAll(/<\/?(?:br|code|details|summary|sub)>|&#\d+;/gu, ' ')

  expect(remains).not.toMatch(/[&<>`[\]@]|#\w|:\/\/|www\.|^::/mu)
  expect(remains.match(/^\|(?!.*\|$)/gmu)).toBeNull()
})
