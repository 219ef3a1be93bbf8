import { type Answered, json, twirpError } from './loopback.ts'
import { newBlob, type State, tick } from './state.ts'

interface ArtifactRequest {
  readonly workflow_run_backend_id: string
  readonly workflow_job_run_backend_id: string
  readonly name: string
  readonly size?: string
  readonly hash?: string
  readonly expires_at?: string
  readonly name_filter?: string
  readonly id_filter?: string
}

/** GitHub's artifact service. A name is taken once in a run. */
export function artifactService(method: string, body: unknown, state: State, blobs: string): Answered {
  const { artifacts: fault } = state.faults
  if (fault === 'hanging') return null
  if (fault !== null) return twirpError(fault, 'the stand-in fails')
  const request = body as ArtifactRequest
  switch (method) {
    case 'CreateArtifact':
      return create(request, state, blobs)
    case 'FinalizeArtifact':
      return finalize(request, state)
    case 'ListArtifacts':
      return list(request, state)
    case 'GetSignedArtifactURL':
      return address(request, state, blobs)
    default:
      return twirpError(404, `no method ${method}`)
  }
}

function create(request: ArtifactRequest, state: State, blobs: string): Answered {
  if (ofRun(request, state).some((one) => one.name === request.name))
    return twirpError(409, 'an artifact with this name already exists on the workflow run')
  const blob = newBlob(state)
  state.artifacts.push({
    id: 1000 + state.artifacts.length,
    name: request.name,
    runId: request.workflow_run_backend_id,
    blob,
    createdAt: tick(state),
    expiresAt: request.expires_at ?? null,
    complete: false,
    expired: false,
  })
  return json({ ok: true, signed_upload_url: `${blobs}/blobs/${blob}?sig=upload` })
}

function finalize(request: ArtifactRequest, state: State): Answered {
  const artifact = ofRun(request, state).find((one) => one.name === request.name)
  if (artifact === undefined || Number(request.size) !== state.blobs.get(artifact.blob)?.length)
    return json({ ok: false })
  artifact.complete = true
  return json({ ok: true, artifact_id: String(artifact.id) })
}

function list(request: ArtifactRequest, state: State): Answered {
  const { name_filter: name, id_filter: id } = request
  const artifacts = ofRun(request, state)
    .filter((one) => one.complete && (name === undefined || one.name === name))
    .filter((one) => id === undefined || String(one.id) === id)
    .map((one) => ({
      workflow_run_backend_id: one.runId,
      workflow_job_run_backend_id: request.workflow_job_run_backend_id,
      database_id: String(one.id),
      name: one.name,
      size: String(state.blobs.get(one.blob)?.length ?? 0),
      created_at: one.createdAt,
    }))
  return json({ artifacts })
}

function address(request: ArtifactRequest, state: State, blobs: string): Answered {
  const artifact = ofRun(request, state).find((one) => one.complete && one.name === request.name)
  if (artifact === undefined) return twirpError(404, 'artifact not found')
  return json({ name: artifact.name, signed_url: `${blobs}/blobs/${artifact.blob}?sig=download` })
}

function ofRun({ workflow_run_backend_id: run }: ArtifactRequest, state: State): State['artifacts'] {
  return state.artifacts.filter((one) => one.runId === run)
}
