import type { GitHubAnswer, GitHubClient } from '../deliver/github.ts'
import { at, textOrNull } from '../model/json.ts'
import { timeLimits } from '../model/limits.ts'
import { cause } from './toolkit.ts'
import type { WorkflowRun } from './workflow-run.ts'

/** GitHub's API as `deliver/` uses it, asked with the run's token; `null` without one. Its functions never throw. */
export async function gitHubClient(run: WorkflowRun): Promise<GitHubClient | null> {
  if (run.token === null) return null
  const { getOctokit } = await import('@actions/github')
  const octokit = getOctokit(run.token, { baseUrl: run.apiUrl })
  const [owner = '', repo = ''] = run.repository.split('/')
  const signal = (): AbortSignal =>
    AbortSignal.any([AbortSignal.timeout(Math.min(timeLimits.apiMs, run.patience.ms)), run.patience.signal])
  return {
    call: (route, parameters) =>
      answered(run, () =>
        octokit.request(route, {
          ...(route.includes('{owner}') && { owner, repo }),
          ...parameters,
          request: { signal: signal() },
        }),
      ),
    // The one way in which every kind of token tells whose it is.
    login: () =>
      answered(run, async () => {
        const answer: unknown = await octokit.graphql('query { viewer { login } }', {
          request: { signal: signal() },
        })
        return { status: 200, headers: {}, data: at(at(answer, 'viewer'), 'login') }
      }),
  }
}

interface Response {
  readonly status: number
  readonly headers: object
  readonly data: unknown
}

async function answered(run: WorkflowRun, ask: () => Promise<Response>): Promise<GitHubAnswer> {
  try {
    const { status, headers, data } = await ask()
    return { kind: 'answered', status, headers: texts(headers), body: data }
  } catch (thrown) {
    const response: unknown = at(thrown, 'response')
    const status: unknown = at(response, 'status') ?? at(thrown, 'status')
    if (run.patience.signal.aborted) return { kind: 'silent', words: 'the run was ended' }
    if (isTimeout(thrown)) return { kind: 'silent', words: `no answer within ${timeLimits.apiMs / 1000} s` }
    const errors: unknown = at(thrown, 'errors')
    if (Array.isArray(errors) && typeof status !== 'number')
      return told(errors[0], texts(at(thrown, 'headers')))
    // Octokit calls a connection that broke 500, and leaves out the response.
    if (typeof status !== 'number' || response === undefined) return { kind: 'silent', words: cause(thrown) }
    const body = at(response, 'data') ?? { message: cause(thrown) }
    return { kind: 'answered', status, headers: texts(at(response, 'headers')), body }
  }
}

/** GraphQL answers 200, and tells in its errors what REST would tell by a status. */
function told(error: unknown, headers: Readonly<Record<string, string>>): GitHubAnswer {
  const type = textOrNull(at(error, 'type')) ?? ''
  const message = textOrNull(at(error, 'message')) ?? 'no reason given'
  const limited = type.startsWith('RATE_LIMIT') || /rate limit|abuse/iu.test(message)
  const forbidden = type === 'FORBIDDEN' || type === 'INSUFFICIENT_SCOPES'
  // Any other is GitHub's own trouble, and passes: it must not be taken for a missing permission.
  const status = limited ? 429 : forbidden ? 403 : 502
  return { kind: 'answered', status, headers, body: { message } }
}

function isTimeout(thrown: unknown): boolean {
  const inner = at(thrown, 'cause')
  return at(thrown, 'name') === 'TimeoutError' || (inner !== undefined && isTimeout(inner))
}

function texts(headers: unknown): Readonly<Record<string, string>> {
  if (typeof headers !== 'object' || headers === null) return {}
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
}
