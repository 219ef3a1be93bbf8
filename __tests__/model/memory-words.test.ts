import { expect, test } from 'vitest'

import { memoryWords, unchangedSince } from '../../src/model/memory-words.ts'
import { dns } from '../support/certificate.ts'
import { daily, day, leaf, outage, rsaLeaf, serves, servesAt } from '../support/history.ts'

const a = leaf('a', { notAfter: day(22) })
const fewer = leaf('b', { spkiSha256: a.spkiSha256, alternativeNames: dns('example.com') })

test.each([
  ['first seen', [serves(a)]],
  ['first seen', [outage(), serves(a)]],
  ['unchanged since 22 November 2026', [serves(a), serves(a), serves(a)]],
  ['unchanged since 22 November 2026', [serves(a), outage(), serves(a)]],
  ['unchanged since 23 November 2026', [serves(a), serves(fewer), serves(fewer)]],
  [
    'renewed 21 days before expiry by the same CA with the same key; www.example.com was dropped',
    [serves(a), serves(fewer)],
  ],
  [
    'rolled back to the certificate of 1 November 2026; www.example.com was added',
    [serves(a), serves(fewer), serves(a)],
  ],
  [
    'unchanged since 22 November 2026; another certificate is served beside it',
    [servesAt(a, a), servesAt(a, fewer)],
  ],
  ['last seen on 22 November 2026', [serves(a), outage(), outage()]],
  ['not seen yet', [outage(), outage()]],
  ['not seen yet', [outage()]],
])('%s', (words, story) => {
  expect(memoryWords(daily(...story).last)).toBe(words)
})

test('two key types that rotate alike are told once', () => {
  const { last } = daily(serves(a, rsaLeaf('r', { notAfter: day(22) })), serves(leaf('b'), rsaLeaf('s')))

  expect(memoryWords(last)).toBe('renewed 21 days before expiry by the same CA with a new key')
})

test('a certificate is unchanged since the last rotation, else since it was first seen', () => {
  expect(unchangedSince(daily(serves(a)).last)).toBeNull()
  expect(unchangedSince(daily(serves(a), outage(), serves(a)).last)).toEqual(day(0))
  expect(unchangedSince(daily(serves(a), outage(), serves(fewer)).last)).toEqual(day(2))
  expect(unchangedSince(daily(serves(a), serves(fewer), outage()).last)).toEqual(day(1))
  expect(unchangedSince(daily(outage(), serves(a)).last)).toBeNull()
})
