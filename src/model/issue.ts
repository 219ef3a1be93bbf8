import type { Finding, Status } from './finding.ts'
import type { ToldRule } from './history.ts'
import type { Assessment } from './report.ts'

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
  /** The config that names all its endpoints; `null` where one was given as an input. */
  readonly config: string | null
  readonly members: readonly MarkedMember[]
}

/** An endpoint that an issue covers, and what it has told of it. */
export interface MarkedMember {
  readonly id: string
  readonly rules: readonly ToldRule[]
}

/** One endpoint as its issue has to tell of it. */
export interface IssueMember {
  /** With the changes that are still being told. */
  readonly assessment: Assessment
  /** How it stands, what silence may hide included; of one that nobody asked, as it stood. */
  readonly status: Status
  /** The findings that make it so. */
  readonly counted: readonly ToldRule[]
  /** Findings that its issue has not told yet, or not as this grave. */
  readonly fresh: readonly Finding[]
  /** Whether anybody has looked. */
  readonly asked: boolean
  /** Whether it is calm only because a waiver says so. */
  readonly waived: boolean
}

/** What an issue is about, and the endpoints it covers: never none. */
export interface IssueSubject {
  readonly key: string
  readonly members: readonly IssueMember[]
}

/** Why an issue is written to. */
export type IssueOccasion = 'trouble' | 'returned' | 'healthy' | 'waived'

/** An issue in words. */
export interface IssueText {
  readonly title: string
  /** With the marker at its head. */
  readonly body: string
  /** Of the body, but for what every run has anew. */
  readonly digest: string
}

/** What is to be done at GitHub. */
export type IssueWork =
  | ({ readonly kind: 'open'; readonly monitor: string; readonly key: string } & Pick<
      IssueText,
      'title' | 'body'
    >)
  /** The comment comes first: a text that says it was told must not lie. `null`: stays as it is. */
  | {
      readonly kind: 'edit'
      readonly number: number
      readonly title: string | null
      readonly body: string | null
      readonly comment: string | null
    }
  | {
      readonly kind: 'reopen'
      readonly number: number
      readonly title: string | null
      readonly body: string
      readonly comment: string
    }
  | {
      readonly kind: 'close'
      readonly number: number
      readonly reason: 'completed' | 'not_planned'
      readonly body: string | null
      readonly comment: string
    }
