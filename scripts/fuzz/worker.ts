import { parentPort, workerData } from 'node:worker_threads'

import { corpusOf, grownCorpusOf } from './corpus.ts'
import { coverage } from './coverage.ts'
import { minimised } from './minimise.ts'
import { mutator } from './mutate.ts'
import { type Fault, faultOf } from './one-input.ts'
import { Random } from './random.ts'
import { subjects } from './subjects.ts'

/** What a worker is told. */
export interface Task {
  readonly subject: string
  readonly seed: number
  readonly ms: number
  /** How many inputs were read, how long the one in hand is, and whether it is being read now. */
  readonly state: Int32Array<SharedArrayBuffer>
  /** The input in hand: who hangs cannot tell any more. */
  readonly hand: Uint8Array<SharedArrayBuffer>
  /** One input alone, in place of fuzzing. */
  readonly only: Uint8Array | null
}

/** What a worker tells. */
export type News =
  | { readonly kind: 'fault'; readonly fault: Fault; readonly input: Uint8Array }
  /** An input that reached what none had reached before. */
  | { readonly kind: 'grown'; readonly input: Uint8Array }
  | { readonly kind: 'done'; readonly inputs: number }

const task = workerData as Task
const subject = subjects.find(({ name }) => name === task.subject)
if (subject === undefined) throw new Error(`no parser is called ${task.subject}`)
const watched = subject
let inputs = 0

function tell(news: News): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port of node:worker_threads has no origin
  parentPort?.postMessage(news)
}

/** The input is put where the parent can see it, before it is read. */
async function read(input: Buffer): Promise<Fault | null> {
  task.hand.set(input.subarray(0, task.hand.length))
  Atomics.store(task.state, 1, Math.min(input.length, task.hand.length))
  Atomics.store(task.state, 0, ++inputs)
  Atomics.store(task.state, 2, 1)
  const fault = await faultOf(watched, input)
  Atomics.store(task.state, 2, 0)
  return fault
}

const known = new Set<string>()
const mostTries = 400

async function report(fault: Fault, input: Buffer): Promise<void> {
  if (known.has(fault.mark)) return
  known.add(fault.mark)
  const same = async (less: Buffer): Promise<boolean> => (await read(less))?.mark === fault.mark
  const small = await minimised(input, same, fault.kind === 'broken' ? mostTries : 20)
  const again = (await read(small)) ?? fault
  tell({ kind: 'fault', fault: again, input: small })
}

const batch = 32
/** What is longer costs more than it finds. */
const longestGrown = 16 * 1024

/** Breaks the inputs there are; what reaches something new is broken further (as AFL and libFuzzer do). */
async function fuzz(): Promise<void> {
  const ends = performance.now() + task.ms
  const cover = coverage(new URL('../../', import.meta.url).href)
  const pool = [...corpusOf(watched), ...grownCorpusOf(watched)].map(({ input }) => input)
  if (pool.length === 0) pool.push(Buffer.alloc(0))
  for (const input of pool) await readAndReport(input)
  cover.remember(cover.take())
  const broken = mutator(watched, new Random(task.seed))
  while (performance.now() < ends) {
    const made = Array.from({ length: batch }, () => broken(pool))
    for (const input of made) await readAndReport(input)
    const ran = cover.take()
    if (!cover.isNew(ran)) continue
    for (const input of made) {
      await read(input)
      const alone = cover.take()
      if (input.length > longestGrown || !cover.isNew(alone)) continue
      cover.remember(alone)
      pool.push(input)
      tell({ kind: 'grown', input })
    }
    cover.remember(ran)
  }
}

async function readAndReport(input: Buffer): Promise<void> {
  const fault = await read(input)
  if (fault !== null) await report(fault, input)
}

if (task.only === null) await fuzz()
else {
  const fault = await read(Buffer.from(task.only))
  if (fault !== null) tell({ kind: 'fault', fault, input: task.only })
}
tell({ kind: 'done', inputs })
