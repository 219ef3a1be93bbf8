import type { Certificate } from '../../model/certificate.ts'
import { habit, habitWords } from '../../model/habit.ts'
import type { Assessment } from '../../model/report.ts'

/** Whether anything about the endpoint differs from the run before; `null` on first sight. */
export function changed({ comparison }: Assessment): boolean | null {
  if (comparison.before === null) return null
  return comparison.changes.length > 0 || comparison.rotations.length > 0
}

/** When a run first met this leaf here; `null` without a leaf. */
export function firstSeen({ comparison, observation }: Assessment, leaf: Certificate | null): Date | null {
  if (leaf === null) return null
  const remembered = comparison.before?.certificates.find(({ sha256 }) => sha256 === leaf.sha256)
  return remembered?.firstSeen ?? observation.at
}

/** How this endpoint renews, `null` while nobody can tell. */
export function renewalHabit({ comparison: { before, rotations } }: Assessment): string | null {
  return before === null ? null : habitWords(habit({ rotations: [...before.rotations, ...rotations] }))
}
