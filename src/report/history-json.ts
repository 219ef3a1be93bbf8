import type { Change, Rotation } from '../model/change.ts'
import type { Comparison } from '../model/history.ts'
import { memoryWords, unchangedSince } from '../model/memory-words.ts'
import type { Assessment } from '../model/report.ts'
import { utc } from './certificate-json.ts'
import { firstLeaf } from './leaf.ts'
import type { ChangeJson, ResultJson, RotationJson } from './report-json.ts'

/** What is not as it was in the run before, and what is remembered of the endpoint. */
export function historyJson(
  assessment: Assessment,
  now: Date,
): Pick<ResultJson, 'changes' | 'rotation' | 'rotations' | 'history'> {
  const { observation, comparison } = assessment
  const first = firstLeaf(observation)?.sha256
  const { changes, rotations } = comparison
  const rotation = rotations.find(({ current }) => current === first) ?? rotations[0]
  return {
    changes: changes.map(changeJson),
    rotation: rotation === undefined ? null : rotationJson(rotation),
    rotations: rotationsSeen(comparison).map(rotationJson),
    history: {
      first_seen: utc(firstSeen(assessment, now)),
      // Nobody knows what a silent endpoint would serve.
      unchanged_since: observation.deliveries.known ? utc(unchangedSince(assessment)) : null,
      words: memoryWords(assessment),
    },
  }
}

/** The rotations of this run and those remembered, newest first. */
export function rotationsSeen({ rotations, before }: Comparison): readonly Rotation[] {
  const all = [...rotations, ...(before?.rotations ?? []).toReversed()]
  return all.sort((one, other) => other.at.getTime() - one.at.getTime())
}

/** When a certificate was first seen here, as far as it is remembered; `null` before the first answer. */
function firstSeen({ observation, comparison }: Assessment, now: Date): Date | null {
  const remembered = comparison.before?.certificates ?? []
  const found = observation.deliveries.known ? now : null
  return remembered.reduce<Date | null>(
    (earliest, { firstSeen }) => (earliest === null || firstSeen < earliest ? firstSeen : earliest),
    found,
  )
}

function changeJson({ type, old, new: now }: Change): ChangeJson {
  return { type, old, new: now }
}

function rotationJson({ kind, at, previous, daysBeforeExpiry }: Rotation): RotationJson {
  return {
    kind,
    at: at.toISOString(),
    previous_fingerprint: previous,
    days_before_expiry: daysBeforeExpiry,
  }
}
