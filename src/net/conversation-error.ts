import type { Reason } from '../model/answer.ts'

/** Thrown below `observe/ask.ts` where a conversation with a server fails; the message is one sentence. */
export class ConversationError extends Error {
  readonly reason: Reason

  constructor(reason: Reason, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'ConversationError'
    this.reason = reason
  }
}
