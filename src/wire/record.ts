import { serverLimits } from '../model/limits.ts'
import { Malformed } from './malformed.ts'
import { OctetQueue } from './octet-queue.ts'
import { Writer } from './writer.ts'

/** ContentType (RFC 8446 §5.1, RFC 6520 §3). */
export const contentType = {
  changeCipherSpec: 20,
  alert: 21,
  handshake: 22,
  applicationData: 23,
  heartbeat: 24,
} as const

/** A record as it stands on the wire. */
export interface TlsRecord {
  readonly type: number
  readonly version: number
  readonly fragment: Uint8Array
}

/** Cuts a stream of octets into records, whatever pieces they come in (RFC 8446 §5.1, RFC 6101 §5.2.1). */
export class RecordReader {
  readonly #queue = new OctetQueue()
  #received = 0

  push(piece: Uint8Array): void {
    this.#received += piece.length
    if (this.#received > serverLimits.connectionBytes)
      throw new Malformed(`a flight of more than ${serverLimits.connectionBytes} octets`)
    this.#queue.push(piece)
  }

  /** Octets that are in no record yet, at most so many. They stay. */
  unread(most: number): Uint8Array {
    return this.#queue.peek(Math.min(this.#queue.length, most)) ?? new Uint8Array()
  }

  /** The next record; `undefined` while it has not come to its end. */
  next(): TlsRecord | undefined {
    const header = this.#queue.peek(5)
    if (header === undefined) return undefined
    const [type = 0, major = 0, minor = 0, high = 0, low = 0] = header
    if (type < contentType.changeCipherSpec || type > contentType.heartbeat)
      throw new Malformed(`record: content type ${type}`)
    if (major !== 3) throw new Malformed(`record: version ${major}.${minor}`)
    const length = high * 0x100 + low
    if (length > serverLimits.recordBytes)
      throw new Malformed(`record: ${length} octets, more than ${serverLimits.recordBytes}`)
    if (this.#queue.length < 5 + length) return undefined
    this.#queue.take(5)
    return { type, version: 0x300 + minor, fragment: this.#queue.take(length) ?? new Uint8Array() }
  }
}

/** One message in as many records as it takes: a plain fragment holds at most 2^14 octets. */
export function writeRecords(type: number, version: number, message: Uint8Array): Uint8Array {
  const writer = new Writer()
  for (let at = 0; at === 0 || at < message.length; at += 0x4000)
    writer
      .uint(1, type)
      .uint(2, version)
      .vector(2, (fragment) => fragment.bytes(message.subarray(at, at + 0x4000)))
  return writer.done()
}
