import { tags } from './der.ts'

/** Writes DER (X.690): each function answers one complete value, header included. */

export function element(identifier: number, ...content: readonly Uint8Array[]): Uint8Array {
  const body = Buffer.concat(content)
  return Buffer.concat([Uint8Array.of(identifier), lengthOctets(body.length), body])
}

const constructed = 0x20
const contextSpecific = 0x80

export function sequence(...members: readonly Uint8Array[]): Uint8Array {
  return element(tags.sequence | constructed, ...members)
}

/** SET OF: DER sorts the members by their encoding (X.690 §11.6). */
export function setOf(...members: readonly Uint8Array[]): Uint8Array {
  return element(tags.set | constructed, ...members.toSorted((a, b) => Buffer.compare(a, b)))
}

/** [number] EXPLICIT, or an IMPLICIT tag over a constructed type. */
export function context(number: number, ...members: readonly Uint8Array[]): Uint8Array {
  return element(contextSpecific | constructed | number, ...members)
}

/** [number] IMPLICIT over a primitive type. */
export function contextPrimitive(number: number, content: Uint8Array): Uint8Array {
  return element(contextSpecific | number, content)
}

export function boolean(value: boolean): Uint8Array {
  return element(tags.boolean, Uint8Array.of(value ? 0xff : 0))
}

/** A non-negative INTEGER from its magnitude, most significant octet first. */
export function unsignedInteger(magnitude: Uint8Array): Uint8Array {
  let start = 0
  while (start < magnitude.length - 1 && magnitude[start] === 0) start++
  const minimal = magnitude.subarray(start)
  const padded = minimal.length === 0 || (minimal[0] ?? 0) >= 0x80
  return element(tags.integer, padded ? Uint8Array.of(0) : Uint8Array.of(), minimal)
}

export function oid(dotted: string): Uint8Array {
  const [first = 0n, second = 0n, ...rest] = dotted.split('.').map(BigInt)
  return element(tags.oid, ...[first * 40n + second, ...rest].map(base128))
}

export function bitString(bytes: Uint8Array, unusedBits = 0): Uint8Array {
  return element(tags.bitString, Uint8Array.of(unusedBits), bytes)
}

export function octetString(...content: readonly Uint8Array[]): Uint8Array {
  return element(tags.octetString, ...content)
}

export function utf8String(text: string): Uint8Array {
  return element(tags.utf8String, Buffer.from(text, 'utf8'))
}

export function ia5String(text: string): Uint8Array {
  return element(tags.ia5String, Buffer.from(text, 'latin1'))
}

/** RFC 5280 §4.1.2.5: UTCTime through 2049, GeneralizedTime from 2050 on; whole seconds, Z. */
export function time(date: Date): Uint8Array {
  const digits = `${date.toISOString().slice(0, 19).replaceAll(/[-:T]/g, '')}Z`
  return date.getUTCFullYear() < 2050
    ? element(tags.utcTime, Buffer.from(digits.slice(2)))
    : element(tags.generalizedTime, Buffer.from(digits))
}

export const nothing: Uint8Array = element(tags.null)

function lengthOctets(length: number): Uint8Array {
  if (length < 0x80) return Uint8Array.of(length)
  const octets: number[] = []
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest & 0xff)
  return Uint8Array.of(0x80 | octets.length, ...octets)
}

function base128(arc: bigint): Uint8Array {
  const octets = [Number(arc & 0x7fn)]
  for (let rest = arc >> 7n; rest > 0n; rest >>= 7n) octets.unshift(Number(rest & 0x7fn) | 0x80)
  return Uint8Array.from(octets)
}
