import type { RememberedCertificate } from '../model/history.ts'

export type Pair = readonly [previous: RememberedCertificate, current: RememberedCertificate]

/**
 * Who replaced whom, one to one: by the same subject and names, else by the same subject, else the oldest by the
 * newest. Of leaves without a partner those go out first that have not been seen for longest.
 */
export function pairs(
  gone: readonly RememberedCertificate[],
  arrived: readonly RememberedCertificate[],
): readonly Pair[] {
  const found: Pair[] = []
  let waiting = gone.toSorted(
    (one, other) => time(other.lastSeen) - time(one.lastSeen) || time(one.notBefore) - time(other.notBefore),
  )
  let free = arrived.toSorted((one, other) => time(other.notBefore) - time(one.notBefore))
  for (const likeness of likenesses) {
    const candidates = Map.groupBy(free, likeness)
    waiting = waiting.filter((leaf) => {
      const partner = candidates.get(likeness(leaf))?.shift()
      if (partner !== undefined) found.push([leaf, partner])
      return partner === undefined
    })
    const taken = new Set(found.map(([, current]) => current))
    free = free.filter((leaf) => !taken.has(leaf))
  }
  return found
}

const likenesses: readonly ((leaf: RememberedCertificate) => string)[] = [
  ({ subject, names }) => [subject, ...names.toSorted()].join('\n'),
  ({ subject }) => subject,
  () => '',
]

function time(instant: Date | null): number {
  return instant?.getTime() ?? 0
}
