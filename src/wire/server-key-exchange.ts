import { Malformed } from './malformed.ts'
import { Reader } from './reader.ts'

/** How the key exchange of a suite looks on the wire: elliptic curves, a finite field, or its own way. */
export type KeyExchangeKind = 'ecdhe' | 'dhe' | 'rsa-export' | 'other'

/** What ServerKeyExchange shows in clear. The signature is not looked at: it proves nothing to who only reads. */
export type ServerKeyExchange =
  /** RFC 8422 §5.4, curve_type = named_curve. */
  | { readonly kind: 'named-curve'; readonly group: number; readonly signature: Signature | null }
  /** RFC 4492 §5.4: a curve of the server's own making, in a prime or a binary field. */
  | {
      readonly kind: 'explicit-curve'
      readonly field: 'prime' | 'char2'
      readonly bits: number
      readonly signature: Signature | null
    }
  /** RFC 5246 §7.4.3: prime as sent, leading zeros included. */
  | { readonly kind: 'dh'; readonly prime: Uint8Array; readonly signature: Signature | null }
  /** RFC 2246 §7.4.3: the short-lived RSA key of an export suite. */
  | { readonly kind: 'rsa'; readonly modulus: Uint8Array }

export interface Signature {
  /** SignatureScheme, from TLS 1.2 on; before that the suite and the key decide. */
  readonly scheme: number | null
}

interface Context {
  readonly exchange: KeyExchangeKind
  /** A suite without authentication has no signature at all. */
  readonly anonymous: boolean
  readonly version: number
}

/** ServerKeyExchange up to TLS 1.2; `null` for kinds of key exchange that we do not take apart (PSK, SRP …). */
export function readServerKeyExchange(body: Uint8Array, context: Context): ServerKeyExchange | null {
  const reader = new Reader(body)
  switch (context.exchange) {
    case 'ecdhe':
      return readEcdhe(reader, context)
    case 'dhe': {
      const prime = reader.vector(2, 'dh_p')
      reader.vector(2, 'dh_g')
      reader.vector(2, 'dh_Ys')
      return { kind: 'dh', prime, signature: readSignature(reader, context) }
    }
    case 'rsa-export': {
      const modulus = reader.vector(2, 'rsa_modulus')
      reader.vector(2, 'rsa_exponent')
      readSignature(reader, context)
      return { kind: 'rsa', modulus }
    }
    case 'other':
      return null
  }
}

function readEcdhe(reader: Reader, context: Context): ServerKeyExchange {
  const curveType = reader.uint(1, 'curve_type')
  switch (curveType) {
    case 3: {
      const group = reader.uint(2, 'namedcurve')
      reader.vector(1, 'public')
      return { kind: 'named-curve', group, signature: readSignature(reader, context) }
    }
    case 1: {
      const prime = reader.vector(1, 'prime_p')
      readCurve(reader)
      return {
        kind: 'explicit-curve',
        field: 'prime',
        bits: bitLength(prime),
        signature: readSignature(reader, context),
      }
    }
    case 2: {
      const bits = reader.uint(2, 'm')
      const basis = reader.uint(1, 'basis')
      if (basis !== 1 && basis !== 2) throw new Malformed(`basis: ${basis} instead of 1 or 2`)
      const exponents = basis === 1 ? ['k'] : ['k1', 'k2', 'k3'] // trinomial, pentanomial
      for (const exponent of exponents) reader.vector(1, exponent)
      readCurve(reader)
      return { kind: 'explicit-curve', field: 'char2', bits, signature: readSignature(reader, context) }
    }
    default:
      throw new Malformed(`curve_type: ${curveType} instead of 1, 2 or 3`)
  }
}

/** What follows the field of an explicit curve, up to the server's own point. */
function readCurve(reader: Reader): void {
  for (const field of ['a', 'b', 'base', 'order', 'cofactor', 'public']) reader.vector(1, field)
}

function readSignature(reader: Reader, { anonymous, version }: Context): Signature | null {
  if (anonymous) {
    reader.end('ServerKeyExchange')
    return null
  }
  const scheme = version >= 0x0303 ? reader.uint(2, 'SignatureAndHashAlgorithm') : null
  reader.vector(2, 'signature')
  reader.end('ServerKeyExchange')
  return { scheme }
}

/** Bits of a number in network order, leading zeros stripped. */
export function bitLength(number: Uint8Array): number {
  const first = number.findIndex((octet) => octet !== 0)
  if (first < 0) return 0
  return (number.length - first) * 8 - (Math.clz32(number[first] ?? 0) - 24)
}
