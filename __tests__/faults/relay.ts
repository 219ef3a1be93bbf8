import { connect, type Socket } from 'node:net'

import { contentType, RecordReader, type TlsRecord, writeRecords } from '../../src/wire/record.ts'
import { type Running, tcpServer } from '../support/servers.ts'

/** Where a relay resets the connection: by the number of the server's messages, from 0 on. */
export interface Cut {
  readonly how: 'before' | 'amid' | 'after'
  readonly message: number
}

/** Time for the peer to read what was sent: an RST throws away what it has not taken yet. */
const readingMs = 40

/**
 * Stands before a TLS server and hands its messages on, each in a record of its own, until it resets the connection
 * at the cut. `concerns` looks at the first octets that the client says.
 */
export function resettingRelay(
  behind: number,
  cut: Cut,
  concerns: (hello: Buffer) => boolean = () => true,
): Promise<Running> {
  return relay(behind, (peer, server) => {
    let left = cut.message
    let over = false
    let cutting = true
    const reset = (): void => {
      over = true
      setTimeout(() => peer.resetAndDestroy(), readingMs)
    }
    peer.once('data', (hello: Buffer) => {
      cutting = concerns(hello)
      if (cutting && cut.how === 'before' && cut.message === 0) peer.resetAndDestroy()
    })
    const pass = (message: Uint8Array): void => {
      if (over) return
      if (!cutting || left > 0) peer.write(message)
      else if (cut.how === 'amid') peer.write(message.subarray(0, Math.ceil(message.length / 2)))
      else if (cut.how === 'after') peer.write(message)
      if (cutting && left === (cut.how === 'before' ? 1 : 0)) reset()
      left--
    }
    eachMessage(server, pass)
  })
}

/** Joins every client to the server behind, but for what the server says: that is left to `answer`. */
export function relay(behind: number, answer: (peer: Socket, server: Socket) => void): Promise<Running> {
  return tcpServer((peer) => {
    const server = connect({ host: '127.0.0.1', port: behind, noDelay: true })
    server.on('error', () => peer.destroy()).once('close', () => peer.end())
    peer.once('close', () => server.destroy())
    answer(peer, server)
    peer.on('data', (octets: Buffer) => server.write(octets))
  })
}

/** The server's records, those in clear taken apart into handshake messages. */
function eachMessage(server: Socket, pass: (record: Uint8Array) => void): void {
  let clear = true
  let pending: Buffer = Buffer.alloc(0)
  eachRecord(server, (record) => {
    if (record.type !== contentType.handshake || !clear) {
      clear &&= record.type !== contentType.changeCipherSpec
      return pass(writeRecords(record.type, record.version, record.fragment))
    }
    pending = Buffer.concat([pending, record.fragment])
    while (pending.length >= 4 && pending.length >= 4 + pending.readUIntBE(1, 3)) {
      const length = 4 + pending.readUIntBE(1, 3)
      pass(writeRecords(record.type, record.version, pending.subarray(0, length)))
      pending = pending.subarray(length)
    }
  })
}

export function eachRecord(server: Socket, take: (record: TlsRecord) => void): void {
  const records = new RecordReader()
  server.on('data', (octets: Buffer) => {
    records.push(octets)
    for (let record = records.next(); record !== undefined; record = records.next()) take(record)
  })
}
