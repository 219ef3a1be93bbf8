import { expect, test } from 'vitest'

import { calendarDay, fromNow, inUtc, inWords } from '../../src/model/duration.ts'
import { now } from '../support/certificate.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

test.each([
  [0, 'less than a minute'],
  [minute, '1 minute'],
  [2 * hour - 1, '119 minutes'],
  [2 * hour, '2 hours'],
  [31.9 * hour, '31 hours'],
  [2 * day - 1, '47 hours'],
  [2 * day, '2 days'],
  [-3.9 * day, '3 days'],
  [63.5 * day, '63 days'],
])('%d milliseconds are %s, never rounded up', (ms, words) => {
  expect(inWords(ms)).toBe(words)
})

test('an instant lies ahead or behind', () => {
  expect(fromNow(new Date(now.getTime() + 31 * hour), now)).toBe('in 31 hours')
  expect(fromNow(new Date(now.getTime() - 3 * day), now)).toBe('3 days ago')
})

test('an instant is written in UTC, to the minute', () => {
  expect(inUtc(new Date('2027-01-24T23:59:59Z'))).toBe('2027-01-24 23:59 UTC')
})

test('a day is said as the British say it, whatever the month', () => {
  const british = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
  for (let month = 0; month < 12; month++) {
    const last = new Date(Date.UTC(2026, month + 1, 1) - 1)
    expect(calendarDay(last)).toBe(british.format(last))
  }
})
