import type { Sha256 } from '../model/certificate.ts'
import { forms, limits } from './memory-form.ts'

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

export function textOf(value: unknown, what: string, most: number = limits.text): string {
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
  return formed(value, what, forms.sha256) as Sha256
}

export function time(value: unknown, what: string): Date {
  const text = formed(value, what, forms.time)
  const instant = new Date(text)
  // 30 February would become a day in March.
  if (instant.getUTCDate() !== Number(text.slice(8, 10))) throw new DamagedMemory(`${what}: no such day`)
  return instant
}

export function oneOf<T extends string>(all: readonly T[], value: unknown, what: string): T {
  const found = all.find((one) => one === value)
  if (found === undefined) throw new DamagedMemory(`${what}: none of ${all.join(', ')}`)
  return found
}
