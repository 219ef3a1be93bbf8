import type { Memory, RememberedIssue, ToldRule } from '../../model/history.ts'
import type { Report } from '../../model/report.ts'
import { wasAsked } from '../answered.ts'
import { blastRadius } from '../outage.ts'
import { isChange } from '../standing.ts'
import { milder } from '../told.ts'
import { idOf, isTroubled, type Member, memberOf } from './member.ts'
import { type IssueStep, isRecent } from './plan.ts'

/** What became of a step. */
export interface StepOutcome {
  readonly step: IssueStep
  /** The issue's number; `null` for one that was not opened. */
  readonly number: number | null
  /** Whether it was opened, reopened or closed as it should be. */
  readonly done: boolean
  /** Whether what is fresh was told. */
  readonly told: boolean
}

/** The memories to keep, with what became of the issues. */
export function withIssues(
  memories: readonly Memory[],
  report: Report,
  outcomes: readonly StepOutcome[],
): readonly Memory[] {
  if (blastRadius(report) !== null) return memories
  const kept = new Map(
    outcomes.flatMap((outcome) =>
      'subject' in outcome.step
        ? outcome.step.subject.members.map(
            (member) => [idOf(member), after(outcome, member, report.now)] as const,
          )
        : [],
    ),
  )
  const asked = askedIds(report)
  return memories.map((memory) => {
    const issue = kept.get(memory.id)
    if (issue !== undefined) return { ...memory, issue }
    // Nothing to tell, and no issue to be found any more.
    return asked.has(memory.id) ? { ...memory, issue: null } : memory
  })
}

/** The memories to keep, and who was not told, when GitHub could not be asked for our issues. */
export function withoutGitHub(
  memories: readonly Memory[],
  { assessments, now }: Report,
): { readonly memories: readonly Memory[]; readonly waiting: readonly string[] } {
  const members = new Map(
    assessments.map((assessment) => {
      const member = memberOf(assessment, assessment.comparison.before?.issue ?? null, now)
      return [idOf(member), member]
    }),
  )
  return {
    memories: memories.map((memory) => {
      const member = members.get(memory.id)
      return member === undefined
        ? memory
        : { ...memory, issue: untold(member, member.before?.state ?? 'open') }
    }),
    waiting: [...members].flatMap(([id, member]) => (isWaiting(member) ? [id] : [])),
  }
}

/**
 * Whether GitHub has to be asked. When all is well, too: a run that could not save its history may have left an issue
 * open that no later one remembers.
 */
export function isWorthAsking(report: Report): boolean {
  return blastRadius(report) === null && askedIds(report).size > 0
}

function isWaiting(member: Member): boolean {
  const { before, asked, fresh } = member
  if (!asked) return false
  return isTroubled(member) ? fresh.length > 0 : before?.state === 'open' && before.number !== null
}

function after({ step, number, done, told }: StepOutcome, member: Member, now: Date): RememberedIssue | null {
  switch (step.kind) {
    case 'open':
    case 'reopen':
    case 'update': {
      const { key } = step.subject
      // Where it was told and the text could not follow, the next run writes the text alone.
      if (number === null || (!done && !told)) return untold(member, member.before?.state ?? 'open')
      if (!told) return { number, key, state: 'open', rules: still(member), missed: member.changes }
      return { number, key, state: 'open', rules: member.counted, missed: member.changes }
    }
    case 'close':
      if (!done) return untold(member, 'open')
      return { number, key: step.subject.key, state: 'closed', rules: [], missed: [] }
    case 'leave': {
      const over = !step.issue.open && member.asked && !isTroubled(member)
      if (over && !isRecent(step.issue, now)) return null
      return untold(member, over ? 'closed' : (member.before?.state ?? 'open'))
    }
    case 'retire':
      return member.before
  }
}

/** As it was, without what is over; changes that no issue has told of yet wait for the next run. */
function untold(member: Member, state: RememberedIssue['state']): RememberedIssue | null {
  const { before, changes } = member
  if (before === null && changes.length === 0) return null
  return {
    number: before?.number ?? null,
    key: before?.key ?? idOf(member),
    state,
    rules: still(member),
    missed: changes,
  }
}

/** What was told and is not known to be over, no graver than it is now. */
function still({ before, assessment, changes }: Member): readonly ToldRule[] {
  if (before === null || !wasAsked(assessment.observation)) return before?.rules ?? []
  const told = before.rules.filter(
    ({ rule }) => isChange({ rule }) && changes.some((change) => change.rule === rule),
  )
  return [...milder(before, assessment), ...told]
}

function askedIds({ assessments }: Report): ReadonlySet<string> {
  return new Set(
    assessments.flatMap(({ observation }) => (wasAsked(observation) ? [observation.target.id] : [])),
  )
}
