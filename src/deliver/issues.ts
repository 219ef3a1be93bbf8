import type { IssueSettings, IssueWork } from '../model/issue.ts'
import { at } from '../model/json.ts'
import { listed } from '../model/text.ts'
import type { Ask, GitHubClient, Outcome } from './github.ts'
import { isComment, parseIssue, parseIssues, parseLogin } from './issue-answers.ts'
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
  /** Why something is not as it should be, a sentence without its end each. */
  readonly troubles: readonly string[]
  /** The refusal that ended the work; `null`: none did. */
  readonly refusal: () => { readonly status: number; readonly words: string } | null
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

const mostTries = 3
const issueRoute = `${issuesRoute}/{issue_number}`
const labelColor = 'b60205'
/** Their clock and ours. */
const skewMs = 300_000

export function issueDesk({ client: { call }, ask, login, settings, since }: DeskWays): IssueDesk {
  const troubles: string[] = []
  let refusal: { readonly status: number; readonly words: string } | null = null
  let labelled = false

  const send = async (
    route: string,
    parameters: Readonly<Record<string, unknown>>,
    repeatable: boolean,
  ): Promise<Outcome> => {
    if (refusal !== null) return { kind: 'postponed', words: refusal.words }
    const writes = !route.startsWith('GET ')
    const outcome = await ask({ send: () => call(route, parameters), repeatable, writes })
    if (writes && isForbidden(outcome)) refusal = outcome
    if (outcome.kind === 'refused' && outcome.status === 410 && /disabled/iu.test(outcome.words))
      refusal = outcome
    return outcome
  }

  /** What may not happen twice: after a failure that leaves it open, whoever asks looks first whether it did. */
  const once = async <T>(
    route: string,
    parameters: Readonly<Record<string, unknown>>,
    happened: () => Promise<T | null | 'unknown'>,
    read: (body: unknown) => T | null,
  ): Promise<T | Outcome> => {
    for (let tries = 1; ; tries += 1) {
      const outcome = await send(route, parameters, false)
      if (outcome.kind === 'done')
        return read(outcome.body) ?? { kind: 'uncertain', words: 'an answer that makes no sense' }
      if (outcome.kind !== 'uncertain') return outcome
      const there = await happened()
      if (there === 'unknown') return outcome
      if (there !== null) return there
      if (tries === mostTries) return outcome
    }
  }

  const comment = async (number: number, body: string): Promise<boolean> => {
    const parameters = {
      issue_number: number,
      since: new Date(since.getTime() - skewMs).toISOString(),
      per_page: 100,
    }
    const happened = async (): Promise<true | null | 'unknown'> => {
      const outcome = await send(`GET ${issueRoute}/comments`, parameters, true)
      if (outcome.kind !== 'done' || !Array.isArray(outcome.body)) return 'unknown'
      return outcome.body.some((one: unknown) => isComment(one, login, body)) ? true : null
    }
    const told = await once(
      `POST ${issueRoute}/comments`,
      { issue_number: number, body },
      happened,
      () => true as const,
    )
    if (told !== true) failed(`issue ${number} could not be commented on`, told)
    return told === true
  }

  const patch = async (
    number: number,
    parameters: Readonly<Record<string, unknown>>,
    what: string,
  ): Promise<boolean> => {
    const outcome = await send(`PATCH ${issueRoute}`, { issue_number: number, ...parameters }, true)
    if (outcome.kind !== 'done') failed(`issue ${number} could not be ${what}`, outcome)
    return outcome.kind === 'done'
  }

  const open = async (work: Extract<IssueWork, { kind: 'open' }>): Promise<IssueResult> => {
    const { title, body, monitor, key } = work
    await makeLabels()
    const happened = async (): Promise<number | null | 'unknown'> => {
      const newest = { creator: login, state: 'open', sort: 'created', direction: 'desc', per_page: 100 }
      const outcome = await send(`GET ${issuesRoute}`, newest, true)
      const issues = outcome.kind === 'done' ? parseIssues(outcome.body) : null
      if (issues === null) return 'unknown'
      const ours = issues.filter(
        ({ author, marker }) => author === login && marker?.monitor === monitor && marker.key === key,
      )
      return ours.length === 0 ? null : Math.min(...ours.map(({ number }) => number))
    }
    const create = (labels: readonly string[]): Promise<number | Outcome> => {
      const parameters = { title, body, ...(labels.length === 0 ? {} : { labels }) }
      return once(`POST ${issuesRoute}`, parameters, happened, (answer) => parseIssue(answer)?.number ?? null)
    }
    let opened = await create(settings.labels)
    // A label that GitHub will not have must not cost the issue.
    if (isRefusedAs(opened, 422) && settings.labels.length > 0) opened = await create([])
    if (typeof opened !== 'number') {
      failed('an issue could not be opened', opened)
      return { number: null, done: false, told: false }
    }
    await assign(opened)
    return { number: opened, done: true, told: true }
  }

  const makeLabels = async (): Promise<void> => {
    if (labelled) return
    labelled = true
    for (const name of settings.labels) {
      const there = await send(`GET /repos/{owner}/{repo}/labels/{name}`, { name }, true)
      if (!isRefusedAs(there, 404)) continue
      const made = await send('POST /repos/{owner}/{repo}/labels', { name, color: labelColor }, true)
      // Another run has made it meanwhile.
      if (made.kind !== 'done' && !isRefusedAs(made, 422)) failed(`the label ${name} could not be made`, made)
    }
  }

  /** In a call of its own: one name that cannot be assigned makes GitHub refuse all that comes with it. */
  const assign = async (number: number): Promise<void> => {
    const wanted = settings.assignees.map((name) => name.replace(/^@/u, ''))
    if (wanted.length === 0) return
    const outcome = await send(
      `POST ${issueRoute}/assignees`,
      { issue_number: number, assignees: wanted },
      true,
    )
    if (outcome.kind !== 'done') {
      failed(`issue ${number} was assigned to nobody (${listed(wanted)})`, outcome)
      return
    }
    const assigned = at(outcome.body, 'assignees')
    const names = Array.isArray(assigned)
      ? assigned.map((user: unknown) => parseLogin(user)?.toLowerCase())
      : []
    const missing = wanted.filter((name) => !names.includes(name.toLowerCase()))
    if (missing.length > 0) tell(`issue ${number} could not be assigned to ${listed(missing)}`)
  }

  const failed = (what: string, outcome: Outcome | boolean): void => {
    if (refusal !== null) return
    tell(typeof outcome === 'object' && 'words' in outcome ? `${what}: ${outcome.words}` : what)
  }

  const tell = (sentence: string): void => {
    if (!troubles.includes(sentence)) troubles.push(sentence)
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
    const state =
      work.kind === 'close'
        ? { state: 'closed', state_reason: work.reason }
        : { state: 'open', state_reason: 'reopened', ...(work.title === null ? {} : { title: work.title }) }
    const parameters = { ...state, ...(body === null ? {} : { body }) }
    const done = await patch(number, parameters, work.kind === 'close' ? 'closed' : 'reopened')
    return { number, done, told: done && (await comment(number, work.comment)) }
  }

  return { write, troubles, refusal: () => refusal }
}

/** One that is locked is a matter of that issue alone. */
function isForbidden(outcome: Outcome): outcome is Extract<Outcome, { kind: 'refused' }> {
  if (outcome.kind !== 'refused') return false
  return outcome.status === 401 || (outcome.status === 403 && !/locked/iu.test(outcome.words))
}

function isRefusedAs(outcome: Outcome | number, status: number): boolean {
  return typeof outcome === 'object' && outcome.kind === 'refused' && outcome.status === status
}
