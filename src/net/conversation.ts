import type { Socket } from 'node:net'

import { serverLimits } from '../model/limits.ts'
import { counted } from '../model/text.ts'
import { ConversationError } from './conversation-error.ts'
import { quoted } from './quoted.ts'

/**
 * The dialogue in clear on a socket that will go over to TLS: gives out exactly the octets asked for, within
 * limits, and knows what is left over. The socket belongs to it from its making until `release`.
 *
 * The deadline is the caller's: an error given to `socket.destroy` comes out of the pending read as it is.
 */
export class Conversation {
  readonly #socket: Socket
  #unread: Buffer = Buffer.alloc(0)
  #received = 0
  #lines = 0
  #failure: ((awaited: string) => Error) | undefined
  #wake: () => void = () => {}

  constructor(socket: Socket) {
    this.#socket = socket
    if (socket.errored !== null) this.#onError(socket.errored)
    if (socket.destroyed || socket.readableEnded) this.#onEnd()
    socket.on('data', this.#onData).on('end', this.#onEnd).on('error', this.#onError).on('close', this.#onEnd)
    socket.resume()
  }

  /** The address from which we speak; `undefined` once the socket is gone. */
  get localAddress(): string | undefined {
    return this.#socket.localAddress
  }

  /** What has come and was not asked for yet. */
  get unread(): Buffer {
    return this.#unread
  }

  /**
   * Answers once the octets are with the network. Never throws: a failure comes out of the next read, after
   * everything that the server said before it hung up.
   */
  async send(octets: string | Uint8Array): Promise<void> {
    if (this.#failure !== undefined) return
    await new Promise<void>((resolve) => {
      this.#socket.write(octets, () => resolve())
    })
  }

  /** The next line without its end, CRLF or LF. `awaited` names it in the errors: `the greeting`. */
  async line(awaited: string): Promise<string> {
    for (;;) {
      // An alert or a ServerHello has no line end, or has one by chance: alert 10 is LF.
      if ((this.#unread[0] === 0x15 || this.#unread[0] === 0x16) && this.#unread[1] === 0x03)
        throw new ConversationError('not-tls', 'the server speaks TLS from the first octet, without STARTTLS')
      const end = this.#unread.subarray(0, serverLimits.lineBytes).indexOf(0x0a)
      if (end >= 0) return this.#takeLine(end + 1)
      if (this.#unread.length >= serverLimits.lineBytes)
        throw broken(`a line of more than ${serverLimits.lineBytes} octets`, this.#unread)
      await this.#more(awaited)
    }
  }

  /** Exactly so many octets. */
  async octets(count: number, awaited: string): Promise<Buffer> {
    if (count > serverLimits.dialogueBytes) throw broken(`${awaited} of ${count} octets`, this.#unread)
    while (this.#unread.length < count) await this.#more(awaited)
    return this.#take(count)
  }

  /** Ends the dialogue where TLS may begin. Whatever came early was put there by somebody else. */
  end(): void {
    // CVE-2011-0411: octets sent in clear must not be taken for the server's protected ones.
    if (this.#unread.length > 0) {
      const octets = counted(this.#unread.length, 'octet')
      throw broken(`${octets} of plaintext after agreeing to STARTTLS`, this.#unread)
    }
    if (this.#failure !== undefined) throw this.#failure('the start of TLS')
  }

  /** Gives the socket back, paused and without our listeners. */
  release(): void {
    this.#socket.pause()
    this.#socket.off('data', this.#onData).off('end', this.#onEnd)
    this.#socket.off('error', this.#onError).off('close', this.#onEnd)
  }

  readonly #onData = (chunk: Buffer): void => {
    this.#received += chunk.length
    this.#unread = Buffer.concat([this.#unread, chunk])
    if (this.#received > serverLimits.dialogueBytes) {
      this.#socket.pause()
      this.#fail(() => broken(`more than ${serverLimits.dialogueBytes} octets before TLS`, chunk))
    }
    this.#wake()
  }

  readonly #onEnd = (): void => {
    this.#fail((awaited) => {
      const rest = this.#unread.length === 0 ? '' : `, after ${quoted(this.#unread)}`
      return new ConversationError('closed', `the connection was closed before ${awaited}${rest}`)
    })
  }

  readonly #onError = (error: NodeJS.ErrnoException): void => {
    this.#fail((awaited) =>
      error.code === 'ECONNRESET' || error.code === 'EPIPE'
        ? new ConversationError('reset', `the server reset the connection before ${awaited}`, {
            cause: error,
          })
        : error,
    )
  }

  /** The first failure stands; those that follow are its echoes. */
  #fail(failure: (awaited: string) => Error): void {
    this.#failure ??= failure
    this.#wake()
  }

  async #more(awaited: string): Promise<void> {
    const before = this.#received
    while (this.#received === before) {
      if (this.#failure !== undefined) throw this.#failure(awaited)
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
  }

  #takeLine(octets: number): string {
    this.#lines++
    if (this.#lines > serverLimits.dialogueLines)
      throw broken(`more than ${serverLimits.dialogueLines} lines before TLS`, this.#unread)
    return this.#take(octets)
      .toString('utf8')
      .replace(/\r?\n$/, '')
  }

  #take(count: number): Buffer {
    const taken = this.#unread.subarray(0, count)
    this.#unread = this.#unread.subarray(count)
    return taken
  }
}

function broken(what: string, octets: Uint8Array): ConversationError {
  return new ConversationError('malformed', `the server sent ${what}: ${quoted(octets)}`)
}
