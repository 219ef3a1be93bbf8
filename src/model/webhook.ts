export const webhookFormats = ['generic', 'slack', 'teams'] as const
export type WebhookFormat = (typeof webhookFormats)[number]

/** One request to a webhook: what it holds, and of whom it tells. */
export interface WebhookPost {
  /** Ids of the endpoints, those that are only counted included; empty for a blast radius. */
  readonly endpoints: readonly string[]
  /** JSON in ASCII: what is signed and sent, octet by octet. */
  readonly body: string
}
