import {
  bitString,
  boolean,
  context,
  nothing,
  octetString,
  oid,
  sequence,
  setOf,
  time,
  unsignedInteger,
  utf8String,
} from '../../src/wire/der-writer.ts'

/** The parts of a certificate as DER, each of which a test may spoil. */
export interface Parts {
  readonly version: readonly Uint8Array[]
  readonly serial: Uint8Array
  readonly algorithm: Uint8Array
  readonly issuer: Uint8Array
  readonly validity: Uint8Array
  readonly subject: Uint8Array
  readonly spki: Uint8Array
  readonly extensions: readonly Uint8Array[]
  readonly outerAlgorithm: Uint8Array
}

export const rsaEncryption: Uint8Array = sequence(oid('1.2.840.113549.1.1.1'), nothing)
const sha256WithRsa: Uint8Array = sequence(oid('1.2.840.113549.1.1.11'), nothing)

/** A whole certificate with a signature of zeroes: nothing in `wire/` verifies it. */
export function certificateDer(differs: Partial<Parts> = {}): Uint8Array {
  const parts: Parts = {
    version: [context(0, unsignedInteger(Uint8Array.of(2)))],
    serial: unsignedInteger(Uint8Array.of(7)),
    algorithm: sha256WithRsa,
    issuer: nameDer(['2.5.4.3', utf8String('issuer')]),
    validity: sequence(time(new Date('2026-01-01T00:00:00Z')), time(new Date('2026-12-31T23:59:59Z'))),
    subject: nameDer(['2.5.4.3', utf8String('subject')]),
    spki: spkiDer(
      rsaEncryption,
      sequence(unsignedInteger(Buffer.alloc(256, 0xc1)), unsignedInteger(Buffer.of(3))),
    ),
    extensions: [],
    outerAlgorithm: differs.algorithm ?? sha256WithRsa,
    ...differs,
  }
  const { version, serial, algorithm, issuer, validity, subject, spki, extensions } = parts
  const tagged = extensions.length === 0 ? [] : [context(3, sequence(...extensions))]
  const tbs = sequence(...version, serial, algorithm, issuer, validity, subject, spki, ...tagged)
  return sequence(tbs, parts.outerAlgorithm, bitString(Buffer.alloc(256)))
}

export function nameDer(...attributes: readonly (readonly [type: string, value: Uint8Array])[]): Uint8Array {
  return sequence(...attributes.map(([type, value]) => setOf(sequence(oid(type), value))))
}

export function spkiDer(algorithm: Uint8Array, subjectPublicKey: Uint8Array): Uint8Array {
  return sequence(algorithm, bitString(subjectPublicKey))
}

export function extensionDer(id: string, value: Uint8Array, critical = false): Uint8Array {
  return sequence(oid(id), ...(critical ? [boolean(true)] : []), octetString(value))
}
