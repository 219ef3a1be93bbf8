import type { Socket } from 'node:net'

import { type Extension } from '../../src/wire/extensions.ts'
import { handshakeType, writeHandshake } from '../../src/wire/handshake-message.ts'
import { contentType, RecordReader, type TlsRecord, writeRecords } from '../../src/wire/record.ts'
import { writeServerHello } from '../../src/wire/server-hello.ts'

/** A server that plays its part of a handshake up to TLS 1.2 and knows no cryptography. */
export interface Part {
  readonly version: number
  readonly suite: number
  readonly extensions?: readonly Extension[]
  /** DER, the leaf first. */
  readonly chain: readonly Uint8Array[]
  /** What it does about each record that comes after its flight, by its number from 1 on. */
  readonly react: (record: TlsRecord, stage: Stage, count: number) => void
}

export interface Stage {
  readonly send: (type: number, fragment: Uint8Array) => void
  /** Fatal, and the end. */
  readonly alert: (description: number) => void
  readonly end: () => void
  readonly reset: () => void
}

/** Answers the first record, whatever hello it holds, with a whole flight; then the part goes on. */
export function playing({ version, suite, extensions = [], chain, react }: Part): (peer: Socket) => void {
  const hello = writeServerHello({
    legacyVersion: version,
    random: new Uint8Array(32).fill(7),
    legacySessionIdEcho: new Uint8Array(),
    cipherSuite: suite,
    compressionMethod: 0,
    extensions,
  })
  const certificate = writeHandshake(handshakeType.certificate, (body) =>
    body.vector(3, (list) => chain.forEach((der) => list.vector(3, (one) => one.bytes(der)))),
  )
  const done = writeHandshake(handshakeType.serverHelloDone, () => undefined)
  const flight = Buffer.concat([hello, certificate, done])
  return (peer) => {
    const records = new RecordReader()
    const send = (type: number, fragment: Uint8Array): void =>
      void peer.write(writeRecords(type, version, fragment))
    const stage: Stage = {
      send,
      alert: (description) => {
        send(contentType.alert, Uint8Array.of(2, description))
        peer.end()
      },
      end: () => void peer.end(),
      reset: () => void peer.resetAndDestroy(),
    }
    let count = -1
    peer.on('data', (octets) => {
      records.push(octets)
      for (let record = records.next(); record !== undefined && peer.writable; record = records.next()) {
        if (++count === 0) send(contentType.handshake, flight)
        else react(record, stage, count)
      }
    })
  }
}
