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
