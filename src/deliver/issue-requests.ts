import { timeLimits } from '../model/limits.ts'
import type { Ask, GitHubClient, Outcome } from './github.ts'

export type Parameters = Readonly<Record<string, unknown>>

/** Requests about issues, until a refusal that would meet all of them. */
export interface IssueRequests {
  readonly read: (route: string, parameters: Parameters) => Promise<Outcome>
  /** What may be asked again after a failure: it comes to the same. */
  readonly write: (route: string, parameters: Parameters) => Promise<Outcome>
  /** What must not happen twice. */
  readonly once: <T>(deed: Deed<T>) => Promise<T | Outcome>
  /** The refusal that ended the work; `null`: none did. */
  readonly refusal: () => Refusal | null
}

export interface Deed<T> {
  readonly route: string
  readonly parameters: Parameters
  /** Reads the answer; `null` where it makes no sense. */
  readonly read: (body: unknown) => T | null
  /** Looks whether it happened, after a failure that leaves that open. */
  readonly happened: () => Promise<T | null | 'unknown'>
}

export type Refusal = Extract<Outcome, { kind: 'refused' }>

export function issueRequests({ call }: GitHubClient, ask: Ask): IssueRequests {
  let refusal: Refusal | null = null

  const send = async (route: string, parameters: Parameters, repeatable: boolean): Promise<Outcome> => {
    if (refusal !== null) return { kind: 'postponed', words: refusal.words }
    const writes = !route.startsWith('GET ')
    const outcome = await ask({ send: () => call(route, parameters), repeatable, writes })
    if (outcome.kind === 'refused' && isFinal(outcome, writes)) refusal = outcome
    return outcome
  }

  const once = async <T>({ route, parameters, read, happened }: Deed<T>): Promise<T | Outcome> => {
    for (let tries = 1; ; tries += 1) {
      const outcome = await send(route, parameters, false)
      const answer = outcome.kind === 'done' ? read(outcome.body) : null
      if (answer !== null) return answer
      if (outcome.kind === 'refused' || outcome.kind === 'postponed') return outcome
      const there = await happened()
      if (there !== null && there !== 'unknown') return there
      if (there === 'unknown' || tries === timeLimits.apiTries) return uncertain(outcome)
    }
  }

  return {
    read: (route, parameters) => send(route, parameters, true),
    write: (route, parameters) => send(route, parameters, true),
    once,
    refusal: () => refusal,
  }
}

function uncertain(outcome: Outcome): Outcome {
  return outcome.kind === 'done' ? { kind: 'uncertain', words: 'an answer that makes no sense' } : outcome
}

/** One that is locked is a matter of that issue alone. */
function isFinal({ status, words }: Refusal, writes: boolean): boolean {
  if (status === 410) return /disabled/iu.test(words)
  return status === 401 || (writes && status === 403 && !/locked/iu.test(words))
}

export function isRefusedAs(outcome: unknown, status: number): boolean {
  return isOutcome(outcome) && outcome.kind === 'refused' && outcome.status === status
}

/** Why something did not come to be, after a colon; empty where nobody said. */
export function why(outcome: unknown): string {
  return isOutcome(outcome) && outcome.kind !== 'done' ? `: ${outcome.words}` : ''
}

function isOutcome(value: unknown): value is Outcome {
  return typeof value === 'object' && value !== null && 'kind' in value
}
