/** What a piece of work took of this process. */
export interface Measurement {
  readonly wallMs: number
  /** Of it, what came after the last endpoint had answered. */
  readonly concludingMs: number
  /** User and system time. */
  readonly cpuMs: number
  /** Highest resident set seen by a sampler, and by the kernel over the whole life of the process; in MB of 10⁶. */
  readonly sampledPeakMb: number
  readonly peakMb: number
}

export const octetsPerMb = 1_000_000
const sampleMs = 20

/**
 * Runs the work, which says when the last endpoint has answered, and takes its measure. A loop that never rests
 * starves the sampler, the kernel misses nothing.
 */
export async function measured(work: (observed: () => void) => Promise<void>): Promise<Measurement> {
  let highest = process.memoryUsage.rss()
  const sampler = setInterval(() => {
    highest = Math.max(highest, process.memoryUsage.rss())
  }, sampleMs)
  const [cpu, started] = [process.cpuUsage(), performance.now()]
  let observedAt = started
  await work(() => (observedAt = performance.now()))
  const [ended, spent] = [performance.now(), process.cpuUsage(cpu)]
  clearInterval(sampler)
  return {
    wallMs: ended - started,
    concludingMs: ended - observedAt,
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
