import fc from 'fast-check'
import { expect, test } from 'vitest'

import type { Certificate } from '../../src/model/certificate.ts'
import type { Finding } from '../../src/model/finding.ts'
import type { Report } from '../../src/model/report.ts'
import { cellText } from '../../src/report/xlsx/cell-text.ts'
import { fingerprint } from '../support/certificate.ts'
import { formulas } from '../support/formulas.ts'
import { acting, hostile } from '../support/hostile.ts'
import { assessment, chainFor, endpoint, finding, report } from '../support/report.ts'
import { saying, withScan } from '../support/scanned.ts'
import { unzipped } from '../support/unzipped.ts'
import { readSheets, textsOf, workbookBytes } from '../support/workbook.ts'

const legalXml = /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u

/** Everything that a stranger may name, named by one text. */
function named(text: string): Report {
  const name = {
    attributes: ['commonName', 'organizationName'].map((type) => ({ type, value: text })),
    der: Buffer.of(),
  }
  const leaf: Partial<Certificate> = {
    subject: name,
    issuer: name,
    alternativeNames: [{ kind: 'other', value: text }],
    signatureAlgorithm: { name: text, hash: null },
    problems: [text],
  }
  const said: Partial<Finding> = { message: text, fix: text, evidence: { text } }
  const deliveries = [chainFor('example.com', leaf, { unreadable: [text] })]
  const seen = endpoint('example.com', { deliveries, name: text })
  const target = { ...seen.observation.target, owner: text, tags: [text], runbook: text }
  const whole = assessment({
    ...withScan(seen, saying(text)),
    observation: { ...withScan(seen, saying(text)).observation, target },
    comparison: {
      before: {
        id: 'x',
        certificates: [],
        settled: [],
        rotations: [],
        states: [],
        troubles: [],
        told: [],
        issue: null,
        heard: { issuers: null, windows: [] },
        lastAnswer: null,
        lastScan: null,
      },
      changes: [{ type: 'issuer', old: text, new: [text, text] }],
      rotations: [
        {
          kind: 'reissued',
          at: new Date('2026-11-22T00:00:00Z'),
          previous: fingerprint('old'),
          current: fingerprint('example.com'),
          daysBeforeExpiry: 3,
        },
      ],
    },
    findings: [finding('certificate/malformed', said)],
  })
  const config = { path: text, sha256: '' }
  return report({
    run: { id: text, url: text, event: text, ref: text, sha: text, monitor: text, config },
    findings: [finding('monitor/schedule', said)],
    assessments: [whole, endpoint('silent.example', { silent: 'timed-out', detail: text, name: text })],
  })
}

/** At the ends of what a cell and XML can hold. */
const extremes = ['\uFFFE\uFFFF', '_'.repeat(4000), '_x0041_'.repeat(2000)]

test.each([...hostile, ...formulas, ...extremes].map((text) => [JSON.stringify(text).slice(0, 40), text]))(
  '%s stays text in every cell',
  async (_, text) => {
    const sheets = await readSheets(named(text))
    for (const { xml, cells } of sheets.values()) {
      expect(xml).not.toMatch(/<f[ />]|<hyperlink|r:id=/u)
      expect(legalXml.test(xml)).toBe(true)
      for (const cell of cells.values()) {
        expect(acting.test(cell.text)).toBe(false)
        expect(cell.text.length).toBeLessThanOrEqual(32_767)
      }
    }
  },
)

test.each(formulas.map((text) => [JSON.stringify(text), text]))(
  '%s is read back as it was, with its blanks and controls made visible',
  async (_, text) => {
    const shown = text.replace('\t', '␉').replaceAll('\r', '␍').replace('\n', '␊')
    const sheets = await readSheets(named(text))
    for (const name of ['Certificates', 'Chains', 'TLS', 'Changes', 'Findings', 'Errors', 'Summary']) {
      const cells = [...(sheets.get(name)?.cells.values() ?? [])].filter((cell) => cell.text === shown)
      expect(cells.length).toBeGreaterThan(0)
      expect(cells.every(({ type }) => type === 'str' || type === 'inlineStr')).toBe(true)
    }
  },
)

test('nothing leads out of the workbook', async () => {
  const files = unzipped(await workbookBytes(named('https://evil.example/')))
  const outside = [...files].filter(([, content]) =>
    /TargetMode="External"|<externalReference/u.test(content),
  )
  expect(outside).toEqual([])
  expect(
    [...files.keys()].filter((path) => /externalLinks|sheet\d+\.xml\.rels|vba|connections/iu.test(path)),
  ).toEqual([])
})

test('any text fits a cell and is legal XML', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const shown = cellText(text)
      expect(shown.length).toBeLessThanOrEqual(32_767)
      expect(legalXml.test(shown)).toBe(true)
      expect(/_x[0-9a-f]{4}_/iu.test(shown.replaceAll('_x005F_', ''))).toBe(false)
    }),
  )
})

test('the worst text still fits a cell', () => {
  expect(cellText('\u{E0041}'.repeat(10_000)).length).toBeLessThanOrEqual(32_767)
  expect(cellText('\u202E'.repeat(10_000)).length).toBeLessThanOrEqual(32_767)
  expect(cellText('_x0041'.repeat(10_000)).length).toBeLessThanOrEqual(32_767)
})

test('ordinary text is untouched', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[ -^`-~]{0,200}$/u), (text) => {
      expect(cellText(text)).toBe(text)
    }),
  )
})

test('a text in other scripts is what it was', async () => {
  const sheets = await readSheets(named('東京 店舗 🏪 München'))
  expect(textsOf(sheets.get('Certificates') ?? { xml: '', cells: new Map() })).toContain(
    '東京 店舗 🏪 München',
  )
})
