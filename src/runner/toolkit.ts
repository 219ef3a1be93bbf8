import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as pause } from 'node:timers/promises'

import { shortened } from '../model/text.ts'
import { visible, withoutCommands } from '../report/escape.ts'
import type { Patience } from './workflow-run.ts'

/** What became of a call of GitHub's toolkit. */
export type Reply<T> =
  /** It returned; what it complained of last may be all there is to tell a failure. */
  | { readonly kind: 'returned'; readonly value: T; readonly complaint: string | null }
  | { readonly kind: 'failed'; readonly cause: string }
  /** Patience ran out, or the run was ended. The call goes on unobserved: the toolkit cannot be called back. */
  | { readonly kind: 'timed-out'; readonly cause: string }

const longestCause = 300

/**
 * Calls the toolkit with a deadline, and listens: it tells most of its failures only by printing them. Its errors
 * and warnings become plain lines of the log, so that a service's hiccup is no annotation on the user's run.
 */
export async function fromToolkit<T>(call: () => Promise<T>, patience: Patience): Promise<Reply<T>> {
  const complaints: string[] = []
  const release = listen(complaints)
  const over = new AbortController()
  const signal = AbortSignal.any([over.signal, patience.signal])
  const late = pause(patience.ms, undefined, { signal }).then(
    (): Reply<T> => ({ kind: 'timed-out', cause: silence(patience.ms, complaints) }),
    (): Reply<T> => ({ kind: 'timed-out', cause: 'the run was ended' }),
  )
  const reply = listener.run(complaints, call).then(
    (value): Reply<T> => ({ kind: 'returned', value, complaint: final(complaints) }),
    (thrown: unknown): Reply<T> => ({ kind: 'failed', cause: cause(thrown) }),
  )
  const first = await Promise.race([reply, late])
  over.abort()
  // A call nobody waits for any more may still complain: not as an annotation.
  if (first.kind !== 'timed-out') release()
  return first
}

/** The first line of what was thrown, short enough for a sentence. */
export function cause(thrown: unknown): string {
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  return inSentence(message)
}

/** A service's own words inside a sentence of ours, which ends with its own full stop. */
export function inSentence(words: string): string {
  const line = words.split('\n').find((line) => line.trim() !== '') ?? 'no reason given'
  return shortened(line.trim().replace(/\.+$/, ''), longestCause)
}

/** An attempt that was repeated decides nothing. */
function final(complaints: readonly string[]): string | null {
  return complaints.findLast((line) => !attempt.test(line)) ?? null
}

function silence(patienceMs: number, complaints: readonly string[]): string {
  const last = complaints.at(-1)
  const sentence = `no answer within ${patienceMs / 1000} s`
  return last === undefined ? sentence : `${sentence}; ${inSentence(last)}`
}

/** Whose complaints are printed: an abandoned call goes on complaining while another one runs. */
const listener = new AsyncLocalStorage<string[]>()

type Done = (error?: Error | null) => void

/** Collects what this one call complains of on stdout until released. */
function listen(complaints: string[]): () => void {
  const { stdout } = process
  const own = Object.getOwnPropertyDescriptor(stdout, 'write')
  const write = stdout.write.bind(stdout)
  stdout.write = (chunk: string | Uint8Array, encoding?: BufferEncoding | Done, done?: Done): boolean => {
    const ours = typeof chunk === 'string' && listener.getStore() === complaints
    const heard = ours ? plain(chunk, complaints) : chunk
    return typeof encoding === 'function' ? write(heard, encoding) : write(heard, encoding, done)
  }
  return () => {
    if (own === undefined) Reflect.deleteProperty(stdout, 'write')
    else Object.defineProperty(stdout, 'write', own)
  }
}

function plain(printed: string, complaints: string[]): string {
  const lines = printed.split('\n').map((line) => heard(line, complaints))
  return lines.join('\n')
}

const command = /^::(?:warning|error|notice)(?: [^:]*)?::(.*)$/s
const attempt = /^Attempt \d+ of /
const complaint = /^(?:Failed to |Cache (?:save|restore) skipped)/

function heard(line: string, complaints: string[]): string {
  const said = command.exec(line.replace(/\r$/, ''))?.[1]
  if (said !== undefined) {
    const text = said.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')
    complaints.push(text)
    return withoutCommands(visible(text))
  }
  if (complaint.test(line) || attempt.test(line)) complaints.push(line)
  return line
}
