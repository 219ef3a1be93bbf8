import { isDeepStrictEqual } from 'node:util'

import { ConversationError } from '../../../src/net/conversation-error.ts'
import { TlsConversation } from '../../../src/net/tls-conversation.ts'
import { suiteCandidates } from '../../../src/observe/scan/candidates.ts'
import type { HelloShape } from '../../../src/observe/scan/hello.ts'
import { hearReply } from '../../../src/observe/scan/reply.ts'
import {
  readCertificateEntries,
  readCertificateList,
  readCertificateStatus,
} from '../../../src/wire/certificate-message.ts'
import { readCertificateRequest } from '../../../src/wire/certificate-request.ts'
import { readClientHello, writeClientHello } from '../../../src/wire/client-hello.ts'
import * as extensions from '../../../src/wire/extensions.ts'
import { type HandshakeMessage, HandshakeReader, handshakeType } from '../../../src/wire/handshake-message.ts'
import { Malformed } from '../../../src/wire/malformed.ts'
import { RecordReader, writeRecords } from '../../../src/wire/record.ts'
import { negotiatedVersion, readServerHello, writeServerHello } from '../../../src/wire/server-hello.ts'
import { readServerKeyExchange } from '../../../src/wire/server-key-exchange.ts'
import { readSsl2ServerHello, ssl2RecordLength } from '../../../src/wire/sslv2.ts'
import { inPieces, saying } from '../said.ts'
import { answerIn, answerOf, demand, type Subject } from '../subject.ts'
import { protectedFlight } from './protected-flight.ts'

const words: readonly Uint8Array[] = [
  Uint8Array.of(0x16, 3, 3, 0, 4),
  Uint8Array.of(0x15, 3, 3, 0, 2, 2, 40),
  Uint8Array.of(0x14, 3, 3, 0, 1, 1),
  Uint8Array.of(0x0e, 0, 0, 0),
  Uint8Array.of(0x0b, 0, 0),
  Uint8Array.of(0x02, 0, 0, 38, 3, 3),
  Uint8Array.of(0x00, 0x2b, 0x00, 0x02, 0x03, 0x04),
  Uint8Array.of(0x00, 0x33, 0x00, 0x02, 0x00, 0x1d),
  Uint8Array.of(0x00, 0x10, 0x00, 0x05, 0x00, 0x03, 0x02, 0x68, 0x32),
  Uint8Array.of(0xff, 0x01, 0x00, 0x01, 0x00),
  Uint8Array.of(0x00, 0x16),
]

/** What a stream of records holds, and whether it breaks off with an error. */
function messagesIn(pieces: readonly Uint8Array[]): {
  readonly found: readonly HandshakeMessage[]
  readonly whole: boolean
} {
  const records = new RecordReader()
  const messages = new HandshakeReader()
  const found: HandshakeMessage[] = []
  const all = answerOf(() => {
    for (const piece of pieces) {
      records.push(piece)
      for (let record = records.next(); record !== undefined; record = records.next()) {
        const written = writeRecords(record.type, record.version, record.fragment)
        demand(
          record.fragment.length > 0x4000 || written.length === 5 + record.fragment.length,
          'a record grew',
        )
        messages.push(record.fragment)
        for (let one = messages.next(); one !== undefined; one = messages.next()) found.push(one)
      }
    }
    return true
  }, Malformed)
  return { found, whole: all === true }
}

const contexts = (['ecdhe', 'dhe', 'rsa-export', 'other'] as const).flatMap((exchange) =>
  [true, false].flatMap((anonymous) => [0x0301, 0x0303].map((version) => ({ exchange, anonymous, version }))),
)

function malformedOr<T>(read: () => T): T | undefined {
  return answerOf(read, Malformed)
}

/** The same octets again, where what was read is written. A block of extensions that is empty is not written. */
function demandSame(written: Uint8Array, body: Uint8Array, hasExtensions: boolean, what: string): void {
  if (hasExtensions)
    demand(Buffer.compare(written.subarray(4), body) === 0, `${what}: written otherwise than read`)
}

const readers: Readonly<Record<number, (body: Uint8Array) => unknown>> = {
  [handshakeType.clientHello](body) {
    const hello = malformedOr(() => readClientHello(body))
    if (hello !== undefined) demandSame(writeClientHello(hello), body, true, 'ClientHello')
  },
  [handshakeType.serverHello](body) {
    const hello = malformedOr(() => readServerHello(body))
    if (hello === undefined) return
    const list = [...hello.extensions].map(([type, data]) => ({ type, data }))
    demandSame(writeServerHello({ ...hello, extensions: list }), body, list.length > 0, 'ServerHello')
    malformedOr(() => negotiatedVersion(hello))
    for (const { data } of list) {
      malformedOr(() => extensions.readSelectedGroup(data))
      malformedOr(() => extensions.readServerShare(data))
      malformedOr(() => extensions.readSelectedProtocol(data))
    }
  },
  [handshakeType.certificate](body) {
    malformedOr(() => readCertificateList(body))
    malformedOr(() => readCertificateEntries(body))
  },
  [handshakeType.serverKeyExchange](body) {
    for (const context of contexts) malformedOr(() => readServerKeyExchange(body, context))
  },
  [handshakeType.certificateRequest](body) {
    for (const version of [0x0301, 0x0303]) malformedOr(() => readCertificateRequest(body, version))
  },
  [handshakeType.certificateStatus]: (body) => malformedOr(() => readCertificateStatus(body)),
}

const shape: HelloShape = {
  version: 'TLSv1.3',
  suites: [...suiteCandidates('TLSv1.3'), ...suiteCandidates('TLSv1.2'), ...suiteCandidates('TLSv1')],
  groups: [0x1d, 0x17, 0x18],
  schemes: [],
  shares: [],
  protocols: ['h2', 'http/1.1'],
  compression: false,
  bare: false,
}

function hear(pieces: readonly Uint8Array[]): Promise<unknown> {
  return answerIn(() => hearReply(new TlsConversation(saying(pieces)), shape), Malformed, ConversationError)
}

/** What servers say in TLS, before anybody has proved anything. */
export const tlsSubjects: readonly Subject[] = [
  {
    name: 'tls-records',
    room: 'wire',
    shape: 'octets',
    words,
    check(input) {
      const [whole, cut] = [messagesIn([input]), messagesIn(inPieces(input))]
      demand(isDeepStrictEqual(whole, cut), 'a stream means something else in other pieces')
    },
  },
  {
    name: 'tls-messages',
    room: 'wire',
    shape: 'octets',
    words,
    check(input) {
      const reader = new HandshakeReader()
      reader.push(input)
      for (
        let one = malformedOr(() => reader.next());
        one !== undefined;
        one = malformedOr(() => reader.next())
      )
        readers[one.type]?.(one.body)
    },
  },
  {
    name: 'ssl2-hello',
    room: 'wire',
    shape: 'octets',
    words: [Uint8Array.of(0x80, 0x03, 4, 0, 1), Uint8Array.of(0, 2), Uint8Array.of(1, 0, 0x80)],
    check(input) {
      const hello = malformedOr(() => readSsl2ServerHello(input))
      if (hello !== undefined)
        demand(ssl2RecordLength(input) === input.length, 'a record of another length was read')
    },
  },
  {
    name: 'tls-answer',
    room: 'observe',
    shape: 'octets',
    words,
    async check(input) {
      const [whole, cut] = [await hear([input]), await hear(inPieces(input))]
      demand(isDeepStrictEqual(whole, cut), 'a server answers something else in other pieces')
    },
  },
  protectedFlight,
]
