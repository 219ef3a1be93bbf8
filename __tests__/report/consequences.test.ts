import { expect, test } from 'vitest'

import type { RuleId } from '../../src/model/rule-id.ts'
import { explained, withConsequences } from '../../src/report/consequences.ts'
import { folds } from '../../src/report/fold.ts'
import { troubles } from '../../src/report/row.ts'
import { assessment, endpoint, finding, report } from '../support/report.ts'
import { scanned } from '../support/scanned.ts'

const rule = (id: string): RuleId => id as RuleId
const ssl3 = finding('protocol/ssl3', { severity: 'warning', message: 'It offers SSL 3.0' })
const poodle = finding(rule('vulnerability/poodle'), { severity: 'error', message: 'It is open to POODLE' })

test('a vulnerability stands with what it follows from, and the worse severity counts', () => {
  const expired = finding('certificate/expiry', { severity: 'warning' })

  expect(explained([poodle, expired, ssl3])).toEqual([
    {
      finding: { ...ssl3, severity: 'error', message: 'It offers SSL 3.0. That opens the server to POODLE' },
      consequences: [poodle],
    },
    { finding: expired, consequences: [] },
  ])
})

test('a vulnerability whose cause has no finding stands alone', () => {
  expect(explained([poodle])).toEqual([{ finding: poodle, consequences: [] }])
})

test('a waiver for the cause does not hide what follows from it', () => {
  const waived = { ...ssl3, waivedUntil: new Date('2027-03-31T00:00:00Z') }

  expect(explained([poodle, waived]).map(({ finding }) => finding)).toEqual([poodle, waived])
  expect(assessment({ findings: [poodle, waived] }).status).toBe('error')
})

test('one vulnerability with two causes is told once, with the more telling one', () => {
  const [logjam, weak, exported] = ['vulnerability/logjam', 'key-exchange/weak-dh', 'cipher/export'].map(
    (id) => finding(rule(id)),
  )
  const rows = explained([logjam, weak, exported].filter((one) => one !== undefined))

  expect(rows.map((row) => [row.finding.rule, row.consequences.map((one) => one.rule)])).toEqual([
    ['cipher/export', ['vulnerability/logjam']],
    ['key-exchange/weak-dh', []],
  ])
})

test('the title names what follows', () => {
  expect(withConsequences('speaks SSL 3', [poodle])).toBe('speaks SSL 3 (POODLE)')
  expect(withConsequences('expired', [])).toBe('expired')
})

test('a bad server is told in as many rows as there are things to do', () => {
  const [museum] = scanned().assessments

  expect(museum?.findings).toHaveLength(10)
  expect(
    folds(report({ assessments: museum === undefined ? [] : [museum] })).map(({ what }) => what),
  ).toEqual([
    'speaks SSL 2 (DROWN)',
    'speaks SSL 3 (POODLE)',
    'export cipher (FREAK, Logjam)',
    'RC4',
    'weak Diffie-Hellman group',
    'Heartbleed',
  ])
})

test('two hosts of which one is open to more are not told as one', () => {
  const [a, b] = [endpoint('a.example'), endpoint('b.example')]
  const rows = folds(
    report({
      assessments: [
        { ...a, findings: [{ ...ssl3, severity: 'error' }, poodle] },
        { ...b, findings: [{ ...ssl3, severity: 'error' }] },
      ],
    }),
  )

  expect(rows.map(({ what }) => what)).toEqual(['speaks SSL 3 (POODLE)', 'speaks SSL 3'])
  expect(troubles({ ...a, findings: [ssl3, poodle] })).toBe('speaks SSL 3 (POODLE)')
})
