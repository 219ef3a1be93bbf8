import { handshakers } from './handshakers.ts'
import { type Measurement, median } from './measurement.ts'
import { measureIn, withServers } from './roles.ts'
import { type Row, seconds, told } from './row.ts'

export const concurrency = 64
export const rounds = 3
/** The ratio of two short runs needs more of them to be worth its decimals. */
export const rivalRounds = 7
/** Each endpoint has two certificates, and is asked for both. */
const handshakesEach = 2

/** Handshakes per second against the bare loop's, in turns on the same servers. */
export async function comparedWithBareLoop(count: number): Promise<readonly Row[]> {
  return withServers(count, 0, async (fleet) => {
    const pairs: { bare: Measurement; ours: Measurement }[] = []
    for (let round = 0; round < rivalRounds; round++) {
      const bare = await measureIn({ kind: 'bare', fleet, count, concurrency })
      pairs.push({ bare, ours: await measureIn({ kind: 'observe', fleet, count, concurrency }) })
    }
    const ratio = median(pairs.map(({ bare, ours }) => bare.wallMs / ours.wallMs))
    const cpuRatio = median(pairs.map(({ bare, ours }) => bare.cpuMs / ours.cpuMs))
    const perSecond = (side: 'bare' | 'ours'): string => {
      const wallMs = median(pairs.map((pair) => pair[side].wallMs))
      return `${((handshakesEach * count * 1000) / wallMs).toFixed(0)}/s`
    }
    const what = `${count} endpoints: our handshakes per second to the bare loop's`
    const others: Row[] = []
    for (const other of handshakers())
      others.push(
        told(`  ${other.name}`, `${(await other.perSecond(fleet, count, concurrency)).toFixed(0)}/s`),
      )
    return [
      { what, figure: ratio.toFixed(2), goal: '>= 0.70', holds: ratio >= 0.7 },
      told('  of them: ours, the bare loop', `${perSecond('ours')}, ${perSecond('bare')}`),
      told('  the same in processor time of the client', cpuRatio.toFixed(2)),
      ...others,
    ]
  })
}

/**
 * Wall time against what the delay alone must take. With many at a time the processors are what both sides wait for, so
 * the bare loop stands beside.
 */
export async function delayedAnswers(
  count: number,
  delayMs: number,
  atATime: readonly number[],
): Promise<readonly Row[]> {
  return withServers(count, delayMs, async (fleet) => {
    const rows: Row[] = []
    for (const concurrency of atATime) {
      const [bare, ours]: [number[], number[]] = [[], []]
      for (let round = 0; round < rounds; round++) {
        bare.push((await measureIn({ kind: 'bare', fleet, count, concurrency })).wallMs)
        ours.push((await measureIn({ kind: 'observe', fleet, count, concurrency })).wallMs)
      }
      const leastMs = Math.ceil(count / concurrency) * delayMs * handshakesEach
      const [ratio, bareRatio] = [median(ours) / leastMs, median(bare) / leastMs]
      const what = `${count} endpoints, ${concurrency} at a time, answers ${delayMs} ms late: wall to the least`
      rows.push(
        { what, figure: ratio.toFixed(2), goal: '<= 1.50', holds: ratio <= 1.5 },
        told('  the bare loop; the least', `${bareRatio.toFixed(2)}; ${seconds(leastMs)}`),
      )
    }
    return rows
  })
}
