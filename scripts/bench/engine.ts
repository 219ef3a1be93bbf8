import { join } from 'node:path'

import type { Watchlist } from '../../src/config/watchlist.ts'
import { type Memories, openMemories } from '../../src/memories.ts'
import type { Observation } from '../../src/model/observation.ts'
import type { NetworkPolicy, Policy } from '../../src/model/policy.ts'
import type { Report } from '../../src/model/report.ts'
import type { EndpointTarget, Target } from '../../src/model/target.ts'
import { check, remembered, type World } from '../../src/monitor.ts'
import { systemResolver } from '../../src/net/resolve.ts'
import { observer, type Observer } from '../../src/observe/observe.ts'
import { writeReport } from '../../src/report-files.ts'
import { type Fleet, targets } from './fleet.ts'

const policy: Policy = {
  expiry: { warningDays: 'auto', criticalDays: 'auto' },
  checkChain: true,
  verifyHostname: true,
  expect: { issuer: null, spkiSha256: [] },
  severities: new Map(),
  waivers: [],
}

/** Observes the first `count` endpoints of a fleet, and nothing more. */
export async function observeFleet(
  fleet: Fleet,
  count: number,
  concurrency: number,
): Promise<readonly Observation[]> {
  const engine = observerOf(networkOf(concurrency))
  return engine.relate(await Promise.all(targets(fleet, count).map((target) => engine.observe(target))))
}

/** Scans the first `count` endpoints of a fleet, with or without the active probes. */
export async function scanFleet(
  fleet: Fleet,
  count: number,
  concurrency: number,
  probes: boolean,
): Promise<readonly Observation[]> {
  const engine = observerOf(networkOf(concurrency))
  const scan = (target: EndpointTarget): Promise<Observation> =>
    engine.observe({ ...target, scan: 'tls', probes })
  return engine.relate(await Promise.all(targets(fleet, count).map(scan)))
}

/**
 * A whole run over the first `count` endpoints, as the terminal makes it: reads what earlier runs left in the folder,
 * observes, writes the report, the workbook and the history.
 */
export async function runFleet(
  fleet: Fleet,
  count: number,
  concurrency: number,
  folder: string,
  observed: () => void,
): Promise<Report> {
  const watchlist = watchlistOf(targets(fleet, count), concurrency)
  const memories = await openMemories(join(folder, 'history'), true)
  const progress = (done: number, total: number): void => (done === total ? observed() : undefined)
  const world = worldOf(observerOf(watchlist.network), memories, new Date())
  const report = await check(watchlist, { ...world, progress })
  await Promise.all([
    writeReport(report, join(folder, 'report'), true),
    memories.remember(remembered(report, watchlist)),
  ])
  return report
}

/** What a config with these targets and nothing else would ask for. */
export function watchlistOf(watched: readonly Target[], concurrency: number): Watchlist {
  return {
    monitor: 'bench',
    entries: watched.map((target) => ({ target, policy, blocked: null, runner: [] })),
    network: networkOf(concurrency),
    waivers: [],
    severities: policy.severities,
    inquiries: {
      transparency: { logListUrl: null, lookup: false, searchUrl: null },
      revocation: { enabled: false, mostCrlBytes: 0 },
      renewal: { ari: false, directories: new Map() },
      dns: { caa: false, dane: false, resolver: null },
    },
    keepCertificates: 50,
    checkIntervalSeconds: 86_400,
    gate: 'changed',
    sarif: false,
    intervalWritten: false,
    config: null,
    notifications: null,
    warnings: [],
  }
}

/** A run in a terminal, at an instant. */
export function worldOf(observer: Observer, memories: Memories, now: Date): World {
  return {
    observer,
    memories,
    now,
    clock: () => new Date(),
    generator: {
      version: '0',
      node: process.version,
      openssl: process.versions.openssl,
      trustStore: { name: 'bench', roots: 0, sha256: '' },
    },
    run: { id: null, url: null, event: null, ref: null, sha: null },
    scheduled: false,
    progress: () => {},
  }
}

function networkOf(concurrency: number): NetworkPolicy {
  return { concurrency, connectionsPerHost: 4, allowPrivate: true, proxy: null }
}

export function observerOf(network: NetworkPolicy): Observer {
  const run = new AbortController().signal
  return observer({ network, lookup: systemResolver, run, clock: () => new Date() })
}
