import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { lengthOf, readClientHello, writeClientHello } from '../../src/wire/client-hello.ts'
import * as extensions from '../../src/wire/extensions.ts'
import { handshakeType } from '../../src/wire/handshake-message.ts'
import {
  downgradeSentinel,
  helloRetryRandom,
  isHelloRetryRequest,
  negotiatedVersion,
  readServerHello,
  writeServerHello,
} from '../../src/wire/server-hello.ts'
import { Writer } from '../../src/wire/writer.ts'
import * as rfc8448 from '../fixtures/handshakes/rfc8448.ts'
import { hostname } from '../support/observation.ts'
import { bodyOf, hex, messagesOf, recorded } from './handshakes.ts'

test('the ClientHello of RFC 8448 §3', () => {
  const hello = readClientHello(rfc8448.clientHello.subarray(4))

  expect(hello).toMatchObject({
    legacyVersion: 0x0303,
    cipherSuites: [0x1301, 0x1303, 0x1302],
    compressionMethods: [0],
  })
  expect(hello.extensions?.map(({ type }) => type)).toEqual([0, 0xff01, 10, 35, 51, 43, 13, 45, 28])
  expect(writeClientHello(hello)).toEqual(new Uint8Array(rfc8448.clientHello))
})

test('each extension is written as in the RFC’s hello', () => {
  const sent = new Map(
    readClientHello(rfc8448.clientHello.subarray(4)).extensions?.map(({ type, data }) => [type, data]),
  )
  const groups = [0x1d, 0x17, 0x18, 0x19, 0x100, 0x101, 0x102, 0x103, 0x104]
  const schemes = [
    0x403, 0x503, 0x603, 0x203, 0x804, 0x805, 0x806, 0x401, 0x501, 0x601, 0x201, 0x402, 0x502, 0x602, 0x202,
  ]
  const share = hex('99381de560e4bd43d23d8e435a7dbafeb3c06e51c13cae4d5413691e529aaf2c')
  const written = [
    extensions.serverName(hostname('server')),
    extensions.renegotiationInfo(),
    extensions.supportedGroups(groups),
    extensions.flag('sessionTicket'),
    extensions.keyShare([{ group: 0x1d, keyExchange: share }]),
    extensions.supportedVersions([0x0304]),
    extensions.signatureAlgorithms(schemes),
    extensions.pskKeyExchangeModes(),
  ]

  for (const { type, data } of written)
    expect([type, data]).toEqual([type, new Uint8Array(sent.get(type) ?? [])])
})

test.each([
  [extensions.statusRequest(), '0005', '0100000000'],
  [extensions.ecPointFormats(), '000b', '0100'],
  [extensions.alpn(['h2', 'http/1.1']), '0010', '000c 02 6832 08 687474702f312e31'],
  [extensions.keyShare([]), '0033', '0000'],
  [extensions.heartbeat(), '000f', '01'],
  [extensions.padding(3), '0015', '000000'],
  [extensions.flag('signedCertificateTimestamp'), '0012', ''],
  [extensions.flag('encryptThenMac'), '0016', ''],
  [extensions.flag('extendedMasterSecret'), '0017', ''],
])('extension %#', (extension, type, data) => {
  expect(extension).toEqual({ type: parseInt(type, 16), data: new Uint8Array(hex(data)) })
})

test('what a client writes is what a server reads', () => {
  const numbers = fc.array(fc.nat(0xffff), { minLength: 1, maxLength: 300 })
  const octets = (exactly: number): fc.Arbitrary<Uint8Array> =>
    fc.uint8Array({ minLength: exactly, maxLength: exactly })
  const distinct = fc.uniqueArray(
    fc.record({ type: fc.nat(0xffff), data: fc.uint8Array({ maxLength: 300 }) }),
    {
      selector: ({ type }) => type,
      maxLength: 20,
    },
  )
  const hello = fc.record({
    legacyVersion: fc.nat(0xffff),
    random: octets(32),
    legacySessionId: fc.uint8Array({ maxLength: 32 }),
    cipherSuites: numbers,
    compressionMethods: fc.array(fc.nat(255), { minLength: 1, maxLength: 3 }),
    extensions: fc.option(distinct),
  })
  fc.assert(
    fc.property(hello, (sent) => {
      const written = writeClientHello(sent)
      expect(readClientHello(written.subarray(4))).toEqual(sent)
      expect(lengthOf(sent)).toBe(written.length)
    }),
  )
})

test('the ServerHello of RFC 8448 §3', () => {
  const hello = readServerHello(rfc8448.serverHello.subarray(4))

  expect(hello).toMatchObject({ legacyVersion: 0x0303, cipherSuite: 0x1301, compressionMethod: 0 })
  expect(negotiatedVersion(hello)).toBe(0x0304)
  expect(isHelloRetryRequest(hello)).toBe(false)
  expect(extensions.readServerShare(hello.extensions.get(51) ?? new Uint8Array())).toEqual({
    group: 0x1d,
    keyExchange: hex('c9828876112095fe66762bdbf7c672e156d6cc253b833df1dd69b1b04e751f0f'),
  })
})

const sound = {
  legacyVersion: 0x0303,
  random: new Uint8Array(32).fill(0x5a),
  legacySessionIdEcho: new Uint8Array(),
  cipherSuite: 0xc02f,
  compressionMethod: 0,
}

test('a ServerHello without extensions leaves the block out', () => {
  const written = writeServerHello({ ...sound, extensions: [] })

  expect(Buffer.from(written).toString('hex')).toBe(
    `02000026 0303 ${'5a'.repeat(32)} 00 c02f 00`.replaceAll(' ', ''),
  )
  expect(readServerHello(written.subarray(4))).toEqual({ ...sound, extensions: new Map() })
})

test('a HelloRetryRequest names the group that it wants', () => {
  const data = new Writer().uint(2, 0x0017).done()
  const hello = readServerHello(
    writeServerHello({ ...sound, random: helloRetryRandom, extensions: [{ type: 51, data }] }).subarray(4),
  )

  expect(isHelloRetryRequest(hello)).toBe(true)
  expect(extensions.readSelectedGroup(hello.extensions.get(51) ?? new Uint8Array())).toBe(0x17)
})

test.each([
  ['444f574e47524401', 'TLSv1.3'],
  ['444f574e47524400', 'TLSv1.2'],
  ['444f574e47524402', null],
])('a random that ends in %s', (end, version) => {
  const random = Buffer.concat([Buffer.alloc(24, 1), hex(end)])

  expect(downgradeSentinel({ ...sound, random, extensions: new Map() })).toBe(version)
})

test('the protocol chosen in a recorded handshake', () => {
  const hello = readServerHello(
    bodyOf(messagesOf(recorded('tls12-ecdhe-rsa').server), handshakeType.serverHello),
  )

  expect(extensions.readSelectedProtocol(hello.extensions.get(16) ?? new Uint8Array())).toBe('h2')
  expect(hello).toMatchObject({ legacyVersion: 0x0303, cipherSuite: 0xc02f })
})

const whole = `0303 ${'5a'.repeat(32)} 00 c02f 00`
test.each([
  ['03', 'legacy_version: wanted 2 octets, found 1 octet'],
  ['0303 5a5a', 'random: wanted 32 octets, found 2 octets'],
  [
    `0303 ${'5a'.repeat(32)} 21 ${'00'.repeat(33)} c02f 00`,
    'legacy_session_id_echo: 33 octets, more than 32',
  ],
  [`${whole} 0004 0017`, 'extensions: wanted 4 octets, found 2 octets'],
  [`${whole} 0008 00170000 00170000`, 'extensions: type 23 twice'],
  [`${whole} 0004 00170000 00`, 'ServerHello: 1 octet after its end'],
  [`${whole} 0003 001700`, 'extension_data length: wanted 2 octets, found 1 octet'],
])('a malformed ServerHello: %s', (octets, message) => {
  expect(() => readServerHello(hex(octets))).toThrow(message)
})

test.each([
  [() => extensions.readSelectedProtocol(hex('0006 02 6832 02 6831')), '2 protocols instead of one'],
  [() => extensions.readSelectedProtocol(hex('0000')), '0 protocols instead of one'],
  [() => extensions.readSelectedGroup(hex('001700')), 'selected_group: 1 octet after its end'],
  [() => extensions.readServerShare(hex('001d 0001 05 05')), 'key_share: 1 octet after its end'],
])('a malformed extension: %#', (read, message) => {
  expect(read).toThrow(message)
})

test('a writer refuses a number that does not fit', () => {
  expect(() => new Writer().uint(2, 0x10000)).toThrow(RangeError)
  expect(() => new Writer().uint(1, -1)).toThrow(RangeError)
})
