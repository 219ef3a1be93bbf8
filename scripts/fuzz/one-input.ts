import { Broken, type Subject } from './subject.ts'

/** What is wrong with what a parser did with one input. */
export interface Fault {
  readonly kind: 'broken' | 'slow' | 'greedy'
  /** The same for the same fault, whatever the input. */
  readonly mark: string
  readonly words: string
}

/** What takes longer is asked again, because machines are busy. */
const usualPatienceMs = 1000
/** What one input may add to the memory of the process: a parser holds a small multiple of its input. */
const greedyBytes = 256 * 1024 * 1024

/** Lets the parser read one input; `null` where it did as documented, in time and with little memory. */
export async function faultOf(subject: Subject, input: Buffer): Promise<Fault | null> {
  const before = process.memoryUsage.rss()
  const first = await timed(subject, input)
  if ('mark' in first) return first
  const grown = process.memoryUsage.rss() - before
  if (grown > greedyBytes) {
    return {
      kind: 'greedy',
      mark: 'greedy',
      words: `${Math.round(grown / 2 ** 20)} MiB more after reading it`,
    }
  }
  const patienceMs = subject.patienceMs ?? usualPatienceMs
  if (first.ms < patienceMs) return null
  const again = await timed(subject, input)
  if ('mark' in again) return again
  const ms = Math.min(first.ms, again.ms)
  return ms < patienceMs ? null : { kind: 'slow', mark: 'slow', words: `${Math.round(ms)} ms to read it` }
}

async function timed(subject: Subject, input: Buffer): Promise<Fault | { readonly ms: number }> {
  const start = performance.now()
  try {
    await subject.check(Buffer.from(input)) // whoever writes into it, does not write into ours
  } catch (thrown) {
    return { kind: 'broken', mark: markOf(thrown), words: wordsOf(thrown) }
  }
  return { ms: performance.now() - start }
}

/** Kind of error and the line of the project where it arose; an oracle's fault is told apart by its sentence. */
function markOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return `thrown: ${typeof thrown}`
  if (thrown instanceof Broken)
    return `Broken: ${thrown.message.replaceAll(/\d+|"[^"]*"/gu, '#').slice(0, 80)}`
  const place = /\/(?:src|scripts|node_modules)\/[^\s)]+/u.exec(thrown.stack ?? '')?.[0] ?? ''
  return `${thrown.name} ${place.replace(/:\d+$/u, '')}`
}

function wordsOf(thrown: unknown): string {
  return thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)
}
