import { configLimits } from '../model/limits.ts'
import type { Place } from '../model/target.ts'

/** One thing that is wrong with the configuration, and what to write instead. */
export interface Complaint {
  /** `null` when no line of a file is to blame. */
  readonly place: Place | null
  readonly message: string
  readonly remedy: string
}

/** The user's configuration cannot be used; holds the complaints about it, in the order of the file. */
export class ConfigError extends Error {
  readonly complaints: readonly Complaint[]
  /** Whether more is wrong than is told. */
  readonly more: boolean

  constructor(complaints: readonly Complaint[]) {
    super(complaintsText(complaints))
    this.name = 'ConfigError'
    this.complaints = complaints.slice(0, configLimits.complaints)
    this.more = enough(complaints)
  }
}

/** Whether nobody would read further complaints: then none is sought. */
export function enough(complaints: readonly unknown[]): boolean {
  return complaints.length > configLimits.complaints
}

/** `certificates.yml:7:11 "ports" is not a setting of a domain. Write "port".` */
export function complaintText({ place, message, remedy }: Complaint): string {
  const where = place === null ? '' : `${place.file}:${place.line}:${place.column} `
  return remedy === '' ? `${where}${message}` : `${where}${message} ${remedy}`
}

/** Complaints without a place first, then by line and column. */
export function inOrder(complaints: readonly Complaint[]): readonly Complaint[] {
  return [...complaints].sort(({ place: a }, { place: b }) =>
    a === null || b === null
      ? Number(a !== null) - Number(b !== null)
      : a.line - b.line || a.column - b.column,
  )
}

function complaintsText(complaints: readonly Complaint[]): string {
  const lines = complaints.slice(0, configLimits.complaints).map(complaintText)
  return [...lines, ...(enough(complaints) ? ['… and more: mend these first.'] : [])].join('\n')
}
