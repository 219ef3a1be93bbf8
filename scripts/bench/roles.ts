import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { keepHeapSmall } from '../../src/garbage.ts'
import { bareLoop } from './bare.ts'
import { observeFleet, runFleet, scanFleet } from './engine.ts'
import type { Fleet, Listening } from './fleet.ts'
import { type Measurement, measured } from './measurement.ts'
import { proveComplete, proveHealthy, proveScanned } from './proof.ts'
import { farAway } from './relay.ts'
import { serve } from './servers.ts'
import { concludeShards, writeShards } from './shards.ts'
import { loadYear, rememberYear, type YearSize } from './year.ts'

/** The argument that makes the script a child process with a part to play. */
export const partArgument = '--part'

/** What a child process is to do: every measurement has a process of its own, and so have the servers. */
export type Role =
  | { readonly kind: 'serve'; readonly count: number; readonly delayMs: number }
  | { readonly kind: 'relay'; readonly doors: readonly Listening[]; readonly delayMs: number }
  | { readonly kind: 'remember-year'; readonly count: number; readonly folder: string }
  | { readonly kind: 'write-shards'; readonly count: number; readonly folder: string }
  | Contest

export type Contest =
  | ({ readonly kind: 'bare' } & Opponents)
  /** Our observation alone. */
  | ({ readonly kind: 'observe' } & Opponents)
  /** Our scan alone, with or without the active probes; `chains` each endpoint has. */
  | ({ readonly kind: 'scan'; readonly probes: boolean; readonly chains: number } & Opponents)
  /** A whole run, on top of what earlier ones left in the folder. */
  | ({ readonly kind: 'run'; readonly folder: string } & Opponents)
  /** Opening a history. */
  | { readonly kind: 'load-year'; readonly count: number; readonly folder: string }
  /** All that follows the observation of a fleet, out of the files in the folder. */
  | { readonly kind: 'conclude'; readonly count: number; readonly folder: string }

interface Opponents {
  readonly fleet: Fleet
  readonly count: number
  readonly concurrency: number
}

/** Starts servers for so many endpoints in a process of their own, for as long as they are used. */
export async function withServers<T>(
  count: number,
  delayMs: number,
  use: (fleet: Fleet) => Promise<T>,
): Promise<T> {
  return whileRunning({ kind: 'serve', count, delayMs }, (fleet) => use(fleet as Fleet))
}

/** Has the same servers reached from far away, `delayMs` each way, for as long as they are used. */
export async function withDistance<T>(
  fleet: Fleet,
  delayMs: number,
  use: (fleet: Fleet) => Promise<T>,
): Promise<T> {
  return whileRunning({ kind: 'relay', doors: fleet.doors, delayMs }, (doors) =>
    use({ ...fleet, doors: doors as readonly Listening[] }),
  )
}

/** Starts a process, and ends it once its answer has been made use of. */
async function whileRunning<T>(role: Role, use: (answer: unknown) => Promise<T>): Promise<T> {
  const child = spawn(role)
  try {
    return await use(await answerOf(child))
  } finally {
    child.kill()
  }
}

/** Has a child process play its part, and answers what it measured. */
export async function measureIn(contest: Contest): Promise<Measurement> {
  return (await answerOf(spawn(contest))) as Measurement
}

/** Has a child process write the history of a year. */
export async function makeYear(count: number, folder: string): Promise<YearSize> {
  return (await answerOf(spawn({ kind: 'remember-year', count, folder }))) as YearSize
}

/** Has a child process write what the shards of a fleet saw; answers their size in MB. */
export async function makeShards(count: number, folder: string): Promise<number> {
  return (await answerOf(spawn({ kind: 'write-shards', count, folder }))) as number
}

/** Plays the part that the parent sends, in this very process; the answer goes to the parent. */
export async function play(): Promise<void> {
  const [message] = await once(process, 'message')
  const role = message as Role
  if (role.kind === 'serve' || role.kind === 'relay') {
    const { kind, delayMs } = role
    process.send?.(kind === 'serve' ? await serve(role.count, delayMs) : await farAway(role.doors, delayMs))
    process.once('disconnect', () => process.exit())
    return
  }
  keepHeapSmall()
  process.send?.(await work(role))
  process.disconnect()
}

function work(role: Exclude<Role, { kind: 'serve' | 'relay' }>): Promise<YearSize | Measurement | number> {
  if (role.kind === 'remember-year') return rememberYear(role.folder, role.count)
  return role.kind === 'write-shards' ? writeShards(role.folder, role.count) : compete(role)
}

/** Everything starts cold, as a run does: the compiler, the contexts and the trust store are part of the price. */
async function compete(contest: Contest): Promise<Measurement> {
  if (contest.kind === 'load-year') return measured(() => loadYear(contest.folder, contest.count))
  if (contest.kind === 'conclude') return measured(() => concludeShards(contest.folder, contest.count))
  const { fleet, count, concurrency } = contest
  if (contest.kind === 'bare') return measured(() => bareLoop(fleet, count, concurrency))
  if (contest.kind === 'observe') {
    return proved(
      () => observeFleet(fleet, count, concurrency),
      (seen) => proveComplete(seen, count),
    )
  }
  if (contest.kind === 'scan') {
    return proved(
      () => scanFleet(fleet, count, concurrency, contest.probes),
      (seen) => proveScanned(seen, count, contest.chains),
    )
  }
  const seenBefore = existsSync(join(contest.folder, 'history'))
  return proved(
    (observed) => runFleet(fleet, count, concurrency, contest.folder, observed),
    (report) => {
      proveHealthy(report, seenBefore)
      proveComplete(
        report.assessments.map(({ observation }) => observation),
        count,
      )
    },
  )
}

/** The proof is no part of the work. */
async function proved<T>(
  work: (observed: () => void) => Promise<T>,
  prove: (result: T) => void,
): Promise<Measurement> {
  let result: { readonly value: T } | undefined
  const measurement = await measured(async (observed) => {
    result = { value: await work(observed) }
  })
  if (result !== undefined) prove(result.value)
  return measurement
}

function spawn(role: Role): ChildProcess {
  const child = fork(process.argv[1] ?? '', [partArgument])
  child.send(role)
  return child
}

/** The child's one message; it also fails when the child ends without one. */
async function answerOf(child: ChildProcess): Promise<unknown> {
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`a measuring process ended with ${code} and no measurement`)
  })
  ended.catch(() => {}) // after the answer the end is no news
  const [answer] = await Promise.race([once(child, 'message'), ended])
  return answer
}
