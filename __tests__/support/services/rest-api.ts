import { violations } from './description.ts'
import { isIssuesPath, issuesApi } from './issues-api.ts'
import { type Answered, type Asked, json, paged } from './loopback.ts'
import { repositoryApi } from './repository-api.ts'
import { api, page, repositoryJson, root } from './repository-json.ts'
import { repository, type RunRecord, type State, type StoredArtifact } from './state.ts'

/** What the program asks of GitHub's REST API; each request and answer is held against GitHub's description. */
export function restApi(asked: Asked, state: State, blobs: string): Answered {
  const answer = answered(asked, state, blobs)
  state.violations.push(...violations(asked, answer))
  return answer
}

function answered(asked: Asked, state: State, blobs: string): Answered {
  const { rest: fault } = state.faults
  if (fault === 'hanging') return null
  if (fault === 'limited') return limited
  if (fault !== null) return json({ message: words(fault) }, fault)
  if (asked.headers.authorization === undefined) return json({ message: 'Requires authentication' }, 401)
  const held = repositoryApi(asked, state)
  if (held !== undefined) return held
  const { pathname } = asked.url
  if (isIssuesPath(pathname)) return issuesApi(asked, state.issues)
  const path = pathname.replace(`${root}/actions`, '')
  if (path === '/artifacts') return list(asked.url, state)
  const run = state.runs.get(/^\/runs\/(\d+)$/.exec(path)?.[1] ?? '')
  if (run !== undefined && !state.gone.has(run.id)) return json(runJson(run))
  const id = Number(/^\/artifacts\/(\d+)\/zip$/.exec(path)?.[1] ?? 0)
  const artifact = state.artifacts.find((one) => one.id === id)
  if (artifact === undefined) return json({ message: 'Not Found' }, 404)
  if (artifact.expired || !state.blobs.has(artifact.blob))
    return json({ message: 'Artifact has expired' }, 410)
  return { status: 302, headers: { location: `${blobs}/blobs/${artifact.blob}?sig=download` } }
}

const limited: Answered = {
  ...json({ message: 'You have exceeded a secondary rate limit. Please wait a few minutes.' }, 403),
  headers: { 'content-type': 'application/json', 'retry-after': '60' },
}

function words(status: number): string {
  return status === 403 ? 'Resource not accessible by integration' : 'the stand-in fails'
}

function list(url: URL, state: State): Answered {
  const name = url.searchParams.get('name')
  const artifacts = state.artifacts.filter((one) => one.complete && (name === null || one.name === name))
  const shown = paged(artifacts.toReversed(), url)
  return json({ total_count: artifacts.length, artifacts: shown.map((one) => artifactJson(one, state)) })
}

const sha = 'f'.repeat(40)

function artifactJson(artifact: StoredArtifact, state: State): object {
  const run = state.runs.get(artifact.runId)
  const url = `${api}/actions/artifacts/${artifact.id}`
  return {
    id: artifact.id,
    node_id: `A${artifact.id}`,
    name: artifact.name,
    size_in_bytes: state.blobs.get(artifact.blob)?.length ?? 0,
    url,
    archive_download_url: `${url}/zip`,
    expired: artifact.expired,
    created_at: artifact.createdAt,
    expires_at: artifact.expiresAt,
    updated_at: artifact.createdAt,
    workflow_run: {
      id: Number(artifact.runId),
      repository_id: repository.id,
      head_repository_id: run?.headRepositoryId,
      head_branch: run?.branch,
      head_sha: sha,
    },
  }
}

function runJson(run: RunRecord): object {
  const url = `${api}/actions/runs/${run.id}`
  const at = '2026-11-22T00:00:00Z'
  const person = { name: 'Octo Cat', email: 'octocat@example.com' }
  return {
    id: Number(run.id),
    node_id: `W${run.id}`,
    path: run.path,
    event: run.event,
    status: 'completed',
    conclusion: 'success',
    display_title: 'Certificates',
    run_number: 1,
    workflow_id: 1,
    head_branch: run.branch,
    head_sha: sha,
    head_commit: { id: sha, tree_id: sha, message: '', timestamp: at, author: person, committer: person },
    repository: repositoryJson(repository.id),
    head_repository: repositoryJson(run.headRepositoryId),
    pull_requests: [],
    created_at: at,
    updated_at: at,
    url,
    html_url: `${page}/actions/runs/${run.id}`,
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: `${api}/check-suites/1`,
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    workflow_url: `${api}/actions/workflows/1`,
  }
}
