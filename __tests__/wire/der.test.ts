import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import {
  bitString,
  boolean,
  element,
  nothing,
  octetString,
  oid,
  sequence,
  unsignedInteger,
  utf8String,
} from '../../src/wire/der-writer.ts'
import { readBer, readDer, tags } from '../../src/wire/der.ts'

describe('what is written is read again', () => {
  test('an OBJECT IDENTIFIER', () => {
    const first = fc.oneof(fc.tuple(fc.constantFrom(0, 1), fc.nat(39)), fc.tuple(fc.constant(2), fc.nat()))
    fc.assert(
      fc.property(first, fc.array(fc.bigInt({ min: 0n, max: 2n ** 70n }), { maxLength: 6 }), (two, rest) => {
        const dotted = [...two, ...rest].join('.')
        expect(readDer(oid(dotted), 'oid').oid()).toBe(dotted)
      }),
    )
  })

  test('an INTEGER, in its shortest form', () => {
    fc.assert(
      fc.property(fc.nat(0x7fffffff), (value) => {
        const octets = Buffer.alloc(6)
        octets.writeUIntBE(value, 0, 6)
        expect(readDer(unsignedInteger(octets), 'integer').smallInteger()).toBe(value)
      }),
    )
  })

  test('a text of any script', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        fc.pre(text.isWellFormed())
        expect(readDer(utf8String(text), 'text').text()).toBe(text)
      }),
    )
  })

  test('members of any length, octet for octet', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 400 }), { maxLength: 5 }), (contents) => {
        const members = readDer(
          sequence(...contents.map((content) => octetString(content))),
          'list',
        ).sequence()
        expect(members.map((member) => member.octetString())).toEqual(
          contents.map((content) => Buffer.from(content)),
        )
      }),
    )
  })
})

describe('DER is stricter than BER', () => {
  test.each([
    ['an indefinite length', Buffer.of(0x30, 0x80, 0x05, 0x00, 0x00, 0x00)],
    ['a long form where the short one fits', Buffer.of(0x30, 0x81, 0x02, 0x05, 0x00)],
    ['an INTEGER with a superfluous octet', Buffer.of(0x02, 0x02, 0x00, 0x01)],
  ])('%s', (_what, bytes) => {
    expect(() => readDer(bytes, 'value')).toThrow('value: BER where DER is demanded (X.690 §10, §11)')
    expect(() => readBer(bytes, 'value')).not.toThrow()
  })

  test.each([
    ['nothing', Buffer.of()],
    ['a length that reaches beyond the end', Buffer.of(0x30, 0x05, 0x05, 0x00)],
    ['bytes behind the value', Buffer.of(0x05, 0x00, 0x00)],
    ['a nesting without end', Buffer.alloc(2000, Buffer.of(0x30, 0x80))],
  ])('%s is neither', (_what, bytes) => {
    expect(() => readDer(bytes, 'value')).toThrow(/^value: not DER \(/)
    expect(() => readBer(bytes, 'value')).toThrow(/^value: not BER \(/)
  })
})

test('a hundred levels are read, one more is not', () => {
  const nested = (levels: number): Uint8Array =>
    levels === 1 ? element(tags.null) : element(0x30, nested(levels - 1))

  expect(readDer(nested(100), 'value').encoded).toEqual(nested(100))
  expect(() => readDer(nested(101), 'value')).toThrow(/^value: not DER \(.*depth/)
})

test('an OCTET STRING in pieces is put together in BER, and refused where one piece is wanted', () => {
  const pieces = readBer(element(0x24, octetString(Buffer.of(1)), octetString(Buffer.of(2, 3))), 'content')

  expect(pieces.pieces()).toEqual(Buffer.of(1, 2, 3))
  expect(() => pieces.octetString()).toThrow('content: wanted OCTET STRING')
})

describe('a value that is not what was wanted is named', () => {
  test.each([
    ['a BOOLEAN of 01', element(tags.boolean, Buffer.of(1)), 'wanted BOOLEAN 00 or FF'],
    ['an INTEGER without content', element(tags.integer), 'wanted INTEGER with content'],
    [
      'an INTEGER of five octets',
      element(tags.integer, Buffer.alloc(5, 1)),
      'wanted an INTEGER of at most 4 octets',
    ],
    ['nine unused bits', bitString(Buffer.of(1), 9), 'wanted BIT STRING with 0 to 7 unused bits'],
    ['unused bits of nothing', bitString(Buffer.of(), 1), 'wanted BIT STRING with 0 to 7 unused bits'],
    [
      'an OID with padding',
      element(tags.oid, Buffer.of(0x2a, 0x80, 0x01)),
      'an OBJECT IDENTIFIER with padding',
    ],
    [
      'an OID that breaks off',
      element(tags.oid, Buffer.of(0x2a, 0x81)),
      'an OBJECT IDENTIFIER that breaks off',
    ],
    ['an empty OID', element(tags.oid), 'an OBJECT IDENTIFIER that breaks off'],
    ['an OID of 129 octets', element(tags.oid, Buffer.alloc(129, 1)), 'an OBJECT IDENTIFIER of 129 octets'],
    ['three of two', sequence(nothing, nothing, nothing), 'wanted a SEQUENCE of two'],
  ])('%s', (_what, bytes, message) => {
    const der = readDer(bytes, 'value')
    const readers = [
      () => der.is(tags.boolean) && der.boolean(),
      () => der.is(tags.integer) && der.smallInteger(),
      () => der.is(tags.bitString) && der.bitString(),
      () => der.is(tags.oid) && der.oid(),
      () => der.is(tags.sequence) && der.pair(),
    ]

    expect(() => readers.forEach((read) => read())).toThrow(`value: ${message}`)
  })

  test('TRUE where a character string is wanted', () => {
    expect(() => readDer(boolean(true), 'value').text()).toThrow(
      'value: wanted a character string, found tag 1 of class 0',
    )
  })
})
