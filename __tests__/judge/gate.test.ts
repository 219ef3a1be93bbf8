import { expect, test } from 'vitest'

import { demoted } from '../../src/judge/gate.ts'
import type { Finding } from '../../src/model/finding.ts'
import type { Assessment } from '../../src/model/report.ts'
import { assessment, endpoint, finding, report } from '../support/report.ts'

const until = new Date('2027-03-31T00:00:00Z')
const error = finding('certificate/expired')
const warning = finding('certificate/lifetime', { severity: 'warning' })
const notice = finding('chain/order', { severity: 'notice' })
const waived = finding('certificate/hostname', { waivedUntil: until })

function withFindings(host: string, ...findings: readonly Finding[]): Assessment {
  return assessment({ observation: endpoint(host).observation, findings })
}

function severities(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ rule, severity }) => `${severity} ${rule}`)
}

test('what the change does not touch is a notice and healthy; what is waived stays, and stays last', () => {
  const { assessments, demoted: counts } = demoted(
    report({ assessments: [withFindings('a.example', error, warning, notice, waived)] }),
    new Set(['a.example:443']),
  )

  expect(assessments.map(({ status }) => status)).toEqual(['success'])
  expect(severities(assessments[0]?.findings ?? [])).toEqual([
    'notice certificate/expired',
    'notice certificate/lifetime',
    'notice chain/order',
    'error certificate/hostname',
  ])
  expect(counts).toEqual({ findings: 2, endpoints: 1 })
})

test('what it touches is left alone, and of others only what was louder than a notice is counted', () => {
  const touched = withFindings('a.example', error)
  const { assessments, demoted: counts } = demoted(
    report({ assessments: [touched, withFindings('b.example', notice, waived)] }),
    new Set(['b.example:443']),
  )

  expect(assessments[0]).toBe(touched)
  expect(counts).toBeNull()
})

test('of the findings about the run, only that it was cut short stays as loud as it is', () => {
  const { findings } = demoted(
    report({
      findings: [
        finding('monitor/blast-radius'),
        finding('monitor/waiver-expired', { severity: 'warning' }),
        finding('monitor/incomplete'),
      ],
    }),
    new Set(['example.com:443']),
  )

  expect(severities(findings)).toEqual([
    'error monitor/incomplete',
    'notice monitor/blast-radius',
    'notice monitor/waiver-expired',
  ])
})
