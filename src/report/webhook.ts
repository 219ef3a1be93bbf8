import type { Dispatch } from '../model/message.ts'
import type { WebhookFormat, WebhookPost } from '../model/webhook.ts'
import { entries, type Occurrence } from './webhook/entry.ts'
import { genericBlastRadius, genericBody, type GenericWish } from './webhook/generic.ts'
import { slackBody } from './webhook/slack.ts'
import { teamsBody } from './webhook/teams.ts'

/** What one webhook of the configuration wants to be sent. */
export interface WebhookWish extends GenericWish {
  readonly format: WebhookFormat
}

/**
 * A dispatch as the posts of one webhook, in the order in which they are to be sent. `generic` is our own form; the
 * others are Slack's Block Kit and the Adaptive Cards of Teams. `generic` tells of each endpoint by itself.
 */
export function renderWebhook(
  dispatch: Dispatch,
  occurrence: Occurrence,
  wish: WebhookWish,
): readonly WebhookPost[] {
  const all = wish.format === 'generic' ? parted(dispatch) : [dispatch]
  return all.map((one) => ({ endpoints: endpointsOf(one), body: bodyOf(one, occurrence, wish) }))
}

function bodyOf(dispatch: Dispatch, occurrence: Occurrence, wish: WebhookWish): string {
  switch (wish.format) {
    case 'slack':
      return slackBody(entries(dispatch, occurrence), occurrence)
    case 'teams':
      return teamsBody(entries(dispatch, occurrence), occurrence)
    case 'generic':
      return dispatch.kind === 'blast-radius'
        ? genericBlastRadius(dispatch, occurrence, wish)
        : genericBody(dispatch.messages[0], occurrence, wish)
  }
}

function parted(dispatch: Dispatch): readonly Dispatch[] {
  if (dispatch.kind === 'blast-radius') return [dispatch]
  return dispatch.messages.map((message) => ({ kind: 'messages', messages: [message] }))
}

function endpointsOf(dispatch: Dispatch): readonly string[] {
  if (dispatch.kind === 'blast-radius') return []
  return dispatch.messages.map(({ assessment }) => assessment.observation.target.id)
}
