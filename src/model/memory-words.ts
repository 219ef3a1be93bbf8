import { calendarDay } from './duration.ts'
import type { Memory, RememberedCertificate } from './history.ts'
import type { Assessment } from './report.ts'
import { namesWords, rotatedLeaves, rotationWords } from './rotation.ts'

/** What history has to say of an endpoint in a run: `first seen`, `unchanged since 3 May 2026`, `renewed 21 days …`. */
export function memoryWords({
  observation,
  comparison,
}: Pick<Assessment, 'observation' | 'comparison'>): string {
  const { before, rotations } = comparison
  const { deliveries } = observation
  const settled = before === null ? [] : settledLeaves(before)
  if (!deliveries.known)
    return settled.length === 0 ? 'not seen yet' : `last seen on ${calendarDay(latest(settled))}`
  if (before === null || settled.length === 0) return 'first seen'
  if (rotations.length > 0) {
    const told = rotations.map((rotation) => {
      const leaves = rotatedLeaves(rotation, comparison, observation)
      return rotationWords(rotation, leaves) + namesWords(leaves)
    })
    return [...new Set(told)].join('; ')
  }
  const unchanged = `unchanged since ${calendarDay(since(before, settled))}`
  const beside = deliveries.value.some(({ leaf }) => !before.settled.includes(leaf.sha256))
  return beside ? `${unchanged}; another certificate is served beside it` : unchanged
}

/** When the certificate was first seen in its place: the last rotation, else the first sight; `null` before that. */
export function unchangedSince({ comparison }: Pick<Assessment, 'comparison'>): Date | null {
  const { before, rotations } = comparison
  const [today] = rotations
  if (today !== undefined) return today.at
  const settled = before === null ? [] : settledLeaves(before)
  return before === null || settled.length === 0 ? null : since(before, settled)
}

function settledLeaves({ certificates, settled }: Memory): readonly RememberedCertificate[] {
  return certificates.filter(({ sha256 }) => settled.includes(sha256))
}

function latest(leaves: readonly RememberedCertificate[]): Date {
  return new Date(Math.max(...leaves.map(({ lastSeen }) => lastSeen.getTime())))
}

function since({ rotations }: Memory, settled: readonly RememberedCertificate[]): Date {
  return rotations.at(-1)?.at ?? new Date(Math.min(...settled.map(({ firstSeen }) => firstSeen.getTime())))
}
