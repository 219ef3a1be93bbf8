import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'

import { notesOfRunners } from '../config/allowed-runners.ts'
import { complaintText, ConfigError } from '../config/complaint.ts'
import { type ConfigRequest, readConfig } from '../config/read-config.ts'
import { parseSecrets } from '../config/secrets.ts'
import type { Watchlist } from '../config/watchlist.ts'
import { unlessUnusable, Unusable } from '../deliver/whole-file.ts'
import { type Memories, openMemories } from '../memories.ts'
import { inUtc } from '../model/duration.ts'
import type { Report } from '../model/report.ts'
import { check, remembered, type World } from '../monitor.ts'
import { beat, type Remembered, tell } from '../notifications.ts'
import { sarifSite, writeReport } from '../report-files.ts'
import { visible } from '../report/escape.ts'
import { exitCodes, outcome } from '../report/outcome.ts'
import { interruption, type RunSignal, runSignal } from '../run-signal.ts'
import { realWorld } from '../world.ts'
import { type CheckArguments, UsageError, type WatchlistArguments } from './arguments.ts'
import { cacheFolder } from './cache-folder.ts'
import { journal, type Journal } from './journal.ts'
import { printPaths, printReport } from './print-report.ts'
import { progressLine } from './progress.ts'

const defaultConfig = '.github/certificates.yml'

/** `check`: once, or with `--watch` until somebody ends it. Answers the exit code. */
export async function runCheck(given: CheckArguments): Promise<number> {
  const log = journal(given.log)
  const ending = runSignal({ endless: given.watch })
  try {
    return given.watch ? await watch(given, ending, log) : await checkOnce(given, ending, log)
  } finally {
    ending.release()
    await log.close()
  }
}

async function checkOnce(given: CheckArguments, ending: RunSignal, log: Journal): Promise<number> {
  return run(given, await watchlistOf(given, uses(given)), ending, log)
}

/** What a check looks up: a run whose clock was moved tells nobody. */
function uses({ notify, now }: CheckArguments): ConfigRequest['resolve'] {
  return { targets: true, notifications: notify && now === null }
}

/** One run's error does not end the watch: it is said, and the next run comes at its time. */
async function watch(given: CheckArguments, ending: RunSignal, log: Journal): Promise<number> {
  let watchlist = await watchlistOf(given, uses(given)) // what is wrong from the beginning ends it at once
  for (;;) {
    try {
      const code = await run(given, watchlist, ending, log)
      if (ending.cause !== null) return code
    } catch (thrown) {
      const message = thrown instanceof Error ? thrown.message : String(thrown)
      process.stderr.write(`${visible(message)}\n`)
      log.write('ERROR', message)
    }
    const waitMs = watchlist.checkIntervalSeconds * 1000
    process.stderr.write(`Next check at ${inUtc(new Date(Date.now() + waitMs))}.\n`)
    await sleep(waitMs, ending.signal)
    if (ending.cause !== null)
      return ending.cause === 'SIGTERM' ? exitCodes.terminated : exitCodes.interrupted
    watchlist = await watchlistOf(given, uses(given)).catch((thrown: unknown) => {
      const message = thrown instanceof Error ? thrown.message : String(thrown)
      for (const line of [...message.split('\n'), 'The old configuration stays in force.']) {
        process.stderr.write(`${visible(line)}\n`)
        log.write('ERROR', line)
      }
      return watchlist
    })
  }
}

/** A whole run around a look at the world, which `check` takes itself and `conclude` finds in files. */
export async function run(
  given: CheckArguments,
  watchlist: Watchlist,
  ending: RunSignal,
  log: Journal,
  look: (world: World) => Promise<Report> = (world) => checkHere(watchlist, world),
): Promise<number> {
  warnOf(watchlist)
  log.write('INFO', `Checking ${watchlist.entries.length} endpoints`)
  // A run whose clock was moved has nothing to tell to later ones.
  const remembers = given.now === null
  const memories = await openMemories(given.history, remembers)
  for (const note of memories.notes) process.stderr.write(`Warning: ${visible(note)}\n`)
  const progress = progressLine(given.verbosity === 'quiet' ? null : process.stderr)
  const world = realWorld({
    watchlist,
    cacheFolder: cacheFolder(),
    signal: ending.signal,
    now: given.now,
    memories,
    run: { id: null, url: null, event: null, ref: null, sha: null },
    scheduled: given.watch,
    progress: progress.show,
  })
  const report = await look(world).finally(progress.clear)
  // What was found is known before anybody is told of it, and before a later run may take it for known.
  await printReport(report, given)
  const site = sarifSite(watchlist, null, null)
  const [written, told] = await Promise.all([
    unlessUnusable(writeReport(report, given.report, ending.cause === null, site)),
    // Whoever is to be told hears of it even where no file can be written.
    remembers ? unlessUnusable(tellAndRemember(report, watchlist, memories, ending)) : null,
  ])
  const files = written instanceof Unusable ? null : written
  log.report(report, files)
  if (files !== null) await printPaths(files, given)
  if (written instanceof Unusable) throw written
  if (told instanceof Unusable) throw told
  if (told !== null) await sayUndelivered(report, watchlist, told, ending, log)
  return exitCode(report, given, ending)
}

/** A check in one process goes to no other runner, which has to be said. */
function checkHere(watchlist: Watchlist, world: World): Promise<Report> {
  for (const note of notesOfRunners(watchlist.entries)) process.stderr.write(`Note: ${visible(note)}\n`)
  return check(watchlist, world)
}

export function warnOf({ warnings }: Watchlist): void {
  for (const warning of warnings) process.stderr.write(`Warning: ${visible(complaintText(warning))}\n`)
}

/** Whoever interrupts a run wants nobody to hear of half of it. Throws `Unusable`. */
async function tellAndRemember(
  report: Report,
  watchlist: Watchlist,
  memories: Memories,
  { interrupted }: RunSignal,
): Promise<Remembered> {
  const before = { memories: remembered(report, watchlist), monitor: memories.monitor }
  const told = interrupted.aborted
    ? before
    : await tell(report, before, { ...watchlist, signal: interrupted })
  await memories.remember(told.memories, told.monitor)
  return told
}

/** What did not arrive, and the heartbeat of a run that has remembered everything. */
async function sayUndelivered(
  report: Report,
  watchlist: Watchlist,
  { monitor }: Remembered,
  { interrupted }: RunSignal,
  log: Journal,
): Promise<void> {
  if (watchlist.notifications === null || interrupted.aborted) return
  const healthy = outcome(report, 'never').code !== exitCodes.bug
  const notes = [
    ...monitor.undelivered.map(({ channel, reason }) => `A message did not arrive (${channel}): ${reason}.`),
    ...(await beat(report, healthy, { ...watchlist, signal: interrupted })),
  ]
  for (const note of notes) {
    process.stderr.write(`Warning: ${visible(note)}\n`)
    log.write('WARNING', note)
  }
}

function exitCode(report: Report, given: CheckArguments, ending: RunSignal): number {
  const interrupted = interruption(ending)
  if (interrupted !== null) return interrupted
  const { code, sentence } = outcome(report, given.failOn)
  if (code === exitCodes.bug && sentence !== null) process.stderr.write(`${sentence}\n`)
  return code
}

export async function watchlistOf(
  given: WatchlistArguments,
  resolve: ConfigRequest['resolve'],
): Promise<Watchlist> {
  const path = given.config ?? (given.hosts.length === 0 ? defaultConfig : null)
  if (path !== null && given.config === null && !existsSync(path)) {
    throw new UsageError([`There is no ${path}. Name a config with --config FILE; check takes hosts, too.`])
  }
  return readConfig({
    path,
    hosts: given.hosts,
    scan: given.scan,
    probes: given.probes,
    anchors: given.anchors,
    root: null,
    secrets: await secretsOf(given.secrets),
    environment: process.env,
    resolve,
    untrusted: false,
    vouched: null,
  })
}

async function secretsOf(path: string | null): Promise<ReadonlyMap<string, string>> {
  if (path === null) return new Map()
  const text = await readFile(path, 'utf8').catch((thrown: unknown) => {
    const why = thrown instanceof Error ? thrown.message : String(thrown)
    throw new UsageError([`--secrets ${visible(path)} cannot be read: ${why}`])
  })
  const { values, complaints } = parseSecrets(text)
  if (complaints.length > 0) throw new ConfigError(complaints)
  return values
}

/** By a clock that nobody sets: one set back by a day must not cost a day's checks. */
async function sleep(ms: number, signal: AbortSignal): Promise<void> {
  const longestTimerMs = 2 ** 31 - 1
  const ends = performance.now() + ms
  for (let left = ms; left > 0 && !signal.aborted; left = ends - performance.now())
    await pause(Math.min(left, longestTimerMs), undefined, { signal }).catch(() => {}) // woken by the end of the run
}
