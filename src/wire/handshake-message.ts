import { serverLimits } from '../model/limits.ts'
import { Malformed } from './malformed.ts'
import { OctetQueue } from './octet-queue.ts'
import { Writer } from './writer.ts'

/** HandshakeType (RFC 8446 §4, RFC 5246 §7.4, RFC 6066 §8). */
export const handshakeType = {
  clientHello: 1,
  serverHello: 2,
  newSessionTicket: 4,
  encryptedExtensions: 8,
  certificate: 11,
  serverKeyExchange: 12,
  certificateRequest: 13,
  serverHelloDone: 14,
  certificateVerify: 15,
  clientKeyExchange: 16,
  finished: 20,
  certificateStatus: 22,
  messageHash: 254,
} as const

export interface HandshakeMessage {
  readonly type: number
  readonly body: Uint8Array
  /** With its header, as it counts for the transcript (RFC 8446 §4.4.1). */
  readonly whole: Uint8Array
}

/** Puts handshake messages together: one may span records, and a record may hold several (RFC 8446 §5.1). */
export class HandshakeReader {
  readonly #queue = new OctetQueue()

  push(fragment: Uint8Array): void {
    this.#queue.push(fragment)
  }

  /** Whether a message has begun that has not come to its end. */
  get within(): boolean {
    return this.#queue.length > 0
  }

  /** The next message; `undefined` while it has not come to its end. */
  next(): HandshakeMessage | undefined {
    const header = this.#queue.peek(4)
    if (header === undefined) return undefined
    const [type = 0, high = 0, middle = 0, low = 0] = header
    const length = high * 0x10000 + middle * 0x100 + low
    if (length > serverLimits.connectionBytes)
      throw new Malformed(
        `handshake message ${type}: ${length} octets, more than ${serverLimits.connectionBytes}`,
      )
    const whole = this.#queue.take(4 + length)
    return whole === undefined ? undefined : { type, body: whole.subarray(4), whole }
  }
}

export function writeHandshake(type: number, fill: (body: Writer) => unknown): Uint8Array {
  return new Writer().uint(1, type).vector(3, fill).done()
}
