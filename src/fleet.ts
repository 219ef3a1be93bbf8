import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'

import type { Watchlist } from './config/watchlist.ts'
import { streamWhole } from './deliver/whole-file.ts'
import type { Observation } from './model/observation.ts'
import { productVersion } from './model/product.ts'
import { counted, listed } from './model/text.ts'
import { type Eyes, observe, type Seen } from './monitor.ts'
import { certificates } from './observe/certificates.ts'
import { notObserved } from './observe/observe.ts'
import { type Gathered, gather, type Handed, type Opened } from './shards/gather.ts'
import { observationsVersion, type ShardHeader } from './shards/header.ts'
import { plan, type Shard, type ShardNumber } from './shards/plan.ts'
import { type CertificateReader, readShard } from './shards/read-shard.ts'
import { shardLines } from './shards/write-shard.ts'
import { Malformed } from './wire/malformed.ts'

/** The jobs of a matrix, as GitHub takes them. No host names: a job's output is for everybody to read. */
export function matrix(shards: readonly Shard[]): string {
  const include = shards.map(({ runner, ids }, index) => {
    return { shard: `${index + 1}/${shards.length}`, runner, targets: ids.length }
  })
  return JSON.stringify({ include })
}

/** The shard's part of the watchlist; `null` when the plan has no such shard. */
export function partOf(watchlist: Watchlist, { shard, of }: ShardNumber): Watchlist | null {
  const shards = plan(watchlist.entries, of)
  const ids = new Set(shards.length === of ? shards[shard - 1]?.ids : [])
  const entries = watchlist.entries.filter(({ target }) => ids.has(target.id))
  return entries.length === 0 ? null : { ...watchlist, entries }
}

/** Observes a shard's part, and writes what was seen. Throws `Unusable`. */
export async function observeInto(
  path: string,
  part: Watchlist,
  number: ShardNumber,
  eyes: Eyes,
): Promise<void> {
  const started = eyes.clock()
  const observations = await observe(part.entries, eyes)
  const header: ShardHeader = {
    schemaVersion: observationsVersion,
    version: productVersion,
    monitor: part.monitor,
    configSha256: part.config?.sha256 ?? null,
    ...number,
    runner: part.entries[0]?.runner ?? [],
    started,
    ended: eyes.clock(),
    observations: observations.length,
  }
  await streamWhole(path, async (file) => {
    await pipeline(Readable.from(shardLines(header, observations)), createGzip(), file)
  })
}

/** Files of observations, by the name under which people know them. */
export interface Source {
  readonly name: string
  readonly path: string
}

/** Reads the files, and takes those that a plan of so many shards knows; `null`: as many as the first says. What cannot be read is refused like the rest. */
export async function gatherFrom(
  sources: readonly Source[],
  watchlist: Watchlist,
  total: number | null,
): Promise<Gathered> {
  const reader = certificates()
  const handed: Handed[] = []
  for (const { name, path } of sources) handed.push({ name, ...(await opened(path, reader)) })
  const { monitor, config, entries } = watchlist
  const of = total ?? handed.find(({ file }) => file !== null)?.file?.header.of ?? 1
  return gather(handed, { monitor, configSha256: config?.sha256 ?? null, plan: plan(entries, of) })
}

async function opened(path: string, reader: CertificateReader): Promise<Opened> {
  try {
    return { file: await readShard(createReadStream(path), reader), fault: null }
  } catch (thrown) {
    if (thrown instanceof Malformed) return { file: null, fault: thrown.message }
    if (thrown instanceof Error && 'code' in thrown) return { file: null, fault: thrown.message }
    throw thrown
  }
}

/** The observations of the whole watchlist: what no shard brought was not observed. */
export function merged(watchlist: Watchlist, gathered: Gathered, at: Date): Seen {
  const { observations, lost, durationMs } = gathered
  const missing = lost.length === 0 ? 'its shard did not bring it' : `${shardsOf(lost)} brought nothing`
  return {
    observations: watchlist.entries.map(({ target }): Observation => {
      const found = observations.get(target.id)
      if (found === undefined) return notObserved(target, at, missing)
      const { id: _, ...seen } = found
      return { target, ...seen }
    }),
    durationMs,
  }
}

function shardsOf(lost: readonly number[]): string {
  return lost.length === 1
    ? `shard ${lost[0]}`
    : `${counted(lost.length, 'shard')} (${listed(lost.map(String))})`
}
