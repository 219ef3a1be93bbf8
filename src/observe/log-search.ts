import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'

import { type Answer, type Unanswered, unanswered } from '../model/answer.ts'
import { type Certificate, dayMs } from '../model/certificate.ts'
import { matchHostname } from '../model/hostname-match.ts'
import type { Hostname } from '../model/hostname.ts'
import { inquiryLimits } from '../model/limits.ts'
import type { LogEntryFound, LoggedEvidence } from '../model/logged.ts'
import type { Delivery } from '../model/observation.ts'
import { registeredName } from '../model/registered-name.ts'
import type { Cache } from '../net/cache-folder.ts'
import { ConversationError } from '../net/conversation-error.ts'
import type { GuardedHttp } from '../net/guarded-http.ts'
import { parseLogSearch, plainSerial, writeLogSearch } from '../wire/log-search.ts'
import { ask } from './ask.ts'
import { entryFields, entryTime } from './cache-entry.ts'

/** Looks up what the logs hold for a leaf and for the host that served it. */
export type LogSearch = (delivery: Delivery, host: Hostname) => Promise<Answer<LoggedEvidence>>

export interface LogSearchWays {
  readonly http: GuardedHttp
  readonly cache: Cache
  readonly clock: () => Date
  /** Ends the run. */
  readonly run: AbortSignal
  /** The service: crt.sh, or one that answers like it. */
  readonly url: string
  readonly allowPrivate: boolean
  readonly deadlineMs: number
  /** Before each further try. */
  readonly pausesMs: readonly number[]
  /** How long after the first search of a run none is begun any more. */
  readonly budgetMs: number
  /** Of certificates that all searches of a run found: with so many no further one is begun. */
  readonly mostAllRows: number
}

interface Found {
  readonly entries: readonly LogEntryFound[]
  readonly at: Date
}

/**
 * Searches by registered name, once in a run and once a day. The service fails often, so that each failure is
 * "unknown"; that a certificate is *not* logged is said only after it was asked for by serial number, too.
 */
export function logSearch(ways: LogSearchWays): LogSearch {
  const searches = new Map<string, Promise<Answer<Found>>>()
  let failures = 0
  let began: number | undefined
  let rows = 0

  const search = async (query: string): Promise<Answer<Found>> => {
    const gone = performance.now() - (began ??= performance.now())
    if (failures >= inquiryLimits.searchFailures) return givenUp(`it failed for ${failures} domains in a row`)
    if (gone > ways.budgetMs)
      return givenUp(`the searches of this run have taken ${Math.round(gone / 1000)} s`)
    const answer = await withPauses(() => ask(() => searched(query, ways)), ways)
    failures = answer.known ? 0 : failures + 1
    return answer
  }
  const once = (query: string, make: () => Promise<Answer<Found>>): Promise<Answer<Found>> => {
    const coming = searches.get(query) ?? counting(make)
    searches.set(query, coming)
    return coming
  }
  /** What was found stays in memory, whether the service or the cache told it. */
  const counting = async (make: () => Promise<Answer<Found>>): Promise<Answer<Found>> => {
    if (rows >= ways.mostAllRows) return givenUp(`it found ${rows} certificates, and more are not held`)
    const answer = await make()
    if (answer.known) rows += answer.value.entries.length
    return answer
  }

  return async (delivery, host) => {
    const domain = registeredName(host)
    const byName = await once(`q=${encodeURIComponent(domain)}&exclude=expired`, () =>
      kept(domain, ways, search),
    )
    if (!byName.known) return byName
    const { entries, at } = byName.value
    const own = entries.filter((entry) => isOf(entry, delivery.leaf))
    const serial = `serial=${plainSerial(delivery.leaf.serial)}`
    const bySerial = own.length > 0 ? null : await once(serial, () => search(serial))
    if (bySerial !== null && !bySerial.known) return bySerial
    return {
      known: true,
      value: {
        own:
          own.length > 0
            ? own
            : (bySerial?.value.entries ?? []).filter((entry) => isOf(entry, delivery.leaf)),
        others: inForce(entries, host, ways.clock()),
        otherNames: namesBelow(domain, host, entries),
        searchedAt: bySerial?.value.at ?? at,
      },
    }
  }
}

function givenUp(why: string): Unanswered {
  return unanswered('not-observed', `the search service is asked no more in this run: ${why}`)
}

async function withPauses<T>(
  attempt: () => Promise<Answer<T>>,
  { pausesMs, run }: LogSearchWays,
): Promise<Answer<T>> {
  let answer = await attempt()
  for (const ms of pausesMs) {
    if (answer.known || answer.reason === 'blocked' || answer.reason === 'bug' || run.aborted) return answer
    await pause(ms, undefined, { signal: run }).catch(() => {}) // ended: no pause
    answer = await attempt()
  }
  return answer
}

/** One request; throws ConversationError or `Malformed` for everything but a list. */
async function searched(
  query: string,
  { http, url, allowPrivate, deadlineMs, clock }: LogSearchWays,
): Promise<Found> {
  const at = clock()
  const place = new URL(url)
  place.search = `?${query}&output=json`
  const { status, headers, bytes } = await http({
    method: 'GET',
    url: place.href,
    headers: { accept: 'application/json' },
    body: null,
    deadlineMs,
    mostBytes: inquiryLimits.searchBytes,
    allowPrivate,
  })
  if (status !== 200) throw new ConversationError('malformed', `${place.host} answered ${status}`)
  const type = headers['content-type'] ?? ''
  if (!/^(?:application|text)\/json\b/iu.test(type)) {
    throw new ConversationError('malformed', `${place.host} answered with something else than JSON`)
  }
  return { entries: parseLogSearch(bytes.toString('utf8')), at }
}

/** From the cache, where it was searched within a day. */
async function kept(
  domain: string,
  { cache, clock, url }: LogSearchWays,
  search: (query: string) => Promise<Answer<Found>>,
): Promise<Answer<Found>> {
  const name = `${createHash('sha256').update(`${url} ${domain}`).digest('hex').slice(0, 32)}.search`
  const bytes = await cache.read(name, inquiryLimits.searchBytes)
  const held = bytes === null ? null : await ask(async () => readEntry(bytes))
  if (held?.known === true) {
    const age = clock().getTime() - held.value.at.getTime()
    if (age >= 0 && age < dayMs) return held
  }
  const answer = await search(`q=${encodeURIComponent(domain)}&exclude=expired`)
  if (answer.known) {
    const { at, entries } = answer.value
    await cache.write(name, Buffer.from(JSON.stringify({ at, rows: writeLogSearch(entries) })))
  }
  return answer
}

function readEntry(bytes: Buffer): Found {
  const { at, rows } = entryFields(bytes)
  return { at: entryTime(at), entries: parseLogSearch(JSON.stringify(rows ?? null)) }
}

/** The same serial number, of an issuer of the same name; a precertificate counts like its certificate. */
function isOf({ serial, issuerName }: LogEntryFound, leaf: Certificate): boolean {
  const issuer = issuerName.toLowerCase()
  const names = leaf.issuer.attributes.filter(
    ({ type }) => type === 'commonName' || type === 'organizationName',
  )
  return (
    serial === plainSerial(leaf.serial) && names.some(({ value }) => issuer.includes(value.toLowerCase()))
  )
}

/** What could be served for the host today, the newest first; certificate and precertificate are one. */
function inForce(entries: readonly LogEntryFound[], host: Hostname, now: Date): readonly LogEntryFound[] {
  const ours = entries.filter(({ names, notBefore, notAfter }) => {
    const alternatives = names.map((value) => ({ kind: 'dns' as const, value }))
    return notBefore <= now && now <= notAfter && matchHostname(alternatives, host).matches
  })
  const each = new Map(ours.map((entry) => [`${entry.issuerName} ${entry.serial}`, entry]))
  return [...each.values()]
    .toSorted((one, other) => other.notBefore.getTime() - one.notBefore.getTime())
    .slice(0, inquiryLimits.searchKept)
}

function namesBelow(domain: string, host: Hostname, entries: readonly LogEntryFound[]): readonly string[] {
  const form = /^(?:\*\.)?[a-z0-9_](?:[a-z0-9_.-]{0,250}[a-z0-9_])?$/u
  const names = entries
    .flatMap((entry) => entry.names)
    .filter((name) => {
      return name !== host && (name === domain || name.endsWith(`.${domain}`)) && form.test(name)
    })
  return [...new Set(names)].toSorted().slice(0, inquiryLimits.searchKept)
}
