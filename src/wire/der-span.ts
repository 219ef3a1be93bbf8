import { Malformed } from './malformed.ts'

/**
 * Where one DER value stands in the octets it came in. `readDer` makes a tree of everything; this walks, for what
 * has tens of thousands of members (a CRL), and for what must go on octet for octet as it stands (a TBSCertificate).
 */
export interface Span {
  /** The identifier octet: class, constructed or not, tag number (X.690 §8.1.2). */
  readonly identifier: number
  /** Where the header begins, where the content begins, and where it ends. */
  readonly start: number
  readonly from: number
  readonly to: number
}

/** Identifier octets of the types that are walked through. */
export const identifiers = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  oid: 0x06,
  enumerated: 0x0a,
  sequence: 0x30,
} as const

/** A place that is written over from value to value, where there are too many of them for an object each. */
type Moving = { -readonly [Key in keyof Span]: Span[Key] }

export function moving(): Moving {
  return { identifier: 0, start: 0, from: 0, to: 0 }
}

/** The value that begins at `at` and ends at `end` or before. Definite, minimal lengths only (X.690 §10.1). */
export function spanAt(
  bytes: Uint8Array,
  at: number,
  end: number,
  what: string,
  place: Moving = moving(),
): Span {
  const identifier = bytes[at]
  const first = bytes[at + 1]
  if (identifier === undefined || first === undefined || at + 2 > end) throw broken(what)
  if ((identifier & 0x1f) === 0x1f) throw new Malformed(`${what}: a tag number above 30`)
  place.identifier = identifier
  place.start = at
  place.from = at + 2
  let length = first
  if (first >= 0x80) {
    length = longLength(bytes, place.from, first & 0x7f, what)
    place.from += first & 0x7f
  }
  place.to = place.from + length
  if (place.to > end) throw broken(what)
  return place
}

function longLength(bytes: Uint8Array, at: number, octets: number, what: string): number {
  if (octets === 0 || octets > 4) throw new Malformed(`${what}: a length of ${octets} octets`)
  let length = 0
  for (let place = at; place < at + octets; place++) length = length * 256 + (bytes[place] ?? 0)
  if (length < 0x80 || length < 256 ** (octets - 1)) {
    throw new Malformed(`${what}: a length that is not minimal`)
  }
  return length
}

/** The one value that fills the octets. */
export function wholeSpan(bytes: Uint8Array, what: string): Span {
  const span = spanAt(bytes, 0, bytes.length, what)
  if (span.to !== bytes.length) throw new Malformed(`${what}: ${bytes.length - span.to} octets after its end`)
  return span
}

/** The members of a constructed value, one after the other. */
function* spansIn(bytes: Uint8Array, { from, to }: Span, what: string): Generator<Span, void> {
  for (let at = from; at < to;) {
    const member = spanAt(bytes, at, to, what)
    yield member
    at = member.to
  }
}

/** The same, for a value that must be of one type. */
export function membersOf(
  bytes: Uint8Array,
  span: Span | undefined,
  identifier: number,
  what: string,
): Span[] {
  if (span?.identifier !== identifier) {
    const wanted = identifier.toString(16).padStart(2, '0')
    throw new Malformed(
      `${what}: wanted identifier ${wanted}, found ${span?.identifier.toString(16) ?? 'nothing'}`,
    )
  }
  return [...spansIn(bytes, span, what)]
}

/** Header and content. */
export function encodedOf(bytes: Uint8Array, { start, to }: Span): Uint8Array {
  return bytes.subarray(start, to)
}

export function contentOf(bytes: Uint8Array, { from, to }: Span): Uint8Array {
  return bytes.subarray(from, to)
}

function broken(what: string): Malformed {
  return new Malformed(`${what}: breaks off`)
}
