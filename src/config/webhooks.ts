import { createHash } from 'node:crypto'

import type { Channel } from '../model/message.ts'
import type { Webhook } from '../model/notifications.ts'
import { listed } from '../model/text.ts'
import type { ConfigPath } from './document.ts'
import { nearest } from './nearest.ts'
import type { NotificationSettings, WebhookSettings } from './notifications-schema.ts'
import { complain, type Reading, resolved, warnOfLiteral } from './reading.ts'
import { readWebAddress } from './web-address.ts'

/** Reads one webhook or a list of them; one that is off is never resolved. */
export function readWebhooks(
  reading: Reading,
  written: NotificationSettings['webhook'],
  wish: Pick<Channel, 'minLevel' | 'remindDays'>,
  tags: ReadonlySet<string> | null,
): readonly Webhook[] {
  const spot = ['notifications', 'webhook'] as const
  if (written === undefined) return []
  const single = !isList(written)
  const all = single ? [written] : written
  const ids = new Set<string>()
  return all.flatMap((settings, index) => {
    const place = single ? spot : [...spot, index]
    warnOfLiteral(reading, settings.secret, [...place, 'secret'])
    if (settings.enabled === false) return []
    contradictions(reading, settings, place, tags)
    const name = all.length === 1 ? 'webhook' : `webhook ${index + 1}`
    const webhook = readWebhook(reading, settings, place, { name, ids, wish })
    return webhook === null ? [] : [webhook]
  })
}

function isList(written: NotificationSettings['webhook']): written is readonly WebhookSettings[] {
  return Array.isArray(written)
}

function readWebhook(
  reading: Reading,
  settings: WebhookSettings,
  spot: ConfigPath,
  {
    name,
    ids,
    wish,
  }: {
    readonly name: string
    readonly ids: Set<string>
    readonly wish: Pick<Channel, 'minLevel' | 'remindDays'>
  },
): Webhook | null {
  const before = reading.complaints.length
  const url = readWebAddress(reading, settings.url, [...spot, 'url'])
  const key = resolved(reading, settings.secret, [...spot, 'secret'])
  const empty =
    reading.lookup === null || reading.complaints.length > before
      ? []
      : [
          ...(url === null ? ['url'] : []),
          ...(settings.secret !== undefined && key === undefined ? ['secret'] : []),
        ]
  for (const part of empty)
    complain(
      reading,
      [...spot, part],
      'key',
      `"${part}" is empty.`,
      `Give it a value, or leave ${part === 'url' ? 'the webhook' : 'it'} out.`,
    )
  if (url === null) return null
  return {
    channel: {
      id: channelId(url, ids),
      minLevel: settings.min_level ?? wish.minLevel,
      remindDays: wish.remindDays,
      tags: settings.tags ?? [],
    },
    name,
    format: settings.format ?? 'generic',
    url,
    secret: key !== undefined && 'text' in key ? key.text : null,
    includeTimestamp: settings.include_timestamp ?? true,
    includeSource: settings.include_source ?? true,
  }
}

/** Eight digits of a hash tell webhooks apart and betray none of them; two to one address are told apart, too. */
function channelId(url: URL, ids: Set<string>): string {
  const id = `webhook-${createHash('sha256').update(url.href).digest('hex').slice(0, 8)}`
  for (let turn = 1; ; turn++) {
    const free = turn === 1 ? id : `${id}-${turn}`
    if (ids.has(free)) continue
    ids.add(free)
    return free
  }
}

function contradictions(
  reading: Reading,
  settings: WebhookSettings,
  spot: ConfigPath,
  tags: ReadonlySet<string> | null,
): void {
  const { format = 'generic' } = settings
  for (const key of ['include_timestamp', 'include_source'] as const)
    if (format !== 'generic' && settings[key] !== undefined)
      complain(
        reading,
        [...spot, key],
        'key',
        `"${key}" says nothing about the format ${format}.`,
        'Leave it out.',
      )
  for (const [index, tag] of (settings.tags ?? []).entries())
    if (tags !== null && !tags.has(tag)) {
      const near = nearest(tag, [...tags])
      const known =
        tags.size === 0
          ? 'Give domains this tag, or leave "tags" out.'
          : `Write one of ${listed([...tags], 10)}.`
      const remedy = near === undefined ? known : `Write "${near}".`
      complain(
        reading,
        [...spot, 'tags', index],
        'value',
        `No domain has the tag ${JSON.stringify(tag)}.`,
        remedy,
      )
    }
}
