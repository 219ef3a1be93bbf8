import { timeLimits } from '../model/limits.ts'
import type { RunnerContext } from './context.ts'
import { defaultBranch } from './event.ts'

/** How long a service is waited for. */
export interface Patience {
  /** For one call, with all of the toolkit's own retries. */
  readonly ms: number
  /** Ends the run, and with it all waiting. */
  readonly signal: AbortSignal
}

/** Which run of which workflow this is, and how patient it is with GitHub's services. */
export interface WorkflowRun {
  /** `owner/name`. */
  readonly repository: string
  readonly repositoryId: number | null
  readonly defaultBranch: string | null
  /** The workflow file inside the repository; of a reusable workflow, the caller's. */
  readonly workflowPath: string | null
  readonly id: string
  readonly attempt: string
  readonly serverUrl: string
  readonly apiUrl: string
  readonly token: string | null
  readonly temporary: string
  /** The repository's or organisation's limit; `null` when the runner names none. */
  readonly mostRetentionDays: number | null
  readonly patience: Patience
}

/** Reads what the runner says of the run beyond its context. */
export function workflowRun(context: RunnerContext, token: string | null, signal: AbortSignal): WorkflowRun {
  const { env } = process
  const repository = env['GITHUB_REPOSITORY'] ?? ''
  return {
    repository,
    repositoryId: wholeNumber(env['GITHUB_REPOSITORY_ID']),
    defaultBranch: defaultBranch(context),
    workflowPath: workflowPath(env['GITHUB_WORKFLOW_REF'], repository),
    id: env['GITHUB_RUN_ID'] ?? '0',
    attempt: env['GITHUB_RUN_ATTEMPT'] ?? '1',
    serverUrl: env['GITHUB_SERVER_URL'] ?? 'https://github.com',
    apiUrl: env['GITHUB_API_URL'] ?? 'https://api.github.com',
    token: token === '' ? null : token,
    temporary: context.temporary,
    mostRetentionDays: wholeNumber(env['GITHUB_RETENTION_DAYS']),
    patience: { ms: timeLimits.serviceMs, signal },
  }
}

/** `owner/name/.github/workflows/monitor.yml@refs/heads/main`; a workflow of another repository is none of ours. */
function workflowPath(ref: string | undefined, repository: string): string | null {
  const start = `${repository}/`
  if (ref === undefined || !ref.startsWith(start)) return null
  return ref.slice(start.length).split('@')[0] ?? null
}

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,15}$/.test(text) && Number(text) > 0 ? Number(text) : null
}
