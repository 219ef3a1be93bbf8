import type { Reason } from '../model/answer.ts'
import { ConversationError } from '../net/conversation-error.ts'

/** Failures that say that nobody is there: an answer, whatever it says, is none of them. */
const silence: ReadonlySet<Reason> = new Set<Reason>([
  'timed-out',
  'refused',
  'unreachable',
  'reset',
  'closed',
  'proxy-refused',
])

/**
 * Asks somebody who was silent so many times in a row no more in this run: a thousand endpoints of one CA do not each
 * wait for the same dead server.
 */
export interface Fuse {
  through<T>(whom: string, visit: () => Promise<T>): Promise<T>
}

export function fuse(most: number): Fuse {
  const silent = new Map<string, number>()
  return {
    async through(whom, visit) {
      if ((silent.get(whom) ?? 0) >= most) {
        const sentence = `${whom} was silent ${most} times in a row and is asked no more in this run`
        throw new ConversationError('unreachable', sentence)
      }
      try {
        const answer = await visit()
        silent.delete(whom)
        return answer
      } catch (thrown) {
        if (thrown instanceof ConversationError && silence.has(thrown.reason)) {
          silent.set(whom, (silent.get(whom) ?? 0) + 1)
        }
        throw thrown
      }
    },
  }
}
