import { configLimits } from '../model/limits.ts'
import type { Complaint } from './complaint.ts'
import type { ConfigDocument, ConfigPath } from './document.ts'

/**
 * The config's value with every list and mapping cut to what anybody writes, before the schema complains of each of a
 * million entries. `domains` keeps its own, and whatever is cut is complained about.
 */
export function shortLists(document: ConfigDocument): {
  readonly value: unknown
  readonly complaints: readonly Complaint[]
} {
  const complaints: Complaint[] = []

  const shortened = <T>(entries: readonly T[], path: ConfigPath, what: string): readonly T[] => {
    const most = path.length === 1 && path[0] === 'domains' ? Infinity : configLimits.entries
    if (entries.length <= most) return entries
    const last = path.findLast((step) => typeof step === 'string')
    const message = `${last === undefined ? 'The config' : `"${last}"`} has ${entries.length} ${what}.`
    const remedy = `Write at most ${most}.`
    if (complaints.length <= configLimits.complaints)
      complaints.push({ place: document.place(path, 'value'), message, remedy })
    return entries.slice(0, most)
  }
  const short = (value: unknown, path: ConfigPath): unknown => {
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value))
      return shortened(value, path, 'entries').map((entry, index) => short(entry, [...path, index]))
    const entries = shortened(Object.entries(value), path, 'keys')
    return Object.fromEntries(entries.map(([key, entry]) => [key, short(entry, [...path, key])]))
  }
  return { value: short(document.value, []), complaints }
}
