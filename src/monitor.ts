import type { Watchlist, WatchlistEntry } from './config/watchlist.ts'
import { compare, withVerdict } from './history/compare.ts'
import { lastRun, notLater } from './history/not-later.ts'
import { remember } from './history/remember.ts'
import { sinceWhen } from './history/since.ts'
import { worstFirst } from './judge/finding.ts'
import { demoted } from './judge/gate.ts'
import { gradeOf } from './judge/grade.ts'
import { judgeChanges } from './judge/judge-changes.ts'
import { judgeRun } from './judge/judge-run.ts'
import { judge } from './judge/judge.ts'
import type { Memories } from './memories.ts'
import { unanswered } from './model/answer.ts'
import { statusOf } from './model/finding.ts'
import type { Memory } from './model/history.ts'
import type { Observation } from './model/observation.ts'
import type { Assessment, Generator, Report, Run } from './model/report.ts'
import type { Observer } from './observe/observe.ts'
import { ordered } from './report/order.ts'

/** What it takes to observe. */
export interface Eyes {
  readonly observer: Observer
  /** The time of day. */
  clock(): Date
  /** Called after each endpoint. */
  progress(done: number, total: number): void
}

/** Everything a run may do to the world, and whatever it is told of it. Tests pass plain functions. */
export interface World extends Eyes {
  readonly memories: Memories
  /** The clock for judging, as `--now` moves it; `null`: the time of day once everything has been seen. */
  readonly now: Date | null
  readonly generator: Generator
  readonly run: Omit<Run, 'monitor' | 'config'>
  /** Whether a schedule started the run. */
  readonly scheduled: boolean
}

/** What a run has seen, endpoint by endpoint in the order of the watchlist. */
export interface Seen {
  readonly observations: readonly Observation[]
  readonly durationMs: number
}

/** Observes and concludes in one process. */
export async function check(watchlist: Watchlist, world: World): Promise<Report> {
  const started = performance.now() // the time of day may jump
  const observations = await observe(watchlist.entries, world)
  return conclude(watchlist, { observations, durationMs: Math.round(performance.now() - started) }, world)
}

/** Relate, compare, judge, report: what was seen may come from anywhere. Both doors come through here. */
export function conclude(watchlist: Watchlist, seen: Seen, world: World): Report {
  const observations = world.observer.relate(seen.observations)
  const at = world.clock()
  // A certificate made while the run went on must not seem to come from the future.
  const now = world.now ?? at
  const memories = watchlist.entries.map(({ target }) => {
    const memory = world.memories.recall(target.id)
    return memory && notLater(memory, now)
  })
  const assessments = watchlist.entries.map(({ target, policy }, index) => {
    const observation = observations[index]
    // One that goes missing must not pass for healthy.
    if (observation === undefined) throw new TypeError(`nobody brought an observation of ${target.id}`)
    return assess(observation, policy, memories[index] ?? null, now)
  })
  const { monitor, config, waivers, severities, checkIntervalSeconds, intervalWritten } = watchlist
  const { scheduled } = world
  return {
    generator: world.generator,
    run: { ...world.run, monitor, config },
    at,
    now,
    durationMs: seen.durationMs,
    findings: judgeRun({
      assessments,
      waivers,
      severities,
      checkIntervalSeconds,
      intervalWritten,
      scheduled,
      lastRun: lastRun(memories.flatMap((memory) => memory ?? [])),
      // Only a run that tells people can do something about what did not arrive.
      undelivered: watchlist.notifications !== null ? world.memories.monitor.undelivered : [],
      now,
    }),
    assessments: ordered(assessments),
    demoted: null,
  }
}

/** The report of a gate: on what the change under review leaves untouched, findings are notices. */
export function gate(report: Report, untouched: ReadonlySet<string>): Report {
  if (untouched.size === 0) return report
  const { assessments, ...rest } = demoted(report, untouched)
  return { ...report, ...rest, assessments: ordered(assessments) }
}

/** The network and nothing else: every target is asked, or why it must not be is noted. */
export async function observe(
  entries: readonly WatchlistEntry[],
  eyes: Eyes,
): Promise<readonly Observation[]> {
  let done = 0
  return Promise.all(
    entries.map(async ({ target, blocked }) => {
      const observation =
        blocked === null ? await eyes.observer.observe(target) : forbidden(target, blocked, eyes.clock())
      eyes.progress(++done, entries.length)
      return observation
    }),
  )
}

/** A target that this run must not contact. */
function forbidden(target: Observation['target'], detail: string, at: Date): Observation {
  const deliveries = unanswered('blocked', detail)
  return { target, at, durationMs: 0, connections: 0, addresses: [], deliveries, tls: deliveries }
}

function assess(
  observation: Observation,
  policy: Assessment['policy'],
  before: Memory | null,
  now: Date,
): Assessment {
  const compared = compare(before, observation, now)
  const found = [...judge(observation, policy, now), ...judgeChanges(compared, observation, policy, now)]
  const findings = sinceWhen(worstFirst(found), compared.before, now)
  const status = statusOf(findings)
  const grade = gradeOf(observation, policy, now, findings)
  const comparison = withVerdict(compared, { observation, status, grade })
  return { observation, policy, comparison, findings, status, judged: status, grade }
}

/** What the next run should know of this one; a target that nobody looked at is remembered as it was. */
export function remembered({ assessments, now }: Report, { keepCertificates }: Watchlist): readonly Memory[] {
  const all = assessments.map((assessment) => remember(assessment, now, keepCertificates))
  return all.filter(({ states }) => states.length > 0)
}
