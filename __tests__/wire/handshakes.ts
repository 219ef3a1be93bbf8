import { readFileSync } from 'node:fs'

import { type HandshakeMessage, HandshakeReader } from '../../src/wire/handshake-message.ts'
import { RecordReader, type TlsRecord } from '../../src/wire/record.ts'

/** Octets written in hex, with spaces where they help. */
export function hex(text: string): Uint8Array {
  return Buffer.from(text.replaceAll(/\s/g, ''), 'hex')
}

export interface Recorded {
  readonly client: Uint8Array
  readonly server: Uint8Array
}

/** A handshake of __tests__/fixtures/handshakes/. */
export function recorded(name: string): Recorded {
  const file = new URL(`../fixtures/handshakes/${name}.hex`, import.meta.url)
  const [client = '', server = ''] = readFileSync(file, 'utf8').split('\n')
  return { client: hex(client), server: hex(server) }
}

export const recordedNames = [
  'tls12-ecdhe-rsa',
  'tls12-ecdhe-ecdsa',
  'tls12-dhe-rsa',
  'tls10-dhe-rsa',
  'tls12-adh',
  'tls12-rsa',
] as const

/** All records of a stream that came in these pieces. */
export function recordsOf(...pieces: readonly Uint8Array[]): readonly TlsRecord[] {
  const reader = new RecordReader()
  const records: TlsRecord[] = []
  for (const piece of pieces) {
    reader.push(piece)
    for (let record = reader.next(); record !== undefined; record = reader.next()) records.push(record)
  }
  return records
}

/** All handshake messages of a stream that came in these pieces. */
export function messagesOf(...pieces: readonly Uint8Array[]): readonly HandshakeMessage[] {
  const reader = new HandshakeReader()
  const messages: HandshakeMessage[] = []
  for (const { fragment } of recordsOf(...pieces)) {
    reader.push(fragment)
    for (let message = reader.next(); message !== undefined; message = reader.next()) messages.push(message)
  }
  return messages
}

/** The body of the first message of that type; throws when there is none. */
export function bodyOf(messages: readonly HandshakeMessage[], type: number): Uint8Array {
  const found = messages.find((message) => message.type === type)
  if (found === undefined) throw new Error(`no message of type ${type}`)
  return found.body
}
