import type { Memory } from '../model/history.ts'

/**
 * A memory without a future: what a run with a wrong clock dated later than now happened by now, and nobody knows
 * when. Left as it is, it would put off reminders, and hide that runs are late, until that day.
 */
export function notLater(memory: Memory, now: Date): Memory {
  const by = (date: Date): Date => (date > now ? now : date)
  return {
    ...memory,
    certificates: memory.certificates.map((leaf) => {
      return { ...leaf, firstSeen: by(leaf.firstSeen), lastSeen: by(leaf.lastSeen) }
    }),
    rotations: memory.rotations.map((rotation) => ({ ...rotation, at: by(rotation.at) })),
    states: memory.states.map((period) => ({ ...period, from: by(period.from), to: by(period.to) })),
    troubles: memory.troubles.map((trouble) => ({ ...trouble, since: by(trouble.since) })),
    told: memory.told.map((told) => {
      return { ...told, at: by(told.at), since: told.since === null ? null : by(told.since) }
    }),
  }
}

/** When the last run that is remembered looked; `null`: none is. Every run lengthens the last state of an endpoint. */
export function lastRun(memories: readonly Memory[]): Date | null {
  const ends = memories.flatMap(({ states }) => states.at(-1)?.to ?? [])
  return ends.reduce<Date | null>((last, to) => (last === null || to > last ? to : last), null)
}
