import { hash } from 'node:crypto'

import { shardLimits } from '../model/limits.ts'
import { runnerKey } from '../model/runner-labels.ts'
import type { Target } from '../model/target.ts'

/** What the plan must know of a target. */
export interface Plannable {
  readonly target: Target
  /** Labels of the runner that can reach it; empty: any runner can. */
  readonly runner: readonly string[]
}

/** What one job of a fleet observes. */
export interface Shard {
  /** Labels of the runner that it needs; empty: any. */
  readonly runner: readonly string[]
  /** In the order of the config. */
  readonly ids: readonly string[]
}

/** One of several shards: `2/8`. */
export interface ShardNumber {
  readonly shard: number
  readonly of: number
}

/** Reads `2/8`; `null` for what is no shard. */
export function parseShardNumber(text: string): ShardNumber | null {
  const [shard = 0, of = 0] = (/^([1-9]\d{0,2})\/([1-9]\d{0,2})$/.exec(text) ?? []).slice(1).map(Number)
  return shard === 0 || shard > of || of > shardLimits.shards ? null : { shard, of }
}

/** One job's worth of targets: some minutes of it. */
const targetsPerShard = 500

/**
 * Splits targets into shards, by the runner that can reach them first, then by cost. Rendezvous hashing with bounded
 * load: a target that comes or goes moves few of the others, and no shard is much heavier than the rest. `wanted` 0
 * is one shard for every 500 targets. There are at least as many shards as kinds of runner, and never an empty one;
 * asked for as many as came out, it answers the same plan.
 */
export function plan(targets: readonly Plannable[], wanted: number): readonly Shard[] {
  const groups = groupsOf(targets)
  const automatic = groups.reduce((sum, { members }) => sum + Math.ceil(members.length / targetsPerShard), 0)
  const asked = wanted === 0 ? Math.min(automatic, shardLimits.automaticShards) : wanted
  const count = Math.max(groups.length, Math.min(asked, targets.length))
  const shares = sharesOf(groups, count)
  return groups.flatMap((group, index) => shardsOf(group, shares[index] ?? 1))
}

/** What a target takes, in connections, roughly; a file takes time, too. */
function costOf(target: Target): number {
  if (target.kind === 'file') return 1
  const looks = target.addresses === 'all' ? 6 : 2
  return target.scan === 'tls' ? looks + connectionsOfScan : looks
}

/** Every version is asked for its suites, one by one. */
const connectionsOfScan = 40

interface Member {
  readonly id: string
  /** 32 bits of a hash of the id. */
  readonly seed: number
  readonly cost: number
}

/** Targets that need the same runner. */
interface Group {
  readonly runner: readonly string[]
  readonly key: string
  readonly members: readonly Member[]
  readonly cost: number
}

/** Those that any runner reaches come first. */
function groupsOf(targets: readonly Plannable[]): readonly Group[] {
  const byRunner = Map.groupBy(targets, ({ runner }) => runnerKey(runner))
  const keys = [...byRunner.keys()].toSorted(
    (one, other) => one.length - other.length || (one < other ? -1 : 1),
  )
  return keys.map((key) => {
    const found = byRunner.get(key) ?? []
    const members = found.map(({ target }) => ({
      id: target.id,
      seed: seedOf(target.id),
      cost: costOf(target),
    }))
    const cost = members.reduce((sum, member) => sum + member.cost, 0)
    return { runner: found[0]?.runner ?? [], key, members, cost }
  })
}

/** One shard for each group, and each further one to the group whose shards are the heaviest (D'Hondt's method). */
function sharesOf(groups: readonly Group[], count: number): readonly number[] {
  const shares = groups.map(() => 1)
  for (let given = groups.length; given < count; given++) {
    const loads = groups.map(({ cost, members }, index) => {
      const share = shares[index] ?? 1
      return share < members.length ? cost / share : -1
    })
    const heaviest = loads.indexOf(Math.max(...loads))
    shares[heaviest] = (shares[heaviest] ?? 0) + 1
  }
  return shares
}

interface Bin {
  readonly seed: number
  readonly ids: Set<string>
  load: number
}

function shardsOf({ runner, key, members }: Group, share: number): readonly Shard[] {
  const bins = Array.from({ length: share }, (_, index): Bin => {
    return { seed: seedOf(`${key} ${index}`), ids: new Set(), load: 0 }
  })
  // By hash: where a newcomer stands in the config must not matter.
  const queue = members.toSorted((one, other) => one.seed - other.seed || (one.id < other.id ? -1 : 1))
  const most = capacity(members, share)
  for (const member of queue) put(member, bins, most)
  fillEmpty(bins)
  return bins.map(({ ids }) => ({ runner, ids: members.flatMap(({ id }) => (ids.has(id) ? [id] : [])) }))
}

/** A quarter above the average, and rounded up coarsely: one target more seldom moves it. */
function capacity(members: readonly Member[], share: number): number {
  const average = members.reduce((sum, { cost }) => sum + cost, 0) / share
  const step = 1.1
  return step ** Math.ceil(Math.log(average * 1.25) / Math.log(step))
}

/** Into the shard that ranks highest for this target and has room; where none has, into the lightest. */
function put({ id, seed, cost }: Member, bins: readonly Bin[], most: number): void {
  let best: Bin | undefined
  let highest = -1
  for (const bin of bins) {
    const score = mixed(seed ^ bin.seed)
    if (bin.load + cost > most || score <= highest) continue
    best = bin
    highest = score
  }
  best ??= lightest(bins)
  best.ids.add(id)
  best.load += cost
}

function lightest(bins: readonly Bin[]): Bin {
  return bins.reduce((a, b) => (b.load < a.load ? b : a))
}

/** A job that has nothing to do is none: with few targets, chance leaves a shard empty. */
function fillEmpty(bins: readonly Bin[]): void {
  for (const empty of bins.filter(({ ids }) => ids.size === 0)) {
    const fullest = bins.reduce((a, b) => (b.ids.size > a.ids.size ? b : a))
    const [id] = fullest.ids
    if (id === undefined) continue
    fullest.ids.delete(id)
    empty.ids.add(id)
  }
}

function seedOf(text: string): number {
  return Number.parseInt(hash('sha256', text).slice(0, 8), 16)
}

/** The finalizer of MurmurHash3: every bit of the input moves half of the output's. */
function mixed(bits: number): number {
  let value = bits
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return (value ^ (value >>> 16)) >>> 0
}
