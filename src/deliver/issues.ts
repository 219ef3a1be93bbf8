import type { IssueSettings, IssueWork } from '../model/issue.ts'
import type { Ask, GitHubClient } from './github.ts'
import { isComment, parseIssue, parseIssues } from './issue-answers.ts'
import { isRefusedAs, type IssueRequests, issueRequests, type Refusal, why } from './issue-requests.ts'
import { assign, makeLabels } from './issue-trimmings.ts'
import { issuesRoute } from './our-issues.ts'

/** What became of one piece of work. */
export interface IssueResult {
  readonly number: number | null
  /** Opened, closed, reopened or written anew, as was to be done. */
  readonly done: boolean
  /** The comment stands there, or none was wanted. */
  readonly told: boolean
}

/** Writes issues one after the other. A refusal that would meet all of them ends the work, and is said once. */
export interface IssueDesk {
  readonly write: (work: IssueWork) => Promise<IssueResult>
  /** What the next run has to do again, in words without an end. */
  readonly troubles: readonly string[]
  /** What no run will do, a sentence each. */
  readonly remarks: readonly string[]
  readonly refusal: () => Refusal | null
}

export interface DeskWays {
  readonly client: GitHubClient
  readonly ask: Ask
  /** The account that the token acts for. */
  readonly login: string
  readonly settings: Pick<IssueSettings, 'labels' | 'assignees'>
  /** When the run began to write; comments before that are others'. */
  readonly since: Date
}

const issueRoute = `${issuesRoute}/{issue_number}`
/** Their clock and ours. */
const skewMs = 300_000

export function issueDesk({ client, ask, login, settings, since }: DeskWays): IssueDesk {
  const requests = issueRequests(client, ask)
  const troubles: string[] = []
  const remarks: string[] = []
  let labelled = false
  const failed = (what: string, outcome: unknown): void => {
    if (requests.refusal() === null) troubles.push(what + why(outcome))
  }
  const remark = (sentences: readonly string[]): void => {
    if (requests.refusal() === null) remarks.push(...sentences)
  }

  const comment = async (number: number, body: string): Promise<boolean> => {
    const told = await commented(number, body, { requests, login, since })
    if (told !== true) failed(`issue ${number} could not be commented on`, told)
    return told === true
  }

  const patch = async (number: number, change: object, what: string): Promise<boolean> => {
    const outcome = await requests.write(`PATCH ${issueRoute}`, { issue_number: number, ...change })
    if (outcome.kind !== 'done') failed(`issue ${number} could not be ${what}`, outcome)
    return outcome.kind === 'done'
  }

  const open = async (work: Extract<IssueWork, { kind: 'open' }>): Promise<IssueResult> => {
    if (!labelled) remark(await makeLabels(settings.labels, requests))
    labelled = true
    let number = await opened(work, settings.labels, { requests, login })
    // A label that GitHub will not have must not cost the issue.
    if (isRefusedAs(number, 422)) number = await opened(work, [], { requests, login })
    if (typeof number !== 'number') {
      failed('an issue could not be opened', number)
      return { number: null, done: false, told: false }
    }
    remark(await assign(number, settings.assignees, requests))
    return { number, done: true, told: true }
  }

  const edit = async (work: Extract<IssueWork, { kind: 'edit' }>): Promise<IssueResult> => {
    const { number, title, body } = work
    const told = work.comment === null || (await comment(number, work.comment))
    // The text says what was told: until then it stays as it is.
    if (body === null || !told) return { number, done: told, told }
    const done = await patch(number, { body, ...(title === null ? {} : { title }) }, 'written anew')
    return { number, done, told }
  }

  const write = async (work: IssueWork): Promise<IssueResult> => {
    if (work.kind === 'open') return open(work)
    if (work.kind === 'edit') return edit(work)
    const { number, body } = work
    const change =
      work.kind === 'close'
        ? { state: 'closed', state_reason: work.reason }
        : { state: 'open', state_reason: 'reopened', ...(work.title === null ? {} : { title: work.title }) }
    const what = work.kind === 'close' ? 'closed' : 'reopened'
    const done = await patch(number, { ...change, ...(body === null ? {} : { body }) }, what)
    return { number, done, told: done && (await comment(number, work.comment)) }
  }

  return { write, troubles, remarks, refusal: requests.refusal }
}

interface Hand {
  readonly requests: IssueRequests
  readonly login: string
}

/** The number of the new issue, or why there is none. */
async function opened(
  { title, body, monitor, key }: Extract<IssueWork, { kind: 'open' }>,
  labels: readonly string[],
  { requests, login }: Hand,
): Promise<unknown> {
  return requests.once<number>({
    route: `POST ${issuesRoute}`,
    parameters: { title, body, ...(labels.length === 0 ? {} : { labels }) },
    read: (answer) => parseIssue(answer)?.number ?? null,
    happened: async () => {
      const newest = { creator: login, state: 'open', sort: 'created', direction: 'desc', per_page: 100 }
      const outcome = await requests.read(`GET ${issuesRoute}`, newest)
      const issues = outcome.kind === 'done' ? parseIssues(outcome.body) : null
      if (issues === null) return 'unknown'
      const ours = issues.find(
        ({ author, marker }) => author === login && marker?.monitor === monitor && marker.key === key,
      )
      return ours?.number ?? null
    },
  })
}

/** `true`, or why the comment does not stand there. */
async function commented(
  number: number,
  body: string,
  { requests, login, since }: Hand & Pick<DeskWays, 'since'>,
): Promise<unknown> {
  const earliest = new Date(since.getTime() - skewMs).toISOString()
  return requests.once<true>({
    route: `POST ${issueRoute}/comments`,
    parameters: { issue_number: number, body },
    read: () => true,
    happened: async () => {
      const parameters = { issue_number: number, since: earliest, per_page: 100 }
      const outcome = await requests.read(`GET ${issueRoute}/comments`, parameters)
      if (outcome.kind !== 'done' || !Array.isArray(outcome.body)) return 'unknown'
      return outcome.body.some((one: unknown) => isComment(one, login, body)) ? true : null
    },
  })
}
