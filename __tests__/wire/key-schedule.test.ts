import { createCipheriv, createHmac, createHash } from 'node:crypto'

import { expect, test } from 'vitest'

import { messageHash, readableSuites, recordOpener } from '../../src/wire/key-schedule.ts'
import { Malformed } from '../../src/wire/malformed.ts'
import type { TlsRecord } from '../../src/wire/record.ts'
import * as rfc8448 from '../fixtures/handshakes/rfc8448.ts'
import { hex, recordsOf } from './handshakes.ts'

const transcript = [rfc8448.clientHello, rfc8448.serverHello]
const [sealed] = recordsOf(rfc8448.protectedRecord)
if (sealed === undefined) throw new Error('the trace holds a record')

test('the server’s flight of RFC 8448 §3 opens', () => {
  const opener = recordOpener(0x1301, rfc8448.sharedSecret, transcript)

  const { type, content } = opener.open(sealed)

  expect(type).toBe(22)
  expect(new Uint8Array(content)).toEqual(new Uint8Array(rfc8448.serverFlight))
})

test('each record has a nonce of its own', () => {
  const opener = recordOpener(0x1301, rfc8448.sharedSecret, transcript)
  opener.open(sealed)

  expect(() => opener.open(sealed)).toThrow(Malformed)
})

test('a flight under other keys does not open', () => {
  const opener = recordOpener(0x1301, new Uint8Array(32), transcript)

  expect(() => opener.open(sealed)).toThrow('encrypted_record: does not open with the keys of the handshake')
})

test('a record too short for a tag', () => {
  const short: TlsRecord = { type: 23, version: 0x0303, fragment: new Uint8Array(16) }

  expect(() => recordOpener(0x1301, rfc8448.sharedSecret, transcript).open(short)).toThrow(
    'encrypted_record: 16 octets',
  )
})

test('plaintext where there should be none', () => {
  const plain: TlsRecord = { type: 22, version: 0x0303, fragment: new Uint8Array(40) }

  expect(() => recordOpener(0x1301, rfc8448.sharedSecret, transcript).open(plain)).toThrow(
    'record: content type 22 under keys',
  )
})

/** The sealing side, written apart from ours after RFC 8446 §7.1 and §5.2, for the suites that RFC 8448 does not use. */
function seal(suite: number, secret: Uint8Array, content: Uint8Array): TlsRecord {
  const [cipher, hash, keyLength, tag] = {
    0x1301: ['aes-128-gcm', 'sha256', 16, 16],
    0x1302: ['aes-256-gcm', 'sha384', 32, 16],
    0x1303: ['chacha20-poly1305', 'sha256', 32, 16],
    0x1304: ['aes-128-ccm', 'sha256', 16, 16],
    0x1305: ['aes-128-ccm', 'sha256', 16, 8],
  }[suite] as ['aes-128-ccm', string, number, number]
  const size = hash === 'sha256' ? 32 : 48
  const hmac = (key: Uint8Array, data: Uint8Array): Buffer => createHmac(hash, key).update(data).digest()
  const label = (key: Uint8Array, name: string, context: Uint8Array, length: number): Buffer => {
    const text = `tls13 ${name}`
    const info = [0, length, text.length, ...Buffer.from(text), context.length, ...context, 1]
    return hmac(key, Uint8Array.from(info)).subarray(0, length)
  }
  const early = hmac(Buffer.alloc(size), Buffer.alloc(size))
  const handshake = hmac(label(early, 'derived', createHash(hash).digest(), size), secret)
  const digest = createHash(hash).update(Buffer.concat(transcript)).digest()
  const traffic = label(handshake, 's hs traffic', digest, size)
  const empty = new Uint8Array()
  const sealer = createCipheriv(
    cipher,
    label(traffic, 'key', empty, keyLength),
    label(traffic, 'iv', empty, 12),
    {
      authTagLength: tag,
    },
  )
  const inner = Buffer.concat([content, Buffer.from([22, 0, 0, 0])])
  const length = inner.length + tag
  sealer.setAAD(Buffer.from([23, 3, 3, length >> 8, length & 255]), { plaintextLength: inner.length })
  const fragment = Buffer.concat([sealer.update(inner), sealer.final(), sealer.getAuthTag()])
  return { type: 23, version: 0x0303, fragment }
}

test.each(readableSuites)('suite %i opens, and padding goes', (suite) => {
  const content = hex('0800000200 00')
  const opened = recordOpener(suite, rfc8448.sharedSecret, transcript).open(
    seal(suite, rfc8448.sharedSecret, content),
  )

  expect(opened).toEqual({ type: 22, content: Buffer.from(content) })
})

test('after a HelloRetryRequest a digest stands for the first hello', () => {
  const digest = createHash('sha256').update(rfc8448.clientHello).digest('hex')

  expect(Buffer.from(messageHash(0x1301, rfc8448.clientHello)).toString('hex')).toBe(`fe000020${digest}`)
  expect(messageHash(0x1302, rfc8448.clientHello)).toHaveLength(52)
})
