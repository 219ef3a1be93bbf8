import { join } from 'node:path'

import { inBatches, readFolder, setAside } from './deliver/folder.ts'
import { removeLeftovers, writeWhole } from './deliver/whole-file.ts'
import { memoryFileName, NewerSchema, readMemory, writeMemory } from './history/memory-file.ts'
import { monitorFileName, nothingTold, readMonitor, writeMonitor } from './history/monitor-file.ts'
import type { Memory, MonitorMemory } from './model/history.ts'
import { historyLimits } from './model/limits.ts'
import { counted, listed } from './model/text.ts'

/** What earlier runs left behind, in one folder: a file for each endpoint, and one for the monitor itself. */
export interface Memories {
  recall(id: string): Memory | null
  /** What is remembered of the monitor itself. */
  readonly monitor: MonitorMemory
  /** Writes each file whole or not at all. Throws `Unusable`. */
  remember(memories: readonly Memory[], monitor?: MonitorMemory): Promise<void>
  /** What could not be used, a sentence each. */
  readonly notes: readonly string[]
}

/**
 * Reads the folder. What is damaged is set aside, where this run may write, and said in one note; what a newer
 * version wrote is left alone. Throws when the folder is there and cannot be read.
 */
export async function openMemories(folder: string, mayWrite: boolean): Promise<Memories> {
  const known = new Map<string, Memory>()
  const damaged: string[] = []
  const newer = new Set<string>()
  const found: { monitor: MonitorMemory | null } = { monitor: null }
  await readFolder(folder, '.json', historyLimits.fileBytes, ({ name, text }) => {
    try {
      if (name === monitorFileName) {
        found.monitor = readMonitor(text)
        return
      }
      const memory = readMemory(text)
      if (memoryFileName(memory.id) === name) known.set(memory.id, memory)
      else damaged.push(name)
    } catch (thrown) {
      if (thrown instanceof NewerSchema) newer.add(name)
      else damaged.push(name)
    }
  })
  if (mayWrite) {
    await inBatches(damaged, (name) => setAside(folder, name))
    await removeLeftovers(folder)
  }
  const before = found.monitor
  return {
    recall: (id) => known.get(id) ?? null,
    monitor: before ?? nothingTold,
    async remember(memories, monitor = before ?? nothingTold) {
      const ours = memories.filter(({ id }) => !newer.has(memoryFileName(id)))
      await inBatches(ours, (memory) =>
        writeWhole(join(folder, memoryFileName(memory.id)), [writeMemory(memory)]),
      )
      const nothingToSay = before === null && monitor.undelivered.length + monitor.outages.length === 0
      if (!nothingToSay && !newer.has(monitorFileName))
        await writeWhole(join(folder, monitorFileName), [writeMonitor(monitor)])
    },
    notes: [...damagedNote(damaged.toSorted(), mayWrite), ...newerNote(newer)],
  }
}

function damagedNote(damaged: readonly string[], mayWrite: boolean): readonly string[] {
  if (damaged.length === 0) return []
  const kept = mayWrite ? '; kept beside as *.damaged' : ''
  return [`${counted(damaged.length, 'history file')} could not be read: ${listed(damaged)}${kept}`]
}

function newerNote(newer: ReadonlySet<string>): readonly string[] {
  if (newer.size === 0) return []
  return [`${counted(newer.size, 'history file')} of a newer version of certificate-monitor left as they are`]
}
