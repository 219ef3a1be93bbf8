import { createHmac } from 'node:crypto'

import { timeLimits } from '../model/limits.ts'
import type { Webhook } from '../model/notifications.ts'
import { productName, productVersion, repositoryUrl } from '../model/product.ts'
import type { WebhookPost } from '../model/webhook.ts'
import { type Delivery, insist, type Ways } from './insist.ts'

export interface WebhookWays extends Ways {
  /** Makes the id of a delivery, RFC 9562. */
  readonly uuid: () => string
}

/** Sends the posts to a webhook, one after the other, within a minute in all; answers what became of each. */
export async function sendWebhook(
  posts: readonly WebhookPost[],
  to: Pick<Webhook, 'url' | 'secret'>,
  ways: WebhookWays,
): Promise<readonly Delivery[]> {
  const deliveries: Delivery[] = []
  const end = ways.elapsedMs() + timeLimits.webhookMs
  for (const post of posts) {
    const headers = headersFor(post, to.secret, ways.uuid())
    deliveries.push(await insist({ method: 'POST', url: to.url, headers, body: post.body }, ways, end))
  }
  return deliveries
}

function headersFor(
  { body }: WebhookPost,
  secret: string | null,
  id: string,
): Readonly<Record<string, string>> {
  return {
    'content-type': 'application/json',
    'user-agent': userAgent,
    // The same for all tries: a receiver that has seen it has been told.
    'x-certificate-monitor-delivery': id,
    ...(secret === null ? {} : { 'x-hub-signature-256': `sha256=${signature(body, secret)}` }),
  }
}

export const userAgent: string = `${productName}/${productVersion} (+${repositoryUrl})`

function signature(body: string, secret: string): string {
  return createHmac('sha256', secret).update(body, 'utf8').digest('hex')
}
