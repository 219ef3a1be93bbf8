import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { nextToExpire, ordered } from '../../src/report/order.ts'
import { now } from '../support/certificate.ts'
import { chainFor, dozen, endpoint } from '../support/report.ts'

test('the worst come first, then the soonest to expire, then those of whom nothing is known', () => {
  const ids = dozen().assessments.map(({ observation }) => observation.target.id)

  expect(ids.slice(0, 8)).toEqual([
    'expired.example.com:443',
    'soon.example.com:443',
    'self.example.com:443',
    'wrong.example.com:443',
    'gone.example.com:443',
    'silent.example.com:443',
    'api.example.com:8443',
    'admin.example.com:443',
  ])
})

test('the order does not depend on who answered first', () => {
  const { assessments } = dozen()

  fc.assert(
    fc.property(fc.shuffledSubarray([...assessments], { minLength: assessments.length }), (shuffled) => {
      expect(ordered(shuffled)).toEqual(assessments)
    }),
  )
})

test('the next to expire has not expired yet when a moment is given', () => {
  const gone = endpoint('gone.example', {
    deliveries: [chainFor('gone.example', { notAfter: new Date('2026-01-01T00:00:00Z') })],
  })
  const fine = endpoint('fine.example')

  expect(nextToExpire([gone, fine])).toBe(gone)
  expect(nextToExpire([gone, fine], now.getTime())).toBe(fine)
  expect(nextToExpire([endpoint('mute.example', { silent: 'refused' })])).toBeNull()
})
