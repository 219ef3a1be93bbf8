import { dayMs } from './certificate.ts'
import type { Rotation } from './change.ts'
import type { Memory } from './history.ts'
import { counted } from './text.ts'

/** How an endpoint renews its certificates, as far as it was watched. */
export interface Habit {
  /** Days from one rotation to the next, the median; `null` until a leaf was seen to come and to go. */
  readonly everyDays: number | null
  /** Days left when a leaf was replaced, the median; `null` when not known of any. */
  readonly daysBeforeExpiry: number | null
  /** How many rotations it rests on. */
  readonly rotations: number
}

/** Fewer rotations are no habit. */
const leastRotations = 3

/** The habit that the rotations show. Going back, and coming a second time, is nobody's habit. */
export function habit({ rotations }: Pick<Memory, 'rotations'>): Habit {
  const arrivals = new Map<string, Rotation>()
  for (const rotation of rotations) {
    if (rotation.kind !== 'rolled-back' && !arrivals.has(rotation.current))
      arrivals.set(rotation.current, rotation)
  }
  const forward = [...arrivals.values()]
  return {
    // How long a leaf was served: the rotation that brought it, to the one that replaced it.
    everyDays: median(
      forward.flatMap(({ previous, at }) => {
        const arrival = arrivals.get(previous)
        return arrival === undefined ? [] : [(at.getTime() - arrival.at.getTime()) / dayMs]
      }),
    ),
    daysBeforeExpiry: median(
      forward.flatMap(({ daysBeforeExpiry }) => (daysBeforeExpiry === null ? [] : [daysBeforeExpiry])),
    ),
    rotations: forward.length,
  }
}

/** `usually renewed 30 days before expiry, every 60 days`; `null` while there is no habit to speak of. */
export function habitWords({ everyDays, daysBeforeExpiry, rotations }: Habit): string | null {
  if (rotations < leastRotations || daysBeforeExpiry === null) return null
  const left = counted(Math.round(Math.abs(daysBeforeExpiry)), 'day')
  const usual = `usually renewed ${left} ${daysBeforeExpiry < 0 ? 'after' : 'before'} expiry`
  return everyDays === null ? usual : `${usual}, every ${counted(Math.round(everyDays), 'day')}`
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((one, other) => one - other)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.floor((sorted.length - 1) / 2)]
  return lower === undefined || upper === undefined ? null : (lower + upper) / 2
}
