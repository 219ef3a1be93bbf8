import { at, textOrNull } from '../model/json.ts'
import { timeLimits } from '../model/limits.ts'
import { retryAfterMs } from './retry-after.ts'

/** One request to GitHub's REST API of this repository, whatever came of it; never throws. */
export type GitHubCall = (
  route: string,
  parameters: Readonly<Record<string, unknown>>,
) => Promise<GitHubAnswer>

export type GitHubAnswer =
  | {
      readonly kind: 'answered'
      readonly status: number
      readonly headers: Readonly<Record<string, string | undefined>>
      readonly body: unknown
    }
  /** Nobody knows whether it arrived. */
  | { readonly kind: 'silent'; readonly words: string }

/** What `runner/` hands over: GitHub, asked with one token. */
export interface GitHubClient {
  readonly call: GitHubCall
  /** The answer's body is the name of the account that the token acts for. */
  readonly login: () => Promise<GitHubAnswer>
}

export interface GitHubWays {
  /** The time of day, which may be set at any time: for dates that others name. */
  readonly now: () => Date
  /** Milliseconds by a clock that nobody sets: for all waiting. */
  readonly elapsedMs: () => number
  readonly pause: (ms: number) => Promise<void>
}

/** What a request came to after all tries. */
export type Outcome =
  | { readonly kind: 'done'; readonly body: unknown }
  /** Permanent: asking again would not help. */
  | { readonly kind: 'refused'; readonly status: number; readonly words: string }
  /** Transient: it did not happen. */
  | { readonly kind: 'postponed'; readonly words: string }
  /** It may have happened. */
  | { readonly kind: 'uncertain'; readonly words: string }

/** Asks politely: in turn, with pauses, as often and as long as is decent. */
export type Ask = (request: Request) => Promise<Outcome>

export interface Request {
  readonly send: () => Promise<GitHubAnswer>
  /** What happens once however often it is asked may be asked again after a failure. */
  readonly repeatable: boolean
  readonly writes: boolean
}

const pausesMs = [1000, 4000] as const
/** GitHub asks for a second between writes, and for a minute where it does not say how long its limit lasts. */
const betweenWritesMs = 1000
const unnamedLimitMs = 60_000

/** One budget of time stands over all that is asked through the result. */
export function politely({ now, elapsedMs, pause }: GitHubWays): Ask {
  const end = elapsedMs() + timeLimits.issuesMs
  let wrote = false
  const rest = async (ms: number): Promise<boolean> => {
    if (elapsedMs() + ms >= end) return false
    await pause(ms)
    return true
  }
  return async ({ send, repeatable, writes }) => {
    if (writes && wrote && !(await rest(betweenWritesMs))) return spent
    if (elapsedMs() >= end) return spent
    wrote ||= writes
    for (let tries = 1; ; tries += 1) {
      const answer = await send()
      const limited = limitMs(answer, now())
      const outcome = limited === null ? outcomeOf(answer) : postponed(answer)
      if (outcome.kind === 'done' || outcome.kind === 'refused' || tries === timeLimits.apiTries)
        return outcome
      if (limited === null && !repeatable) return outcome
      if (!(await rest(limited ?? pausesMs[tries - 1] ?? 0))) return outcome
    }
  }
}

const spent: Outcome = {
  kind: 'postponed',
  words: `the ${timeLimits.issuesMs / 1000} s for issues were used up`,
}

function outcomeOf(answer: GitHubAnswer): Outcome {
  if (answer.kind === 'silent') return { kind: 'uncertain', words: answer.words }
  const { status, body } = answer
  if (status >= 200 && status < 300) return { kind: 'done', body }
  const words = `status ${status}, ${textOrNull(at(body, 'message')) ?? 'no reason given'}`
  return status >= 500 ? { kind: 'uncertain', words } : { kind: 'refused', status, words }
}

function postponed(answer: GitHubAnswer): Outcome {
  const told = outcomeOf(answer)
  return told.kind === 'done' ? told : { kind: 'postponed', words: told.words }
}

/** How long GitHub's limits want us to wait; `null` where none was met. */
function limitMs(answer: GitHubAnswer, now: Date): number | null {
  if (answer.kind === 'silent' || (answer.status !== 429 && answer.status !== 403)) return null
  const { status, headers, body } = answer
  const asked = retryAfterMs(headers['retry-after'], now, pausesMs[0])
  if (asked !== null) return asked
  if (headers['x-ratelimit-remaining'] === '0') {
    const reset = Number(headers['x-ratelimit-reset']) * 1000 - now.getTime()
    return Number.isNaN(reset) ? unnamedLimitMs : Math.max(reset, pausesMs[0])
  }
  const words = textOrNull(at(body, 'message')) ?? ''
  return status === 429 || /rate limit|abuse/iu.test(words) ? unnamedLimitMs : null
}
