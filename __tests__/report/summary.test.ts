import { expect, test } from 'vitest'

import { shownLimits } from '../../src/model/limits.ts'
import type { Assessment } from '../../src/model/report.ts'
import { ruleIds } from '../../src/model/rule-id.ts'
import { renderSummary } from '../../src/report/summary.ts'
import { dns, name } from '../support/certificate.ts'
import { hostile } from '../support/hostile.ts'
import { served, target } from '../support/observation.ts'
import { dozenAgain, rotated } from '../support/remembered.ts'
import { assessment, dozen, endpoint, finding, report } from '../support/report.ts'

test('a run of a dozen endpoints', async () => {
  await expect(renderSummary(dozen())).toMatchFileSnapshot('../fixtures/reports/dozen.md')
})

test('the same a run later, with rotations and a note', async () => {
  const notes = ['The history comes from the report of an earlier run; the cache had none.']

  await expect(renderSummary(dozenAgain(), notes)).toMatchFileSnapshot('../fixtures/reports/again.md')
})

test('that there is nothing to compare with is said once, and no longer when something is remembered', () => {
  const nothing = 'nothing to compare with yet: no earlier run is remembered'

  expect(renderSummary(dozen()).split(nothing)).toHaveLength(2)
  expect(renderSummary(dozenAgain())).not.toContain(nothing)
  expect(renderSummary(report({ assessments: [] }))).not.toContain(nothing)
})

test('a plain renewal is news, not something to do and not a notice', () => {
  const summary = renderSummary(report({ assessments: [rotated('a.example', {})] }))

  expect(summary).toContain('#### Changed since the last run\n\n- 🔄 **a.example**: renewed 21 days before')
  expect(summary).not.toMatch(/What to do|notice|new certificate/u)
})

test('a long list of things to do folds its end away, and no single thing', () => {
  const hosts = (count: number): readonly Assessment[] =>
    Array.from({ length: count }, (_, index) =>
      endpoint(`h${index}.example`, {
        findings: [['certificate/hostname', 'error', 'Wrong', `Fix number ${'x'.repeat(index)}.`]],
      }),
    )

  expect(renderSummary(report({ assessments: hosts(8) }))).not.toContain('more to do')
  expect(renderSummary(report({ assessments: hosts(9) }))).toMatch(
    /\n7\. .*\n\n<details><summary>2 more to do<\/summary>\n\n8\. .*\n9\. .*\n\n<\/details>/u,
  )
  expect(renderSummary(report({ assessments: hosts(25) }))).toContain(
    '… and 5 other kinds of finding, in the report.',
  )
})

test('many rotations are told by the first ten, and the others counted', () => {
  const assessments = Array.from({ length: 14 }, (_, index) =>
    rotated(`h${index}.example`, {}, { daysBeforeExpiry: index + 10 }),
  )

  expect(renderSummary(report({ assessments }))).toContain('… and 4 endpoints more, in the report.')
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

  expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(shownLimits.summaryBytes)
  expect(Buffer.byteLength(summary)).toBeGreaterThan(shownLimits.summaryBytes * 0.9)
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
    assessment({ findings: findings.map((one) => ({ ...one, waivedUntil: new Date(0) })) }),
    ...Array.from({ length: 50 }, (_, index) =>
      rotated('example.com', { alternativeNames: dns(evil) }, { kind: 'reissued', daysBeforeExpiry: index }),
    ),
    ...Array.from({ length: 2000 }, () => endpoint('a.example', { name: evil })),
  ]
  const notes = Array.from({ length: 500 }, () => evil)
  const summary = renderSummary(report({ assessments, findings }), notes)

  expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(shownLimits.summaryBytes)
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
  const moved = hostile.map((evil) =>
    rotated('a.example', { issuer: name(evil, evil), alternativeNames: dns(evil) }, { kind: 'reissued' }),
  )
  const summary = renderSummary(
    report({
      assessments: [...assessments, ...moved],
      findings: [finding('monitor/incomplete', { message: hostile.join(' ') })],
    }),
    hostile,
  )
  const remains = summary.replaceAll(/<\/?(?:br|code|details|summary|sub)>|&#\d+;/gu, ' ')

  expect(remains).not.toMatch(/[&<>`[\]@]|#\w|:\/\/|www\.|^::/mu)
  expect(remains.match(/^\|(?!.*\|$)/gmu)).toBeNull()
  expect(remains.match(/^\|.*$/gmu)?.every((line) => line.split('|').length === 8)).toBe(true)
})
