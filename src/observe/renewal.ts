import { createHash } from 'node:crypto'

import { type Answer, unanswered } from '../model/answer.ts'
import { attribute, type Certificate, dayMs } from '../model/certificate.ts'
import { inquiryLimits } from '../model/limits.ts'
import type { Delivery } from '../model/observation.ts'
import type { RenewalAdvice } from '../model/renewal.ts'
import { endsInPublicRoot } from '../model/trust.ts'
import type { Cache } from '../net/cache-folder.ts'
import { ConversationError } from '../net/conversation-error.ts'
import type { GuardedHttp } from '../net/guarded-http.ts'
import { ariCertId, parseDirectory, parseRenewalInfo, retryAfterMs } from '../wire/ari.ts'
import { ask } from './ask.ts'
import { entryFields, entryTime } from './cache-entry.ts'

/** Asks the CA of a chain's leaf when it would like it to be renewed. */
export type RenewalInquiry = (
  delivery: Delivery,
  asking: { readonly publicTarget: boolean; readonly allowPrivate: boolean },
) => Promise<Answer<RenewalAdvice>>

export interface RenewalWays {
  readonly http: GuardedHttp
  readonly cache: Cache
  readonly clock: () => Date
  /** The user's own, by name of the issuer; asked about private targets, too, and at private addresses. */
  readonly own: ReadonlyMap<string, string>
  /** Those of public CAs, by organisation. */
  readonly known: Readonly<Record<string, string>>
  /** Whether this run may contact private addresses at all. */
  readonly privateAllowed: boolean
  readonly deadlineMs: number
}

const hourMs = 3_600_000
/** Where the CA does not say when to ask again, and after it failed (RFC 9773 §4.3.3). */
const usualPauseMs = 6 * hourMs

/**
 * ARI (RFC 9773): the directory of the leaf's CA, its renewalInfo, the window. Both are kept, the window for as long
 * as the CA wishes. Only CAs that the table or the user names are asked, and nobody about a private target but the
 * user's own.
 */
export function renewalInquiry(ways: RenewalWays): RenewalInquiry {
  const directories = new Map<string, Promise<string>>()
  const advices = new Map<string, Promise<Answer<RenewalAdvice>>>()

  const adviceFor = async (
    certId: string,
    directory: Directory,
    allowPrivate: boolean,
  ): Promise<Answer<RenewalAdvice>> => {
    const held = await heldAdvice(certId, directory, ways)
    if (held !== null) return held
    const answer = await ask(async () => {
      const coming = directories.get(directory.url) ?? renewalInfoOf(directory, ways)
      directories.set(directory.url, coming)
      return fetchAdvice(certId, await coming, allowPrivate, ways)
    })
    const pauseMs = answer.known ? answer.value.pauseMs : usualPauseMs
    const advice: Answer<RenewalAdvice> = answer.known ? { known: true, value: answer.value.advice } : answer
    if (answer.known || answer.reason === 'malformed') await keep(certId, directory, advice, pauseMs, ways)
    return advice
  }

  return async (delivery, { publicTarget, allowPrivate }) => {
    const { leaf } = delivery
    const directory = directoryOf(delivery, ways)
    if (directory === null) return unanswered('not-asked', 'its CA is not known to speak ARI')
    if (!directory.own && !publicTarget) return unanswered('not-asked', 'the target is private')
    if (leaf.notAfter === null || leaf.notAfter < ways.clock())
      return unanswered('not-asked', 'the certificate has expired')
    const certId = ariCertId(leaf)
    if (certId === null) return unanswered('not-asked', "the certificate does not name its issuer's key")
    const key = `${directory.url} ${certId}`
    const coming = advices.get(key) ?? adviceFor(certId, directory, allowPrivate)
    advices.set(key, coming)
    return coming
  }
}

interface Directory {
  readonly url: string
  /** Whether the user names it. */
  readonly own: boolean
}

function directoryOf(delivery: Delivery, { own, known }: RenewalWays): Directory | null {
  const { leaf } = delivery
  const names = namesOf(leaf)
  const mine = [...own].find(([name]) => names.includes(plain(name)))
  if (mine !== undefined) return { url: mine[1], own: true }
  if (!endsInPublicRoot(delivery)) return null
  const organisation = attribute(leaf.issuer, 'organizationName')
  const found = Object.entries(known).find(
    ([name]) => organisation !== null && plain(name) === plain(organisation),
  )
  return found === undefined ? null : { url: found[1], own: false }
}

function namesOf({ issuer }: Certificate): readonly string[] {
  return [attribute(issuer, 'organizationName'), attribute(issuer, 'commonName')].flatMap((name) =>
    name === null ? [] : [plain(name)],
  )
}

function plain(name: string): string {
  return name.trim().toLowerCase()
}

/** The address of renewal information; throws ConversationError or `Malformed`. */
async function renewalInfoOf(directory: Directory, ways: RenewalWays): Promise<string> {
  const name = `${digest(directory.url)}.acme`
  const now = ways.clock()
  const held = await ways.cache.read(name, inquiryLimits.ariBytes)
  if (held !== null) {
    const kept = await ask(async () => {
      const { at, body } = entryFields(held)
      const age = now.getTime() - entryTime(at).getTime()
      return age >= 0 && age < dayMs ? parseDirectory(String(body)) : null
    })
    if (kept.known && kept.value !== null) return kept.value
  }
  const allowPrivate = directory.own && ways.privateAllowed
  const { body } = await get(directory.url, allowPrivate, ways)
  const url = parseDirectory(body)
  await ways.cache.write(name, Buffer.from(JSON.stringify({ at: now, body })))
  return url
}

async function fetchAdvice(
  certId: string,
  renewalInfo: string,
  allowPrivate: boolean,
  ways: RenewalWays,
): Promise<{ readonly advice: RenewalAdvice; readonly pauseMs: number }> {
  const { body, retryAfter } = await get(`${renewalInfo.replace(/\/$/u, '')}/${certId}`, allowPrivate, ways)
  return { advice: parseRenewalInfo(body), pauseMs: retryAfterMs(retryAfter, ways.clock()) ?? usualPauseMs }
}

async function get(
  url: string,
  allowPrivate: boolean,
  { http, deadlineMs }: RenewalWays,
): Promise<{ readonly body: string; readonly retryAfter: string | undefined }> {
  const headers = { accept: 'application/json' }
  const request = {
    method: 'GET',
    url,
    headers,
    body: null,
    deadlineMs,
    mostBytes: inquiryLimits.ariBytes,
  } as const
  const { status, bytes, headers: answered } = await http({ ...request, allowPrivate })
  if (status !== 200) throw new ConversationError('malformed', `${new URL(url).host} answered ${status}`)
  return { body: bytes.toString('utf8'), retryAfter: answered['retry-after'] }
}

function entryName(certId: string, { url }: Directory): string {
  return `${digest(`${url} ${certId}`)}.ari`
}

/** What was heard before, while the CA does not want to be asked again. */
async function heldAdvice(
  certId: string,
  directory: Directory,
  { cache, clock }: RenewalWays,
): Promise<Answer<RenewalAdvice> | null> {
  const bytes = await cache.read(entryName(certId, directory), inquiryLimits.ariBytes)
  if (bytes === null) return null
  const read = await ask(async (): Promise<Answer<RenewalAdvice> | null> => {
    const { until, info, failure } = entryFields(bytes)
    const left = entryTime(until).getTime() - clock().getTime()
    if (left <= 0 || left > dayMs) return null
    if (typeof failure === 'string') return unanswered('malformed', failure.slice(0, 300))
    return { known: true, value: parseRenewalInfo(JSON.stringify(info)) }
  })
  return read.known ? read.value : null
}

async function keep(
  certId: string,
  directory: Directory,
  advice: Answer<RenewalAdvice>,
  pauseMs: number,
  { cache, clock }: RenewalWays,
): Promise<void> {
  const until = new Date(clock().getTime() + pauseMs)
  const entry = advice.known
    ? { until, info: { suggestedWindow: advice.value.window, explanationURL: advice.value.explanationUrl } }
    : { until, failure: advice.detail }
  await cache.write(entryName(certId, directory), Buffer.from(JSON.stringify(entry)))
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}
