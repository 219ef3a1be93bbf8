import { isDeepStrictEqual } from 'node:util'
import { gzipSync } from 'node:zlib'

import { acting } from '../../../__tests__/support/hostile.ts'
import { target } from '../../../__tests__/support/observation.ts'
import { DamagedMemory } from '../../../src/history/memory-fields.ts'
import { NewerSchema, readMemory, writeMemory, memoryFileName } from '../../../src/history/memory-file.ts'
import { readMonitor, writeMonitor } from '../../../src/history/monitor-file.ts'
import { shardLimits } from '../../../src/model/limits.ts'
import type { Observation } from '../../../src/model/observation.ts'
import { certificates } from '../../../src/observe/certificates.ts'
import { isHistoryFileName } from '../../../src/runner/history-folder.ts'
import { readShard, type ShardFile } from '../../../src/shards/read-shard.ts'
import { shardLines } from '../../../src/shards/write-shard.ts'
import { Malformed } from '../../../src/wire/malformed.ts'
import { answerIn, answerOf, demand, type Subject } from '../subject.ts'

const words = [
  'schema_version',
  '1.0',
  '2.0',
  '2026-12-01T00:00:00Z',
  '2026-02-30T00:00:00Z',
  'success',
  'certificate/expiry',
  'a'.repeat(64),
]

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

function read(compressed: Uint8Array): Promise<ShardFile | undefined> {
  const limits = { ...shardLimits, plainBytes: 16 * 1024 * 1024 }
  return answerIn(() => readShard(once(compressed), certificates(), limits), Malformed)
}

/** What was read is written and read again: it must be the same. */
async function shard(compressed: Uint8Array): Promise<void> {
  const file = await read(compressed)
  if (file === undefined) return
  const observations = file.observations.map(({ id, ...seen }): Observation => ({
    target: target({ id }),
    ...seen,
  }))
  const written = [...shardLines(file.header, observations)].join('')
  const again = await read(gzipSync(written))
  demand(isDeepStrictEqual(again, file), 'written otherwise than read')
}

/** What earlier runs and other jobs left behind: a cache or an artifact may be anybody's making. */
export const keptSubjects: readonly Subject[] = [
  {
    name: 'memory',
    room: 'history',
    shape: 'json',
    words,
    check(input) {
      const memory = answerOf(() => readMemory(input.toString('utf8')), DamagedMemory, NewerSchema)
      if (memory === undefined) return
      const written = writeMemory(memory)
      demand(!acting.test(written), 'a file that acts in a terminal')
      demand(isDeepStrictEqual(readMemory(written), memory), 'written otherwise than read')
      demand(isHistoryFileName(memoryFileName(memory.id)), 'a file that no later run would take for history')
      demand(Buffer.byteLength(memoryFileName(memory.id)) <= 200, 'a name that is too long')
    },
  },
  {
    name: 'monitor-file',
    room: 'history',
    shape: 'json',
    words: [...words, 'undelivered', 'outages', 'channel', 'reason'],
    check(input) {
      const monitor = answerOf(() => readMonitor(input.toString('utf8')), DamagedMemory, NewerSchema)
      if (monitor === undefined) return
      const written = writeMonitor(monitor)
      demand(!acting.test(written), 'a file that acts in a terminal')
      demand(isDeepStrictEqual(readMonitor(written), monitor), 'written otherwise than read')
    },
  },
  {
    name: 'shard',
    room: 'shards',
    shape: 'ndjson',
    words: ['{"kind":"certificate","der":"MAA="}', '"known":false', '"reason":"bug"', 'none', ...words],
    check: (input) => shard(gzipSync(input, { level: 1 })),
  },
  {
    name: 'shard-gzip',
    room: 'shards',
    shape: 'octets',
    words: [
      Uint8Array.of(0x1f, 0x8b, 8),
      Uint8Array.of(0, 0, 0xff, 0xff),
      Uint8Array.of(1, 0, 0, 0xff, 0xff),
    ],
    check: shard,
  },
]
