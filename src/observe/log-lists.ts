import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto'

import { type Answer, known } from '../model/answer.ts'
import { dayMs } from '../model/certificate.ts'
import { inquiryLimits } from '../model/limits.ts'
import type { CtLog, CtProgram } from '../model/transparency.ts'
import type { Cache } from '../net/cache-folder.ts'
import { ConversationError } from '../net/conversation-error.ts'
import type { GuardedHttp } from '../net/guarded-http.ts'
import { googleLogListKey } from '../wire/log-list-key.ts'
import { parseLogList } from '../wire/log-list.ts'
import { Malformed } from '../wire/malformed.ts'
import { ask } from './ask.ts'
import { entryFields, entryTime } from './cache-entry.ts'

/** The logs of one programme by id, as of the day the list was made. */
export interface HeldLogs {
  readonly madeAt: Date
  readonly logs: ReadonlyMap<string, { readonly log: CtLog; readonly key: KeyObject }>
}

export type LogLists = Readonly<Record<CtProgram, Answer<HeldLogs>>>

/** Where a list is to be had, and what proves that it is the one its maker wrote. */
export interface LogListSource {
  readonly url: string
  /** `null`: nothing but the connection. */
  readonly signature: { readonly url: string; readonly key: string } | null
  readonly allowPrivate: boolean
}

/** The official addresses; Apple signs none of its list. */
export const logListSources: Readonly<Record<CtProgram, LogListSource>> = {
  chrome: {
    url: 'https://www.gstatic.com/ct/log_list/v3/log_list.json',
    signature: { url: 'https://www.gstatic.com/ct/log_list/v3/log_list.sig', key: googleLogListKey },
    allowPrivate: false,
  },
  apple: {
    url: 'https://valid.apple.com/ct/log_list/current_log_list.json',
    signature: null,
    allowPrivate: false,
  },
}

interface LogListWays {
  readonly sources: Readonly<Record<CtProgram, LogListSource>>
  readonly http: GuardedHttp
  readonly cache: Cache
  readonly clock: () => Date
}

/** In base64, with what stands around it. */
const largestEntry = inquiryLimits.logListBytes * 2

/** Fetches the lists when they are first needed, once in a run; from the cache, where it looked within a day. */
export function logLists(ways: LogListWays): () => Promise<LogLists> {
  let lists: Promise<LogLists> | undefined
  const fetchAll = async (): Promise<LogLists> => {
    const [chrome, apple] = await Promise.all([
      listOf(ways.sources.chrome, ways),
      listOf(ways.sources.apple, ways),
    ])
    return { chrome, apple }
  }
  return () => (lists ??= fetchAll())
}

/** What was held before stands in for what cannot be fetched; how old it may be is for the policies to say. */
async function listOf(source: LogListSource, ways: LogListWays): Promise<Answer<HeldLogs>> {
  const name = `${createHash('sha256').update(source.url).digest('hex').slice(0, 32)}.list`
  const held = await heldEntry(name, source, ways.cache)
  const now = ways.clock()
  if (held !== null) {
    const age = now.getTime() - held.entry.checkedAt.getTime()
    if (age >= 0 && age < dayMs) return known(held.logs)
  }
  const fetched = await ask(async () => {
    const entry = await fetchEntry(source, held?.entry ?? null, now, ways.http)
    const logs = proved(entry, source)
    await ways.cache.write(name, writeEntry(entry))
    return logs
  })
  return fetched.known || held === null ? fetched : known(held.logs)
}

/** A list as it came, and when it was last found to be the current one. */
interface Entry {
  readonly etag: string | null
  readonly checkedAt: Date
  readonly body: Buffer
  readonly signature: Buffer | null
}

async function fetchEntry(
  source: LogListSource,
  held: Entry | null,
  now: Date,
  http: GuardedHttp,
): Promise<Entry> {
  const { url, allowPrivate } = source
  const plain = { method: 'GET', body: null, deadlineMs: inquiryLimits.requestMs, allowPrivate } as const
  const headers = held?.etag == null ? {} : { 'if-none-match': held.etag }
  const answer = await http({ ...plain, url, headers, mostBytes: inquiryLimits.logListBytes })
  if (answer.status === 304 && held !== null) return { ...held, checkedAt: now }
  const body = wanted(answer, url)
  const signature =
    source.signature === null
      ? null
      : await http({
          ...plain,
          url: source.signature.url,
          headers: {},
          mostBytes: inquiryLimits.logListSignatureBytes,
        })
  return {
    etag: answer.headers['etag'] ?? null,
    checkedAt: now,
    body,
    signature: signature === null ? null : wanted(signature, url),
  }
}

function wanted({ status, bytes }: Awaited<ReturnType<GuardedHttp>>, url: string): Buffer {
  if (status === 200) return bytes
  throw new ConversationError(
    'malformed',
    `${new URL(url).host} answered ${status} instead of the list of logs`,
  )
}

/** Throws `Malformed` for a list that its maker did not write, or that cannot be read. */
function proved({ body, signature, checkedAt }: Entry, source: LogListSource): HeldLogs {
  if (source.signature !== null) {
    const key = createPublicKey(source.signature.key)
    if (signature === null || !verify('sha256', body, key, signature)) {
      throw new Malformed('log list: its signature does not verify')
    }
  }
  const { madeAt, logs } = parseLogList(body.toString('utf8'))
  const keyed = logs.map(({ log, key }) => {
    const publicKey = createPublicKey({ key: Buffer.from(key), format: 'der', type: 'spki' })
    return [log.id, { log, key: publicKey }] as const
  })
  return { madeAt: madeAt ?? checkedAt, logs: new Map(keyed) }
}

function writeEntry({ etag, checkedAt, body, signature }: Entry): Buffer {
  const fields = {
    etag,
    checkedAt,
    body: body.toString('base64'),
    signature: signature?.toString('base64') ?? null,
  }
  return Buffer.from(JSON.stringify(fields))
}

/** An entry that anybody may have put there: proved again, and left aside where it is not as we write it. */
async function heldEntry(
  name: string,
  source: LogListSource,
  cache: Cache,
): Promise<{ readonly entry: Entry; readonly logs: HeldLogs } | null> {
  const bytes = await cache.read(name, largestEntry)
  if (bytes === null) return null
  const read = await ask(async () => {
    const entry = readEntry(bytes)
    return { entry, logs: proved(entry, source) }
  })
  return read.known ? read.value : null
}

function readEntry(bytes: Buffer): Entry {
  const { etag, checkedAt, body, signature } = entryFields(bytes)
  if (typeof body !== 'string') throw new Malformed('cache: not an entry')
  return {
    // A header of ours: what could break a line stays out.
    etag: typeof etag === 'string' && /^[\x21-\x7e]{1,200}$/u.test(etag) ? etag : null,
    checkedAt: entryTime(checkedAt),
    body: Buffer.from(body, 'base64'),
    signature: typeof signature === 'string' ? Buffer.from(signature, 'base64') : null,
  }
}
