import { timeLimits } from '../model/limits.ts'
import { counted } from '../model/text.ts'
import { ConversationError } from '../net/conversation-error.ts'
import type { Http, HttpRequest } from '../net/http.ts'
import { retryAfterMs } from './retry-after.ts'

/** What became of one request. Nothing of the address stands in the reason: it is secret more often than not. */
export type Delivery = { readonly delivered: true } | { readonly delivered: false; readonly reason: string }

export interface Ways {
  readonly http: Http
  /** The time of day, which may be set at any time: for dates that others name. */
  readonly now: () => Date
  /** Milliseconds by a clock that nobody sets: for all waiting. */
  readonly elapsedMs: () => number
  readonly pause: (ms: number) => Promise<void>
}

/** Before the second and the third try, unless the receiver says how long. */
const pausesMs = [1000, 4000] as const

/**
 * Sends a request until it is accepted: three tries, of ten seconds at most, on 429, 5xx and network errors, all of
 * it before `end` of `elapsedMs`. Never throws.
 */
export async function insist(
  request: Omit<HttpRequest, 'deadlineMs' | 'mostBytes'>,
  ways: Ways,
  end: number,
): Promise<Delivery> {
  try {
    return await tried(request, ways, end)
  } catch (thrown) {
    return { delivered: false, reason: fault(thrown) }
  }
}

async function tried(
  request: Omit<HttpRequest, 'deadlineMs' | 'mostBytes'>,
  { http, now, elapsedMs, pause }: Ways,
  end: number,
): Promise<Delivery> {
  const left = (): number => end - elapsedMs()
  const failed = (reason: string): Delivery => ({ delivered: false, reason })
  if (left() <= 0) return failed('was not asked: its time was used up')
  for (let tries = 1; ; tries++) {
    const outcome = await attempt(
      { ...request, deadlineMs: Math.min(timeLimits.deliveryMs, left()), mostBytes: 0 },
      http,
    )
    if (outcome.kind === 'delivered') return { delivered: true }
    if (outcome.kind === 'refused') return failed(outcome.what)
    const pauseMs = outcome.retryAfter(now()) ?? pausesMs[tries - 1] ?? 0
    const told = `${outcome.what} (${counted(tries, 'try', 'tries')})`
    if (tries === timeLimits.deliveryTries) return failed(told)
    if (pauseMs >= left()) return failed(`${told} and there was no time left for another`)
    await pause(pauseMs)
  }
}

type Outcome =
  | { readonly kind: 'delivered' }
  /** Permanent: asking again would not help. */
  | { readonly kind: 'refused'; readonly what: string }
  /** Transient; milliseconds that the receiver asks us to wait, `null` where it does not say. */
  | { readonly kind: 'failed'; readonly what: string; readonly retryAfter: (now: Date) => number | null }

async function attempt(request: HttpRequest, http: Http): Promise<Outcome> {
  try {
    // The body is left unread: receivers echo the address in it, and nobody acts on what it says.
    const { status, headers } = await http(request)
    if (status >= 200 && status < 300) return { kind: 'delivered' }
    if (status >= 300 && status < 400)
      return { kind: 'refused', what: `answered ${status}, a redirect, and redirects are not followed` }
    const what = `answered ${status}`
    if (status !== 429 && status < 500) return { kind: 'refused', what }
    return {
      kind: 'failed',
      what,
      retryAfter: (now) => retryAfterMs(headers['retry-after'], now, pausesMs[0]),
    }
  } catch (thrown) {
    if (!(thrown instanceof ConversationError)) throw thrown
    const what = `could not be reached: ${thrown.message.replaceAll(request.url.hostname, '***')}`
    // The run is over: there is nobody left to try again.
    if (thrown.reason === 'not-observed') return { kind: 'refused', what }
    return { kind: 'failed', what, retryAfter: () => null }
  }
}

/** Errors that nobody has named may quote the address: only their kind is told. */
function fault(thrown: unknown): string {
  if (!(thrown instanceof Error)) return 'a fault in this program'
  const code = 'code' in thrown ? ` ${String(thrown.code)}` : ''
  return `a fault in this program (${thrown.name}${code})`
}
