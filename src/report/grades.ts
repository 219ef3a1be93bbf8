import { type Grade, letters } from '../model/grade.ts'
import type { Assessment } from '../model/report.ts'
import type { TlsScan } from '../model/tls-scan.ts'

export type Letter = NonNullable<Grade['letter']>

/** Best first. What a client does not trust comes last, whatever letter stands behind it. */
const gradeOrder: readonly Letter[] = [...letters, 'M', 'T']

/** What a server would agree to, and what that is worth. */
export interface GradedScan {
  readonly assessment: Assessment
  readonly scan: TlsScan
  readonly grade: Grade
}

/** `null` where the scan was not asked for or did not succeed. */
export function gradedScan(assessment: Assessment): GradedScan | null {
  const { observation, grade } = assessment
  return observation.tls.known && grade !== null ? { assessment, scan: observation.tls.value, grade } : null
}

/** The scans of a run, worst grade first; what could not be graded stands before the good ones. */
export function worstGradesFirst(assessments: readonly Assessment[]): readonly GradedScan[] {
  const rank = ({ grade: { letter } }: GradedScan): number =>
    letter === null ? gradeOrder.indexOf('B') - 0.5 : gradeOrder.indexOf(letter)
  return assessments.flatMap((one) => gradedScan(one) ?? []).sort((a, b) => rank(b) - rank(a))
}

/** `null` when no endpoint has a grade. */
export function worstGrade(assessments: readonly Assessment[]): Letter | null {
  const letters = worstGradesFirst(assessments).map(({ grade }) => grade.letter)
  return letters.find((letter) => letter !== null) ?? null
}

/** How many endpoints have which grade, best first; those without one are not counted. */
export function byGrade(assessments: readonly Assessment[]): Readonly<Record<string, number>> {
  const found = assessments.flatMap((one) => gradedScan(one)?.grade.letter ?? [])
  const counts = gradeOrder.map((letter) => [letter, found.filter((one) => one === letter).length] as const)
  return Object.fromEntries(counts.filter(([, count]) => count > 0))
}

/** A security score in a word. */
export function scoreWord(score: number): string {
  if (score >= 90) return 'excellent'
  if (score >= 70) return 'good'
  return score >= 50 ? 'fair' : 'poor'
}
