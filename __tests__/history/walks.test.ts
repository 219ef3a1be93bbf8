import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { readMemory, writeMemory } from '../../src/history/memory-file.ts'
import { remember } from '../../src/history/remember.ts'
import type { Memory } from '../../src/model/history.ts'
import type { Observation } from '../../src/model/observation.ts'
import { dns, fingerprint, name } from '../support/certificate.ts'
import { day, leaf, outage, rsaLeaf, run, serves, servesAt, servesAtLeast } from '../support/history.ts'

const ecdsa = ['a', 'b', 'c', 'd'].map((word, index) =>
  leaf(word, {
    issuer: index === 3 ? name('R3', 'Other Trust') : name('E7', 'Example Trust'),
    alternativeNames: dns('example.com', `${word}.example.com`),
  }),
)
const rsa = ['r', 's'].map((word) => rsaLeaf(word))
/** What a run sees, in words, so that a counterexample can be read. */
type Sight = readonly [kind: 'serves' | 'serves at least' | 'serves at', ...words: readonly (string | null)[]]

function sightAt(words: readonly (string | null)[]): Sight {
  return ['serves at', ...words]
}

const anyEcdsa = fc.constantFrom('a', 'b', 'c', 'd')
const anyRsa = fc.constantFrom('r', 's')
const answer: fc.Arbitrary<Sight> = fc.oneof(
  fc.oneof(anyEcdsa, anyRsa).map((word): Sight => ['serves', word]),
  fc.oneof(anyEcdsa, anyRsa).map((word): Sight => ['serves at least', word]),
  fc.tuple(anyEcdsa, anyRsa).map(([one, other]): Sight => ['serves', one, other]),
  fc.tuple(anyEcdsa, anyRsa).map(([one, other]): Sight => ['serves', other, one]),
  fc.array(fc.option(anyEcdsa), { minLength: 1, maxLength: 3 }).map((words): Sight => sightAt(words)),
)
const sight = fc.oneof(
  { weight: 4, arbitrary: answer },
  { weight: 1, arbitrary: fc.constant<Sight>(['serves at', null]) },
)
const walk = fc.array(sight, { minLength: 1, maxLength: 12 })

function seenIn([kind, ...words]: Sight): Observation {
  const leaves = words.map((word) =>
    [...ecdsa, ...rsa].find(({ sha256 }) => sha256 === fingerprint(word ?? '')),
  )
  const [first, second] = leaves
  if (kind === 'serves at' || first === undefined) return servesAt(...leaves.map((one) => one ?? null))
  return kind === 'serves' ? serves(first, second) : servesAtLeast(first)
}

function walked(sights: readonly Sight[]): Memory {
  let memory: Memory | null = null
  for (const [index, seen] of sights.entries())
    memory = remember(run(memory, seenIn(seen), day(index / 10)), day(index / 10), 3)
  if (memory === null) throw new TypeError('a walk has at least one step')
  return memory
}

test('an outage changes nothing but states and troubles', () => {
  fc.assert(
    fc.property(walk, (sights) => {
      const before = walked(sights)
      const silent = run(before, outage(), day(2))
      const { states: _states, troubles, ...after } = remember(silent, day(2), 3)
      const { states: _then, troubles: known, ...unchanged } = before

      expect(silent.comparison.rotations).toEqual([])
      expect(silent.comparison.changes.every(({ type }) => type === 'status')).toBe(true)
      expect(after).toEqual(unchanged)
      expect(troubles).toEqual(expect.arrayContaining([...known]))
    }),
  )
})

test('an outage between two runs hides nothing', () => {
  fc.assert(
    fc.property(walk, answer, (sights, seen) => {
      const before = walked(sights)
      const silent = remember(run(before, outage(), day(2)), day(2), 3)

      expect(run(silent, seenIn(seen), day(3)).comparison.rotations).toEqual(
        run(before, seenIn(seen), day(3)).comparison.rotations,
      )
    }),
  )
})

test('the same sight a second time is neither change nor rotation', () => {
  fc.assert(
    fc.property(walk, sight, (sights, seen) => {
      const once = remember(run(walked(sights), seenIn(seen), day(2)), day(2), 3)
      const { comparison } = run(once, seenIn(seen), day(3))

      expect(comparison.rotations).toEqual([])
      expect(comparison.changes.filter(({ type }) => type !== 'status')).toEqual([])
      expect(remember(run(once, seenIn(seen), day(3)), day(3), 3).settled).toEqual(once.settled)
    }),
  )
})

test('what is settled is always remembered, and nothing grows without end', () => {
  fc.assert(
    fc.property(walk, (sights) => {
      const { certificates, settled, rotations } = walked(sights)

      expect(certificates.map(({ sha256 }) => sha256)).toEqual(expect.arrayContaining([...settled]))
      expect(certificates.length).toBeLessThanOrEqual(Math.max(3, settled.length))
      expect(rotations.length).toBeLessThanOrEqual(3)
    }),
  )
})

test('every walk is remembered word for word', () => {
  fc.assert(
    fc.property(walk, (sights) => {
      const memory = walked(sights)

      expect(readMemory(writeMemory(memory))).toEqual(memory)
    }),
  )
})
