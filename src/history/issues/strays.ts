import type { KnownIssue } from '../../model/issue.ts'
import type { Report } from '../../model/report.ts'
import type { Housed } from './home.ts'
import type { IssueStep } from './plan.ts'

/**
 * Open issues that no endpoint of the run belongs to. Two runs at once may have opened two for one thing: the older
 * one stays. One whose endpoints have left the config would never close; those of an input may be another run's.
 */
export function strays(
  known: readonly KnownIssue[],
  groups: ReadonlyMap<KnownIssue | null, readonly Housed[]>,
  { assessments, run }: Report,
): readonly IssueStep[] {
  const watched = new Set(assessments.map(({ observation }) => observation.target.id))
  return known.flatMap((issue): readonly IssueStep[] => {
    const { open, marker } = issue
    if (!open || groups.has(issue) || marker === null || marker.closed || marker.members.length === 0)
      return []
    const still = marker.members.filter(({ id }) => watched.has(id))
    if (still.length > 0) return [{ kind: 'retire', issue, because: 'duplicate' }]
    const named = marker.config !== null && marker.config === run.config?.path
    return named ? [{ kind: 'retire', issue, because: 'unwatched' }] : []
  })
}
