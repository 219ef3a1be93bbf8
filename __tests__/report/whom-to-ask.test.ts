import { expect, test } from 'vitest'

import { renderHost } from '../../src/report/host.ts'
import { renderSummary } from '../../src/report/summary.ts'
import { renderTable } from '../../src/report/table.ts'
import { now } from '../support/certificate.ts'
import { hostname, target } from '../support/observation.ts'
import { assessment, finding, report } from '../support/report.ts'

const screen = { color: false, width: 100 }

function troubled(host: string, owner: string | null, runbook: string | null): ReturnType<typeof assessment> {
  const ours = target({ host: hostname(host), owner, runbook })
  const plain = assessment({ findings: [finding('certificate/expired')], status: 'error' })
  return { ...plain, observation: { ...plain.observation, target: ours } }
}

test('who owns an endpoint and what they wrote down stands with what to do', () => {
  const one = troubled('shop.example.com', '@org/web', 'https://wiki.example/renew')
  const whole = report({ assessments: [one] })

  expect(renderTable(whole, screen)).toContain('Owner: @org/web. Runbook: https://wiki.example/renew')
  expect(renderHost(one, now, screen)).toContain('Owner: @org/web, Runbook: https://wiki.example/renew')
  expect(renderSummary(whole)).toMatch(/Owner: .*org\/web\. Runbook: .*wiki\.example\/renew/)
})

test('nobody is mentioned by a summary: the owner is named, not called', () => {
  expect(
    renderSummary(report({ assessments: [troubled('shop.example.com', '@org/web', null)] })),
  ).not.toContain('@org')
})

test('endpoints with the same trouble name all their owners once', () => {
  const some = ['a', 'b', 'a'].map((team, index) => troubled(`host${index}.example.com`, team, null))

  expect(renderTable(report({ assessments: some }), screen)).toContain('Owner: a and b.')
})

test('nothing is said where nobody is named', () => {
  expect(
    renderTable(report({ assessments: [troubled('shop.example.com', null, null)] }), screen),
  ).not.toContain('Owner')
})
