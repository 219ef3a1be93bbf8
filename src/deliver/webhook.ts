import { createHmac } from 'node:crypto'

import { productName, productVersion, repositoryUrl } from '../model/product.ts'
import { counted } from '../model/text.ts'
import type { WebhookPost } from '../model/webhook.ts'
import { ConversationError } from '../net/conversation-error.ts'
import type { Http } from '../net/http.ts'

/** What became of one post. The reason is a sentence in which of the URL only the host stands: the rest is secret. */
export type Delivery = { readonly delivered: true } | { readonly delivered: false; readonly reason: string }

export interface WebhookWays {
  readonly http: Http
  /** Makes the id of a delivery, RFC 9562. */
  readonly uuid: () => string
  readonly now: () => Date
  readonly pause: (ms: number) => Promise<void>
}

interface Webhook {
  /** Holds secrets more often than not. */
  readonly url: URL
  /** Key of the signature; `null`: none is sent. */
  readonly secret: string | null
}

const mostTries = 3
const tryMs = 10_000
const allMs = 60_000
/** Before the second and the third try, unless the receiver says how long. */
const pausesMs = [1000, 4000] as const

/**
 * Sends the posts to a webhook, one after the other, and answers what became of each; never throws. Of each there
 * are three tries, of ten seconds at most, on 429, 5xx and network errors; all posts together have a minute.
 */
export async function sendWebhook(
  posts: readonly WebhookPost[],
  to: Webhook,
  ways: WebhookWays,
): Promise<readonly Delivery[]> {
  const deliveries: Delivery[] = []
  const end = ways.now().getTime() + allMs
  for (const post of posts) {
    try {
      deliveries.push(await deliver(post, to, ways, end))
    } catch (thrown) {
      deliveries.push({ delivered: false, reason: `${to.url.host}: ${fault(thrown)}` })
    }
  }
  return deliveries
}

async function deliver(post: WebhookPost, to: Webhook, ways: WebhookWays, end: number): Promise<Delivery> {
  const left = (): number => end - ways.now().getTime()
  const failed = (what: string): Delivery => ({ delivered: false, reason: `${to.url.host} ${what}` })
  const headers = headersFor(post, to.secret, ways.uuid())
  if (left() <= 0) return failed(`was not asked: the ${allMs / 1000} s for one webhook were used up`)
  for (let tries = 1; ; tries++) {
    const deadlineMs = Math.min(tryMs, left())
    const outcome = await attempt({ url: to.url, headers, body: post.body, deadlineMs }, ways.http)
    if (outcome.kind === 'delivered') return { delivered: true }
    if (outcome.kind === 'refused') return failed(outcome.what)
    const pauseMs = outcome.retryAfter(ways.now()) ?? pausesMs[tries - 1] ?? 0
    const told = `${outcome.what} (${counted(tries, 'try', 'tries')})`
    if (tries === mostTries) return failed(told)
    if (pauseMs >= left()) return failed(`${told} and there was no time left for another`)
    await ways.pause(pauseMs)
  }
}

type Outcome =
  | { readonly kind: 'delivered' }
  /** For good: asking again would not help. */
  | { readonly kind: 'refused'; readonly what: string }
  /** For now; milliseconds that the receiver asks us to wait, `null` where it does not say. */
  | { readonly kind: 'failed'; readonly what: string; readonly retryAfter: (now: Date) => number | null }

async function attempt(
  request: Pick<Parameters<Http>[0], 'url' | 'headers' | 'body' | 'deadlineMs'>,
  http: Http,
): Promise<Outcome> {
  try {
    // The body is left unread: receivers echo the address in it, and nobody acts on what it says.
    const { status, headers } = await http({ ...request, method: 'POST', mostBytes: 0 })
    if (status >= 200 && status < 300) return { kind: 'delivered' }
    if (status >= 300 && status < 400) {
      return { kind: 'refused', what: `answered ${status}, a redirect, and redirects are not followed` }
    }
    const what = `answered ${status}`
    if (status !== 429 && status < 500) return { kind: 'refused', what }
    return { kind: 'failed', what, retryAfter: (now) => retryAfterMs(headers['retry-after'], now) }
  } catch (thrown) {
    if (!(thrown instanceof ConversationError)) throw thrown
    const what = `could not be reached: ${thrown.message}`
    // The run is over: there is nobody left to try again.
    if (thrown.reason === 'not-observed') return { kind: 'refused', what }
    return { kind: 'failed', what, retryAfter: () => null }
  }
}

/** RFC 9110 §10.2.3: seconds or a date; `null` for anything else. Never less than a moment. */
function retryAfterMs(value: string | undefined, now: Date): number | null {
  if (value === undefined) return null
  const ms = /^\d+$/u.test(value) ? Number(value) * 1000 : Date.parse(value) - now.getTime()
  return Number.isNaN(ms) ? null : Math.max(ms, pausesMs[0])
}

function headersFor(
  { body }: WebhookPost,
  secret: string | null,
  id: string,
): Readonly<Record<string, string>> {
  return {
    'content-type': 'application/json',
    'user-agent': `${productName}/${productVersion} (+${repositoryUrl})`,
    // The same for all tries: a receiver that has seen it has been told.
    'x-certificate-monitor-delivery': id,
    ...(secret === null ? {} : { 'x-hub-signature-256': `sha256=${signature(body, secret)}` }),
  }
}

function signature(body: string, secret: string): string {
  return createHmac('sha256', secret).update(body, 'utf8').digest('hex')
}

/** Errors that nobody has named may quote the address: only their kind is told. */
function fault(thrown: unknown): string {
  if (!(thrown instanceof Error)) return 'a fault in this program'
  const code = 'code' in thrown ? ` ${String(thrown.code)}` : ''
  return `a fault in this program (${thrown.name}${code})`
}
