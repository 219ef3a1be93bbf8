import { dayMs } from '../model/certificate.ts'
import type { Rotation } from '../model/change.ts'
import type { Evidence } from '../model/finding.ts'
import type { Comparison, RememberedCertificate } from '../model/history.ts'
import { shownLimits } from '../model/limits.ts'
import type { Observation, Sighting } from '../model/observation.ts'
import { rotatedLeaves } from '../model/rotation.ts'
import type { Verdict } from './rule.ts'

/** One leaf in place of another, with what is known of both. */
export interface Swap {
  readonly rotation: Rotation
  readonly previous: RememberedCertificate
  readonly current: RememberedCertificate
  /** The handshakes that saw the current leaf. */
  readonly sightings: readonly Sighting[]
  /** Whether the same two leaves have taken turns before, within a week. */
  readonly again: boolean
}

/** What there is to say about one swap. */
export interface SwapRemark {
  /** The predicate of a sentence whose subject is the certificate: `was renewed 21 days before expiry`. */
  readonly says: string
  readonly fix: string
  readonly evidence?: Evidence
}

const turnsMs = 7 * dayMs

/** Looks at every leaf that took another's place since the last run; the first remark decides the fix. */
export function aboutSwaps(
  comparison: Comparison,
  observation: Observation,
  look: (swap: Swap) => SwapRemark | null,
): Verdict | null {
  const swaps = swapsOf(comparison, observation)
  const remarked = swaps.flatMap((swap) => {
    const remark = look(swap)
    return remark === null ? [] : [{ swap, remark }]
  })
  const [first] = remarked
  if (first === undefined) return null
  const clauses = remarked
    .slice(0, shownLimits.named)
    .map(({ swap, remark }) => `${swaps.length > 1 ? told(swap) : 'the certificate'} ${remark.says}`)
  const rest = remarked.length - clauses.length
  const whole = clauses.join('; ') + (rest > 0 ? `; and ${rest} more` : '')
  return {
    message: whole.charAt(0).toUpperCase() + whole.slice(1),
    fix: first.remark.fix,
    evidence: {
      rotations: remarked
        .slice(0, shownLimits.evidence)
        .map(({ swap, remark }) => proof(swap.rotation, remark.evidence)),
    },
  }
}

function swapsOf(comparison: Comparison, observation: Observation): readonly Swap[] {
  return comparison.rotations.flatMap((rotation) => {
    const { previous, current } = rotatedLeaves(rotation, comparison, observation)
    if (previous === null || current === null) return []
    const sightings = observation.deliveries.known
      ? observation.deliveries.value
          .filter(({ leaf }) => leaf.sha256 === rotation.current)
          .flatMap((delivery) => delivery.sightings)
      : []
    return [{ rotation, previous, current, sightings, again: hasTakenTurns(rotation, comparison) }]
  })
}

function hasTakenTurns({ previous, current, at }: Rotation, { before }: Comparison): boolean {
  const pair = [previous, current]
  return (before?.rotations ?? []).some(
    (earlier) =>
      pair.includes(earlier.previous) &&
      pair.includes(earlier.current) &&
      at.getTime() - earlier.at.getTime() <= turnsMs,
  )
}

function told({ current }: Swap): string {
  const type = current.keyType === 'EC' ? 'ECDSA' : current.keyType
  return `the ${type} certificate ${current.sha256.slice(0, 8)}`
}

function proof({ kind, previous, current, daysBeforeExpiry }: Rotation, more: Evidence = {}): Evidence {
  return {
    kind,
    previous_fingerprint: previous,
    fingerprint_sha256: current,
    days_before_expiry: daysBeforeExpiry,
    ...more,
  }
}
