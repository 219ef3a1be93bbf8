import type { Socket } from 'node:net'

import { serverLimits } from '../model/limits.ts'
import { counted } from '../model/text.ts'
import { type HandshakeMessage, HandshakeReader } from '../wire/handshake-message.ts'
import { Malformed } from '../wire/malformed.ts'
import { contentType, RecordReader, type TlsRecord } from '../wire/record.ts'
import { ConversationError } from './conversation-error.ts'
import { quoted } from './quoted.ts'

/** What a server says in the record layer, one thing at a time. */
export type Heard =
  | ({ readonly kind: 'message' } & HandshakeMessage)
  | { readonly kind: 'alert'; readonly fatal: boolean; readonly description: number }
  /** ChangeCipherSpec, heartbeat, and whatever is protected. */
  | ({ readonly kind: 'record' } & TlsRecord)
  /** The server hung up in good order. */
  | { readonly kind: 'end' }

/**
 * TLS spoken by hand on an open connection: sends octets as they are, and gives out what is heard. The deadline is
 * the caller's: an error given to `socket.destroy` comes out of the pending `hear` as it is. Else throws `Malformed`,
 * or a `ConversationError`: `not-tls` or `reset`.
 */
export class TlsConversation {
  readonly #socket: Socket
  readonly #records = new RecordReader()
  readonly #messages = new HandshakeReader()
  #heardAny = false
  #answering = false
  #ended = false
  #failure: Error | undefined
  #wake: () => void = () => {}

  constructor(socket: Socket) {
    this.#socket = socket
    if (socket.errored !== null) this.#fail(socket.errored)
    if (socket.destroyed || socket.readableEnded) this.#ended = true
    socket.on('data', (piece: Buffer) => this.#take(piece))
    socket.on('error', (error) => this.#fail(error))
    socket.on('end', () => this.#end()).on('close', () => this.#end())
    socket.resume()
  }

  /** Whether an answer has begun, be it with a single octet: who hangs up then has broken off, not refused. */
  get begun(): boolean {
    return this.#answering || this.#records.unread(1).length > 0
  }

  /** Hands octets to the network. Never throws: a failure comes out of the next `hear`. */
  send(octets: Uint8Array): void {
    if (this.#socket.writable) this.#socket.write(octets)
  }

  /** The next thing that the server says. */
  async hear(): Promise<Heard> {
    for (;;) {
      const heard = this.#next()
      if (heard !== undefined) return heard
      if (this.#failure !== undefined) throw this.#failure
      if (this.#ended) return { kind: 'end' }
      await this.#more()
    }
  }

  /** The first octets as they are, for what is no TLS record; fewer where the server hangs up before. They stay. */
  async octets(count: number): Promise<Uint8Array> {
    while (this.#records.unread(count).length < count) {
      if (this.#failure !== undefined) throw this.#failure
      if (this.#ended) break
      await this.#more()
    }
    return this.#records.unread(count)
  }

  /** The next record as it stands, protected or not; `null`: the server hung up. */
  async record(): Promise<TlsRecord | null> {
    for (;;) {
      const record = this.#record()
      if (record !== undefined) return record
      if (this.#failure !== undefined) throw this.#failure
      if (this.#ended) return null
      await this.#more()
    }
  }

  /** FIN, not RST; what still comes is thrown away until the server hangs up, too, or a moment has passed. */
  close(): void {
    const socket = this.#socket
    if (socket.destroyed) return
    socket.removeAllListeners('data').resume()
    const timer = setTimeout(() => socket.destroy(), serverLimits.lingerMs)
    socket.once('close', () => clearTimeout(timer))
    socket.end()
  }

  #more(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve
    })
  }

  #next(): Heard | undefined {
    for (;;) {
      const message = this.#messages.next()
      if (message !== undefined) return { kind: 'message', ...message }
      const record = this.#record()
      if (record === undefined) return undefined
      if (record.type === contentType.handshake) {
        this.#answering = true
        this.#messages.push(record.fragment)
      } else if (record.type === contentType.alert) return alertOf(record)
      else return { kind: 'record', ...record }
    }
  }

  #record(): TlsRecord | undefined {
    try {
      const record = this.#records.next()
      this.#heardAny ||= record !== undefined
      return record
    } catch (thrown) {
      if (!(thrown instanceof Malformed) || this.#heardAny) throw thrown
      const first = quoted(this.#records.unread(40))
      throw new ConversationError('not-tls', `its first octets are no TLS record: ${first}`, {
        cause: thrown,
      })
    }
  }

  #take(piece: Buffer): void {
    try {
      this.#records.push(piece)
    } catch (thrown) {
      this.#socket.pause()
      this.#fail(thrown instanceof Error ? thrown : new Error(String(thrown)))
    }
    this.#wake()
  }

  #end(): void {
    this.#ended = true
    this.#wake()
  }

  #fail(error: NodeJS.ErrnoException): void {
    const reset = error.code === 'ECONNRESET' || error.code === 'EPIPE'
    this.#failure ??= reset
      ? new ConversationError('reset', 'RST instead of an answer (ECONNRESET)', { cause: error })
      : error
    this.#wake()
  }
}

/** RFC 8446 §6: one level, one description, never in pieces. */
function alertOf({ fragment }: TlsRecord): Heard {
  const [level, description] = fragment
  if (fragment.length !== 2 || level === undefined || description === undefined)
    throw new Malformed(`alert: ${counted(fragment.length, 'octet')} instead of 2`)
  return { kind: 'alert', fatal: level !== 1, description }
}
