import { setTimeout as pause } from 'node:timers/promises'

import { type Answer, type Reason, unanswered } from '../model/answer.ts'

/** What may be different in a moment: a host that is unreachable, silent, or hangs up before any answer. */
const passing: readonly Reason[] = ['unresolved', 'refused', 'unreachable', 'timed-out', 'reset', 'closed']

/**
 * Asks again while the failure may be a passing one and it is worth the time, at most `retries` times, each pause
 * twice as long as the one before. Answers the last failure when nothing helped; a run that ends in a pause has not
 * observed anything.
 */
export async function withRetries<T>(
  retries: number,
  firstPauseMs: number,
  run: AbortSignal,
  ask: () => Promise<Answer<T>>,
  worthwhile: () => boolean = () => true,
): Promise<Answer<T>> {
  let answer = await ask()
  const mayPass = (): boolean => !answer.known && passing.includes(answer.reason) && worthwhile()
  for (let retry = 0; retry < retries && mayPass(); retry++) {
    await pause(firstPauseMs * 2 ** retry, undefined, { signal: run }).catch(() => {}) // ended: no pause
    if (run.aborted) return unanswered('not-observed', 'the run ended before the question was put again')
    answer = await ask()
  }
  return answer
}
