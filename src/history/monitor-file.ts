import type { MonitorMemory, ToldOutage, Undelivered } from '../model/history.ts'
import { historyLimits } from '../model/limits.ts'
import { list, record, textOf, time } from './memory-fields.ts'
import { fileText, versioned } from './memory-file.ts'
import { type MonitorJson, schemaVersion, time as written } from './memory-json.ts'

/** The file beside those of the endpoints, none of which is called so. */
export const monitorFileName = 'monitor.json'

/** What is remembered of the monitor itself before it has told anybody anything. */
export const nothingTold: MonitorMemory = { undelivered: [], outages: [] }

/** Reads the file. Throws `DamagedMemory`, or `NewerSchema` where a later major version wrote it. */
export function readMonitor(text: string): MonitorMemory {
  const file = versioned(text)
  return {
    undelivered: list(file['undelivered'], 'undelivered', undelivered, historyLimits.entries),
    outages: list(file['outages'], 'outages', outage, historyLimits.entries),
  }
}

/** The text of the file, for people, too. */
export function writeMonitor({ undelivered, outages }: MonitorMemory): string {
  const file: MonitorJson = {
    schema_version: schemaVersion,
    undelivered: undelivered.map(({ channel, at, reason }) => ({ channel, at: written(at), reason })),
    outages: outages.map(({ channel, since, at }) => ({ channel, since: written(since), at: written(at) })),
  }
  return fileText(file)
}

function undelivered(value: unknown): Undelivered {
  const found = record(value, 'undelivered')
  return {
    channel: textOf(found['channel'], 'channel'),
    at: time(found['at'], 'at'),
    reason: textOf(found['reason'], 'reason'),
  }
}

function outage(value: unknown): ToldOutage {
  const found = record(value, 'outages')
  return {
    channel: textOf(found['channel'], 'channel'),
    since: time(found['since'], 'since'),
    at: time(found['at'], 'at'),
  }
}
