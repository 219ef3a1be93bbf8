import { emptyStore, type IssueStore } from './issue-store.ts'

/** What GitHub remembers between runs. */
export interface State {
  readonly blobs: Map<string, Buffer>
  readonly caches: CacheEntry[]
  readonly artifacts: StoredArtifact[]
  readonly runs: Map<string, RunRecord>
  /** Runs that are listed with their artifacts, and answered with 404. */
  readonly gone: Set<string>
  /** By their ids. */
  readonly commits: Map<string, Commit>
  /** SARIF as it was uploaded, unpacked. */
  readonly scans: Scan[]
  /** Every request in order: `CreateCacheEntry`, `PUT blob`, `GET /repos/…`. */
  readonly requests: string[]
  /** What GitHub's own descriptions have against what was asked or answered. */
  readonly violations: string[]
  readonly faults: Faults
  readonly issues: IssueStore
  /** Moves by a second with everything that is made, so that newest is never a tie. */
  clock: number
}

export interface CacheEntry {
  readonly key: string
  readonly version: string
  readonly blob: string
  complete: boolean
}

export interface StoredArtifact {
  readonly id: number
  readonly name: string
  readonly runId: string
  readonly blob: string
  readonly createdAt: string
  readonly expiresAt: string | null
  complete: boolean
  expired: boolean
}

/** A commit: where it comes from, and the text of its files by path. */
export interface Commit {
  readonly parents: readonly string[]
  readonly files: Readonly<Record<string, string>>
}

export interface Scan {
  readonly commit: string
  readonly ref: string
  readonly sarif: string
}

/** A workflow run as the REST API knows it. */
export interface RunRecord {
  readonly id: string
  readonly event: string
  readonly path: string
  readonly branch: string
  readonly headRepositoryId: number
}

/** A status to answer with, or no answer at all; the named ones are policy. */
export type Fault = number | 'hanging'

/** How each service fails, until set back to `null`. */
export interface Faults {
  cache: Fault | 'write-denied' | 'read-denied' | null
  artifacts: Fault | null
  blobs: Fault | null
  /** 403 without a body of its own is the missing permission; `limited` is 403, too. */
  rest: Fault | 'limited' | null
  /** The contents of commits alone. */
  contents: Fault | null
  /** Code scanning alone; the named one is a repository that has it switched off. */
  scanning: Fault | 'off' | null
}

export const repository = { owner: 'owner', name: 'repository', id: 4242 } as const

export function emptyState(): State {
  return {
    blobs: new Map(),
    caches: [],
    artifacts: [],
    runs: new Map(),
    gone: new Set(),
    commits: new Map(),
    scans: [],
    requests: [],
    violations: [],
    faults: { cache: null, artifacts: null, blobs: null, rest: null, contents: null, scanning: null },
    issues: emptyStore(),
    clock: Date.UTC(2026, 10, 22),
  }
}

export function tick(state: State): string {
  state.clock += 1000
  return new Date(state.clock).toISOString()
}

/** A new blob's name. */
export function newBlob(state: State): string {
  return `b${state.blobs.size + state.caches.length + state.artifacts.length + 1}-${state.requests.length}`
}
