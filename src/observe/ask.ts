import { type Answer, known, unanswered } from '../model/answer.ts'
import { named } from '../net/failure.ts'

/**
 * Turns one conversation with the outside world into an answer: the only place where an exception
 * becomes data. An error nobody has named is ours until somebody names it.
 */
export async function ask<T>(conversation: () => Promise<T>): Promise<Answer<T>> {
  try {
    return known(await conversation())
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown))
    const failure = named(error)
    if (failure === undefined) return unanswered('bug', error.stack ?? error.message)
    return unanswered(failure.reason, failure.message)
  }
}
