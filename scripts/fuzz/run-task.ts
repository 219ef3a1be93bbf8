import { Worker } from 'node:worker_threads'

import type { News, Task } from './worker.ts'

/** What is told while a parser is fuzzed. */
export type Told =
  | { readonly kind: 'grown'; readonly input: Uint8Array }
  | { readonly kind: 'finding'; readonly input: Uint8Array; readonly words: string }

/** An input in hand for so long hangs its parser. */
const hangMs = 20_000
const heapMegabytes = 512
const longestInput = 1024 * 1024
/** After so many hangs or crashes a parser is left alone. */
const mostRestarts = 5

type Order = Pick<Task, 'subject' | 'seed' | 'ms' | 'only'>

/**
 * Fuzzes in a thread of its own, and looks on from here: a thread that hangs, or needs more memory than it is given, is
 * ended, what it had in hand is a finding, and another one goes on with another seed.
 */
export async function runTask(
  order: Order,
  tell: (told: Told) => void,
): Promise<{ readonly inputs: number; readonly ms: number }> {
  const start = performance.now()
  let inputs = 0
  for (let restarts = 0; restarts <= mostRestarts; restarts++) {
    const left = order.ms - (performance.now() - start)
    if (restarts > 0 && (left <= 0 || order.only !== null)) break
    const end = await oneThread({ ...order, ms: left, seed: order.seed + restarts * 7919 }, tell)
    inputs += end.inputs
    if (end.failure === null) break
    tell({ kind: 'finding', input: end.input, words: end.failure })
  }
  return { inputs, ms: performance.now() - start }
}

interface End {
  readonly inputs: number
  /** `null`: it came to its end by itself. */
  readonly failure: string | null
  /** What was in hand. */
  readonly input: Uint8Array
}

function oneThread(order: Order, tell: (told: Told) => void): Promise<End> {
  const state = new Int32Array(new SharedArrayBuffer(12))
  const hand = new Uint8Array(new SharedArrayBuffer(longestInput))
  const worker = new Worker(new URL('worker.ts', import.meta.url), {
    workerData: { ...order, state, hand } satisfies Task,
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
  })
  return new Promise((resolve) => {
    let failure: string | null = null
    const watch = setInterval(
      watchman(state, () => {
        failure = `hangs: more than ${hangMs / 1000} s over one input`
        void worker.terminate()
      }),
      1000,
    )
    worker.on('message', (news: News) => {
      if (news.kind === 'fault')
        tell({ kind: 'finding', input: news.input, words: `${news.fault.kind}: ${news.fault.words}` })
      else if (news.kind === 'grown') tell(news)
      else void worker.terminate() // what a parser left open does not hold it
    })
    worker.on('error', (error) => {
      failure ??= `crashes: ${error.stack ?? String(error)}`
    })
    worker.on('exit', () => {
      clearInterval(watch)
      const length = Atomics.load(state, 1)
      resolve({ inputs: Atomics.load(state, 0), failure, input: Uint8Array.from(hand.subarray(0, length)) })
    })
  })
}

/** Called every second: cries out when the same input has been in hand for too long. */
function watchman(state: Int32Array<SharedArrayBuffer>, cry: () => void): () => void {
  let [last, since] = [0, performance.now()]
  return () => {
    const count = Atomics.load(state, 0)
    if (count !== last) [last, since] = [count, performance.now()]
    else if (performance.now() - since > hangMs && Atomics.load(state, 2) === 1) cry()
  }
}
