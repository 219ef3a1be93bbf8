import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import {
  readCertificateEntries,
  readCertificateList,
  readCertificateStatus,
} from '../../src/wire/certificate-message.ts'
import { readCertificateRequest } from '../../src/wire/certificate-request.ts'
import { readClientHello } from '../../src/wire/client-hello.ts'
import * as extensions from '../../src/wire/extensions.ts'
import { recordOpener } from '../../src/wire/key-schedule.ts'
import { Malformed } from '../../src/wire/malformed.ts'
import { readServerHello } from '../../src/wire/server-hello.ts'
import { readServerKeyExchange } from '../../src/wire/server-key-exchange.ts'
import { readSsl2ServerHello } from '../../src/wire/sslv2.ts'
import * as rfc8448 from '../fixtures/handshakes/rfc8448.ts'
import { messagesOf, recorded, recordedNames, recordsOf } from './handshakes.ts'

const flights = recordedNames.map((name) => recorded(name).server)
const bodies = flights
  .flatMap((flight) => messagesOf(flight))
  .map(({ body }) => body)
  .filter(({ length }) => length > 0)

/** Sound octets cut short or changed, or any octets at all. */
function hostile(sound: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> {
  const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 })
  const damaged = fc
    .tuple(fc.constantFrom(...sound), changes, fc.option(fc.nat(), { freq: 4 }))
    .map(([bytes, changed, end]) => {
      const copy = Buffer.from(bytes)
      for (const [at, octet] of changed) copy[at % copy.length] = octet
      return end === null ? copy : copy.subarray(0, end % copy.length)
    })
  return fc.oneof(damaged, fc.uint8Array({ maxLength: 300 }))
}

/** What anything but a value or `Malformed` comes out as. */
function strange(read: () => unknown): unknown {
  try {
    read()
    return undefined
  } catch (thrown) {
    return thrown instanceof Malformed ? undefined : thrown
  }
}

const contexts = (['ecdhe', 'dhe', 'rsa-export', 'other'] as const).flatMap((exchange) =>
  [true, false].flatMap((anonymous) => [0x0301, 0x0303].map((version) => ({ exchange, anonymous, version }))),
)

test.each<[string, (bytes: Uint8Array) => unknown]>([
  ['ServerHello', readServerHello],
  ['ClientHello', readClientHello],
  ['Certificate', readCertificateList],
  ['Certificate of TLS 1.3', readCertificateEntries],
  ['CertificateStatus', readCertificateStatus],
  [
    'CertificateRequest',
    (bytes) => [readCertificateRequest(bytes, 0x0301), readCertificateRequest(bytes, 0x0303)],
  ],
  ['extensions', extensions.readExtensions],
  ['selected_version', extensions.readSelectedVersion],
  ['selected_group', extensions.readSelectedGroup],
  ['key_share', extensions.readServerShare],
  ['protocol_name', extensions.readSelectedProtocol],
  ['SSL 2.0 SERVER-HELLO', readSsl2ServerHello],
])('%s: any octets give a value or Malformed', (_, read) => {
  fc.assert(
    fc.property(hostile(bodies), (bytes) => {
      expect(strange(() => read(bytes))).toBeUndefined()
    }),
    { numRuns: 1000 },
  )
})

test('ServerKeyExchange: any octets give a value or Malformed, whatever the suite', () => {
  fc.assert(
    fc.property(hostile(bodies), fc.constantFrom(...contexts), (bytes, context) => {
      expect(strange(() => readServerKeyExchange(bytes, context))).toBeUndefined()
    }),
    { numRuns: 2000 },
  )
})

test('a stream of records, damaged and in any pieces, gives messages or Malformed', () => {
  const cuts = fc.array(fc.nat(), { maxLength: 6 })
  fc.assert(
    fc.property(hostile(flights), cuts, (bytes, at) => {
      const places = [
        0,
        ...at.map((place) => place % (bytes.length + 1)).toSorted((a, b) => a - b),
        bytes.length,
      ]
      const pieces = places.slice(1).map((end, index) => bytes.subarray(places[index], end))
      expect(strange(() => messagesOf(...pieces))).toBeUndefined()
    }),
    { numRuns: 2000 },
  )
})

test('a protected record, damaged, opens or is Malformed', () => {
  fc.assert(
    fc.property(hostile([rfc8448.protectedRecord]), (bytes) => {
      const read = (): unknown => {
        const opener = recordOpener(0x1301, rfc8448.sharedSecret, [rfc8448.clientHello, rfc8448.serverHello])
        return recordsOf(bytes).map((record) => opener.open(record))
      }
      expect(strange(read)).toBeUndefined()
    }),
    { numRuns: 1000 },
  )
})
