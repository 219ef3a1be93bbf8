import { createCipheriv, createHash, createHmac } from 'node:crypto'

import { ConversationError } from '../../../src/net/conversation-error.ts'
import { TlsConversation } from '../../../src/net/tls-conversation.ts'
import type { HelloShape } from '../../../src/observe/scan/hello.ts'
import { shownAtOnce } from '../../../src/observe/scan/protected-flight.ts'
import { Malformed } from '../../../src/wire/malformed.ts'
import { writeServerHello } from '../../../src/wire/server-hello.ts'
import { socketTo } from '../said.ts'
import { answerIn, type Subject } from '../subject.ts'

const group = 0x1d
const secret = Buffer.alloc(32, 7)
const pair = { group, share: Buffer.alloc(32, 1), agree: () => secret }
const shape: HelloShape = {
  version: 'TLSv1.3',
  suites: [0x1301],
  groups: [group],
  schemes: [0x0403],
  shares: [],
  protocols: ['h2'],
  compression: false,
  bare: false,
}

const serverHello = writeServerHello({
  legacyVersion: 0x0303,
  random: Buffer.alloc(32, 9),
  legacySessionIdEcho: new Uint8Array(),
  cipherSuite: 0x1301,
  compressionMethod: 0,
  extensions: [
    { type: 43, data: Uint8Array.of(3, 4) },
    { type: 51, data: Buffer.concat([Uint8Array.of(0, group, 0, 32), Buffer.alloc(32, 2)]) },
  ],
})

/**
 * EncryptedExtensions, CertificateRequest and Certificate of TLS 1.3: the input is what stands in clear inside the
 * records, and a server of a few lines protects it (RFC 8446 §7.1, §5.2) with the suite TLS_AES_128_GCM_SHA256.
 */
export const protectedFlight: Subject = {
  name: 'tls13-flight',
  room: 'observe',
  shape: 'octets',
  words: [
    Uint8Array.of(8, 0, 0, 2, 0, 0),
    Uint8Array.of(11, 0, 0, 4, 0, 0, 0, 0),
    Uint8Array.of(13, 0, 0, 3, 0, 0, 0),
    Uint8Array.of(0, 5, 0, 4, 1, 0, 0, 0),
    Uint8Array.of(0, 16, 0, 5, 0, 3, 2, 0x68, 0x32),
    Uint8Array.of(0, 10, 0, 4, 0, 2, 0, 0x1d),
    Uint8Array.of(0, 18, 0, 2, 0, 0),
  ],
  async check(input) {
    let answered = false
    const socket = socketTo({
      hear(hello, say, hangUp) {
        if (answered) return
        answered = true
        say(record(22, serverHello))
        for (const one of protectedRecords(input, hello.subarray(5))) say(one)
        hangUp()
      },
    })
    await answerIn(
      () => shownAtOnce(new TlsConversation(socket), shape, null, pair),
      Malformed,
      ConversationError,
    )
  },
}

function protectedRecords(content: Buffer, clientHello: Buffer): readonly Buffer[] {
  const zeros = Buffer.alloc(32)
  const early = extract(zeros, zeros)
  const handshake = extract(expand(early, 'derived', digest()), secret)
  const traffic = expand(handshake, 's hs traffic', digest(clientHello, serverHello))
  const [key, iv] = [expand(traffic, 'key', Buffer.alloc(0), 16), expand(traffic, 'iv', Buffer.alloc(0), 12)]
  const records: Buffer[] = []
  for (let at = 0; at < content.length; at += 0x3000) {
    const inner = Buffer.concat([content.subarray(at, at + 0x3000), Uint8Array.of(22)])
    const nonce = Buffer.from(iv)
    nonce.writeUInt32BE((nonce.readUInt32BE(8) ^ records.length) >>> 0, 8)
    const cipher = createCipheriv('aes-128-gcm', key, nonce)
    const header = Buffer.of(23, 3, 3, (inner.length + 16) >> 8, (inner.length + 16) & 0xff)
    cipher.setAAD(header)
    records.push(Buffer.concat([header, cipher.update(inner), cipher.final(), cipher.getAuthTag()]))
  }
  return records
}

function record(type: number, fragment: Uint8Array): Buffer {
  return Buffer.concat([Uint8Array.of(type, 3, 3, fragment.length >> 8, fragment.length & 0xff), fragment])
}

function extract(salt: Uint8Array, key: Uint8Array): Buffer {
  return createHmac('sha256', salt).update(key).digest()
}

function digest(...parts: readonly Uint8Array[]): Buffer {
  return createHash('sha256').update(Buffer.concat(parts)).digest()
}

/** HKDF-Expand-Label; one block of HKDF is enough for all of it. */
function expand(key: Buffer, label: string, context: Uint8Array, length = 32): Buffer {
  const name = Buffer.from(`tls13 ${label}`)
  const info = [
    Uint8Array.of(0, length, name.length),
    name,
    Uint8Array.of(context.length),
    context,
    Uint8Array.of(1),
  ]
  return createHmac('sha256', key).update(Buffer.concat(info)).digest().subarray(0, length)
}
