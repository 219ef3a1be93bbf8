import { type Certificate, dayMs, lifetimeDays } from './certificate.ts'
import type { Rotation } from './change.ts'
import type { Memory, RememberedCertificate } from './history.ts'
import { rememberedCertificate } from './remembered-certificate.ts'
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

/** Lifetimes of one kind of certificate differ by hours at most; those of two kinds by much more. */
const alikeLifetimes = 0.1
/** Of the days left, but no fewer than so many: how far renewals of a habit lie apart. */
const marginShare = 0.2
const leastMarginDays = 2

/**
 * How many days are usually left when a leaf like this one is replaced, and how many fewer are still usual: from
 * leaves of its key type and its lifetime only, so that a move to shorter ones is no lateness. `null` while there are
 * fewer than three such renewals, or where a third of them differs by more: then there is no habit.
 */
export function usualDaysLeft(
  leaf: Certificate,
  { certificates, rotations }: Pick<Memory, 'certificates' | 'rotations'>,
): { readonly days: number; readonly marginDays: number; readonly rotations: number } | null {
  const lifetime = lifetimeDays(leaf)
  const { keyType } = rememberedCertificate(leaf, new Date(0), new Date(0))
  const known = new Map(certificates.map((certificate) => [certificate.sha256, certificate]))
  const alike = rotations.filter(({ previous }) => {
    const gone = known.get(previous)
    return gone !== undefined && gone.keyType === keyType && livesAsLong(gone, lifetime)
  })
  const { daysBeforeExpiry: days, rotations: count } = habit({ rotations: alike })
  if (days === null || count < leastRotations) return null
  const marginDays = Math.max(leastMarginDays, Math.abs(days) * marginShare)
  const steady = alike.filter(
    ({ daysBeforeExpiry }) => daysBeforeExpiry !== null && Math.abs(daysBeforeExpiry - days) <= marginDays,
  )
  return 3 * steady.length >= 2 * alike.length ? { days, marginDays, rotations: count } : null
}

function livesAsLong({ notBefore, notAfter }: RememberedCertificate, lifetime: number | null): boolean {
  if (notBefore === null || notAfter === null || lifetime === null) return false
  const own = (notAfter.getTime() - notBefore.getTime()) / dayMs
  return Math.abs(own - lifetime) <= alikeLifetimes * lifetime
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((one, other) => one - other)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.floor((sorted.length - 1) / 2)]
  return lower === undefined || upper === undefined ? null : (lower + upper) / 2
}
