import type { IssueSettings } from './issue.ts'
import type { MailServer } from './mail.ts'
import type { Channel } from './message.ts'
import type { WebhookFormat } from './webhook.ts'

/** Who is to hear of a run, with every secret in its place: for a run that delivers, and for no other. */
export interface Notifications {
  readonly webhooks: readonly Webhook[]
  readonly mail: MailSettings | null
  /** Holds a secret, more often than not. */
  readonly heartbeat: URL | null
  readonly issues: IssueSettings
}

export interface Webhook {
  readonly channel: Channel
  /** What people know it by: `webhook`, or `webhook 2` of several. */
  readonly name: string
  readonly format: WebhookFormat
  /** Holds a secret, more often than not. */
  readonly url: URL
  /** Key of the signature; `null`: none is sent. */
  readonly secret: string | null
  readonly includeTimestamp: boolean
  readonly includeSource: boolean
}

export interface MailSettings {
  readonly channel: Channel
  readonly server: MailServer
  /** A mail for each endpoint instead of one for the run. */
  readonly perEndpoint: boolean
}
