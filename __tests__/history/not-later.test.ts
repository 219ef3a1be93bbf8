import { expect, test } from 'vitest'

import { lastRun, notLater } from '../../src/history/not-later.ts'
import { remember } from '../../src/history/remember.ts'
import { daily, day, leaf, run, serves } from '../support/history.ts'
import { memory, rememberedLeaf, rotation } from '../support/remembered.ts'

const present = day(1)
const future = day(3650)

test('what a wrong clock has dated in the future happened by now', () => {
  const ahead = memory([rememberedLeaf({}, { firstSeen: future, lastSeen: future })], {
    rotations: [rotation({ at: future })],
    states: [{ status: 'error', from: future, to: future, message: 'expired' }],
    troubles: [{ rule: 'certificate/expired', since: future }],
    told: [{ channel: 'email', status: 'error', rules: [], at: future, since: future, missed: [] }],
  })
  const { certificates, rotations, states, troubles, told } = notLater(ahead, present)

  expect(certificates).toMatchObject([{ firstSeen: present, lastSeen: present }])
  expect(rotations).toMatchObject([{ at: present }])
  expect(states).toMatchObject([{ from: present, to: present }])
  expect(troubles).toMatchObject([{ since: present }])
  expect(told).toMatchObject([{ at: present, since: present }])
})

test('what is past stays as it is, and a certificate may end in the future', () => {
  const { memory: known } = daily(serves(leaf('a')), serves(leaf('b')))

  expect(notLater(known, present)).toEqual(known)
})

test('the last run is the newest that looked at any endpoint', () => {
  const states = (to: Date) => [{ status: 'success', from: day(-9), to, message: 'healthy' }] as const
  const memories = [
    memory([], { id: 'a.example:443', states: states(day(-3)) }),
    memory([], { id: 'b.example:443', states: states(day(-1)) }),
    memory([], { id: 'c.example:443', states: [] }),
  ]

  expect(lastRun(memories)).toEqual(day(-1))
  expect(lastRun([])).toBeNull()
})

test('after one run with the right clock nothing of the wrong one is left', () => {
  const ahead = remember(run(null, serves(leaf('a')), future), future, 50)
  const before = notLater(ahead, present)
  const healed = remember(run(before, serves(leaf('a')), present), present, 50)

  expect(lastRun([ahead])).toEqual(future)
  expect(lastRun([healed])).toEqual(present)
})
