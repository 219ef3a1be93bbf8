import { expect, test } from 'vitest'

import { ruleIds } from '../../src/model/rule-id.ts'
import { renderSummary, summaryLimitBytes } from '../../src/report/summary.ts'
import { name } from '../support/certificate.ts'
import { hostile } from '../support/hostile.ts'
import { served, target } from '../support/observation.ts'
import { assessment, dozen, endpoint, finding, report } from '../support/report.ts'

test('a run of a dozen endpoints', async () => {
  await expect(renderSummary(dozen())).toMatchFileSnapshot('../fixtures/reports/dozen.md')
})

test('a healthy run folds its endpoints away and offers nothing to do', () => {
  const summary = renderSummary(report())

  expect(summary).toMatch(/^### ✅ The endpoint is healthy/u)
  expect(summary).toContain('<details><summary>1 endpoint that needs nothing</summary>')
  expect(summary).not.toContain('What to do')
})

test('an endpoint that was not checked is not among those that need nothing', () => {
  const lost = endpoint('lost.example', { silent: 'not-observed' })
  const [open = ''] = renderSummary(report({ assessments: [lost, endpoint('a.example')] })).split('<details>')

  expect(open).toContain('| ❔ | lost.example |')
})

test('however large the run, the summary stays below the limit and counts what it leaves out', () => {
  const evil = '<&>'.repeat(100)
  const assessments = Array.from({ length: 5000 }, (_, index) =>
    endpoint(`h${index}.example`, {
      name: evil,
      findings: [
        ['certificate/expired', 'error', evil, evil],
        ['certificate/hostname', 'error', evil.repeat(20), `${index} ${evil.repeat(20)}`],
      ],
    }),
  )
  const summary = renderSummary(report({ assessments }))
  const rows = summary.match(/^\| ❌ /gmu)?.length ?? 0

  expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(summaryLimitBytes)
  expect(Buffer.byteLength(summary)).toBeGreaterThan(summaryLimitBytes * 0.9)
  expect(summary).toContain(
    `… and ${5000 - rows} endpoints more, in \`certificate_report_20261122_120002.json\``,
  )
})

test('the most swollen texts do not push the summary over the limit', () => {
  const evil = '\u{E0041}@'.repeat(1000)
  const findings = ruleIds.flatMap((rule) => [
    finding(rule, { message: evil, fix: evil }),
    finding(rule, { message: evil, fix: evil, severity: 'notice' }),
  ])
  const assessments = [
    assessment({ findings }),
    ...Array.from({ length: 2000 }, () => endpoint('a.example', { name: evil })),
  ]
  const summary = renderSummary(report({ assessments, findings }))

  expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(summaryLimitBytes)
  expect(summary).toContain('other kinds of finding, in the report.')
  expect(summary).toContain('| ❌ | example.com |')
})

test('nothing a certificate, a server or a config says becomes Markdown', () => {
  const assessments = hostile.map((evil) =>
    assessment({
      observation: { ...served({ issuer: name(evil, evil) }), target: { ...target(), name: evil } },
      findings: [finding('certificate/hostname', { message: evil, fix: evil })],
    }),
  )
  const summary = renderSummary(
    report({ assessments, findings: [finding('monitor/incomplete', { message: hostile.join(' ') })] }),
  )
  const remains = summary.replaceAll(/<\/?(?:br|code|details|summary|sub)>|&#\d+;/gu, ' ')

  expect(remains).not.toMatch(/[&<>`[\]@]|#\w|:\/\/|www\.|^::/mu)
  expect(remains.match(/^\|(?!.*\|$)/gmu)).toBeNull()
  expect(remains.match(/^\|.*$/gmu)?.every((line) => line.split('|').length === 8)).toBe(true)
})
