import { createHash } from 'node:crypto'

import type { Mail } from '../model/mail.ts'
import type { Dispatch, Message } from '../model/message.ts'
import { renderMailHtml } from './mail/html.ts'
import { blastLetter, type Letter, letterOf, type RunFacts } from './mail/letter.ts'
import { byEndpoint } from './mail/subject.ts'
import { renderMailText } from './mail/text.ts'

/** The mails for what a run has to tell: one in all, or one for each endpoint. */
export function renderMails(
  dispatch: Dispatch,
  facts: RunFacts,
  perEndpoint: boolean,
): readonly [Mail, ...Mail[]] {
  if (dispatch.kind === 'blast-radius') return [mail(blastLetter(dispatch, facts), [], facts)]
  const whole = mailAbout(dispatch.messages, facts)
  if (!perEndpoint) return [whole]
  const [first = whole, ...rest] = byEndpoint(dispatch.messages).map((those) => mailAbout(those, facts))
  return [first, ...rest]
}

function mailAbout(messages: readonly Message[], facts: RunFacts): Mail {
  const endpoints = byEndpoint(messages).flatMap(([first]) => first?.assessment.observation.target.id ?? [])
  return mail(letterOf(messages, facts), endpoints, facts)
}

function mail(letter: Letter, endpoints: readonly string[], { run, at }: RunFacts): Mail {
  // A mail about several endpoints belongs to the monitor: it would glue their threads together.
  const thread = digest('thread', run.monitor, endpoints.length === 1 ? (endpoints[0] ?? '') : '')
  return {
    subject: letter.subject,
    text: renderMailText(letter),
    html: renderMailHtml(letter),
    id: digest('mail', run.monitor, run.id ?? '', at.toISOString(), ...endpoints),
    thread,
    endpoints,
  }
}

function digest(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)
}
