import { defaultIssueSettings, type IssueSettings } from '../model/issue.ts'
import type { Notifications } from '../model/notifications.ts'
import { readEmail } from './email.ts'
import type { IssuesSettings, NotificationSettings } from './notifications-schema.ts'
import type { Reading } from './reading.ts'
import { readWebAddress } from './web-address.ts'
import { readWebhooks } from './webhooks.ts'

/**
 * Reads who is to hear of a run. Without a lookup nothing is resolved, and what then is not known is left out: such a
 * run sends nothing, but a mistake that can be seen without secrets is one in every run. `tags`: all there are; `null`:
 * not known.
 */
export function readNotifications(
  reading: Reading,
  settings: NotificationSettings = {},
  tags: ReadonlySet<string> | null,
): Notifications {
  const wish = { minLevel: settings.min_level ?? 'warning', remindDays: settings.remind_days ?? 7 } as const
  return {
    webhooks: readWebhooks(reading, settings.webhook, wish, tags),
    mail: settings.email === undefined ? null : readEmail(reading, settings.email, wish),
    heartbeat: readWebAddress(reading, settings.heartbeat_url, ['notifications', 'heartbeat_url']),
    issues: issueSettings(settings.issues),
  }
}

function issueSettings(settings: IssuesSettings = {}): IssueSettings {
  const { enabled, mode, labels, assignees, digest_above: digestAbove } = settings
  return {
    enabled: enabled ?? defaultIssueSettings.enabled,
    mode: mode ?? defaultIssueSettings.mode,
    labels: labels ?? defaultIssueSettings.labels,
    assignees: assignees ?? defaultIssueSettings.assignees,
    digestAbove: digestAbove ?? defaultIssueSettings.digestAbove,
  }
}
