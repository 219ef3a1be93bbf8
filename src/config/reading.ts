import type { Place, Trust } from '../model/target.ts'
import type { Complaint } from './complaint.ts'
import type { ConfigDocument, ConfigPath } from './document.ts'
import type { Content, Files } from './files.ts'
import { contentOf } from './files.ts'
import { interpolated, isLiteral, type Lookup } from './secrets.ts'

/** What the parts of one reading share: the document they come from, and the complaints they add. */
export interface Reading {
  /** `null` when hosts stand alone. */
  readonly document: ConfigDocument | null
  readonly files: Files
  /** `null`: this run resolves nothing. */
  readonly lookup: Lookup | null
  readonly complaints: Complaint[]
  readonly warnings: Complaint[]
  /** Trust already read, by what was asked for: thousands of targets share one set of anchors. */
  readonly trusts: Map<string, Promise<Trust>>
}

/** A path in the document; `null` for what does not stand there, such as a host from an argument. */
export type Spot = ConfigPath | null

export function placeOf(reading: Reading, spot: Spot, at: 'key' | 'value'): Place | null {
  return spot === null ? null : (reading.document?.place(spot, at) ?? null)
}

export function complain(
  reading: Reading,
  spot: Spot,
  at: 'key' | 'value',
  message: string,
  remedy: string,
): void {
  reading.complaints.push({ place: placeOf(reading, spot, at), message, remedy })
}

/** A value after `${NAME}` is replaced: its text, or the name that this run may not look up. */
export type Resolved = { readonly text: string } | { readonly withheld: string }

/** Replaces `${NAME}`; answers `undefined` when nothing comes out: unset, empty, or complained about. */
export function resolved(
  reading: Reading,
  value: string | undefined,
  spot: ConfigPath,
): Resolved | undefined {
  if (value === undefined) return undefined
  const found = interpolated(value, reading.lookup)
  if (found.kind === 'withheld') return { withheld: found.name }
  if (found.kind === 'text') return found.text === '' ? undefined : { text: found.text }
  complain(reading, spot, 'key', found.message, found.remedy)
  return undefined
}

/** Warns of a secret that stands in the file for everybody to read. */
export function warnOfLiteral(reading: Reading, value: unknown, spot: ConfigPath): void {
  if (typeof value !== 'string' || !isLiteral(value)) return
  reading.warnings.push({
    place: placeOf(reading, spot, 'value'),
    message: `"${spot.at(-1)}" stands in the file for everybody to read.`,
    remedy: 'Write ${NAME}, and give the value in the environment, the input "env" or the file of --secrets.',
  })
}

/** The octets that a setting names or holds; `undefined` when complained about. */
export async function octets(reading: Reading, written: string, spot: Spot): Promise<Uint8Array | undefined> {
  return bytesOf(reading, await contentOf(written, reading.files), spot)
}

function bytesOf(reading: Reading, content: Content, spot: Spot): Uint8Array | undefined {
  if (content.kind === 'bytes') return content.bytes
  if (content.kind === 'wrong') complain(reading, spot, 'value', content.message, content.remedy)
  return undefined
}
