import { concurrency, rounds } from './comparisons.ts'
import type { Listening } from './fleet.ts'
import { median } from './measurement.ts'
import { type NginxServer, type RunningNginx, serverA, serverB, withNginx } from './nginx.ts'
import { isHere, isInstalled, nmap, type Rival, sslscan, testssl, timeOf } from './rivals.ts'
import { measureIn, withDistance } from './roles.ts'
import { type Row, seconds, told } from './row.ts'

/** Our scan of TLS beside others' on the same nginx, which counts the connections. */
export async function comparedWithScanners(): Promise<readonly Row[]> {
  if (!isHere('nginx')) return [told('scans of TLS: not measured', 'no nginx here')]
  return [
    ...(await oneServer('A (TLS 1.2 and 1.3, two certificates)', serverA, { connections: 25, probed: 45 }, [
      testssl,
    ])),
    ...(await oneServer('B (TLS 1.0 to 1.3, all suites)', serverB, { connections: 65, probed: null }, [])),
    ...(await manyServers(200, 9)),
  ]
}

interface Goals {
  readonly connections: number
  /** With the active probes. */
  readonly probed: number | null
}

async function oneServer(
  what: string,
  server: NginxServer,
  goals: Goals,
  slow: readonly Rival[],
): Promise<readonly Row[]> {
  return withNginx(server, 1, async (running) => {
    const ours = await ourScan(server, running, false)
    const probed = await ourScan(server, running, true)
    const others: { readonly rival: Rival; readonly taken: Taken | null }[] = []
    for (const rival of [nmap, sslscan])
      others.push({ rival, taken: await theirScan(rival, running, rounds) })
    for (const rival of slow) others.push({ rival, taken: await theirScan(rival, running, 1) })
    const theirs = others.find(({ rival }) => rival === sslscan)?.taken ?? null
    return [
      atMost(`server ${what}: connections of our scan`, ours.connections, goals.connections),
      goals.probed === null
        ? told('  with the active probes', String(probed.connections))
        : atMost('  with the active probes', probed.connections, goals.probed),
      ...others.map(({ rival, taken }) =>
        told(`  ${rival.name}`, taken === null ? 'not here' : String(taken.connections)),
      ),
      {
        what: '  wall time of our scan, the start of Node left out',
        figure: seconds(ours.wallMs),
        goal: theirs === null ? '' : `<= ${seconds(theirs.wallMs)}`,
        holds: theirs === null ? null : ours.wallMs <= theirs.wallMs,
      },
      told('  with the active probes', seconds(probed.wallMs)),
      ...others.flatMap(({ rival, taken }) =>
        taken === null ? [] : [told(`  ${rival.name}`, seconds(taken.wallMs))],
      ),
    ]
  })
}

/** How far away a server of the Web may be: a fiftieth of a second there and back. */
const distanceMs = 10

/** All in one run, against nmap one after another: from far away, and where they share our processors. */
async function manyServers(count: number, sample: number): Promise<readonly Row[]> {
  return withNginx(serverA, count, async (running) => {
    const near = await againstNmap(running, sample)
    const far = await withDistance(running.fleet, distanceMs, (fleet) =>
      againstNmap({ ...running, fleet }, sample),
    )
    const what = `${count} servers A in one run: scans per minute to nmap's, one after another`
    const figures = ({ ratio, perMinute, theirs }: Many): string =>
      ratio === null ? `no nmap here; ${perMinute}` : `${ratio.toFixed(1)} (${perMinute}; ${theirs})`
    return [
      told(what, `nmap's from the median of ${sample}`),
      {
        what: `  answers ${2 * distanceMs} ms away: the ratio (ours; nmap's)`,
        figure: figures(far),
        goal: '>= 20',
        holds: far.ratio === null ? null : far.ratio >= 20,
      },
      {
        what: '  on the processors of the servers',
        figure: figures(near),
        goal: '>= 20',
        holds: near.ratio === null ? null : near.ratio >= 20,
      },
      told('  connections of ours to each', (near.connections / count).toFixed(1)),
    ]
  })
}

interface Many {
  readonly perMinute: string
  readonly theirs: string
  /** `null` without nmap. */
  readonly ratio: number | null
  readonly connections: number
}

/** A sample of nmap's, scaled up. */
async function againstNmap(running: RunningNginx, sample: number): Promise<Many> {
  const { doors } = running.fleet
  const { wallMs, connections } = await ourScan(serverA, running, false, doors.length)
  const perMinute = (60_000 * doors.length) / wallMs
  const times: number[] = []
  for (const door of isInstalled(nmap) ? doors.slice(0, sample) : []) times.push(await timeOf(nmap, door))
  const theirs = times.length === 0 ? null : 60_000 / median(times)
  return {
    perMinute: perMinute.toFixed(0),
    theirs: theirs === null ? '' : theirs.toFixed(0),
    ratio: theirs === null ? null : perMinute / theirs,
    connections,
  }
}

interface Taken {
  readonly wallMs: number
  readonly connections: number
}

async function ourScan(
  { keys }: NginxServer,
  { fleet, accepted }: RunningNginx,
  probes: boolean,
  count = 1,
): Promise<Taken> {
  const contest = { kind: 'scan', fleet, count, concurrency, probes, chains: keys.length } as const
  return medianOf(rounds, accepted, async () => (await measureIn(contest)).wallMs)
}

async function theirScan(
  rival: Rival,
  { fleet, accepted }: RunningNginx,
  times: number,
): Promise<Taken | null> {
  const [door] = fleet.doors as readonly [Listening]
  return isInstalled(rival) ? medianOf(times, accepted, () => timeOf(rival, door)) : null
}

async function medianOf(
  times: number,
  accepted: RunningNginx['accepted'],
  scan: () => Promise<number>,
): Promise<Taken> {
  const taken: Taken[] = []
  for (let round = 0; round < times; round++) {
    const before = await accepted()
    const wallMs = await scan()
    taken.push({ wallMs, connections: (await accepted()) - before })
  }
  return {
    wallMs: median(taken.map(({ wallMs }) => wallMs)),
    connections: median(taken.map(({ connections }) => connections)),
  }
}

function atMost(what: string, count: number, most: number): Row {
  return { what, figure: String(count), goal: `<= ${most}`, holds: count <= most }
}
