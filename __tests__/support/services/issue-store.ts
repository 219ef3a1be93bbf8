/** The issues of a repository as GitHub keeps them. */
export interface IssueStore {
  readonly issues: StoredIssue[]
  readonly labels: Set<string>
  /** Whoever the token acts for. */
  viewer: string
  /** Who can be assigned. */
  readonly assignable: Set<string>
  /** Whether the token may write issues, and whether the repository has any. */
  permission: 'write' | 'read' | 'none'
  enabled: boolean
  /** What goes wrong, the first that fits each time. */
  readonly faults: IssueFault[]
  /** What was written, in short: `open #1`, `comment #1 …`. */
  readonly log: string[]
  clock: () => Date
}

export interface StoredIssue {
  readonly number: number
  title: string
  body: string
  state: 'open' | 'closed'
  stateReason: 'completed' | 'not_planned' | 'reopened' | null
  readonly author: string
  labels: string[]
  assignees: string[]
  readonly createdAt: Date
  updatedAt: Date
  closedAt: Date | null
  readonly pullRequest: boolean
  locked: boolean
  readonly comments: StoredComment[]
}

export interface StoredComment {
  readonly id: number
  readonly author: string
  readonly body: string
  readonly at: Date
}

export interface IssueFault {
  /** Matches `POST /issues/7/comments`. */
  readonly on: RegExp
  times: number
  /** A status, no answer at all, an answer that is none; `lost`: it happens, and the answer is 502. */
  readonly how: number | 'hanging' | 'nonsense' | 'lost'
  readonly message?: string
  /** What GraphQL says, with status 200, instead of an answer. */
  readonly errors?: readonly { readonly type?: string; readonly message: string }[]
  readonly headers?: Readonly<Record<string, string>>
}

const bot = 'github-actions[bot]'

export function emptyStore(): IssueStore {
  return {
    issues: [],
    labels: new Set(),
    viewer: bot,
    assignable: new Set(),
    permission: 'write',
    enabled: true,
    faults: [],
    log: [],
    clock: () => new Date(),
  }
}

/** An issue that somebody opens in the browser. */
export function opened(store: IssueStore, differs: Partial<StoredIssue> = {}): StoredIssue {
  const at = store.clock()
  const issue: StoredIssue = {
    number: Math.max(0, ...store.issues.map(({ number }) => number)) + 1,
    title: 'an issue',
    body: '',
    state: 'open',
    stateReason: null,
    author: 'stranger',
    labels: [],
    assignees: [],
    createdAt: at,
    updatedAt: at,
    closedAt: null,
    pullRequest: false,
    locked: false,
    comments: [],
    ...differs,
  }
  store.issues.push(issue)
  return issue
}

/** A person, or a bot of theirs, closes an issue or opens it again. */
export function turned(store: IssueStore, number: number, state: StoredIssue['state']): void {
  const issue = store.issues.find((one) => one.number === number)
  if (issue === undefined) throw new TypeError(`no issue ${number}`)
  issue.state = state
  issue.closedAt = state === 'closed' ? store.clock() : null
  issue.updatedAt = store.clock()
}
