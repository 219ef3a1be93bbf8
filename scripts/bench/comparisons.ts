import { type Measurement, median } from './measurement.ts'
import { type Contest, measureIn, type Servers, startServers } from './roles.ts'

/** A number of the goals, with what it rests on. */
export interface Row {
  readonly what: string
  readonly figure: string
  readonly goal: string
  /** `null` for a figure that is only told. */
  readonly holds: boolean | null
}

export const concurrency = 64
export const rounds = 3
/** The ratio of two short runs needs more of them to be worth its decimals. */
export const rivalRounds = 7
const setting = { concurrency, smallYoungSpace: false } as const
/** Each endpoint has two certificates, and is asked for both. */
const handshakesEach = 2

/** Handshakes per second against the bare loop's, in turns on the same servers. */
export async function comparedWithBareLoop(count: number): Promise<readonly Row[]> {
  return withServers(count, 0, async ({ fleet }) => {
    const pairs: { bare: Measurement; ours: Measurement }[] = []
    for (let round = 0; round < rivalRounds; round++) {
      const bare = await measureIn({ kind: 'bare', fleet, count, ...setting })
      pairs.push({ bare, ours: await measureIn({ kind: 'observe', fleet, count, ...setting }) })
    }
    const ratio = median(pairs.map(({ bare, ours }) => bare.wallMs / ours.wallMs))
    const cpuRatio = median(pairs.map(({ bare, ours }) => bare.cpuMs / ours.cpuMs))
    const perSecond = (side: 'bare' | 'ours'): string => {
      const wallMs = median(pairs.map((pair) => pair[side].wallMs))
      return `${((handshakesEach * count * 1000) / wallMs).toFixed(0)}/s`
    }
    const what = `${count} endpoints: our handshakes per second to the bare loop's`
    return [
      { what, figure: ratio.toFixed(2), goal: '>= 0.70', holds: ratio >= 0.7 },
      told('  of them: ours, the bare loop', `${perSecond('ours')}, ${perSecond('bare')}`),
      told('  the same in processor time of the client', cpuRatio.toFixed(2)),
    ]
  })
}

/** Wall time against what the delay alone must take. */
export async function delayedAnswers(count: number, delayMs: number): Promise<readonly Row[]> {
  return withServers(count, delayMs, async ({ fleet }) => {
    const runs = await repeated({ kind: 'observe', fleet, count, ...setting })
    const wallMs = median(runs.map((run) => run.wallMs))
    const leastMs = Math.ceil(count / concurrency) * delayMs * handshakesEach
    const ratio = wallMs / leastMs
    const what = `${count} endpoints, answers ${delayMs} ms late: wall time to the least possible`
    return [
      { what, figure: ratio.toFixed(2), goal: '<= 1.50', holds: ratio <= 1.5 },
      told('  of them: wall time, the least', `${seconds(wallMs)}, ${seconds(leastMs)}`),
    ]
  })
}

/** Whole runs, each in a process of its own: memory at the largest size, cost per endpoint over all of them. */
export async function growing(counts: readonly number[]): Promise<readonly Row[]> {
  const largest = Math.max(...counts)
  return withServers(largest, 0, async ({ fleet }) => {
    const sizes: Size[] = []
    for (const count of counts) {
      sizes.push(sizeOf(count, await repeated({ kind: 'run', fleet, count, ...setting })))
    }
    const lean = sizeOf(
      largest,
      await repeated({ kind: 'run', fleet, count: largest, concurrency, smallYoungSpace: true }),
    )
    const growth = Math.max(
      ...sizes.slice(1).map((size, at) => size.wallMs / cheapest(sizes.slice(0, at + 1))),
    )
    const peak = Math.max(...sizes.map(({ peakMb }) => peakMb))
    return [
      {
        what: `${largest} endpoints: peak memory`,
        figure: `${peak.toFixed(0)} MB`,
        goal: '< 400 MB',
        holds: peak < 400,
      },
      {
        what: 'cost per endpoint: largest rise over a smaller run',
        figure: growth.toFixed(2),
        goal: '<= 1.25',
        holds: growth <= 1.25,
      },
      ...sizes.map((size) => sizeRow(size, '')),
      sizeRow(lean, ", V8's young space kept small"),
    ]
  })
}

interface Size {
  readonly count: number
  /** Per endpoint. */
  readonly wallMs: number
  readonly cpuMs: number
  readonly peakMb: number
  readonly sampledPeakMb: number
}

function sizeOf(count: number, runs: readonly Measurement[]): Size {
  const middle = (figure: (run: Measurement) => number): number => median(runs.map(figure))
  return {
    count,
    wallMs: middle((run) => run.wallMs) / count,
    cpuMs: middle((run) => run.cpuMs) / count,
    peakMb: middle((run) => run.peakMb),
    sampledPeakMb: middle((run) => run.sampledPeakMb),
  }
}

function sizeRow({ count, wallMs, cpuMs, peakMb, sampledPeakMb }: Size, manner: string): Row {
  const cost = `${wallMs.toFixed(2)} ms wall, ${cpuMs.toFixed(2)} ms processor each`
  return told(
    `  ${count} endpoints${manner}`,
    `${cost}, ${peakMb.toFixed(0)} MB (sampled ${sampledPeakMb.toFixed(0)})`,
  )
}

function cheapest(sizes: readonly Size[]): number {
  return Math.min(...sizes.map(({ wallMs }) => wallMs))
}

async function repeated(contest: Contest): Promise<readonly Measurement[]> {
  const runs: Measurement[] = []
  for (let round = 0; round < rounds; round++) runs.push(await measureIn(contest))
  return runs
}

async function withServers<T>(
  count: number,
  delayMs: number,
  use: (servers: Servers) => Promise<T>,
): Promise<T> {
  const servers = await startServers(count, delayMs)
  try {
    return await use(servers)
  } finally {
    servers.close()
  }
}

function told(what: string, figure: string): Row {
  return { what, figure, goal: '', holds: null }
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`
}
