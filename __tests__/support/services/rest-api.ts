import { isIssuesPath, issuesApi } from './issues-api.ts'
import { type Answered, type Asked, json } from './loopback.ts'
import { repositoryApi } from './repository-api.ts'
import { repository, type State, type StoredArtifact } from './state.ts'

const root = `/repos/${repository.owner}/${repository.name}/actions`

/** The few REST operations about artifacts and runs that the program asks for. */
export function restApi(asked: Asked, state: State, blobs: string): Answered {
  const { rest: fault } = state.faults
  if (fault === 'hanging') return null
  if (fault !== null) return json({ message: words(fault) }, fault)
  if (asked.headers.authorization === undefined) return json({ message: 'Requires authentication' }, 401)
  const held = repositoryApi(asked, state)
  if (held !== undefined) return held
  const path = asked.url.pathname
  if (isIssuesPath(path)) return issuesApi(asked, state.issues)
  if (path === `${root}/artifacts`) return list(asked.url.searchParams, state)
  const run = state.runs.get(/^\/runs\/(\d+)$/.exec(path.replace(root, ''))?.[1] ?? '')
  if (run !== undefined && !state.gone.has(run.id))
    return json({
      id: Number(run.id),
      path: run.path,
      event: run.event,
      head_branch: run.branch,
      head_repository: { id: run.headRepositoryId },
    })
  const id = Number(/^\/artifacts\/(\d+)\/zip$/.exec(path.replace(root, ''))?.[1] ?? 0)
  const artifact = state.artifacts.find((one) => one.id === id)
  if (artifact === undefined) return json({ message: 'Not Found' }, 404)
  if (artifact.expired || !state.blobs.has(artifact.blob))
    return json({ message: 'Artifact has expired' }, 410)
  return { status: 302, headers: { location: `${blobs}/blobs/${artifact.blob}?sig=download` } }
}

function words(status: number): string {
  return status === 403 ? 'Resource not accessible by integration' : 'the stand-in fails'
}

function list(parameters: URLSearchParams, state: State): Answered {
  const name = parameters.get('name')
  const most = Number(parameters.get('per_page') ?? 30)
  const artifacts = state.artifacts.filter((one) => one.complete && (name === null || one.name === name))
  const page = artifacts.toReversed().slice(0, most)
  return json({ total_count: artifacts.length, artifacts: page.map((one) => described(one, state)) })
}

function described(artifact: StoredArtifact, state: State): object {
  const run = state.runs.get(artifact.runId)
  return {
    id: artifact.id,
    name: artifact.name,
    size_in_bytes: state.blobs.get(artifact.blob)?.length ?? 0,
    expired: artifact.expired,
    created_at: artifact.createdAt,
    workflow_run: {
      id: Number(artifact.runId),
      repository_id: repository.id,
      head_repository_id: run?.headRepositoryId,
      head_branch: run?.branch,
    },
  }
}
