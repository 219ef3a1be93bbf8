/** What a piece of work took of this process. */
export interface Measurement {
  readonly wallMs: number
  /** User and system time. */
  readonly cpuMs: number
  /** Highest resident set seen by a sampler, and by the kernel over the whole life of the process; in MB of 10⁶. */
  readonly sampledPeakMb: number
  readonly peakMb: number
}

const sampleMs = 20
const octetsPerMb = 1_000_000

/** Runs the work and takes its measure. A loop that never rests starves the sampler, the kernel misses nothing. */
export async function measured(work: () => Promise<void>): Promise<Measurement> {
  let highest = process.memoryUsage.rss()
  const sampler = setInterval(() => {
    highest = Math.max(highest, process.memoryUsage.rss())
  }, sampleMs)
  const [cpu, started] = [process.cpuUsage(), performance.now()]
  await work()
  const [wallMs, spent] = [performance.now() - started, process.cpuUsage(cpu)]
  clearInterval(sampler)
  return {
    wallMs,
    cpuMs: (spent.user + spent.system) / 1000,
    sampledPeakMb: Math.max(highest, process.memoryUsage.rss()) / octetsPerMb,
    peakMb: (process.resourceUsage().maxRSS * 1024) / octetsPerMb, // maxRSS is in KiB
  }
}

/** Of an odd number of figures. */
export function median(figures: readonly number[]): number {
  const middle = figures.toSorted((one, other) => one - other)[figures.length >> 1]
  if (middle === undefined) throw new TypeError('no figures, no median')
  return middle
}
