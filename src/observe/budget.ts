import { ConversationError } from '../net/conversation-error.ts'

/** The time that one endpoint may take of us in conversation, all its connections together. */
export interface Budget {
  /** Lets a conversation have `most` milliseconds or what is left. Throws once nothing is left. */
  spend<T>(most: number, conversation: (ms: number) => Promise<T>): Promise<T>
}

export function budget(ms: number): Budget {
  let left = ms
  return {
    async spend(most, conversation) {
      if (left <= 0)
        throw new ConversationError('timed-out', `the ${ms / 1000} s for this endpoint are used up`)
      const started = performance.now()
      try {
        return await conversation(Math.min(most, left))
      } finally {
        left -= performance.now() - started
      }
    },
  }
}
