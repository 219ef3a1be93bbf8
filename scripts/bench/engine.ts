import { writeWhole } from '../../src/deliver/whole-file.ts'
import type { Observation } from '../../src/model/observation.ts'
import type { NetworkPolicy, Policy } from '../../src/model/policy.ts'
import { check } from '../../src/monitor.ts'
import { systemResolver } from '../../src/net/resolve.ts'
import { observer, type Observer } from '../../src/observe/observe.ts'
import { writeJson } from '../../src/report/json.ts'
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

/** A whole run over the first `count` endpoints, from the first connection to the report in a file. */
export async function runFleet(
  fleet: Fleet,
  count: number,
  concurrency: number,
  path: string,
): Promise<readonly Observation[]> {
  const network = networkOf(concurrency)
  const watchlist = {
    monitor: 'bench',
    entries: targets(fleet, count).map((target) => ({ target, policy, blocked: null })),
    network,
    waivers: [],
    severities: policy.severities,
    keepCertificates: 20,
    checkIntervalSeconds: 86_400,
    intervalWritten: false,
    config: null,
    warnings: [],
  }
  const report = await check(watchlist, {
    observer: observerOf(network),
    memories: { recall: () => null, remember: () => Promise.resolve(), notes: [] },
    now: new Date(),
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
  })
  await writeWhole(path, writeJson(report))
  const unwell = report.assessments.find(({ status }) => status !== 'success')
  if (unwell !== undefined) throw new Error(unwell.findings.map(({ message }) => message).join('; '))
  return report.assessments.map(({ observation }) => observation)
}

/** A benchmark of failures would be a fast one: every endpoint must have shown both its certificates. */
export function proveComplete(observations: readonly Observation[], count: number): void {
  if (observations.length !== count) throw new Error(`${observations.length} of ${count} endpoints observed`)
  for (const { deliveries, target, connections } of observations) {
    if (deliveries.known && deliveries.value.length === 2 && connections === 2) continue
    const why = deliveries.known ? `${deliveries.value.length} chains` : deliveries.detail
    throw new Error(`${target.id}: ${connections} connections, ${why}`)
  }
}

function networkOf(concurrency: number): NetworkPolicy {
  return { concurrency, connectionsPerHost: 4, allowPrivate: true, proxy: null }
}

function observerOf(network: NetworkPolicy): Observer {
  const run = new AbortController().signal
  return observer({ network, lookup: systemResolver, run, clock: () => new Date() })
}
