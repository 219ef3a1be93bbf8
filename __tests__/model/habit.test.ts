import { expect, test } from 'vitest'

import type { Rotation } from '../../src/model/change.ts'
import { habit, habitWords } from '../../src/model/habit.ts'
import { fingerprint } from '../support/certificate.ts'
import { day } from '../support/history.ts'

function rotation(at: number, previous: string, current: string, differs: Partial<Rotation> = {}): Rotation {
  const [gone, came] = [fingerprint(previous), fingerprint(current)]
  return { kind: 'renewed', at: day(at), previous: gone, current: came, daysBeforeExpiry: 30, ...differs }
}

const yearly = [
  rotation(0, 'a', 'b'),
  rotation(60, 'b', 'c', { daysBeforeExpiry: 29 }),
  rotation(121, 'c', 'd', { daysBeforeExpiry: 31 }),
  rotation(180, 'd', 'e', { daysBeforeExpiry: 2 }),
]

test('a habit is the median: one late renewal does not make another', () => {
  expect(habit({ rotations: yearly })).toEqual({ everyDays: 60, daysBeforeExpiry: 29.5, rotations: 4 })
  expect(habitWords(habit({ rotations: yearly }))).toBe(
    'usually renewed 30 days before expiry, every 60 days',
  )
})

test('an RSA and an ECDSA certificate that renew together have one cadence, not two', () => {
  const twins = yearly.map(({ at, previous, current, ...rest }) => {
    const twin = (sha256: string): Rotation['current'] => fingerprint(`rsa ${sha256}`)
    return { ...rest, at, previous: twin(previous), current: twin(current) }
  })
  const both = yearly.flatMap((one, index) => [one, twins[index] ?? one])

  expect(habit({ rotations: both })).toMatchObject({ everyDays: 60, rotations: 8 })
})

test('going back, and coming a second time, is nobody’s habit', () => {
  const turns = [
    rotation(0, 'a', 'b'),
    rotation(1, 'b', 'a', { kind: 'rolled-back', daysBeforeExpiry: 80 }),
    rotation(2, 'a', 'b', { daysBeforeExpiry: 28 }),
    rotation(60, 'b', 'c'),
  ]

  expect(habit({ rotations: turns })).toEqual({ everyDays: 60, daysBeforeExpiry: 30, rotations: 2 })
})

test('fewer than three rotations are no habit to speak of', () => {
  expect(habitWords(habit({ rotations: yearly.slice(0, 2) }))).toBeNull()
  expect(habit({ rotations: [] })).toEqual({ everyDays: null, daysBeforeExpiry: null, rotations: 0 })
})

test('who renews after the end is told so, and nothing is told of dates that nobody knows', () => {
  const renewed = (daysBeforeExpiry: number | null): readonly Rotation[] => [
    rotation(0, 'a', 'b', { daysBeforeExpiry }),
    rotation(60, 'b', 'c', { daysBeforeExpiry }),
    rotation(120, 'c', 'd', { daysBeforeExpiry }),
  ]

  expect(habitWords(habit({ rotations: renewed(-1) }))).toBe(
    'usually renewed 1 day after expiry, every 60 days',
  )
  expect(habitWords(habit({ rotations: renewed(null) }))).toBeNull()
})
