import { restoreFromCache } from './history-cache.ts'
import { historyFolder } from './history-folder.ts'
import { restoreFromArtifact } from './older-artifact.ts'
import type { WorkflowRun } from './workflow-run.ts'

/** The history as this run found it. */
export interface RestoredHistory {
  /** Plain small files, or empty. */
  readonly folder: string
  readonly source: 'cache' | 'artifact' | null
  /** Saving is right. Otherwise a history may exist that could not be read, and a new entry would hide it. */
  readonly cacheable: boolean
  /** Adding it to the report artifact is right, likewise. */
  readonly attachable: boolean
  readonly notes: readonly string[]
}

/**
 * Restores a monitor's history: the newest entry of the cache, else the newest trustworthy report of an earlier run.
 * Never throws: a service that fails is a note, and leaves the history unknown rather than empty.
 */
export async function restoreHistory(
  monitor: string,
  artifactName: string,
  run: WorkflowRun,
): Promise<RestoredHistory> {
  const folder = historyFolder(run.temporary, monitor)
  const cache = await restoreFromCache(monitor, run)
  if (cache.kind === 'restored')
    return { folder, source: 'cache', cacheable: true, attachable: true, notes: cache.notes }
  const artifact = await restoreFromArtifact(monitor, artifactName, run)
  const notes = [...cache.notes, ...artifact.notes]
  const answered = artifact.kind !== 'unknown'
  const restored = artifact.kind === 'restored'
  return {
    folder,
    source: restored ? 'artifact' : null,
    cacheable: cache.kind === 'timed-out' ? false : restored || (cache.kind === 'none' && answered),
    attachable: answered,
    notes: restored
      ? [...notes, 'The history comes from the report of an earlier run; the cache had none.']
      : notes,
  }
}
