import type { RememberedIssue } from '../../model/history.ts'
import type { KnownIssue } from '../../model/issue.ts'
import type { Assessment } from '../../model/report.ts'
import { type Member, memberOf } from './member.ts'

/** An endpoint, and the issue of ours that tells of it or last did; `null`: none. */
export interface Housed {
  readonly member: Member
  readonly home: KnownIssue | null
}

/**
 * Finds each endpoint's issue: by the number in its memory, else by the markers, which outlive a lost history. An
 * open one goes before a closed one, the older before the younger: of two that run at once, both choose the same.
 */
export function housed(
  assessments: readonly Assessment[],
  known: readonly KnownIssue[],
  now: Date,
): readonly Housed[] {
  const marked = byMember(known)
  const numbered = new Map(known.map((issue) => [issue.number, issue]))
  return assessments.map((assessment) => {
    const { id } = assessment.observation.target
    const remembered = assessment.comparison.before?.issue ?? null
    const own = remembered?.number === null ? undefined : numbered.get(remembered?.number ?? 0)
    const home =
      [...(own === undefined ? [] : [own]), ...(marked.get(id) ?? [])].toSorted(openFirst)[0] ?? null
    return { member: memberOf(assessment, toldBy(home, remembered, id), now), home }
  })
}

/** What an endpoint's issue has told: as remembered of that very issue, else as the issue itself says. */
function toldBy(
  home: KnownIssue | null,
  remembered: RememberedIssue | null,
  id: string,
): RememberedIssue | null {
  if (home === null) return remembered?.number === null ? remembered : null
  const { number, open, marker } = home
  const ours = remembered?.number === number ? remembered : null
  // One that we left open and that is closed was closed by somebody else.
  const closed = ours?.state === 'closed' || marker?.closed === true ? 'closed' : 'acknowledged'
  return {
    number,
    key: ours?.key ?? marker?.key ?? id,
    state: open ? 'open' : closed,
    rules: ours?.rules ?? marker?.members.find((member) => member.id === id)?.rules ?? [],
    missed: remembered?.missed ?? [],
  }
}

function byMember(known: readonly KnownIssue[]): ReadonlyMap<string, readonly KnownIssue[]> {
  const found = new Map<string, KnownIssue[]>()
  for (const issue of known) {
    for (const { id } of issue.marker?.members ?? []) {
      const others = found.get(id)
      if (others === undefined) found.set(id, [issue])
      else others.push(issue)
    }
  }
  return found
}

function openFirst(one: KnownIssue, other: KnownIssue): number {
  if (one.open !== other.open) return one.open ? -1 : 1
  return one.open ? one.number - other.number : latestFirst(one, other)
}

/** By the time they were closed. */
export function latestFirst(one: KnownIssue, other: KnownIssue): number {
  return (other.closedAt?.getTime() ?? 0) - (one.closedAt?.getTime() ?? 0) || one.number - other.number
}
