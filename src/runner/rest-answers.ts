import { at, textOrNull as text, wholeNumber as number } from '../model/json.ts'
import { Malformed } from '../wire/malformed.ts'

/** An artifact as GitHub's REST API lists it; what is missing there is `null`, and trusts nobody. */
export interface Artifact {
  readonly id: number
  readonly sizeBytes: number
  readonly expired: boolean
  /** ISO 8601. */
  readonly createdAt: string
  readonly runId: number
  readonly headRepositoryId: number | null
  readonly headBranch: string | null
}

/** A workflow run as GitHub's REST API tells it. */
export interface Run {
  /** The workflow file, without the ref that may follow it. */
  readonly path: string | null
  readonly event: string
  readonly headBranch: string | null
  readonly headRepositoryId: number | null
}

/** Reads the answer of `GET …/actions/artifacts`; leaves out what has no id or no run. */
export function parseArtifacts(answer: unknown): readonly Artifact[] {
  const list = at(answer, 'artifacts')
  if (!Array.isArray(list)) throw new Malformed('the answer lists no artifacts')
  return list.flatMap((entry: unknown) => {
    const id = number(at(entry, 'id'))
    const run = at(entry, 'workflow_run')
    const runId = number(at(run, 'id'))
    if (id === null || runId === null) return []
    return [
      {
        id,
        sizeBytes: number(at(entry, 'size_in_bytes')) ?? Infinity,
        expired: at(entry, 'expired') !== false,
        createdAt: text(at(entry, 'created_at')) ?? '',
        runId,
        headRepositoryId: number(at(run, 'head_repository_id')),
        headBranch: text(at(run, 'head_branch')),
      },
    ]
  })
}

/** Reads the answer of `GET …/actions/runs/{run_id}`. */
export function parseRun(answer: unknown): Run {
  return {
    path: text(at(answer, 'path'))?.split('@')[0] ?? null,
    event: text(at(answer, 'event')) ?? '',
    headBranch: text(at(answer, 'head_branch')),
    headRepositoryId: number(at(at(answer, 'head_repository'), 'id')),
  }
}

/** Reads the answer of `GET …/git/commits/{commit_sha}`: the first parent, `null` when there is none. */
export function parseFirstParent(answer: unknown): string | null {
  const parents = at(answer, 'parents')
  if (!Array.isArray(parents)) throw new Malformed('the answer names no parents')
  return commitSha(at(parents[0], 'sha'))
}

/** The id of a commit, SHA-1 or SHA-256; what is none is `null`. */
export function commitSha(value: unknown): string | null {
  const sha = text(value)
  return sha !== null && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(sha) ? sha : null
}
