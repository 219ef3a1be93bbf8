import fc from 'fast-check'
import { expect, test } from 'vitest'

import type { Assessment } from '../../src/model/report.ts'
import { expiryBands } from '../../src/report/expiry-bands.ts'
import { expiryBar } from '../../src/report/expiry-bar.ts'
import { now } from '../support/certificate.ts'
import { chainFor, endpoint, report } from '../support/report.ts'

const dayMs = 86_400_000

function expiring(days: number | null): Assessment {
  const notAfter = days === null ? null : new Date(now.getTime() + days * dayMs)
  return endpoint('a.example', { deliveries: [chainFor('a.example', { notAfter })] })
}

test.each([
  [-0.001, 'expired'],
  [0, 'within-7-days'],
  [7, 'within-7-days'],
  [7.001, 'within-30-days'],
  [30, 'within-30-days'],
  [30.001, 'within-90-days'],
  [90, 'within-90-days'],
  [90.001, 'later'],
  [null, 'unknown'],
] as const)('a certificate with %s days left belongs to the band %s', (days, band) => {
  expect(expiryBands(report({ assessments: [expiring(days)] }))[band]).toBe(1)
})

test('an endpoint that did not answer has no expiry that is known', () => {
  const silent = endpoint('a.example', { silent: 'timed-out' })

  expect(expiryBar(report({ assessments: [silent] }))).toContain('⬜ 1 unknown')
})

test('a few endpoints are a square each', () => {
  const [, , bar, legend] = expiryBar(report({ assessments: [-1, 3, 20, 50, 60, 200].map(expiring) }))

  expect(bar).toBe('🟥🟧🟨🟩🟩🟦<br>')
  expect(legend).toBe(
    '🟥 1 expired · 🟧 1 within 7 days · 🟨 1 within 8 to 30 days · 🟩 2 within 31 to 90 days · 🟦 1 later',
  )
})

test('a run without endpoints has no bar', () => {
  expect(expiryBar(report({ assessments: [] }))).toEqual([])
})

test('of however many endpoints, the bar has thirty squares at most, and one for every band that is there', () => {
  const bands = [expiring(-1), expiring(3), expiring(20), expiring(50), expiring(200), expiring(null)]
  const some = fc.array(fc.nat({ max: 60 }), { minLength: 6, maxLength: 6 })
  fc.assert(
    fc.property(some, (counts) => {
      const assessments = counts.flatMap((count, index) =>
        Array.from({ length: count }, () => bands[index] ?? expiring(null)),
      )
      const [, , bar = ''] = expiryBar(report({ assessments }))
      const squares = Array.from(bar.replace('<br>', ''))

      expect(squares).toHaveLength(Math.min(assessments.length, 30))
      expect(new Set(squares).size).toBe(counts.filter((count) => count > 0).length)
    }),
    { numRuns: 50 },
  )
})
