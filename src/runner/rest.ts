import { cause } from './toolkit.ts'
import type { WorkflowRun } from './workflow-run.ts'

/**
 * Asks GitHub's REST API; the answer is parsed by whoever asked: JSON, a stream, or the stream of a file's own octets.
 * Throws what `failure` explains.
 */
export type Ask = (
  route: string,
  parameters: Readonly<Record<string, string | number>>,
  answer?: 'json' | 'stream' | 'raw',
) => Promise<unknown>

/** The head of every route of this repository. */
export const repositoryRoute = '/repos/{owner}/{repo}'

/** One deadline stands over all that is asked of one `Ask`. */
export async function asker(run: WorkflowRun, token: string): Promise<Ask> {
  const { getOctokit } = await import('@actions/github')
  const octokit = getOctokit(token, { baseUrl: run.apiUrl })
  const [owner = '', repo = ''] = run.repository.split('/')
  const signal = AbortSignal.any([AbortSignal.timeout(run.patience.ms), run.patience.signal])
  return async (route, parameters, answer = 'json') => {
    const request = { signal, parseSuccessResponseBody: answer === 'json' }
    const headers = answer === 'raw' ? { accept: 'application/vnd.github.raw+json' } : {}
    const asked = { owner, repo, ...parameters, headers, request }
    const { data }: { data: unknown } = await octokit.request(route, asked)
    return data
  }
}

/** Why asking failed, and whether because the token may not. */
export function failure(thrown: unknown, run: WorkflowRun): { forbidden: boolean; words: string } {
  const words = cause(thrown)
  if (run.patience.signal.aborted) return { forbidden: false, words: 'the run was ended' }
  if (timedOut(thrown)) return { forbidden: false, words: `no answer within ${run.patience.ms / 1000} s` }
  const status = statusOf(thrown)
  const forbidden = (status === 401 || status === 403 || status === 404) && !/rate limit|abuse/i.test(words)
  return { forbidden, words: status !== null ? `status ${status}, ${words}` : words }
}

/** A run that was deleted, or an artifact that expired between listing and asking. */
export function isGone(thrown: unknown): boolean {
  return [404, 410].includes(statusOf(thrown) ?? 0)
}

function statusOf(thrown: unknown): number | null {
  const status: unknown = thrown instanceof Error ? Reflect.get(thrown, 'status') : null
  return typeof status === 'number' ? status : null
}

/** The request's own cause, or the stream's. */
function timedOut(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false
  return thrown.name === 'TimeoutError' || timedOut(thrown.cause)
}
