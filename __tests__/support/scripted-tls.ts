import type { Socket } from 'node:net'

import { type ClientHello, readClientHello } from '../../src/wire/client-hello.ts'
import type { Extension } from '../../src/wire/extensions.ts'
import { HandshakeReader, handshakeType, writeHandshake } from '../../src/wire/handshake-message.ts'
import { contentType, RecordReader, writeRecords } from '../../src/wire/record.ts'
import { helloRetryRandom, writeServerHello } from '../../src/wire/server-hello.ts'
import { Writer } from '../../src/wire/writer.ts'
import { type Running, tcpServer } from './servers.ts'

/** What a scripted server does with a hello: octets to answer, or to hang up, to reset, or to say nothing at all. */
export type Answer = Uint8Array | 'close' | 'reset' | 'silence'

export interface Heard {
  readonly hello: ClientHello
  /** Octets of the handshake message. */
  readonly length: number
  /** The name in server_name; `null`: none. */
  readonly name: string | null
  /** `null` where there is no supported_groups. */
  readonly groups: readonly number[] | null
}

/** A server that answers hellos by a script, for what no library speaks. What is no hello is answered by `stranger`. */
export function scriptedTls(
  answer: (heard: Heard, count: number) => Answer,
  stranger: (octets: Uint8Array) => Answer = () => 'close',
): Promise<Running> {
  let count = 0
  return tcpServer((peer) => {
    const records = new RecordReader()
    const messages = new HandshakeReader()
    peer.on('data', (piece: Buffer) => {
      if (piece[0] !== contentType.handshake) return act(peer, stranger(piece))
      records.push(piece)
      for (let record = records.next(); record !== undefined; record = records.next())
        messages.push(record.fragment)
      const message = messages.next()
      if (message?.type !== handshakeType.clientHello) return
      act(peer, answer(heardIn(readClientHello(message.body), message.whole.length), ++count))
    })
  })
}

function act(peer: Socket, answer: Answer): void {
  if (answer === 'reset') peer.resetAndDestroy()
  else if (answer === 'close') peer.end()
  else if (answer !== 'silence') peer.write(answer)
}

function heardIn(hello: ClientHello, length: number): Heard {
  const data = (type: number): Buffer | undefined => {
    const found = hello.extensions?.find((extension) => extension.type === type)
    return found === undefined ? undefined : Buffer.from(found.data)
  }
  const list = data(10)?.subarray(2)
  const groups =
    list === undefined ? null : Array.from({ length: list.length / 2 }, (_, i) => list.readUInt16BE(2 * i))
  return { hello, length, name: data(0)?.subarray(5).toString('latin1') ?? null, groups }
}

/** The version that a hello asks for. */
export function versionAsked({ hello }: Heard): number {
  return hello.extensions?.some(({ type }) => type === 43) === true ? 0x0304 : hello.legacyVersion
}

export function alert(description: number, level: 1 | 2 = 2): Uint8Array {
  return writeRecords(contentType.alert, 0x0301, Uint8Array.of(level, description))
}

export interface FlightParts {
  readonly version: number
  readonly suite: number
  readonly extensions?: readonly Extension[]
  readonly compression?: number
  readonly certificate?: Uint8Array
  /** The body of ServerKeyExchange. */
  readonly exchange?: Uint8Array
  readonly random?: Uint8Array
}

/** A whole flight up to TLS 1.2, one record a message. */
export function flight(parts: FlightParts): Uint8Array {
  const { version, suite, extensions = [], compression = 0, certificate, exchange, random } = parts
  const messages = [
    writeServerHello({
      legacyVersion: version,
      random: random ?? new Uint8Array(32).fill(0x5a),
      legacySessionIdEcho: new Uint8Array(),
      cipherSuite: suite,
      compressionMethod: compression,
      extensions,
    }),
  ]
  if (certificate !== undefined)
    messages.push(
      writeHandshake(handshakeType.certificate, (body) =>
        body.vector(3, (list) => list.vector(3, (der) => der.bytes(certificate))),
      ),
    )
  if (exchange !== undefined)
    messages.push(writeHandshake(handshakeType.serverKeyExchange, (body) => body.bytes(exchange)))
  messages.push(writeHandshake(handshakeType.serverHelloDone, () => undefined))
  return Buffer.concat(messages.map((message) => writeRecords(contentType.handshake, version, message)))
}

/** ServerKeyExchange of a prime (RFC 5246 §7.4.3), signed or not. */
export function dhExchange(prime: Uint8Array, scheme: number | null = 0x0401): Uint8Array {
  const body = new Writer()
    .vector(2, (p) => p.bytes(prime))
    .vector(2, (g) => g.uint(1, 2))
    .vector(2, (y) => y.uint(1, 4))
  if (scheme !== null) body.uint(2, scheme)
  return body.vector(2, (signature) => signature.uint(2, 0xabcd)).done()
}

/** A HelloRetryRequest of TLS 1.3. */
export function retry(suite: number, group: number, hello: ClientHello): Uint8Array {
  const message = writeServerHello({
    legacyVersion: 0x0303,
    random: helloRetryRandom,
    legacySessionIdEcho: hello.legacySessionId,
    cipherSuite: suite,
    compressionMethod: 0,
    extensions: [
      { type: 43, data: Uint8Array.of(3, 4) },
      { type: 51, data: new Writer().uint(2, group).done() },
    ],
  })
  return writeRecords(contentType.handshake, 0x0303, message)
}
