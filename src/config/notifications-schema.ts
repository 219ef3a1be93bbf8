import { z } from 'zod'

import { type Severity, severities } from '../model/finding.ts'
import { type IssueMode, issueModes } from '../model/issue.ts'
import { configLimits } from '../model/limits.ts'
import { type WebhookFormat, webhookFormats } from '../model/webhook.ts'
import { flag, line, list, oneOf, secret, whole } from './values.ts'

export interface NotificationSettings {
  readonly min_level?: Severity | undefined
  readonly remind_days?: number | undefined
  readonly heartbeat_url?: string | undefined
  readonly issues?: IssuesSettings | undefined
  readonly webhook?: WebhookSettings | readonly WebhookSettings[] | undefined
  readonly email?: EmailSettings | undefined
}

export interface IssuesSettings {
  readonly enabled?: boolean | undefined
  readonly mode?: IssueMode | undefined
  readonly labels?: readonly string[] | undefined
  readonly assignees?: readonly string[] | undefined
  readonly digest_above?: number | undefined
}

export interface WebhookSettings {
  readonly enabled?: boolean | undefined
  readonly url: string
  readonly format?: WebhookFormat | undefined
  readonly secret?: string | undefined
  readonly min_level?: Severity | undefined
  readonly tags?: readonly string[] | undefined
  readonly include_timestamp?: boolean | undefined
  readonly include_source?: boolean | undefined
}

export interface EmailSettings {
  readonly enabled?: boolean | undefined
  readonly smtp_server: string
  readonly smtp_port?: number | undefined
  readonly use_tls?: boolean | undefined
  readonly username?: string | undefined
  readonly password?: string | undefined
  readonly from_address: string
  readonly to_addresses: readonly string[]
  readonly per_endpoint?: boolean | undefined
}

const level = oneOf(...severities)
const address = 'a mail address, as in alerts@example.com'

const issues: z.ZodType<IssuesSettings> = z.strictObject(
  {
    enabled: flag().describe('Unwritten: where the token may write issues').optional(),
    mode: oneOf(...issueModes)
      .describe('What shares an issue (per-domain)')
      .optional(),
    labels: list(line('a label', 50), '[certificate]').optional(),
    assignees: list(line('a user name', 100), '[octocat]').optional(),
    digest_above: whole(1, 1000).describe('More new issues than this at once share one (10)').optional(),
  },
  'settings, as in { mode: per-domain }',
)

const webhook: z.ZodType<WebhookSettings> = z.strictObject(
  {
    enabled: flag().optional(),
    url: secret('an address, as in ${WEBHOOK_URL}'),
    format: oneOf(...webhookFormats)
      .describe('What the receiver understands (generic)')
      .optional(),
    secret: secret('a text, as in ${WEBHOOK_SECRET}').describe('Key of the signature').optional(),
    min_level: level.describe('As under notifications, for this one alone').optional(),
    tags: list(line('a tag', 100), '[shop]').describe('Only targets with one of these tags').optional(),
    include_timestamp: flag().optional(),
    include_source: flag().optional(),
  },
  'settings, as in { url: ${WEBHOOK_URL} }, or a list of them',
)

const email: z.ZodType<EmailSettings> = z.strictObject(
  {
    enabled: flag().optional(),
    smtp_server: secret('a host, as in smtp.example.com'),
    smtp_port: whole(1, 65_535).describe('Port of the mail server (25)').optional(),
    use_tls: flag().describe('STARTTLS is demanded; on port 465 TLS from the first octet').optional(),
    username: secret('a text').optional(),
    password: secret('a text, as in ${SMTP_PASSWORD}').optional(),
    from_address: secret(address),
    to_addresses: list(secret(address), '[admin@example.com]', configLimits.recipients),
    per_endpoint: flag().describe('A mail for each endpoint instead of one for the run').optional(),
  },
  'settings, as in { smtp_server: smtp.example.com, from_address: …, to_addresses: [ … ] }',
)

/** Schema of `notifications`. */
export const notificationsSchema: z.ZodType<NotificationSettings> = z.strictObject(
  {
    min_level: level.describe('The mildest severity that is announced (warning)').optional(),
    remind_days: whole(1, 365).describe('Days after which an open trouble is announced again (7)').optional(),
    heartbeat_url: secret('an address, as in ${HEARTBEAT_URL}')
      .describe('Hears from every healthy run')
      .optional(),
    issues: issues.optional(),
    webhook: z
      .union(
        [webhook, z.array(webhook).max(configLimits.webhooks, `a list of at most ${configLimits.webhooks}`)],
        'settings, as in { url: ${WEBHOOK_URL} }, or a list of them',
      )
      .optional(),
    email: email.optional(),
  },
  'settings, as in { min_level: warning }',
)
