import { counted } from '../model/text.ts'
import type { MailFailure } from './mail-failure.ts'

const mostReasons = 3

/** What became of a mail; nothing of the configuration stands in the sentences. */
export type MailDelivery =
  /** At least one recipient was accepted; `refused` tells of the others, `null` when there are none. */
  | { readonly delivered: true; readonly refused: string | null }
  | { readonly delivered: false; readonly reason: string }

/** Recipients who may still accept, those who did, and why others never will. */
export interface Progress {
  readonly waiting: readonly Recipient[]
  readonly accepted: number
  readonly refused: readonly MailFailure[]
}

export interface Recipient {
  readonly address: string
  /** Why not yet. */
  readonly failure: MailFailure
}

/** What one try came to. */
export interface Attempt {
  readonly accepted: number
  readonly failed: readonly Recipient[]
}

/** Nobody was asked yet. */
export function atFirst(recipients: readonly string[]): Progress {
  return { waiting: recipients.map(neverAsked), accepted: 0, refused: [] }
}

function neverAsked(address: string): Recipient {
  return { address, failure: { words: 'was not asked: the time for all mails was used up', lasting: false } }
}

/** What there is after one more try. */
export function after({ accepted, refused }: Progress, attempt: Attempt): Progress {
  return {
    waiting: attempt.failed.filter(({ failure }) => !failure.lasting),
    accepted: accepted + attempt.accepted,
    refused: [...refused, ...attempt.failed.flatMap(({ failure }) => (failure.lasting ? [failure] : []))],
  }
}

/** What it came to in the end, and why not further. */
export function deliveryOf({ waiting, accepted, refused }: Progress, recipients: number): MailDelivery {
  const failures = [...refused, ...waiting.map(({ failure }) => failure)]
  const reasons = [...new Set(failures.map(({ words }) => words))].slice(0, mostReasons)
  const sentence = `The mail server ${reasons.join('; it ')}`
  if (accepted === 0) return { delivered: false, reason: sentence }
  const count = `${failures.length} of ${counted(recipients, 'recipient')}`
  const verb = failures.length === 1 ? 'was' : 'were'
  return {
    delivered: true,
    refused: failures.length === 0 ? null : `${count} ${verb} not reached. ${sentence}`,
  }
}
