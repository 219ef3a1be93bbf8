import type { ToldRule } from './history.ts'

export const issueModes = ['per-domain', 'per-certificate', 'digest'] as const
export type IssueMode = (typeof issueModes)[number]

/** What the configuration says of GitHub issues. */
export interface IssueSettings {
  /** `auto`: nobody has said, so that a token that may not write issues is one note and no failure. */
  readonly enabled: boolean | 'auto'
  readonly mode: IssueMode
  readonly labels: readonly string[]
  readonly assignees: readonly string[]
  /** More new issues than this at once become one digest. */
  readonly digestAbove: number
}

export const defaultIssueSettings: IssueSettings = {
  enabled: 'auto',
  mode: 'per-domain',
  labels: ['certificate'],
  assignees: [],
  digestAbove: 10,
}

/** One of our issues as GitHub tells of it now. */
export interface KnownIssue {
  readonly number: number
  readonly open: boolean
  readonly closedAt: Date | null
  /** What we noted in it; `null` where somebody has taken that out. */
  readonly marker: IssueMarker | null
}

/** What an issue of ours says of itself, out of sight: with it a history that was lost is found again. */
export interface IssueMarker {
  readonly monitor: string
  /** What the issue is about: stable, and one open issue each. */
  readonly key: string
  /** As we last wrote it: a person may have found a better one. */
  readonly title: string
  /** Of the text as we last wrote it, but for what every run has anew. */
  readonly digest: string
  /** Whether we left it closed; one that is closed and does not say so was closed by somebody else. */
  readonly closed: boolean
  readonly members: readonly MarkedMember[]
}

/** An endpoint that an issue covers, and what it has told of it. */
export interface MarkedMember {
  readonly id: string
  readonly rules: readonly ToldRule[]
}
