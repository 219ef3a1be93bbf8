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
    enabled: flag()
      .describe('Whether issues are opened; unwritten: where the token may write them')
      .optional(),
    mode: oneOf(...issueModes)
      .meta({
        default: 'per-domain',
        description: 'What shares an issue: an endpoint, a certificate, or everything',
      })
      .optional(),
    labels: list(line('a label', 50), '[certificate]')
      .meta({ default: ['certificate'], description: 'Labels of a new issue' })
      .optional(),
    assignees: list(line('a user name', 100), '[octocat]')
      .meta({ default: [], description: 'Who is assigned to a new issue' })
      .optional(),
    digest_above: whole(1, 1000)
      .meta({ default: 10, description: 'More new issues than this at once share one' })
      .optional(),
  },
  'settings, as in { mode: per-domain }',
)

const webhook: z.ZodType<WebhookSettings> = z.strictObject(
  {
    enabled: flag().meta({ default: true, description: 'false switches it off' }).optional(),
    url: secret('an address, as in ${WEBHOOK_URL}').describe('Where it is posted to'),
    format: oneOf(...webhookFormats)
      .meta({
        default: 'generic',
        description: 'What the receiver understands: JSON for each endpoint, or one message for the run',
      })
      .optional(),
    secret: secret('a text, as in ${WEBHOOK_SECRET}')
      .describe('Key of the signature in X-Hub-Signature-256; without it nothing is signed')
      .optional(),
    min_level: level.describe('The mildest severity it hears of; else that of notifications').optional(),
    tags: list(line('a tag', 100), '[shop]')
      .meta({ default: [], description: 'Only targets with one of these tags; none written: all' })
      .optional(),
    include_timestamp: flag()
      .meta({ default: true, description: 'Whether a generic post says when' })
      .optional(),
    include_source: flag()
      .meta({ default: true, description: 'Whether a generic post says who sends it' })
      .optional(),
  },
  'settings, as in { url: ${WEBHOOK_URL} }, or a list of them',
)

const email: z.ZodType<EmailSettings> = z.strictObject(
  {
    enabled: flag().meta({ default: true, description: 'false switches it off' }).optional(),
    smtp_server: secret('a host, as in smtp.example.com').describe('The mail server'),
    smtp_port: whole(1, 65_535).meta({ default: 25, description: 'Port of the mail server' }).optional(),
    use_tls: flag()
      .meta({
        default: false,
        description: 'Whether STARTTLS is demanded; on port 465 TLS from the first octet',
      })
      .optional(),
    username: secret('a text').describe('Who logs in there').optional(),
    password: secret('a text, as in ${SMTP_PASSWORD}')
      .describe('The password; where there is one, TLS is demanded')
      .optional(),
    from_address: secret(address).describe('The sender, with or without a name'),
    to_addresses: list(secret(address), '[admin@example.com]', configLimits.recipients).describe(
      'Who gets the mail',
    ),
    per_endpoint: flag()
      .meta({ default: false, description: 'A mail for each endpoint instead of one for the run' })
      .optional(),
  },
  'settings, as in { smtp_server: smtp.example.com, from_address: …, to_addresses: [ … ] }',
)

/** Schema of `notifications`. */
export const notificationsSchema: z.ZodType<NotificationSettings> = z.strictObject(
  {
    min_level: level
      .meta({
        default: 'warning',
        description: 'The mildest severity that is announced; notice also announces rotations',
      })
      .optional(),
    remind_days: whole(1, 365)
      .meta({ default: 7, description: 'Days after which trouble that lasts is announced again' })
      .optional(),
    heartbeat_url: secret('an address, as in ${HEARTBEAT_URL}')
      .describe('Is asked at the end of every run in which the monitor itself was healthy')
      .optional(),
    issues: issues.describe('GitHub issues').optional(),
    webhook: z
      .union(
        [webhook, z.array(webhook).max(configLimits.webhooks, `a list of at most ${configLimits.webhooks}`)],
        'settings, as in { url: ${WEBHOOK_URL} }, or a list of them',
      )
      .describe('A webhook, or a list of them')
      .optional(),
    email: email.describe('Mail').optional(),
  },
  'settings, as in { min_level: warning }',
)
