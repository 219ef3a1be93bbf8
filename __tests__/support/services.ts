import { artifactService } from './services/artifact-service.ts'
import { blobStore } from './services/blob-store.ts'
import { cacheService } from './services/cache-service.ts'
import { type Answered, type Asked, serve } from './services/loopback.ts'
import { restApi } from './services/rest-api.ts'
import {
  type CacheEntry,
  emptyState,
  newBlob,
  repository,
  type RunRecord,
  type State,
  type StoredArtifact,
  tick,
} from './services/state.ts'

/** GitHub's cache, artifact and blob services and a corner of its REST API, on loopback, as the toolkit speaks to them. */
export interface Services extends Pick<
  State,
  'caches' | 'artifacts' | 'requests' | 'faults' | 'commits' | 'scans' | 'issues'
> {
  /** Begins a run, by schedule on main unless told otherwise; answers what its runner would put in the environment. */
  begin(run?: Partial<RunRecord> & { readonly attempt?: string }): Readonly<Record<string, string>>
  /** Puts an artifact there as if that run had made it. */
  place(name: string, archive: Buffer, run?: Partial<RunRecord>): void
  /** The cache as it is after seven quiet days. */
  evict(): void
  /** Replaces what every cache entry, or the named artifact, holds. */
  replace(what: 'caches' | { readonly artifact: string }, bytes: Buffer): void
  /** What goes between being listed and being asked for: an artifact's bytes, or the record of a run. */
  lose(what: { readonly artifact: number } | { readonly run: string }): void
  /** What an artifact holds. */
  archive(name: string): Buffer
  /** What this cache entry or artifact holds. */
  held(thing: CacheEntry | StoredArtifact | undefined): Buffer
  /** Throws when GitHub's own descriptions have anything against what was asked or answered. */
  close(): Promise<void>
}

const workflow = '.github/workflows/monitor.yml'

export async function startServices(): Promise<Services> {
  const state = emptyState()
  const blobs = await serve(blobStore(state))
  const api = await serve((asked) => route(asked, state, blobs.origin))
  let runs = 100
  const record = (run: Partial<RunRecord>): RunRecord => {
    runs += 1
    const made = { ...ordinary, id: String(runs), ...run }
    state.runs.set(made.id, made)
    return made
  }
  return {
    ...state,
    begin: ({ attempt = '1', ...run } = {}) => environment(record(run), attempt, api.origin),
    place(name, archive, run = {}) {
      const blob = newBlob(state)
      state.blobs.set(blob, archive)
      const { id: runId } = record(run)
      const rest = { createdAt: tick(state), expiresAt: null, complete: true, expired: false }
      state.artifacts.push({ id: 1000 + state.artifacts.length, name, runId, blob, ...rest })
    },
    evict: () => void state.caches.splice(0),
    replace(what, bytes) {
      const found =
        what === 'caches' ? state.caches : state.artifacts.filter((one) => one.name === what.artifact)
      for (const { blob } of found) state.blobs.set(blob, bytes)
    },
    lose(what) {
      if ('run' in what) state.gone.add(what.run)
      else state.blobs.delete(state.artifacts.find((one) => one.id === what.artifact)?.blob ?? '')
    },
    archive: (name) => {
      const artifact = state.artifacts.findLast((one) => one.name === name)
      return state.blobs.get(artifact?.blob ?? '') ?? Buffer.alloc(0)
    },
    held: (thing) => state.blobs.get(thing?.blob ?? '') ?? Buffer.alloc(0),
    close: async () => {
      await Promise.all([api.close(), blobs.close()])
      if (state.violations.length > 0)
        throw new Error(`GitHub describes it otherwise:\n${[...new Set(state.violations)].join('\n')}`)
    },
  }
}

const ordinary = {
  event: 'schedule',
  path: workflow,
  branch: 'main',
  headRepositoryId: repository.id,
} as const

function route(asked: Asked, state: State, blobs: string): Answered {
  const [, service = '', method = ''] =
    /^\/twirp\/github\.actions\.results\.api\.v1\.(\w+)\/(\w+)$/.exec(asked.url.pathname) ?? []
  state.requests.push(service === '' ? `${asked.method} ${asked.url.pathname}` : method)
  if (service === '') return restApi(asked, state, blobs)
  const body: unknown = JSON.parse(asked.body.toString())
  return service === 'CacheService'
    ? cacheService(method, body, state, blobs)
    : artifactService(method, body, state, blobs)
}

function environment(run: RunRecord, attempt: string, origin: string): Readonly<Record<string, string>> {
  const full = `${repository.owner}/${repository.name}`
  return {
    ACTIONS_RESULTS_URL: `${origin}/`,
    ACTIONS_RUNTIME_TOKEN: token(run.id),
    ACTIONS_CACHE_SERVICE_V2: 'True',
    GITHUB_API_URL: origin,
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: full,
    GITHUB_REPOSITORY_ID: String(repository.id),
    GITHUB_WORKFLOW_REF: `${full}/${run.path}@refs/heads/${run.branch}`,
    GITHUB_EVENT_NAME: run.event,
    GITHUB_REF: `refs/heads/${run.branch}`,
    GITHUB_RUN_ID: run.id,
    GITHUB_RUN_ATTEMPT: attempt,
    GITHUB_RETENTION_DAYS: '90',
    INPUT_TOKEN: 'stand-in-token',
  }
}

/** The toolkit decodes the token for its scope, and verifies nothing. */
function token(runId: string): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part({ alg: 'none' })}.${part({ scp: `Actions.Results:${runId}:job-1` })}.signature`
}
