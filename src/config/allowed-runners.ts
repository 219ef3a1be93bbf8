import { runnerKey, sameRunner } from '../model/runner-labels.ts'
import { counted, listed, shortened } from '../model/text.ts'
import { type Complaint, ConfigError, inOrder } from './complaint.ts'
import type { WatchlistEntry } from './watchlist.ts'

/** Lists of labels, each naming runners that a config may ask for. */
export type AllowedRunners = readonly (readonly string[])[]

const example = '[["self-hosted", "dmz"], ["self-hosted", "lan"]]'

/** Reads the input: JSON, a list of lists of labels; nothing means none. Throws a ConfigError. */
export function parseAllowedRunners(text: string): AllowedRunners {
  if (text.trim() === '') return []
  const value = jsonOf(text)
  const lists = Array.isArray(value) ? value.map(labelsOf) : [null]
  if (lists.includes(null)) {
    const message = `The input allowed-runners: ${JSON.stringify(shortened(text))} is not a list of lists of labels in JSON.`
    throw new ConfigError([{ place: null, message, remedy: `Write it as ${example}.` }])
  }
  return lists.flatMap((labels) => (labels === null ? [] : [labels]))
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null // said by whoever asked
  }
}

function labelsOf(value: unknown): readonly string[] | null {
  if (!Array.isArray(value) || value.length === 0) return null
  const labels = value.filter((label) => typeof label === 'string')
  return labels.length === value.length ? labels : null
}

/**
 * A config is easier to change than a workflow: it chooses among the runners that the workflow allows, and no others.
 * Throws a ConfigError with a complaint for each entry that asks for another one.
 */
export function checkRunners(entries: readonly WatchlistEntry[], allowed: AllowedRunners): void {
  const complaints = entries.flatMap(({ runner, target }): readonly Complaint[] => {
    if (runner.length === 0 || allowed.some((labels) => sameRunner(labels, runner))) return []
    const message = `The runner ${runnerKey(runner)} of ${target.name} is not among the allowed ones.`
    const remedy = `Add ${runnerKey(runner)} to the input "allowed-runners" of the workflow, or leave "runner" out.`
    return [{ place: target.source, message, remedy }]
  })
  if (complaints.length > 0) throw new ConfigError(inOrder(complaints))
}

/** What a check in one process has to say of targets that another runner reaches; empty where there are none. */
export function notesOfRunners(entries: readonly WatchlistEntry[]): readonly string[] {
  const elsewhere = entries.filter(({ runner }) => runner.length > 0).map(({ target }) => target.name)
  if (elsewhere.length === 0) return []
  const which = `${counted(elsewhere.length, 'target names', 'targets name')} a runner (${listed(elsewhere)})`
  return [`${which}: only a fleet goes there, and this run looks from here.`]
}
