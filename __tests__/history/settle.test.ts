import { expect, test } from 'vitest'

import { known, unanswered } from '../../src/model/answer.ts'
import { fingerprint, name } from '../support/certificate.ts'
import {
  daily,
  day,
  leaf,
  outage,
  rsaLeaf,
  serves,
  servesAt,
  servesAtLeast,
  told,
} from '../support/history.ts'
import { addressAnswer, delivery, fileTarget, observation } from '../support/observation.ts'

const [a, b, c] = [leaf('a'), leaf('b'), leaf('c')]
const [r, s] = [rsaLeaf('r'), rsaLeaf('s')]

test('the first sight of an endpoint is no rotation', () => {
  const { last, memory } = daily(serves(a, r))

  expect(last.comparison).toEqual({ changes: [], rotations: [], before: null })
  expect(memory.settled).toEqual([a.sha256, r.sha256])
})

test.each([
  ['a new key by the same CA', leaf('b'), 'rekeyed a b'],
  ['the same key by the same CA', leaf('b', { spkiSha256: a.spkiSha256 }), 'renewed a b'],
  ['another CA', leaf('b', { issuer: name('R3', 'Other Trust') }), 'reissued a b'],
  [
    'another intermediate of the same CA',
    leaf('b', { spkiSha256: a.spkiSha256, issuer: name('E7', 'Example Trust') }),
    'renewed a b',
  ],
  [
    'the same CA, whose name is written in another way',
    leaf('b', { spkiSha256: a.spkiSha256, issuer: name('E7', 'Example Trust, Inc.') }),
    'renewed a b',
  ],
  ['another kind of key', rsaLeaf('b'), 'rekeyed a b'],
])('one leaf in place of another: %s', (_what, next, expected) => {
  const { last, memory } = daily(serves(a), serves(next))

  expect(told(last, 'a', 'b')).toEqual([expected])
  expect(memory.settled).toEqual([next.sha256])
  expect(memory.rotations).toEqual(last.comparison.rotations)
})

test('the days before expiry are those of the leaf that went', () => {
  const { last } = daily(serves(leaf('a', { notAfter: day(22) })), serves(b))
  const late = daily(serves(leaf('a', { notAfter: day(0.5) })), serves(b))
  const undated = daily(serves(leaf('a', { notAfter: null })), serves(b))

  expect(last.comparison.rotations).toMatchObject([{ at: day(1), daysBeforeExpiry: 21 }])
  expect(late.last.comparison.rotations).toMatchObject([{ daysBeforeExpiry: -0.5 }])
  expect(undated.last.comparison.rotations).toMatchObject([{ daysBeforeExpiry: null }])
})

test('the leaf that was served before comes back: rolled back, whoever issued it', () => {
  const other = leaf('b', { issuer: name('R3', 'Other Trust') })

  expect(told(daily(serves(a), serves(other), serves(a)).last, 'a', 'b')).toEqual(['rolled-back b a'])
  expect(told(daily(serves(a), serves(b), serves(c), serves(a)).last, 'a', 'c')).toEqual(['rolled-back c a'])
})

test('a leaf that is served beside another has not replaced it, and is no rollback when it does', () => {
  const beside = daily(servesAt(a, a), servesAt(a, b))
  const after = daily(servesAt(a, a), servesAt(a, b), servesAt(b, b))

  expect(beside.last.comparison.rotations).toEqual([])
  expect(beside.memory.settled).toEqual([a.sha256])
  expect(told(after.last, 'a', 'b')).toEqual(['rekeyed a b'])
})

test('a leaf that was tried beside another and withdrawn leaves no trace among the rotations', () => {
  expect(daily(servesAt(a, a), servesAt(a, b), servesAt(a, a)).memory).toMatchObject({
    settled: [a.sha256],
    rotations: [],
  })
})

test('of several leaves settled side by side, one that is gone may be on another node', () => {
  const { last, memory } = daily(servesAt(a, b), servesAt(a))

  expect(last.comparison.rotations).toEqual([])
  expect(memory.settled).toEqual([a.sha256, b.sha256])
})

test('behind a silent address the old leaf may still be served', () => {
  const { last, memory } = daily(servesAt(a, a), servesAt(b, null))

  expect(last.comparison.rotations).toEqual([])
  expect(memory.settled).toEqual([a.sha256])
  expect(told(daily(servesAt(a, a), servesAt(b, null), servesAt(b, b)).last, 'a', 'b')).toEqual([
    'rekeyed a b',
  ])
})

test('an address that this machine has no route to hides nothing', () => {
  const unasked = unanswered('not-asked', 'no IPv6 route')
  const answered = servesAt(b)
  const seen = {
    ...answered,
    addresses: [...answered.addresses, addressAnswer({ leaf: unasked, otherLeaf: unasked })],
  }

  expect(told(daily(servesAt(a), seen).last, 'a', 'b')).toEqual(['rekeyed a b'])
})

test('an outage is not a rotation', () => {
  const { last, memory } = daily(serves(a, r), outage())

  expect(last.comparison.rotations).toEqual([])
  expect(memory.settled).toEqual([a.sha256, r.sha256])
})

test('a rotation during an outage is seen once the host answers again', () => {
  const { last } = daily(serves(a), outage(), outage(), serves(b))

  expect(told(last, 'a', 'b')).toEqual(['rekeyed a b'])
  expect(last.comparison.rotations[0]?.at).toEqual(day(3))
})

test('RSA is compared with RSA and ECDSA with ECDSA', () => {
  expect(told(daily(serves(a, r), serves(b, r)).last, 'a', 'b')).toEqual(['rekeyed a b'])
  expect(told(daily(serves(a, r), serves(a, s)).last, 'r', 's')).toEqual(['rekeyed r s'])
  expect(told(daily(serves(a, r), serves(b, s)).last, 'a', 'b', 'r', 's')).toEqual([
    'rekeyed a b',
    'rekeyed r s',
  ])
})

test('the order in which the two key types are asked makes no difference', () => {
  expect(daily(serves(a, r), serves(r, a)).last.comparison.rotations).toEqual([])
})

test('a timeout is not a "no": the other key type is not gone while nobody answered for it', () => {
  const { last, memory } = daily(serves(a, r), servesAtLeast(b))

  expect(told(last, 'a', 'b')).toEqual(['rekeyed a b'])
  expect(memory.settled).toEqual([r.sha256, b.sha256])
})

test('a second key type is settled when it appears, and rotates from then on', () => {
  const { last, memory } = daily(serves(a), serves(a, r))

  expect(last.comparison.rotations).toEqual([])
  expect(memory.settled).toEqual([a.sha256, r.sha256])
  expect(told(daily(serves(a), serves(a, r), serves(a, s)).last, 'r', 's')).toEqual(['rekeyed r s'])
})

test('a move from RSA to ECDSA is one rotation, even when the answer for RSA comes a day late', () => {
  expect(told(daily(serves(r), serves(a)).last, 'a', 'r')).toEqual(['rekeyed r a'])

  const hidden = daily(serves(r), servesAtLeast(a))
  expect(hidden.last.comparison.rotations).toEqual([])
  expect(hidden.memory.settled).toEqual([r.sha256])
  expect(told(daily(serves(r), servesAtLeast(a), serves(a)).last, 'a', 'r')).toEqual(['rekeyed r a'])
})

test('a move by way of both key types is no rotation: nothing was ever replaced at once', () => {
  const { last, memory } = daily(serves(r), serves(a, r), serves(a))

  expect(last.comparison.rotations).toEqual([])
  expect(memory.settled).toEqual([r.sha256, a.sha256])
  expect(told(daily(serves(r), serves(a, r), serves(a), serves(b)).last, 'a', 'b')).toEqual(['rekeyed a b'])
})

test('a key type that went long ago is not what a new one replaces', () => {
  const ed = leaf('e', { key: { ...a.key, type: 'Ed25519', curve: null } })

  expect(daily(serves(a, r), serves(a), serves(a), serves(a, ed)).last.comparison.rotations).toEqual([])
})

test('the certificates of a file are paired by subject and names', () => {
  const bundle = (...leaves: readonly ReturnType<typeof leaf>[]): ReturnType<typeof observation> =>
    observation({
      target: fileTarget(),
      addresses: [],
      deliveries: known(leaves.map((one) => delivery({ leaf: one, sightings: [] }))),
    })
  const [one, two] = [leaf('1', { subject: name('one') }), leaf('2', { subject: name('two') })]
  const [newOne, newTwo] = [leaf('3', { subject: name('one') }), leaf('4', { subject: name('two') })]
  const { last } = daily(bundle(one, two, a), bundle(newTwo, a, newOne))

  expect(told(last, '1', '2', '3', '4').toSorted()).toEqual(['rekeyed 1 3', 'rekeyed 2 4'])
})

test('of more leaves gone than came, the one that was seen last was replaced', () => {
  const { last, memory } = daily(servesAt(a, b), servesAt(a), servesAt(c))

  expect(told(last, 'a', 'b', 'c')).toEqual(['rekeyed a c'])
  expect(memory.settled).toEqual([fingerprint('c')])
})

test('an endpoint that nobody looked at is remembered as it was', () => {
  const cut = observation({ deliveries: unanswered('not-observed', 'the run was stopped') })
  const before = daily(serves(a)).memory

  expect(daily(serves(a), cut).memory).toEqual(before)
})
