import type { Status } from '../model/finding.ts'
import type { Assessment } from '../model/report.ts'
import { firstLeaf } from './leaf.ts'

const rank: Readonly<Record<Status, number>> = { error: 0, warning: 1, success: 2 }

/** Worst status first, then soonest expiry; endpoints whose expiry is not known come after those, by id. */
export function ordered(assessments: readonly Assessment[]): readonly Assessment[] {
  const keyed = assessments.map((assessment) => ({ assessment, end: expiry(assessment) }))
  keyed.sort((a, b) => {
    const byStatus = rank[a.assessment.status] - rank[b.assessment.status]
    if (byStatus !== 0) return byStatus
    if (a.end !== b.end) return a.end < b.end ? -1 : 1
    const [idA, idB] = [a.assessment.observation.target.id, b.assessment.observation.target.id]
    return idA < idB ? -1 : Number(idA > idB)
  })
  return keyed.map(({ assessment }) => assessment)
}

/** The endpoint whose leaf expires first, among those at or after `from`; `null` when no expiry is known. */
export function nextToExpire(
  assessments: readonly Assessment[],
  from: number = -Infinity,
): Assessment | null {
  return assessments.reduce<Assessment | null>((soonest, assessment) => {
    const end = expiry(assessment)
    if (end === Infinity || end < from) return soonest
    return soonest === null || end < expiry(soonest) ? assessment : soonest
  }, null)
}

function expiry({ observation }: Assessment): number {
  return firstLeaf(observation)?.notAfter?.getTime() ?? Infinity
}
