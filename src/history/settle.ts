import { dayMs, type Sha256 } from '../model/certificate.ts'
import type { Rotation, RotationKind } from '../model/change.ts'
import type { Memory, RememberedCertificate } from '../model/history.ts'
import type { Observation } from '../model/observation.ts'
import { sameOrganisation } from '../model/remembered-certificate.ts'
import { askedFor, everyAddressAnswered, servedLeaves } from './answered.ts'
import { type Pair, pairs } from './pair.ts'

/** What a run makes of the leaves: who replaced whom, and which ones later runs compare with. */
export interface Settlement {
  readonly rotations: readonly Rotation[]
  readonly settled: readonly Sha256[]
}

/**
 * Compares the leaves served with those that were settled, key type by key type. A rotation is a leaf that went and
 * a leaf that came; a leaf that only came stands beside the old one, and one that only went may be on another node.
 * What was not answered changes nothing.
 */
export function settle(before: Memory | null, observation: Observation, now: Date): Settlement {
  const served = servedLeaves(observation, now)
  const remembered = before?.certificates ?? []
  const settled = remembered.filter(({ sha256 }) => before?.settled.includes(sha256))
  if (settled.length === 0) return { rotations: [], settled: fingerprints(served) }
  if (served.length === 0 || !everyAddressAnswered(observation))
    return { rotations: [], settled: fingerprints(settled) }

  const groups = groupsOf(settled, served, observation)
  const { swaps, leaves } = migrated(groups, settled)
  const replaced = groups.filter(isReplaced).flatMap(({ gone, arrived }) => pairs(gone, arrived))
  return {
    rotations: [...replaced, ...swaps].map((pair) => rotation(pair, remembered, now)),
    settled: [...new Set(fingerprints(leaves))],
  }
}

/** The leaves of one key type, then and now. */
interface Group {
  /** Whether every address that answered was asked for this type. */
  readonly asked: boolean
  readonly earlier: readonly RememberedCertificate[]
  readonly now: readonly RememberedCertificate[]
  readonly gone: readonly RememberedCertificate[]
  readonly arrived: readonly RememberedCertificate[]
}

function groupsOf(
  settled: readonly RememberedCertificate[],
  served: readonly RememberedCertificate[],
  observation: Observation,
): readonly Group[] {
  const types = new Set([...settled, ...served].map(({ keyType }) => keyType))
  return [...types].map((type) => {
    const earlier = settled.filter(({ keyType }) => keyType === type)
    const now = served.filter(({ keyType }) => keyType === type)
    return {
      asked: askedFor(type, observation, served),
      earlier,
      now,
      gone: without(earlier, now),
      arrived: without(now, earlier),
    }
  })
}

function isReplaced({ asked, now, gone, arrived, earlier }: Group): boolean {
  return asked && now.length > 0 && earlier.length > 0 && gone.length > 0 && arrived.length > 0
}

/**
 * Key types that went while others came, as from RSA to ECDSA, and the leaves that are settled after all. A type
 * that came is settled only when no other can be hiding behind an unanswered question: it may be its successor.
 */
function migrated(
  groups: readonly Group[],
  settled: readonly RememberedCertificate[],
): { readonly swaps: readonly Pair[]; readonly leaves: readonly RememberedCertificate[] } {
  // A type that had gone before the last answer was not replaced by one that comes today.
  const last = Math.max(...settled.map(({ lastSeen }) => lastSeen.getTime()))
  const isVanished = ({ asked, earlier, now }: Group): boolean =>
    asked && now.length === 0 && earlier.some(({ lastSeen }) => lastSeen.getTime() >= last)
  const isNew = ({ asked, earlier }: Group): boolean => asked && earlier.length === 0
  const vanished = groups.filter(isVanished)
  const arrived = groups.filter(isNew).flatMap(({ now }) => now)
  const swaps = pairs(
    vanished.flatMap(({ earlier }) => earlier),
    arrived,
  )
  const staying = groups.flatMap((group) => {
    if (isNew(group)) return swaps.length > 0 || groups.every(({ asked }) => asked) ? group.now : []
    if (swaps.length > 0 && isVanished(group)) return []
    return isReplaced(group) ? group.now : group.earlier
  })
  return { swaps, leaves: staying }
}

function rotation(
  [previous, current]: Pair,
  remembered: readonly RememberedCertificate[],
  now: Date,
): Rotation {
  const { notAfter } = previous
  return {
    kind: kindOf(previous, current, remembered),
    at: now,
    previous: previous.sha256,
    current: current.sha256,
    daysBeforeExpiry: notAfter === null ? null : (notAfter.getTime() - now.getTime()) / dayMs,
  }
}

function kindOf(
  previous: RememberedCertificate,
  current: RememberedCertificate,
  remembered: readonly RememberedCertificate[],
): RotationKind {
  const earlier = remembered.find(({ sha256 }) => sha256 === current.sha256)
  if (earlier !== undefined && earlier.firstSeen < previous.firstSeen) return 'rolled-back'
  if (!sameOrganisation(previous, current)) return 'reissued'
  return previous.spkiSha256 === current.spkiSha256 ? 'renewed' : 'rekeyed'
}

function without(
  leaves: readonly RememberedCertificate[],
  others: readonly RememberedCertificate[],
): readonly RememberedCertificate[] {
  const there = new Set(fingerprints(others))
  return leaves.filter(({ sha256 }) => !there.has(sha256))
}

function fingerprints(leaves: readonly RememberedCertificate[]): readonly Sha256[] {
  return leaves.map(({ sha256 }) => sha256)
}
