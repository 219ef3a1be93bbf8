import type { Sha256 } from '../model/certificate.ts'
import { historyLimits } from '../model/limits.ts'
import { forms } from './memory-form.ts'

/** The file is no memory: cut short, edited, or never one. */
export class DamagedMemory extends Error {
  override readonly name = 'DamagedMemory'
}

/** A JSON object. Each of these throws `DamagedMemory`, which names the field. */
export function record(value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new DamagedMemory(`${what}: no object where one belongs`)
  return value as Readonly<Record<string, unknown>>
}

export function list<T>(
  value: unknown,
  what: string,
  item: (value: unknown, what: string) => T,
  most: number = Infinity,
): readonly T[] {
  if (!Array.isArray(value)) throw new DamagedMemory(`${what}: no list`)
  if (value.length > most) throw new DamagedMemory(`${what}: ${value.length} entries, ${most} are the most`)
  return value.map((entry: unknown) => item(entry, what))
}

export function textOf(value: unknown, what: string, most: number = historyLimits.characters): string {
  if (typeof value !== 'string') throw new DamagedMemory(`${what}: no text`)
  if (value.length > most)
    throw new DamagedMemory(`${what}: ${value.length} characters, ${most} are the most`)
  return value
}

export function formed(value: unknown, what: string, form: RegExp): string {
  if (typeof value !== 'string' || !form.test(value)) throw new DamagedMemory(`${what}: not of its form`)
  return value
}

export function sha256(value: unknown, what: string): Sha256 {
  return formed(value, what, digests.sha256) as Sha256
}

export function spkiSha256(value: unknown, what: string): string {
  return formed(value, what, digests.spkiSha256)
}

/** Where it has to count, V8 takes four times as long, and a large history holds many thousand digests. */
const digests = { sha256: uncounted(forms.sha256), spkiSha256: uncounted(forms.spkiSha256) }

/** The same form, each set written as often as it counts. */
function uncounted({ source }: RegExp): RegExp {
  return new RegExp(
    source.replaceAll(/(\[[^\]]+\])\{(\d+)\}/g, (_, set: string, times) => set.repeat(Number(times))),
  )
}

/** The instant of a run, which stamped thousands of files with it: all of them get the same object. */
export function runTime(value: unknown, what: string): Date {
  const before = typeof value === 'string' ? runs.get(value) : undefined
  if (before !== undefined) return before
  const instant = time(value, what)
  if (runs.size >= mostRuns) runs.clear()
  runs.set(String(value), instant)
  return instant
}

const runs = new Map<string, Date>()
const mostRuns = 1000

/** By its digits, which `new Date` would take twice as long to read: a large history holds many thousand times. */
export function time(value: unknown, what: string): Date {
  const text = formed(value, what, forms.time)
  const year = 100 * digits(text, 0) + digits(text, 2)
  const day = digits(text, 8)
  // Which Date.UTC would take for one of the 20th century.
  const instant = year < 100 ? new Date(text) : new Date(utc(text, year, day))
  // 30 February would become a day in March.
  if (day > 28 && instant.getUTCDate() !== day) throw new DamagedMemory(`${what}: no such day`)
  return instant
}

function utc(text: string, year: number, day: number): number {
  const month = digits(text, 5) - 1
  const minutes = 60 * digits(text, 11) + digits(text, 14)
  const milliseconds = text.length > wholeSeconds ? Number(text.slice(20, 23)) : 0
  return Date.UTC(year, month, day, 0, minutes, digits(text, 17), milliseconds)
}

const wholeSeconds = '2026-01-01T00:00:00Z'.length

/** Two of them. */
function digits(text: string, at: number): number {
  return 10 * (text.charCodeAt(at) - zero) + text.charCodeAt(at + 1) - zero
}

const zero = '0'.charCodeAt(0)

export function oneOf<T extends string>(all: readonly T[], value: unknown, what: string): T {
  const found = all.find((one) => one === value)
  if (found === undefined) throw new DamagedMemory(`${what}: none of ${all.join(', ')}`)
  return found
}
