import type { Notifications } from '../model/notifications.ts'
import type { InquiryPolicy, NetworkPolicy, Policy, Waiver } from '../model/policy.ts'
import type { Target } from '../model/target.ts'
import type { Complaint } from './complaint.ts'

/** What the configuration asks for, read, resolved and free of contradictions. */
export interface Watchlist {
  /** The monitor's name: what is written, else the config's path as given, else `domains`. */
  readonly monitor: string
  /** In the order of the config, then of the hosts; endpoint ids are unique. Never empty. */
  readonly entries: readonly WatchlistEntry[]
  readonly network: NetworkPolicy
  readonly inquiries: InquiryPolicy
  /** All of them, expired and unused ones included. */
  readonly waivers: readonly Waiver[]
  /** What `rules:` says, for the findings about the run itself. */
  readonly severities: Policy['severities']
  /** How many certificates are remembered of each endpoint. */
  readonly keepCertificates: number
  readonly checkIntervalSeconds: number
  /** Whether the config states the interval, or the default stands in. */
  readonly intervalWritten: boolean
  /** Whether, in a gate, only what the change adds or alters decides. */
  readonly gate: 'changed' | 'all'
  /** Whether the report is also written as SARIF. */
  readonly sarif: boolean
  /** Who hears of the run; `null`: it tells nobody, and knows none of these secrets. */
  readonly notifications: Notifications | null
  readonly config: { readonly path: string; readonly sha256: string } | null
  /** What is unwise and yet accepted: a literal password. */
  readonly warnings: readonly Complaint[]
}

export interface WatchlistEntry {
  readonly target: Target
  readonly policy: Policy
  /** Why this run must not contact the target (the detail of the reason `blocked`); `null`: it may. */
  readonly blocked: string | null
  /** Labels of the runner that can reach the target; empty: any runner can. */
  readonly runner: readonly string[]
}
