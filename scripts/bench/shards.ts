import { createWriteStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'

import { tlsScan } from '../../__tests__/support/tls-scan.ts'
import { gatherFrom, merged } from '../../src/fleet.ts'
import { openMemories } from '../../src/memories.ts'
import { known } from '../../src/model/answer.ts'
import type { Observation } from '../../src/model/observation.ts'
import type { EndpointTarget } from '../../src/model/target.ts'
import { conclude, remembered } from '../../src/monitor.ts'
import { writeReport } from '../../src/report-files.ts'
import { observationsVersion } from '../../src/shards/header.ts'
import { plan } from '../../src/shards/plan.ts'
import { shardLines } from '../../src/shards/write-shard.ts'
import { readCertificate } from '../../src/wire/x509.ts'
import { observerOf, watchlistOf, worldOf } from './engine.ts'
import { addressOf, nameOf, targets } from './fleet.ts'
import { octetsPerMb } from './measurement.ts'
import { delivery, template } from './year.ts'

const at = new Date(Date.UTC(2026, 0, 2))

function watched(count: number): readonly EndpointTarget[] {
  const door = (_: unknown, index: number): { name: string; address: string; port: number } => {
    return { name: nameOf(index), address: addressOf(index), port: 443 }
  }
  return targets({ root: '', doors: Array.from({ length: count }, door) }, count)
}

/**
 * Writes the files that a fleet of so many endpoints leaves, a whole scan and a certificate of its own each. Nobody was
 * asked: the certificates are one, with another serial number each, and the scans are alike.
 */
export async function writeShards(folder: string, count: number): Promise<number> {
  const all = watchlistOf(watched(count), 1)
  const shards = plan(all.entries, 0)
  const byId = new Map(
    all.entries.map(({ target }, index) => [target.id, observation(target as EndpointTarget, index)]),
  )
  for (const [index, { ids, runner }] of shards.entries()) {
    const observations = ids.flatMap((id) => byId.get(id) ?? [])
    const header = {
      schemaVersion: observationsVersion,
      version: '0',
      monitor: all.monitor,
      configSha256: null,
    }
    const number = { shard: index + 1, of: shards.length, runner, started: at, ended: at }
    const lines = shardLines({ ...header, ...number, observations: ids.length }, observations)
    await pipeline(Readable.from(lines), createGzip(), createWriteStream(join(folder, `${index + 1}.gz`)))
  }
  const sizes = await Promise.all((await filesIn(folder)).map(({ path }) => stat(path)))
  return sizes.reduce((sum, { size }) => sum + size, 0) / octetsPerMb
}

/** As `conclude` does it in a terminal: files in; report, workbook and history out. */
export async function concludeShards(folder: string, count: number): Promise<void> {
  const watchlist = watchlistOf(watched(count), 1)
  const gathered = await gatherFrom(await filesIn(folder), watchlist, null)
  if (gathered.refused.length > 0) throw new Error(gathered.refused.join('\n'))
  const memories = await openMemories(join(folder, 'history'), true)
  const world = worldOf(observerOf(watchlist.network), memories, at)
  const report = conclude(watchlist, merged(watchlist, gathered, at), world)
  if (report.assessments.some(({ grade }) => grade === null)) throw new Error('an endpoint without a grade')
  await writeReport(report, join(folder, 'report'), true, null)
  await memories.remember(remembered(report, watchlist), memories.monitor)
}

async function filesIn(folder: string): Promise<readonly { readonly name: string; readonly path: string }[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.gz'))
  return names.map((name) => ({ name, path: join(folder, name) }))
}

const serialAt = Buffer.from(template.der).indexOf(Buffer.from(template.serial, 'hex'))
const serialLength = template.serial.length / 2

function observation(target: EndpointTarget, index: number): Observation {
  const der = Buffer.from(template.der)
  der.writeUInt32BE(index, serialAt + serialLength - 4)
  const leaf = readCertificate(new Uint8Array(der))
  return {
    target,
    at,
    durationMs: 900,
    connections: 40,
    addresses: [{ address: target.connectTo, leaf: known(leaf.sha256), otherLeaf: known(null) }],
    deliveries: known([delivery(leaf, target)]),
    tls: known(tlsScan()),
  }
}
