import { expect, test } from 'vitest'

import type { Memory } from '../../src/model/history.ts'
import type { Channel } from '../../src/model/message.ts'
import type { Observation } from '../../src/model/observation.ts'
import { name } from '../support/certificate.ts'
import { day, leaf, outage, serves } from '../support/history.ts'
import { channel, cutShort, inShort, tell } from '../support/telling.ts'

const old = serves(leaf('old', { notBefore: day(-65), notAfter: day(25) }))
const renewed = serves(leaf('renewed'))
const moved = serves(leaf('moved', { issuer: name('R3', 'Other Trust') }))
const again = serves(leaf('again', { issuer: name('R3', 'Other Trust') }))

/** Three weeks and a bit, a run a day. */
const story: readonly Observation[] = [
  old,
  outage(), // for one run
  old,
  old, // 22 days left: within a quarter of its 90 days
  ...Array.from({ length: 7 }, () => old),
  outage(), // day 11
  old,
  cutShort(), // day 13
  old,
  old,
  old, // day 16, 9 days left: within a tenth
  renewed, // day 17: by the same CA; nothing arrives on this day
  renewed,
  moved, // day 19: to another CA; nothing arrives on this day
  moved,
  moved,
  again, // day 22: renewed as it should be
  again,
]
const unreached = new Set([17, 19])

/** What was sent, by day; an asterisk: in vain. */
function sent(to: Channel): readonly string[] {
  let before: Memory | null = null
  const lines: string[] = []
  for (const [index, seen] of story.entries()) {
    const arrives = !unreached.has(index)
    const { message, memory } = tell(before, seen, day(index), { ...to, arrives })
    before = memory
    if (message !== null) lines.push(`${index} ${inShort(message)}${arrives ? '' : ' *'}`)
  }
  return lines
}

test('three weeks as a person wants to hear of them', () => {
  expect(sent(channel())).toEqual([
    '1 CRITICAL trouble: endpoint/unanswered',
    '2 OK recovery',
    '3 WARNING trouble: certificate/expiry',
    '10 WARNING reminder: certificate/expiry',
    '11 CRITICAL escalation: endpoint/unanswered',
    '12 WARNING reminder: certificate/expiry',
    '16 CRITICAL escalation: certificate/expiry',
    '17 OK recovery: change/rotated *',
    '18 OK recovery: change/rotated',
    '19 WARNING trouble: change/issuer, change/rotated *',
    '20 WARNING trouble: change/issuer, change/rotated',
  ])
})

test('the same weeks for somebody who wants errors only', () => {
  expect(sent(channel({ minLevel: 'error' }))).toEqual([
    '1 CRITICAL trouble: endpoint/unanswered',
    '2 OK recovery',
    '11 CRITICAL trouble: endpoint/unanswered',
    '12 WARNING reminder: certificate/expiry',
    '16 CRITICAL escalation: certificate/expiry',
    '17 OK recovery: change/rotated *',
    '18 OK recovery: change/rotated',
  ])
})

test('the same weeks for somebody who wants to hear of rotations, too', () => {
  expect(sent(channel({ minLevel: 'notice' })).slice(-3)).toEqual([
    '19 WARNING trouble: change/issuer, change/rotated *',
    '20 WARNING trouble: change/issuer, change/rotated',
    '22 INFO rotation: change/rotated',
  ])
})

test('with a reminder every day', () => {
  expect(sent(channel({ remindDays: 1 })).slice(2, 5)).toEqual([
    '3 WARNING trouble: certificate/expiry',
    '4 WARNING reminder: certificate/expiry',
    '5 WARNING reminder: certificate/expiry',
  ])
})
