import { dayMs } from '../model/certificate.ts'
import type { Cache } from '../net/cache-folder.ts'
import { ConversationError } from '../net/conversation-error.ts'
import type { GuardedHttp } from '../net/guarded-http.ts'
import type { OctetAnswer } from '../net/http.ts'
import { Malformed } from '../wire/malformed.ts'

/** What is needed to ask for the status of certificates. */
export interface RevocationWays {
  readonly http: GuardedHttp
  readonly cache: Cache
  readonly clock: () => Date
  readonly mostCrlBytes: number
  /** Of all lists of a run, which are kept in memory. */
  readonly mostAllCrlBytes: number
}

/** The clocks of two machines may differ so much. */
const skewMs = 300_000

interface Word {
  readonly thisUpdate: Date
  readonly nextUpdate: Date | null
}

/**
 * Throws `Malformed` for a word of the future or the past: it proves nothing about now. One that does not say until
 * when it holds (RFC 6960 §4.2.2.1: there is always a newer one) is believed for a day.
 */
export function checkFreshness(what: string, { thisUpdate, nextUpdate }: Word, now: Date): void {
  if (thisUpdate.getTime() > now.getTime() + skewMs) {
    throw new Malformed(`${what}: not in force before ${thisUpdate.toISOString()}`)
  }
  const end = nextUpdate ?? new Date(thisUpdate.getTime() + dayMs)
  if (end.getTime() < now.getTime()) throw new Malformed(`${what}: out of date since ${end.toISOString()}`)
}

export function wanted({ status, bytes }: OctetAnswer, url: string): Buffer {
  if (status === 200) return bytes
  throw new ConversationError('malformed', `${new URL(url).host} answered ${status}`)
}
