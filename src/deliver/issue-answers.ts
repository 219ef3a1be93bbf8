import { parseMarker } from '../model/issue-marker.ts'
import type { KnownIssue } from '../model/issue.ts'
import { at, textOrNull, wholeNumber } from '../model/json.ts'

/** An issue as GitHub's REST API tells it, pull requests left aside. */
export interface AnsweredIssue extends KnownIssue {
  readonly author: string | null
}

/** Reads a list of issues; what is none is left out. `null`: the answer is no list. */
export function parseIssues(answer: unknown): readonly AnsweredIssue[] | null {
  return Array.isArray(answer) ? answer.flatMap((one: unknown) => parseIssue(one) ?? []) : null
}

/** Reads one issue; `null` for a pull request, and for what is no issue at all. */
export function parseIssue(answer: unknown): AnsweredIssue | null {
  const number = wholeNumber(at(answer, 'number'))
  const state = at(answer, 'state')
  if (number === null || number <= 0 || (state !== 'open' && state !== 'closed')) return null
  if ((at(answer, 'pull_request') ?? null) !== null) return null
  const closedAt = new Date(textOrNull(at(answer, 'closed_at')) ?? Number.NaN)
  return {
    number,
    open: state === 'open',
    closedAt: Number.isNaN(closedAt.getTime()) ? null : closedAt,
    marker: parseMarker(textOrNull(at(answer, 'body')) ?? ''),
    author: parseLogin(at(answer, 'user')),
  }
}

/** Whether an answer speaks of this issue: one that was moved to another repository is answered from there. */
export function isIssueOf(answer: unknown, repository: string, number: number): boolean {
  const address = textOrNull(at(answer, 'repository_url')) ?? ''
  return (
    at(answer, 'number') === number && address.toLowerCase().endsWith(`/repos/${repository.toLowerCase()}`)
  )
}

export function parseLogin(user: unknown): string | null {
  return textOrNull(at(user, 'login'))
}

/** Whether a comment of this account says just this. */
export function isComment(comment: unknown, login: string, body: string): boolean {
  const said = textOrNull(at(comment, 'body'))?.replaceAll('\r\n', '\n').trim()
  return parseLogin(at(comment, 'user')) === login && said === body.trim()
}
