import { setTimeout as pause } from 'node:timers/promises'

import type { Answer, Reason } from '../model/answer.ts'

/** What may be different in a moment: a host that is unreachable, silent, or hangs up before any answer. */
const passing: readonly Reason[] = ['unresolved', 'refused', 'unreachable', 'timed-out', 'reset', 'closed']

/**
 * Asks again while the failure may be a passing one, at most `retries` times, each pause twice as long as the
 * one before. Answers the last failure when nothing helped, or when the run ends in a pause.
 */
export async function withRetries<T extends Answer<unknown>>(
  retries: number,
  firstPauseMs: number,
  run: AbortSignal,
  ask: () => Promise<T>,
): Promise<T> {
  let answer = await ask()
  for (let retry = 0; retry < retries && !answer.known && passing.includes(answer.reason); retry++) {
    await pause(firstPauseMs * 2 ** retry, undefined, { signal: run }).catch(() => {}) // ended: no pause
    if (run.aborted) return answer
    answer = await ask()
  }
  return answer
}
