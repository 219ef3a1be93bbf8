import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { membersOf, wholeSpan } from '../../src/wire/der-span.ts'
import * as write from '../../src/wire/der-writer.ts'
import { readDer } from '../../src/wire/der.ts'
import { readPem, writePem } from '../../src/wire/pem.ts'
import { Reader } from '../../src/wire/reader.ts'
import { Writer } from '../../src/wire/writer.ts'
import { readTime } from '../../src/wire/x509-time.ts'

const octets = fc.uint8Array({ maxLength: 300 })

function plain(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}

/** Values of DER as the writer makes them, one inside the other. */
const { element } = fc.letrec<{ element: Uint8Array; leaf: Uint8Array }>((tie) => ({
  leaf: fc.oneof(
    octets.map((bytes) => write.octetString(bytes)),
    octets.map((bytes) => write.unsignedInteger(bytes)),
    octets.map((bytes) => write.bitString(bytes)),
    fc.boolean().map((value) => write.boolean(value)),
    fc.string({ unit: 'binary' }).map((text) => write.utf8String(text.toWellFormed())),
    fc.constant(write.nothing),
  ),
  element: fc.oneof(
    { maxDepth: 4 },
    tie('leaf'),
    fc.array(tie('element'), { maxLength: 4 }).map((members) => write.sequence(...members)),
    fc.array(tie('element'), { maxLength: 4 }).map((members) => write.setOf(...members)),
    fc.tuple(fc.nat(30), tie('element')).map(([number, member]) => write.context(number, member)),
  ),
}))

test('what is written as DER is read as DER by both readers, octet for octet', () => {
  fc.assert(
    fc.property(element, (bytes) => {
      expect(plain(readDer(bytes, 'it').encoded)).toBe(plain(bytes))
      expect(wholeSpan(bytes, 'it').to).toBe(bytes.length)
    }),
  )
})

test('the members of a SEQUENCE come back in their order, and those of a SET in DER’s', () => {
  fc.assert(
    fc.property(fc.array(element, { maxLength: 5 }), (members) => {
      const [sequence, set] = [write.sequence(...members), write.setOf(...members)]
      const read = (bytes: Uint8Array): readonly string[] => {
        return readDer(bytes, 'it').members.map((member) => plain(member.encoded))
      }
      const spans = membersOf(sequence, wholeSpan(sequence, 'it'), 0x30, 'it')

      expect(read(sequence)).toEqual(members.map(plain))
      expect(spans.map(({ start, to }) => plain(sequence.subarray(start, to)))).toEqual(members.map(plain))
      expect(read(set)).toEqual(members.map(plain).toSorted())
    }),
  )
})

test('numbers, names, times and bits come back as they were given', () => {
  const arcs = fc.array(fc.bigInt({ min: 0n, max: 2n ** 70n }), { minLength: 1, maxLength: 6 })
  const oid = fc.tuple(fc.constantFrom('1.2', '2.5', '0.9', '2.999'), arcs).map(([head, rest]) => {
    return `${head}.${rest.join('.')}`
  })
  const day = fc.date({
    min: new Date('1950-01-01'),
    max: new Date('9999-12-31T23:59:59Z'),
    noInvalidDate: true,
  })
  fc.assert(
    fc.property(octets, oid, day, fc.nat(7), (bytes, dotted, date, unused) => {
      date.setUTCMilliseconds(0)
      const number = readDer(write.unsignedInteger(bytes), 'it').integer()
      const unusedBits = bytes.length === 0 ? 0 : unused
      const bits = readDer(write.bitString(bytes, unusedBits), 'it').bitString()

      expect(BigInt(`0x0${plain(number)}`)).toBe(BigInt(`0x0${plain(bytes)}`))
      expect(readDer(write.oid(dotted), 'it').oid()).toBe(dotted)
      expect(readTime(readDer(write.time(date), 'it'), 'it')).toEqual(date)
      expect([plain(bits.bytes), bits.unusedBits]).toEqual([plain(bytes), unusedBits])
    }),
  )
})

test('vectors of TLS come back as they were given, and nothing is left', () => {
  const numbers = fc.array(fc.nat(0xffff), { maxLength: 40 })
  fc.assert(
    fc.property(octets, numbers, fc.nat(0xffffff), (bytes, all, number) => {
      const written = new Writer()
        .vector(3, (outer) => outer.vector(2, (inner) => inner.bytes(bytes)).numbers(2, all))
        .uint(3, number)
        .done()
      const reader = new Reader(written)
      const outer = new Reader(reader.vector(3, 'outer'))

      expect(plain(outer.vector(2, 'inner'))).toBe(plain(bytes))
      expect(outer.numbers(2, 'numbers')).toEqual(all)
      expect(reader.uint(3, 'number')).toBe(number)
      outer.end('outer')
      reader.end('it')
    }),
  )
})

test('blocks of PEM come back as they were given', () => {
  const block = fc.record({
    label: fc.constantFrom('CERTIFICATE', 'X509 CRL', 'A B C'),
    der: fc.uint8Array({ minLength: 1, maxLength: 300 }),
  })
  fc.assert(
    fc.property(fc.array(block, { maxLength: 4 }), (blocks) => {
      const read = readPem(blocks.map(({ label, der }) => writePem(label, der)).join('text between\n'))

      expect(read.map(({ label, der }) => [label, plain(der)])).toEqual(
        blocks.map(({ label, der }) => [label, plain(der)]),
      )
    }),
  )
})
