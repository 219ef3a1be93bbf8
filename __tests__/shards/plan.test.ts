import fc from 'fast-check'
import { expect, test } from 'vitest'

import { plan, type Plannable, type Shard } from '../../src/shards/plan.ts'
import { fileTarget, hostname, target } from '../support/observation.ts'

function host(name: string, ...runner: readonly string[]): Plannable {
  return { target: target({ host: hostname(`${name}.example.com`) }), runner }
}

function hosts(count: number, ...runner: readonly string[]): readonly Plannable[] {
  return Array.from({ length: count }, (_, index) => host(`host-${runner.join('')}${index}`, ...runner))
}

function placeOf(shards: readonly Shard[]): ReadonlyMap<string, number> {
  return new Map(shards.flatMap(({ ids }, index) => ids.map((id) => [id, index] as const)))
}

/** The targets that stand in both plans, and elsewhere in the second. */
function moved(before: readonly Shard[], after: readonly Shard[]): number {
  const places = placeOf(after)
  return [...placeOf(before)].filter(([id, index]) => places.has(id) && places.get(id) !== index).length
}

const fleet = fc
  .uniqueArray(
    fc.record({ name: fc.stringMatching(/^[a-z]{1,6}$/), runner: fc.constantFrom('', 'dmz', 'lan') }),
    {
      minLength: 1,
      maxLength: 60,
      selector: ({ name }) => name,
    },
  )
  .map((all) => all.map(({ name, runner }) => host(name, ...(runner === '' ? [] : ['self-hosted', runner]))))

test('every target is in exactly one shard, no shard is empty, and none mixes runners', () => {
  fc.assert(
    fc.property(fleet, fc.nat(70), (targets, wanted) => {
      const shards = plan(targets, wanted)
      const runners = new Map(targets.map((one) => [one.target.id, one.runner]))

      expect(shards.flatMap(({ ids }) => ids).toSorted()).toEqual([...runners.keys()].toSorted())
      for (const { runner, ids } of shards) {
        expect(ids.length).toBeGreaterThan(0)
        expect(ids.map((id) => runners.get(id))).toEqual(ids.map(() => runner))
      }
    }),
  )
})

test('asked for as many shards as came out, the plan is the same, in whatever order the config lists its hosts', () => {
  fc.assert(
    fc.property(fleet, fc.nat(70), (targets, wanted) => {
      const shards = plan(targets, wanted)
      const sets = (all: readonly Shard[]): unknown => all.map(({ ids }) => ids.toSorted())

      expect(plan(targets, shards.length)).toEqual(shards)
      expect(sets(plan(targets.toReversed(), wanted))).toEqual(sets(shards))
    }),
  )
})

test('a host that comes or goes moves few of the others', () => {
  const targets = hosts(2000)
  const before = plan(targets, 8)
  const comes = Array.from({ length: 50 }, (_, index) => plan([...targets, host(`new-${index}`)], 8))
  const goes = Array.from({ length: 50 }, (_, index) => plan(targets.toSpliced(index * 37, 1), 8))
  const moves = [...comes, ...goes].map((after) => moved(before, after))

  expect(Math.max(...moves)).toBeLessThan(20)
  expect(moves.reduce((sum, one) => sum + one, 0) / moves.length).toBeLessThan(2)
})

test('one shard more takes its share from the others, and moves little else', () => {
  const targets = hosts(2000)

  expect(moved(plan(targets, 8), plan(targets, 9))).toBeLessThan((2000 / 9) * 2)
})

test('no shard is much heavier than the rest', () => {
  for (const shards of [2, 8, 20]) {
    const sizes = plan(hosts(2000), shards).map(({ ids }) => ids.length)

    expect(Math.max(...sizes)).toBeLessThan((2000 / shards) * 1.4)
  }
})

test.each([
  [1, 1],
  [500, 1],
  [501, 2],
  [5000, 10],
  [40_000, 64],
])('without a number, %i hosts make %i shards', (count, shards) => {
  expect(plan(hosts(count), 0)).toHaveLength(shards)
})

test('hosts that any runner reaches come first, and every other kind of runner has a shard at least', () => {
  const targets = [...hosts(3, 'self-hosted', 'lan'), ...hosts(4), ...hosts(2, 'self-hosted', 'dmz')]

  expect(plan(targets, 1).map(({ runner, ids }) => [runner, ids.length])).toEqual([
    [[], 4],
    [['self-hosted', 'dmz'], 2],
    [['self-hosted', 'lan'], 3],
  ])
})

test('labels in another order and other capitals name the same runner', () => {
  const targets = [host('a', 'self-hosted', 'DMZ'), host('b', 'dmz', 'self-hosted')]

  expect(plan(targets, 1)).toEqual([
    { runner: ['self-hosted', 'DMZ'], ids: ['a.example.com:443', 'b.example.com:443'] },
  ])
})

test('files cost little: the shards of a group follow its cost, not its size', () => {
  const files = Array.from({ length: 90 }, (_, index): Plannable => {
    return { target: fileTarget({ path: `certs/${index}.pem` }), runner: ['builder'] }
  })
  const shards = plan([...files, ...hosts(90)], 6)

  expect(shards.filter(({ runner }) => runner.length === 0)).toHaveLength(4)
})
