import { dayMs } from '../../model/certificate.ts'
import type { IssueSettings, IssueSubject, KnownIssue } from '../../model/issue.ts'
import type { Report } from '../../model/report.ts'
import { blastRadius } from '../outage.ts'
import { type Housed, housed, latestFirst } from './home.ts'
import { certificateKey, digestKey, keyFor } from './key.ts'
import { idOf, isRisen, isTroubled, type Member } from './member.ts'
import { strays } from './strays.ts'

/** An issue's subject, with what was told of it before. */
export interface Subject extends IssueSubject {
  readonly members: readonly Member[]
}

/** What is to become of one issue. */
export type IssueStep =
  | { readonly kind: 'open'; readonly subject: Subject }
  /** Trouble goes on: the text is written anew where it differs, and what is fresh is said in a comment. */
  | { readonly kind: 'update'; readonly issue: KnownIssue; readonly subject: Subject }
  | { readonly kind: 'reopen'; readonly issue: KnownIssue; readonly subject: Subject }
  | {
      readonly kind: 'close'
      readonly issue: KnownIssue
      readonly subject: Subject
      readonly because: 'healthy' | 'waived'
    }
  /** Not needed any more: another issue tells of the same, or nobody watches its endpoints. */
  | { readonly kind: 'retire'; readonly issue: KnownIssue; readonly because: 'duplicate' | 'unwatched' }
  /** Nothing is done. */
  | { readonly kind: 'leave'; readonly issue: KnownIssue; readonly subject: Subject }

export interface Situation {
  readonly report: Report
  /** Our issues, and no others, as GitHub tells of them now. */
  readonly known: readonly KnownIssue[]
  readonly settings: Pick<IssueSettings, 'mode' | 'digestAbove'>
}

/** One that returns within this time is the old trouble. */
const reopenMs = 30 * dayMs

/**
 * What the issues need after a run, the most urgent first. Under a blast radius nothing; and what was not observed
 * neither opens nor closes any.
 */
export function issuePlan({ report, known, settings }: Situation): readonly IssueStep[] {
  if (blastRadius(report) !== null) return []
  const { assessments, now } = report
  const all = housed(assessments, known, now)
  const inOpen = all.filter(({ home }) => home?.open === true)
  const { joining, fresh } = admission(all, { report, known, settings })
  const groups = Map.groupBy([...inOpen, ...joining], ({ home }) => home)
  const going = [...groups].flatMap(([issue, those]) =>
    issue === null ? [] : stepFor(issue, membersOf(those)),
  )
  const steps = [...fresh, ...going, ...strays(known, groups, report)]
  return mostUrgentFirst([...steps, ...left(all, steps)])
}

/** Trouble without an open issue; what a person has closed is acknowledged until it is worse. */
function isWanting({ member, home }: Housed): boolean {
  if (home?.open === true || !member.asked || !isTroubled(member)) return false
  return home === null || member.before?.state !== 'acknowledged' || isRisen(member)
}

interface Admission {
  /** Into issues that are open already. */
  readonly joining: readonly Housed[]
  /** Whatever needs an issue: a new one, or one that was closed not long ago. */
  readonly fresh: readonly IssueStep[]
}

/** Where trouble without an open issue goes. A flood of new issues is one digest instead. */
function admission(all: readonly Housed[], { report, known, settings }: Situation): Admission {
  const { now } = report
  const open = openByKey(known, all, now)
  const wanting = all.filter(isWanting)
  const own = wanting.map(({ member }) => keyFor(member.assessment, settings.mode, now))
  const alone = new Set(own.filter((key) => !open.has(key)))
  const flood = alone.size > settings.digestAbove
  const placed = wanting.map((one, index) => {
    const key = own[index] ?? digestKey
    return { one, key: flood && alone.has(key) ? digestKey : key }
  })
  const joining = placed.flatMap(({ one: { member }, key }) => {
    const home = open.get(key)
    return home === undefined ? [] : [{ member, home }]
  })
  const groups = Map.groupBy(
    placed.filter(({ key }) => !open.has(key)),
    ({ key }) => key,
  )
  const staying = all.filter((one) => !wanting.includes(one))
  const fresh = [...groups].map(([key, those]) => {
    const members = those.map(({ one }) => one)
    return opening(key, members, staying, { known, now })
  })
  return { joining, fresh }
}

/** The open issue for each key: the oldest that says so; for a certificate, also the one where it is served now. */
function openByKey(
  known: readonly KnownIssue[],
  all: readonly Housed[],
  now: Date,
): ReadonlyMap<string, KnownIssue> {
  const found = new Map<string, KnownIssue>()
  const add = (key: string | null | undefined, issue: KnownIssue | null): void => {
    if (key === null || key === undefined || issue?.open !== true) return
    const other = found.get(key)
    if (other === undefined || issue.number < other.number) found.set(key, issue)
  }
  for (const { member, home } of all) {
    add(member.before?.key, home)
    if (home?.marker?.key.startsWith('certificate ') === true && isTroubled(member))
      add(certificateKey(member.assessment, now), home)
  }
  for (const issue of known) add(issue.marker?.key, issue)
  return found
}

/** A new issue, or the last one about the same, with what it covered and no other issue is to tell of. */
function opening(
  key: string,
  those: readonly Housed[],
  staying: readonly Housed[],
  { known, now }: { readonly known: readonly KnownIssue[]; readonly now: Date },
): IssueStep {
  const about = (issue: KnownIssue): string | null =>
    issue.marker?.key ?? those.find(({ home }) => home === issue)?.member.before?.key ?? null
  const [issue] = known
    .filter((issue) => !issue.open && isRecent(issue, now) && about(issue) === key)
    .toSorted((one, other) => latestFirst(one, other))
  if (issue === undefined) return { kind: 'open', subject: { key, members: membersOf(those) } }
  const covered = staying.filter(({ home }) => home === issue)
  return { kind: 'reopen', issue, subject: { key, members: membersOf([...those, ...covered]) } }
}

export function isRecent({ closedAt }: Pick<KnownIssue, 'closedAt'>, now: Date): boolean {
  return closedAt !== null && now.getTime() - closedAt.getTime() <= reopenMs
}

function stepFor(issue: KnownIssue, members: readonly Member[]): readonly IssueStep[] {
  const key = issue.marker?.key ?? members.find(({ before }) => before !== null)?.before?.key ?? ''
  const subject = { key, members }
  if (members.some(isTroubled)) {
    return members.some(({ asked }) => asked) ? [{ kind: 'update', issue, subject }] : []
  }
  // Nobody has looked, or a person keeps it open for a purpose of their own.
  if (members.some(({ asked }) => !asked) || issue.marker?.closed === true) return []
  const because = members.some(({ waived }) => waived) ? 'waived' : 'healthy'
  return [{ kind: 'close', issue, subject, because }]
}

/** The endpoints whose issue stays as it is, open or closed. */
function left(all: readonly Housed[], steps: readonly IssueStep[]): readonly IssueStep[] {
  const moved = new Set(steps.flatMap((step) => ('subject' in step ? step.subject.members.map(idOf) : [])))
  const staying = Map.groupBy(
    all.filter(({ member, home }) => home !== null && !moved.has(idOf(member))),
    ({ home }) => home,
  )
  return [...staying].flatMap(([issue, those]) => {
    if (issue === null) return []
    const members = membersOf(those)
    const key = issue.marker?.key ?? members[0]?.before?.key ?? ''
    return [{ kind: 'leave', issue, subject: { key, members } }]
  })
}

function membersOf(those: readonly Housed[]): readonly Member[] {
  return those.map(({ member }) => member)
}

function mostUrgentFirst(steps: readonly IssueStep[]): readonly IssueStep[] {
  return steps.toSorted((one, other) => urgency(one) - urgency(other))
}

function urgency(step: IssueStep): number {
  if (step.kind === 'leave') return 5
  if (step.kind === 'retire') return 4
  if (step.kind === 'close') return 2
  const error = step.subject.members.some(({ status, fresh }) => status === 'error' && fresh.length > 0)
  if (step.kind === 'update' && step.subject.members.every(({ fresh }) => fresh.length === 0)) return 3
  return error ? 0 : 1
}
