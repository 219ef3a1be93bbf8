import { expect, test } from 'vitest'

import { demoted } from '../../src/judge/gate.ts'
import type { Report } from '../../src/model/report.ts'
import { renderHost } from '../../src/report/host.ts'
import { renderJson } from '../../src/report/json.ts'
import { renderSummary } from '../../src/report/summary.ts'
import { renderTable } from '../../src/report/table.ts'
import { now } from '../support/certificate.ts'
import { daily, day, leaf, serves } from '../support/history.ts'
import { endpoint, report } from '../support/report.ts'
import { complaints } from '../support/valid-report.ts'

const screen = { color: false, width: 120 }

/** A gate of three endpoints, of which the change touches none: one has expired, one is silent, one is well. */
function gated(): Report {
  const whole = report({
    assessments: [
      endpoint('old.example', { findings: [['certificate/expired', 'error', 'It expired', 'Renew it.']] }),
      endpoint('silent.example', {
        silent: 'timed-out',
        findings: [['endpoint/unanswered', 'error', 'It did not answer', 'Start it.']],
      }),
      endpoint('well.example'),
    ],
  })
  return {
    ...whole,
    ...demoted(whole, new Set(whole.assessments.map(({ observation }) => observation.target.id))),
  }
}

/** The line of a rendered table that names the endpoint. */
function line(rendered: string, host: string): string {
  return rendered.split('\n').find((one) => one.includes(host)) ?? ''
}

test('what a gate looks away from has no tick in the summary', () => {
  const summary = renderSummary(gated()).replaceAll('&#8203;', '')

  expect(line(summary, '| old.example')).toMatch(/^\| ℹ️ \| old\.example .*expired \(notice\)/u)
  expect(line(summary, '| silent.example')).toMatch(/^\| ❔ \|/u)
  expect(line(summary, '| well.example')).toMatch(/^\| ✅ \|/u)
  expect(summary).toContain('2 endpoints that need nothing of this change')
})

test('nor has it one in a terminal', () => {
  const table = renderTable(gated(), screen)

  expect(line(table, 'old.example')).toMatch(/^· old\.example .*expired \(notice\)/u)
  expect(line(table, 'silent.example')).toMatch(/^\? silent\.example/u)
  expect(line(table, 'well.example')).toMatch(/^✓ well\.example/u)
})

test('the JSON says which endpoints a gate looks away from, and how much that is', () => {
  const json = renderJson(gated())

  expect(complaints(json)).toEqual([])
  expect(json.summary.demoted).toEqual({ findings: 2, endpoints: 2 })
  expect(json.results.map(({ id, status, demoted }) => [id, status, demoted])).toEqual([
    ['old.example:443', 'success', true],
    ['silent.example:443', 'success', true],
    ['well.example:443', 'success', false],
  ])
})

test('a host in depth is not healthy for being none of the change’s business', () => {
  const expired = serves(leaf('expired', { notBefore: day(-90), notAfter: day(-1) }))
  const { last } = daily(expired, expired)
  const whole = report({ assessments: [last] })
  const { assessments } = demoted(whole, new Set([last.observation.target.id]))
  const [host] = assessments

  expect(host && renderHost(host, now, screen)).toContain('in trouble since')
})
