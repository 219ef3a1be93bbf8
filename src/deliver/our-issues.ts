import { dayMs } from '../model/certificate.ts'
import type { KnownIssue } from '../model/issue.ts'
import { timeLimits } from '../model/limits.ts'
import { counted } from '../model/text.ts'
import type { Ask, GitHubClient, Outcome } from './github.ts'
import { type AnsweredIssue, isIssueOf, parseIssue, parseIssues, parseLogin } from './issue-answers.ts'

export const issuesRoute = '/repos/{owner}/{repo}/issues'

const perPage = 100
/** One that was closed earlier is not opened again. */
const closedMs = 31 * dayMs

/** Whose issues to look for. */
export interface Search {
  /** `owner/name`. */
  readonly repository: string
  readonly monitor: string
  /** Those that stand in the history: ours, whoever wrote them. */
  readonly numbers: readonly number[]
  readonly now: Date
}

export type Found =
  | {
      readonly kind: 'found'
      /** The account that the token acts for. */
      readonly login: string
      readonly known: readonly KnownIssue[]
    }
  /** `status`: GitHub's own refusal; `null` where it was not reached, or made no sense. */
  | { readonly kind: 'unknown'; readonly status: number | null; readonly words: string }

/**
 * Our issues, and nobody else's: those of the history, and those that carry our marker and were written by the very
 * account that the token acts for. What could not be asked is unknown, not absent: then nothing is found at all.
 */
export async function ourIssues(
  search: Search,
  { call, login: askLogin }: GitHubClient,
  ask: Ask,
): Promise<Found> {
  const read = (route: string, parameters: Readonly<Record<string, unknown>> = {}): Promise<Outcome> =>
    ask({ send: () => call(route, parameters), repeatable: true, writes: false })
  const login = await accountOf(askLogin, read, ask)
  if (typeof login !== 'string') return login
  const since = new Date(search.now.getTime() - closedMs).toISOString()
  const open = await listed({ creator: login, state: 'open' }, read)
  if (!isList(open)) return open
  const closed = await listed({ creator: login, state: 'closed', since, sort: 'updated' }, read)
  if (!isList(closed)) return closed
  const marked = [...open, ...closed].filter(
    ({ author, marker }) => author === login && marker?.monitor === search.monitor,
  )
  const known = new Map(marked.map((issue) => [issue.number, issue]))
  for (const number of search.numbers) {
    if (known.has(number)) continue
    const issue = await remembered(number, search.repository, read)
    if (issue !== null && 'kind' in issue) return issue
    if (issue !== null) known.set(number, issue)
  }
  return { kind: 'found', login, known: [...known.values()] }
}

type Read = (route: string, parameters?: Readonly<Record<string, unknown>>) => Promise<Outcome>
type Unknown = Extract<Found, { kind: 'unknown' }>

async function accountOf(login: GitHubClient['login'], read: Read, ask: Ask): Promise<string | Unknown> {
  const viewer = await ask({ send: login, repeatable: true, writes: false })
  if (viewer.kind === 'done' && typeof viewer.body === 'string') return viewer.body
  if (viewer.kind !== 'refused') return unknown(viewer, 'which account the token acts for')
  const user = await read('GET /user')
  const named = user.kind === 'done' ? parseLogin(user.body) : null
  return named ?? unknown(user, 'which account the token acts for')
}

async function listed(
  filter: Readonly<Record<string, string>>,
  read: Read,
): Promise<readonly AnsweredIssue[] | Unknown> {
  const found: AnsweredIssue[] = []
  for (let page = 1; page <= timeLimits.issuePages; page += 1) {
    const outcome = await read(`GET ${issuesRoute}`, { ...filter, per_page: perPage, page })
    const issues = outcome.kind === 'done' ? parseIssues(outcome.body) : null
    if (outcome.kind !== 'done' || issues === null) return unknown(outcome, 'its issues')
    found.push(...issues)
    if (Array.isArray(outcome.body) && outcome.body.length < perPage) return found
  }
  // Of closed ones the latest are enough; of open ones each may be ours.
  if (filter['state'] === 'closed') return found
  const words = `the token's account has more than ${counted(timeLimits.issuePages * perPage, 'open issue')}`
  return { kind: 'unknown', status: null, words }
}

/** `null`: deleted, moved away, or never an issue. */
async function remembered(
  number: number,
  repository: string,
  read: Read,
): Promise<AnsweredIssue | Unknown | null> {
  const outcome = await read(`GET ${issuesRoute}/{issue_number}`, { issue_number: number })
  if (outcome.kind === 'done')
    return isIssueOf(outcome.body, repository, number) ? parseIssue(outcome.body) : null
  if (outcome.kind === 'refused' && [301, 404, 410].includes(outcome.status)) return null
  return unknown(outcome, `issue ${number}`)
}

function unknown(outcome: Outcome, what: string): Unknown {
  const status = outcome.kind === 'refused' ? outcome.status : null
  const words = outcome.kind === 'done' ? 'an answer that makes no sense' : outcome.words
  return { kind: 'unknown', status, words: `GitHub did not tell ${what}: ${words}` }
}

function isList(answer: readonly AnsweredIssue[] | Unknown): answer is readonly AnsweredIssue[] {
  return Array.isArray(answer)
}
