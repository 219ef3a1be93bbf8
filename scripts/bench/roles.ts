import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'

import type { Observation } from '../../src/model/observation.ts'
import { bareLoop } from './bare.ts'
import { observeFleet, proveComplete, runFleet } from './engine.ts'
import type { Fleet } from './fleet.ts'
import { type Measurement, measured } from './measurement.ts'
import { serve } from './servers.ts'

/** The argument that makes the script a child process with a part to play. */
export const partArgument = '--part'

/** What a child process is to do: every measurement has a process of its own, and so have the servers. */
export type Role = { readonly kind: 'serve'; readonly count: number; readonly delayMs: number } | Contest

/** The bare loop, our observation alone, or a whole run from the first connection to the written report. */
export interface Contest {
  readonly kind: 'bare' | 'observe' | 'run'
  readonly fleet: Fleet
  readonly count: number
  readonly concurrency: number
  /** Whether V8 keeps the space for young objects as small as it starts with; it may grow to 128 MB otherwise. */
  readonly smallYoungSpace: boolean
}

export interface Servers {
  readonly fleet: Fleet
  readonly close: () => void
}

/** Starts servers for so many endpoints in a process of their own. */
export async function startServers(count: number, delayMs: number): Promise<Servers> {
  const child = spawn({ kind: 'serve', count, delayMs })
  return { fleet: (await answerOf(child)) as Fleet, close: () => child.kill() }
}

/** Has a child process play its part, and answers what it measured. */
export async function measureIn(contest: Contest): Promise<Measurement> {
  return (await answerOf(spawn(contest))) as Measurement
}

/** Plays the part that the parent sends, in this very process; the answer goes to the parent. */
export async function play(): Promise<void> {
  const [message] = await once(process, 'message')
  const role = message as Role
  if (role.kind === 'serve') {
    process.send?.(await serve(role.count, role.delayMs))
    process.once('disconnect', () => process.exit())
  } else {
    process.send?.(await compete(role))
    process.disconnect()
  }
}

/** Everything starts cold, as a run does: the compiler, the contexts and the trust store are part of the price. */
async function compete(contest: Contest): Promise<Measurement> {
  const { kind, fleet, count, concurrency, smallYoungSpace } = contest
  if (smallYoungSpace) setFlagsFromString('--semi-space-growth-factor=1')
  if (kind === 'bare') return measured(() => bareLoop(fleet, count, concurrency))
  const folder = await mkdtemp(join(tmpdir(), 'certificate-monitor-bench-'))
  const path = join(folder, 'report.json')
  let seen: readonly Observation[] = []
  const measurement = await measured(async () => {
    seen = await (kind === 'observe'
      ? observeFleet(fleet, count, concurrency)
      : runFleet(fleet, count, concurrency, path))
  })
  await rm(folder, { recursive: true })
  proveComplete(seen, count)
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
