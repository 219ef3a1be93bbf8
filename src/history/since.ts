import type { Finding } from '../model/finding.ts'
import type { Memory } from '../model/history.ts'

/** The findings with the time each was first seen; without a memory nobody can tell. */
export function sinceWhen(
  findings: readonly Finding[],
  before: Memory | null,
  now: Date,
): readonly Finding[] {
  if (before === null) return findings
  const known = new Map(before.troubles.map(({ rule, since }) => [rule, since]))
  return findings.map((finding) => ({ ...finding, since: known.get(finding.rule) ?? now }))
}
