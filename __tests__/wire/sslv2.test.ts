import { expect, test } from 'vitest'

import { readSsl2ServerHello, ssl2RecordLength, writeSsl2ClientHello } from '../../src/wire/sslv2.ts'
import { hex } from './handshakes.ts'

test('a CLIENT-HELLO as the draft draws it', () => {
  const hello = writeSsl2ClientHello([0x010080, 0x0700c0], new Uint8Array(16).fill(0x5a))

  expect(Buffer.from(hello).toString('hex')).toBe(
    `801f01000200060000001001008007 00c0${'5a'.repeat(16)}`.replace(' ', ''),
  )
})

const hello = (specs: string): string => `04 00 01 0002 0003 ${specs} 0004 300100`

test('a SERVER-HELLO lists all that is accepted', () => {
  const record = hex(`8018 ${hello('0006')} 010080 0700c0 aabbccdd`)

  expect(ssl2RecordLength(record)).toBe(record.length)
  expect(readSsl2ServerHello(record)).toEqual({
    certificate: hex('300100'),
    cipherSpecs: [0x010080, 0x0700c0],
  })
})

test('SSL 2.0 without a suite is SSL 2.0 all the same (CVE-2015-3197)', () => {
  expect(readSsl2ServerHello(hex(`8012 ${hello('0000')} aabbccdd`)).cipherSpecs).toEqual([])
})

test('a header of three octets brings padding', () => {
  const record = hex(`0017 02 ${hello('0003')} 0700c0 aabbccdd 0000`)

  expect(ssl2RecordLength(record)).toBe(record.length)
  expect(readSsl2ServerHello(record).cipherSpecs).toEqual([0x0700c0])
})

test.each([
  ['8003 000001', 'message type: 0 instead of SERVER-HELLO (4)'],
  [`8012 ${hello('0004')} aabbccdd`, 'CIPHER-SPECS-LENGTH: 4 is no multiple of 3'],
  ['800b 04 00 01 0300 0000 0000 0000', 'SERVER-VERSION: 0x0300 instead of 0x0002'],
  [`8018 ${hello('0000')} aabbccdd`, 'record: wanted 24 octets, found 18 octets'],
  [`8013 ${hello('0000')} aabbccddee`, 'SERVER-HELLO: 1 octet after its end'],
])('malformed: %s', (octets, message) => {
  expect(() => readSsl2ServerHello(hex(octets))).toThrow(message)
})

test('the length is not known before the header is there', () => {
  expect(ssl2RecordLength(hex('80'))).toBeUndefined()
})
