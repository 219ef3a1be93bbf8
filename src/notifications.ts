import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'

import type { Watchlist } from './config/watchlist.ts'
import type { WebhookWays } from './deliver/webhook.ts'
import { dispatchesFor, withNews } from './history/dispatch.ts'
import { notedOutage } from './history/outage.ts'
import { findingOf, worstFirst } from './judge/finding.ts'
import { monitorUndelivered, undeliveredVerdict } from './judge/rules/monitor-undelivered.ts'
import { wasCutShort } from './model/cut-short.ts'
import type { Memory, MonitorMemory, ToldOutage } from './model/history.ts'
import type { Channel, Dispatch } from './model/message.ts'
import type { MailSettings, Webhook } from './model/notifications.ts'
import type { Report } from './model/report.ts'
import { counted, shortened } from './model/text.ts'

/** What there is to remember of a run: of the endpoints, and of the monitor itself. */
export interface Remembered {
  readonly memories: readonly Memory[]
  readonly monitor: MonitorMemory
}

/** How a run may reach people, and what ends it. */
export type Reach = Pick<Watchlist, 'notifications' | 'network'> & { readonly signal: AbortSignal }

/**
 * Sends each channel what is new to it, and notes down what arrived; the rest is sent again by the next run. Channels
 * do not wait for one another. Bounded in time, and never throws: what did not arrive stands in the monitor's memory.
 */
export async function tell(report: Report, before: Remembered, reach: Reach): Promise<Remembered> {
  if (reach.notifications === null) return before
  const results = await Promise.all(
    carriers(report, reach).map((carrier) => carryNews(carrier, report, before.monitor)),
  )
  return {
    memories: results.reduce(
      (memories, { channel, heard }) => withNews(memories, report, channel, heard),
      before.memories,
    ),
    monitor: {
      undelivered: results.flatMap(({ name, troubles }) =>
        troubles.length === 0 ? [] : [{ channel: name, at: report.at, reason: summed(troubles) }],
      ),
      outages: results.flatMap(({ outage }) => outage ?? []),
    },
  }
}

/** The report as the summary shows it: with what did not arrive of this run's messages, not of the last one's. */
export function withUndelivered(report: Report, monitor: MonitorMemory, reach: Severities): Report {
  const others = report.findings.filter(({ rule }) => rule !== monitorUndelivered.id)
  const verdict = undeliveredVerdict(monitor.undelivered)
  const { id: key } = monitorUndelivered
  const about = { key, severities: reach.severities, waivedUntil: null }
  const finding = verdict === null ? null : findingOf(monitorUndelivered, verdict, about)
  return { ...report, findings: worstFirst(finding === null ? others : [...others, finding]) }
}
type Severities = Pick<Watchlist, 'severities'>

/**
 * Pings the heartbeat where this run of the monitor was healthy; what endpoints are like does not matter. Answers
 * notes, and never throws.
 */
export async function beat(report: Report, healthy: boolean, reach: Reach): Promise<readonly string[]> {
  const url = reach.notifications?.heartbeat ?? null
  if (url === null) return []
  const cutShort = report.assessments.some(({ observation }) => wasCutShort(observation))
  if (!healthy || cutShort)
    return ['The heartbeat was not sent: this run of the monitor itself was not healthy.']
  const { sendHeartbeat } = await import('./deliver/heartbeat.ts')
  const delivery = await sendHeartbeat(url, await ways(reach))
  return delivery.delivered ? [] : [`The heartbeat did not arrive: the receiver ${delivery.reason}.`]
}

/** A channel, and how it carries one dispatch. */
interface Carrier {
  readonly name: string
  readonly channel: Channel
  readonly carry: (dispatch: Dispatch) => Promise<readonly Carried[]>
}

/** One post, or one mail. */
interface Carried {
  /** Ids of the endpoints it tells of; empty for a blast radius. */
  readonly endpoints: readonly string[]
  readonly arrived: boolean
  /** Why it did not arrive everywhere; `null`: it did. */
  readonly trouble: string | null
}

function carriers(report: Report, reach: Reach): readonly Carrier[] {
  const { webhooks, mail } = reach.notifications ?? { webhooks: [], mail: null }
  return [
    ...webhooks.map((webhook) => webhookCarrier(webhook, report, reach)),
    ...(mail === null ? [] : [mailCarrier(mail, report, reach)]),
  ]
}

function webhookCarrier(webhook: Webhook, report: Report, reach: Reach): Carrier {
  const { name, channel } = webhook
  return {
    name,
    channel,
    async carry(dispatch) {
      const { renderWebhook } = await import('./report/webhook.ts')
      const { sendWebhook } = await import('./deliver/webhook.ts')
      const posts = renderWebhook(dispatch, report, webhook)
      const deliveries = await sendWebhook(posts, webhook, await ways(reach))
      return posts.map(({ endpoints }, index): Carried => {
        const delivery = deliveries[index]
        if (delivery?.delivered === true) return { endpoints, arrived: true, trouble: null }
        return { endpoints, arrived: false, trouble: `the receiver ${delivery?.reason ?? 'was not asked'}` }
      })
    },
  }
}

function mailCarrier({ channel, server, perEndpoint }: MailSettings, report: Report, reach: Reach): Carrier {
  return {
    name: 'email',
    channel,
    async carry(dispatch) {
      const { renderMails } = await import('./report/mail.ts')
      const { sendMails } = await import('./deliver/mail.ts')
      const mails = renderMails(dispatch, report, perEndpoint)
      const deliveries = await sendMails(mails, server, report.at, reach.signal)
      return mails.map(({ endpoints }, index): Carried => {
        const delivery = deliveries[index]
        if (delivery?.delivered === true) return { endpoints, arrived: true, trouble: delivery.refused }
        return { endpoints, arrived: false, trouble: delivery?.reason ?? 'The mail server was not asked' }
      })
    },
  }
}

/** What became of a channel's news. */
interface Result {
  readonly name: string
  readonly channel: Channel
  readonly heard: ReadonlySet<string>
  readonly outage: ToldOutage | null
  readonly troubles: readonly string[]
}

async function carryNews(
  { name, channel, carry }: Carrier,
  report: Report,
  monitor: MonitorMemory,
): Promise<Result> {
  let outage = monitor.outages.find((one) => one.channel === channel.id) ?? null
  const heard = new Set<string>()
  const troubles: string[] = []
  for (const dispatch of dispatchesFor(report, channel, outage)) {
    const carried = await carry(dispatch).catch(faulty)
    for (const { endpoints, arrived, trouble } of carried) {
      if (trouble !== null) troubles.push(trouble)
      if (!arrived) continue
      for (const id of endpoints) heard.add(id)
      if (dispatch.kind === 'blast-radius') outage = notedOutage(channel.id, dispatch, report.now)
    }
  }
  return { name, channel, heard, outage, troubles }
}

/** A fault of ours costs the message, and nothing else; what it quotes is nobody's business. */
function faulty(thrown: unknown): readonly Carried[] {
  const kind = thrown instanceof Error ? thrown.name : typeof thrown
  return [{ endpoints: [], arrived: false, trouble: `a fault in this program (${kind}) kept it back` }]
}

/** Far below what the reader of the monitor's memory refuses. */
const longestReason = 800

/** Of a hundred posts to one receiver most fail alike. */
function summed(troubles: readonly string[]): string {
  const kinds = [...Map.groupBy(troubles, (trouble) => trouble)]
  const [[first, those] = ['', []], ...others] = kinds
  const times = those.length === 1 ? '' : ` (${counted(those.length, 'message')})`
  const more = others.length === 0 ? '' : `, and ${counted(troubles.length - those.length, 'other failure')}`
  return `${shortened(first, longestReason)}${times}${more}`
}

async function ways({ network, signal }: Reach): Promise<WebhookWays> {
  const { httpClient } = await import('./net/http.ts')
  return {
    http: httpClient({ proxy: network.proxy, signal }),
    uuid: randomUUID,
    now: () => new Date(),
    elapsedMs: () => performance.now(),
    pause: (ms) => setTimeout(ms, undefined, { signal }).catch(() => {}), // the client looks at the signal
  }
}
