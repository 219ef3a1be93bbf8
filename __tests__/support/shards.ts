import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'

import type { Certificate } from '../../src/model/certificate.ts'
import type { Observation } from '../../src/model/observation.ts'
import { certificates } from '../../src/observe/certificates.ts'
import { observationsVersion, type ShardHeader } from '../../src/shards/header.ts'
import { shardLines } from '../../src/shards/write-shard.ts'
import { readPem } from '../../src/wire/pem.ts'
import { now } from './certificate.ts'

/** Certificates that OpenSSL made, one per kind of key or signature. */
export function realCertificates(): readonly Certificate[] {
  const reader = certificates()
  const pem = readFileSync(new URL('../fixtures/wire/kinds.pem', import.meta.url))
  return readPem(pem).map(({ der }) => reader.read(new Uint8Array(der)))
}

export function shardHeader(differs: Partial<ShardHeader> = {}): ShardHeader {
  return {
    schemaVersion: observationsVersion,
    version: '1.0.0',
    monitor: 'production',
    configSha256: 'c'.repeat(64),
    shard: 1,
    of: 1,
    runner: [],
    started: new Date(now.getTime() - 60_000),
    ended: now,
    observations: 1,
    ...differs,
  }
}

/** The lines of a file of observations, as they are written. */
export function linesOf(
  observations: readonly Observation[],
  differs: Partial<ShardHeader> = {},
): readonly string[] {
  return [...shardLines(shardHeader({ observations: observations.length, ...differs }), observations)]
}

export function compressed(lines: readonly string[] | Uint8Array): AsyncIterable<Uint8Array> {
  return Readable.from([lines instanceof Uint8Array ? lines : gzipSync(lines.join(''))])
}
