import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { concurrency, rounds } from './comparisons.ts'
import type { Fleet } from './fleet.ts'
import { type Measurement, median } from './measurement.ts'
import { makeShards, makeYear, measureIn, withServers } from './roles.ts'
import { type Row, seconds, told } from './row.ts'

/** Whole runs of growing size: memory and paper at two sizes, cost per endpoint over all of them. */
export async function growing(counts: readonly number[]): Promise<readonly Row[]> {
  return withServers(Math.max(...counts), 0, async (fleet) => {
    const sizes: Size[] = []
    for (const count of counts) sizes.push(await sizeOf(fleet, count))
    const growth = Math.max(
      ...sizes.slice(1).map((size, at) => size.wallMs / cheapest(sizes.slice(0, at + 1))),
    )
    const what = 'cost per endpoint: largest rise over a smaller run'
    return [
      ...sizes.flatMap(goalRows),
      { what, figure: growth.toFixed(2), goal: '<= 1.25', holds: growth <= 1.25 },
      ...sizes.map(sizeRow),
    ]
  })
}

/** What is remembered after a year of daily runs. */
export async function yearOfHistory(count: number): Promise<readonly Row[]> {
  return inFolder(async (folder) => {
    const { plainMb, zstdMb, deflateMb } = await makeYear(count, folder)
    const loads: Measurement[] = []
    for (let round = 0; round < rounds; round++)
      loads.push(await measureIn({ kind: 'load-year', count, folder }))
    const loadMs = median(loads.map(({ wallMs }) => wallMs))
    const sizes = `${zstdMb.toFixed(1)}, ${deflateMb.toFixed(1)} MB`
    const what = `${count} endpoints, a year of history: one zstd stream, a zip`
    return [
      { what, figure: sizes, goal: '< 20 MB', holds: Math.max(zstdMb, deflateMb) < 20 },
      told('  as it lies in the folder', `${plainMb.toFixed(1)} MB`),
      { what: '  time to load it', figure: seconds(loadMs), goal: '<= 1 s', holds: loadMs <= 1000 },
    ]
  })
}

/** What concluding a fleet costs, out of files that nobody had to observe for. */
export async function concluding(count: number, goal: boolean): Promise<readonly Row[]> {
  return inFolder(async (folder) => {
    const filesMb = await makeShards(count, folder)
    const { wallMs, peakMb } = await measureIn({ kind: 'conclude', count, folder })
    const what = `${count} simulated endpoints concluded, a TLS scan each`
    const [time, memory] = [seconds(wallMs), `${peakMb.toFixed(0)} MB`]
    const files = told('  their files', `${filesMb.toFixed(1)} MB`)
    if (!goal) return [told(what, `${time}, ${memory}`), files]
    return [
      { what, figure: time, goal: '<= 60 s', holds: wallMs <= 60_000 },
      { what: '  peak memory', figure: memory, goal: '< 1000 MB', holds: peakMb < 1000 },
      files,
    ]
  })
}

/** Goals are for the large sizes. */
const goals: ReadonlyMap<number, { readonly peakMb: number; readonly concludingMs: number | null }> = new Map(
  [
    [5000, { peakMb: 400, concludingMs: 10_000 }],
    [10_000, { peakMb: 600, concludingMs: null }],
  ],
)

interface Size {
  readonly count: number
  /** Per endpoint. */
  readonly wallMs: number
  readonly cpuMs: number
  readonly concludingMs: number
  readonly peakMb: number
  readonly sampledPeakMb: number
}

/** The first run has no history to read, so it only lays it. */
async function sizeOf(fleet: Fleet, count: number): Promise<Size> {
  return inFolder(async (folder) => {
    const contest = { kind: 'run', fleet, count, concurrency, folder } as const
    await measureIn(contest)
    const runs: Measurement[] = []
    for (let round = 0; round < rounds; round++) runs.push(await measureIn(contest))
    const middle = (figure: (run: Measurement) => number): number => median(runs.map(figure))
    return {
      count,
      wallMs: middle((run) => run.wallMs) / count,
      cpuMs: middle((run) => run.cpuMs) / count,
      concludingMs: middle((run) => run.concludingMs),
      peakMb: middle((run) => run.peakMb),
      sampledPeakMb: middle((run) => run.sampledPeakMb),
    }
  })
}

function goalRows({ count, peakMb, concludingMs }: Size): readonly Row[] {
  const goal = goals.get(count)
  if (goal === undefined) return []
  const rows = [
    {
      what: `${count} endpoints: peak memory`,
      figure: `${peakMb.toFixed(0)} MB`,
      goal: `< ${goal.peakMb} MB`,
      holds: peakMb < goal.peakMb,
    },
  ]
  if (goal.concludingMs === null) return rows
  const what = `${count} endpoints: from the last answer to the last file`
  const holds = concludingMs <= goal.concludingMs
  return [...rows, { what, figure: seconds(concludingMs), goal: `<= ${goal.concludingMs / 1000} s`, holds }]
}

function sizeRow({ count, wallMs, cpuMs, concludingMs, peakMb, sampledPeakMb }: Size): Row {
  const cost = `${wallMs.toFixed(2)} ms wall, ${cpuMs.toFixed(2)} ms processor each`
  const memory = `${peakMb.toFixed(0)} MB (sampled ${sampledPeakMb.toFixed(0)})`
  return told(`  ${count} endpoints`, `${cost}; ${seconds(concludingMs)} after the last answer; ${memory}`)
}

function cheapest(sizes: readonly Size[]): number {
  return Math.min(...sizes.map(({ wallMs }) => wallMs))
}

async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'certificate-monitor-bench-'))
  try {
    return await use(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}
