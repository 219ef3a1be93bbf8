import type { Socket } from 'node:net'

import { ConversationError } from './conversation-error.ts'

/**
 * One limit for a whole conversation, from connect to the last octet needed. Never an idle timeout: a server
 * that drips one octet a second runs into it like a silent one. When time is up, or the run is over, every
 * watched socket is destroyed with the reason, and whoever waits on it learns that reason. What arrived in time
 * counts, also where we were too busy to read it: timers come before sockets in the event loop.
 */
export class Deadline {
  readonly #sockets = new Set<Socket>()
  readonly #timer: NodeJS.Timeout
  #lastLook: NodeJS.Immediate | undefined
  readonly #run: AbortSignal
  readonly #onAbort: () => void
  #verdict: ConversationError | undefined
  #fail: (error: ConversationError) => void = () => {}
  /** Rejects when time is up; for what has no socket to destroy. */
  readonly passed: Promise<never>

  constructor(ms: number, run: AbortSignal) {
    this.passed = new Promise<never>((_, reject) => {
      this.#fail = reject
    })
    this.passed.catch(() => {}) // often nobody waits for it
    const timedOut = (): void =>
      this.#end(new ConversationError('timed-out', `no answer within ${ms / 1000} s`))
    this.#timer = setTimeout(() => {
      this.#lastLook = setImmediate(timedOut)
    }, ms)
    this.#run = run
    this.#onAbort = (): void =>
      this.#end(new ConversationError('not-observed', 'the run ended before the answer came'))
    if (run.aborted) this.#onAbort()
    else run.addEventListener('abort', this.#onAbort)
  }

  watch(socket: Socket): void {
    this.#sockets.add(socket)
    socket.once('close', () => this.#sockets.delete(socket))
    if (this.#verdict !== undefined) socket.destroy(this.#verdict)
  }

  /** Throws the reason once time is up: what has not begun is not begun any more. */
  check(): void {
    if (this.#verdict !== undefined) throw this.#verdict
  }

  /** The conversation is over: nothing is destroyed any more. */
  clear(): void {
    clearTimeout(this.#timer)
    clearImmediate(this.#lastLook)
    this.#run.removeEventListener('abort', this.#onAbort)
    this.#sockets.clear()
  }

  #end(verdict: ConversationError): void {
    this.#verdict = verdict
    for (const socket of this.#sockets) socket.destroy(verdict)
    this.clear()
    this.#fail(verdict)
  }
}
