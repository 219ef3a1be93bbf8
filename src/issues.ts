import { setTimeout as pause } from 'node:timers/promises'

import { type GitHubClient, type GitHubWays, politely } from './deliver/github.ts'
import { type IssueDesk, issueDesk, type IssueResult } from './deliver/issues.ts'
import { type Found, ourIssues } from './deliver/our-issues.ts'
import { isWorthAsking, type StepOutcome, withIssues, withoutGitHub } from './history/issues/keep.ts'
import { idOf } from './history/issues/member.ts'
import { issuePlan, type IssueStep } from './history/issues/plan.ts'
import type { Memory } from './model/history.ts'
import type { IssueOccasion, IssueSettings, IssueWork } from './model/issue.ts'
import type { Report } from './model/report.ts'
import { shortened } from './model/text.ts'
import { renderIssue } from './report/issue.ts'
import { renderComment, renderRetirement } from './report/issue/comment.ts'

export interface IssueOrder {
  readonly report: Report
  /** As they are to be remembered, but for the issues. */
  readonly memories: readonly Memory[]
  readonly settings: IssueSettings
  /** `null`: the run has no token. */
  readonly client: GitHubClient | null
  /** `owner/name`. */
  readonly repository: string
  /** Where the report can be had; `null`: the run's own page tells. */
  readonly artifactUrl: string | null
  /** The time of day, and waiting. */
  readonly ways?: GitHubWays
}

export interface IssueDelivery {
  /** As they are to be remembered. */
  readonly memories: readonly Memory[]
  /** Numbers of the issues that were written to. */
  readonly touched: readonly number[]
  /** Sentences for summary and log. */
  readonly notes: readonly string[]
  /** Ids of endpoints whose issue is not as it should be: the next run tries again. */
  readonly undelivered: readonly string[]
}

const realWays: GitHubWays = {
  now: () => new Date(),
  elapsedMs: () => performance.now(),
  pause: async (ms) => {
    await pause(ms)
  },
}

/**
 * Opens, edits, comments, closes and reopens the issues of a run. Never throws, and takes two minutes at most: what
 * could not be done is said, and done by the next run.
 */
export async function deliverIssues(order: IssueOrder): Promise<IssueDelivery> {
  try {
    return await delivered(order)
  } catch (thrown) {
    // A carrier that fails, be it by our fault, is no loss of the report.
    const fault = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown)
    const undelivered = order.report.assessments
      .filter(({ status }) => status !== 'success')
      .map(({ observation }) => observation.target.id)
    const note = `Issues were not written, by a fault in this program (${shortened(fault, 200)}). Please report it.`
    return { memories: order.memories, touched: [], notes: [note], undelivered }
  }
}

async function delivered(order: IssueOrder): Promise<IssueDelivery> {
  const { report, memories, settings, client } = order
  if (settings.enabled === false || !isWorthAsking(report)) return nothing(memories)
  if (client === null) return unreached(order, 'Issues were not written: the run has no token.', true)
  const ways = order.ways ?? realWays
  const ask = politely(ways)
  const since = ways.now()
  const numbers = report.assessments.flatMap(({ comparison }) => {
    const issue = comparison.before?.issue ?? null
    return issue === null || issue.number === null || issue.state === 'closed' ? [] : [issue.number]
  })
  const { monitor } = report.run
  const search = { repository: order.repository, monitor, numbers: [...new Set(numbers)], now: since }
  const found = await ourIssues(search, client, ask)
  if (found.kind === 'unknown') return unreached(order, refusalNote(found), isForbidden(found.status))
  const desk = issueDesk({ client, ask, login: found.login, settings, since })
  return carriedOut(issuePlan({ report, known: found.known, settings }), order, desk)
}

async function carriedOut(
  steps: readonly IssueStep[],
  order: IssueOrder,
  desk: IssueDesk,
): Promise<IssueDelivery> {
  const outcomes: StepOutcome[] = []
  const touched = new Set<number>()
  for (const step of steps) {
    const work = workFor(step, order)
    const result = work === null ? unchanged(step) : await desk.write(work)
    outcomes.push({ step, ...result })
    if (work !== null && result.number !== null && (result.done || result.told)) touched.add(result.number)
  }
  const refusal = desk.refusal()
  const undelivered = outcomes.filter(({ done, told }) => !done || !told).flatMap(({ step }) => idsOf(step))
  const quiet = refusal !== null && isForbidden(refusal.status) && order.settings.enabled === 'auto'
  return {
    memories: withIssues(order.memories, order.report, outcomes),
    touched: [...touched].toSorted((one, other) => one - other),
    notes: [
      ...(refusal === null ? [] : [refusalNote(refusal)]),
      ...troubleNotes(desk.troubles),
      ...desk.remarks,
    ],
    undelivered: quiet ? [] : [...new Set(undelivered)],
  }
}

const mostTroubles = 3

function troubleNotes(troubles: readonly string[]): readonly string[] {
  if (troubles.length === 0) return []
  const shown = troubles.slice(0, mostTroubles).map((trouble) => shortened(trouble, 300))
  const more = troubles.length - shown.length
  return [
    `Issues: ${[...shown, ...(more === 0 ? [] : [`and ${more} more`])].join('; ')}. The next run tries again.`,
  ]
}

/** What is to be done at GitHub for a step; `null`: nothing, because the issue reads as it should. */
function workFor(step: IssueStep, { report, artifactUrl }: IssueOrder): IssueWork | null {
  if (step.kind === 'leave') return null
  if (step.kind === 'retire') {
    const { number } = step.issue
    return {
      kind: 'close',
      number,
      reason: 'not_planned',
      body: null,
      comment: renderRetirement(step.because),
    }
  }
  const { subject } = step
  const occasion = occasionOf(step)
  const text = renderIssue(subject, occasion, { report, artifactUrl })
  if (step.kind === 'open') {
    return { kind: 'open', monitor: report.run.monitor, key: subject.key, title: text.title, body: text.body }
  }
  const { number, marker } = step.issue
  const comment = renderComment(subject, occasion, report)
  // A title that a person has written stays, as long as ours says nothing new.
  const title = marker?.title === text.title ? null : text.title
  if (step.kind === 'close') {
    const reason = step.because === 'healthy' ? 'completed' : 'not_planned'
    return { kind: 'close', number, reason, body: text.body, comment }
  }
  if (step.kind === 'reopen') return { kind: 'reopen', number, title, body: text.body, comment }
  const news = subject.members.some(({ fresh }) => fresh.length > 0)
  const same = marker !== null && !marker.closed && marker.digest === text.digest && title === null
  if (same && !news) return null
  return { kind: 'edit', number, title, body: text.body, comment: news ? comment : null }
}

function occasionOf(step: Exclude<IssueStep, { kind: 'leave' | 'retire' }>): IssueOccasion {
  if (step.kind === 'close') return step.because
  return step.kind === 'reopen' ? 'returned' : 'trouble'
}

function unchanged(step: IssueStep): IssueResult {
  return { number: 'issue' in step ? step.issue.number : null, done: true, told: true }
}

function idsOf(step: IssueStep): readonly string[] {
  return 'subject' in step ? step.subject.members.map(idOf) : []
}

function nothing(memories: readonly Memory[]): IssueDelivery {
  return { memories, touched: [], notes: [], undelivered: [] }
}

/** Nobody knows how our issues stand: nothing is changed, and what was to be told waits. */
function unreached(
  { memories, report, settings }: IssueOrder,
  note: string,
  forbidden: boolean,
): IssueDelivery {
  const { memories: kept, waiting } = withoutGitHub(memories, report)
  const quiet = forbidden && settings.enabled === 'auto'
  // Where nobody is waiting for a word, nobody is told that there was none.
  const notes = waiting.length === 0 ? [] : [note]
  return { memories: kept, touched: [], notes, undelivered: quiet ? [] : waiting }
}

function isForbidden(status: number | null): boolean {
  return status !== null && [401, 403, 404, 410].includes(status)
}

function refusalNote({
  status,
  words,
}: Pick<Extract<Found, { kind: 'unknown' }>, 'status' | 'words'>): string {
  if (status === 410) {
    return 'Issues were not written: they are switched off in this repository. Switch them on in its settings, or set `notifications: { issues: { enabled: false } }`.'
  }
  if (status === 403 && /not accessible|must have|permission/iu.test(words)) {
    return 'Issues were not written: the token lacks the permission issues: write. Give the job `permissions: { contents: read, issues: write }`, or set `notifications: { issues: { enabled: false } }`.'
  }
  if (status === 401) return `Issues were not written: GitHub refused the token (${words}).`
  return `Issues were not written: ${shortened(words, 300)}. The next run tries again.`
}
