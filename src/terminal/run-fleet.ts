import type { Watchlist } from '../config/watchlist.ts'
import { gatherFrom, matrix, merged, observeInto, partOf } from '../fleet.ts'
import { counted } from '../model/text.ts'
import { conclude } from '../monitor.ts'
import { visible } from '../report/escape.ts'
import { exitCodes } from '../report/outcome.ts'
import { interruption, runSignal } from '../run-signal.ts'
import { plan } from '../shards/plan.ts'
import { realEyes } from '../world.ts'
import { type ConcludeArguments, type ObserveArguments, type PlanArguments, UsageError } from './arguments.ts'
import { cacheFolder } from './cache-folder.ts'
import { journal } from './journal.ts'
import { progressLine } from './progress.ts'
import { run, warnOf, watchlistOf } from './run-check.ts'

/** `plan`: prints the matrix; looks up no secret and contacts nothing. */
export async function runPlan(given: PlanArguments): Promise<number> {
  const { entries } = await watchlistOf(given, { targets: false, notifications: false })
  process.stdout.write(`${matrix(plan(entries, given.shards))}\n`)
  return exitCodes.fine
}

/** `observe`: one shard, into a file. What was seen is for `conclude` to judge. */
export async function runObserve(given: ObserveArguments): Promise<number> {
  const watchlist = await watchlistOf(given, { targets: true, notifications: false })
  const part = partOf(watchlist, given.number)
  if (part === null) throw new UsageError([noShard(given, watchlist)])
  warnOf(watchlist)
  const ending = runSignal()
  const progress = progressLine(given.verbosity === 'quiet' ? null : process.stderr)
  const eyes = realEyes({
    watchlist,
    cacheFolder: cacheFolder(),
    signal: ending.signal,
    progress: progress.show,
  })
  try {
    await observeInto(given.out, part, given.number, eyes).finally(progress.clear)
  } finally {
    ending.release()
  }
  if (given.verbosity !== 'quiet')
    process.stderr.write(`${counted(part.entries.length, 'endpoint')} observed into ${visible(given.out)}\n`)
  return interruption(ending) ?? exitCodes.fine
}

/** `conclude`: all that `check` does after observing, without the network. */
export async function runConclude(given: ConcludeArguments): Promise<number> {
  const log = journal(given.log)
  const ending = runSignal()
  try {
    const resolve = { targets: false, notifications: given.notify && given.now === null }
    const watchlist = await watchlistOf(given, resolve)
    const sources = given.from.map((path) => ({ name: path, path }))
    const gathered = await gatherFrom(sources, watchlist, null)
    if (gathered.refused.length > 0) throw new UsageError(gathered.refused)
    return await run(given, watchlist, ending, log, async (world) => {
      return conclude(watchlist, merged(watchlist, gathered, world.clock()), world)
    })
  } finally {
    ending.release()
    await log.close()
  }
}

function noShard({ number: { shard, of } }: ObserveArguments, { entries }: Watchlist): string {
  const shards = plan(entries, of).length
  return `There is no shard ${shard} of ${of}: the config makes ${counted(shards, 'shard')}. Ask plan for them.`
}
