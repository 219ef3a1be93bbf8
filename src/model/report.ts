import type { Finding, Status } from './finding.ts'
import type { Grade } from './grade.ts'
import type { Comparison } from './history.ts'
import type { Observation } from './observation.ts'
import type { Policy } from './policy.ts'

/** Our view of one endpoint: what was seen, and what we make of it. */
export interface Assessment {
  readonly observation: Observation
  readonly policy: Policy
  /** Against what was remembered of it. */
  readonly comparison: Comparison
  /** Worst first. */
  readonly findings: readonly Finding[]
  readonly status: Status
  /** The status before a gate made notices of what the change under review does not touch; else the same. */
  readonly judged: Status
  /** How good the TLS configuration is; `null` without a scan. */
  readonly grade: Grade | null
}

/** One run, rendered by `report/` and never changed again. */
export interface Report {
  readonly generator: Generator
  readonly run: Run
  /** When the run ended. */
  readonly at: Date
  /** The clock used for judging; differs from `at` under `--now`. */
  readonly now: Date
  readonly durationMs: number
  /** Findings about the run itself. */
  readonly findings: readonly Finding[]
  /** Worst first, then soonest expiry. */
  readonly assessments: readonly Assessment[]
  /** What a gate made notices, because the change under review has no part in it; `null`: nothing. */
  readonly demoted: Demoted | null
}

export interface Demoted {
  readonly findings: number
  readonly endpoints: number
}

export interface Generator {
  readonly version: string
  readonly node: string
  readonly openssl: string
  readonly trustStore: { readonly name: string; readonly roots: number; readonly sha256: string }
}

/** Which run this is; in a terminal most fields are `null`. */
export interface Run {
  readonly id: string | null
  readonly url: string | null
  readonly event: string | null
  readonly ref: string | null
  readonly sha: string | null
  readonly monitor: string
  readonly config: { readonly path: string; readonly sha256: string } | null
}
