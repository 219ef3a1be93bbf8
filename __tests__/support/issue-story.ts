import type { GitHubClient } from '../../src/deliver/github.ts'
import { readMemory, writeMemory } from '../../src/history/memory-file.ts'
import { remember } from '../../src/history/remember.ts'
import { deliverIssues, type IssueDelivery } from '../../src/issues.ts'
import { judgeRun } from '../../src/judge/judge-run.ts'
import { unanswered } from '../../src/model/answer.ts'
import type { Reason } from '../../src/model/answer.ts'
import type { Certificate } from '../../src/model/certificate.ts'
import type { Memory } from '../../src/model/history.ts'
import { defaultIssueSettings, type IssueSettings } from '../../src/model/issue.ts'
import type { Observation } from '../../src/model/observation.ts'
import type { Assessment, Report } from '../../src/model/report.ts'
import type { EndpointTarget } from '../../src/model/target.ts'
import { dns, fingerprint } from './certificate.ts'
import { day, leaf, run, serves } from './history.ts'
import { hostname, target } from './observation.ts'
import { report } from './report.ts'
import type { IssueStore } from './services/issue-store.ts'
import { repository } from './services/state.ts'

/** What hosts serve on one day, by host. */
export type Sights = Readonly<Record<string, Observation>>

/** A monitor that runs once a day, beside the issues of its repository. */
export interface Story {
  /** One run; answers what it wrote to GitHub, in short. */
  run(at: number, sights: Sights, differs?: RunOptions): Promise<readonly string[]>
  /** The cache was evicted, and no artifact is left. */
  lose(): void
  readonly memories: Map<string, Memory>
  readonly last: () => IssueDelivery
  readonly report: () => Report
}

export interface RunOptions {
  readonly settings?: Partial<IssueSettings>
  /** As if nothing of what the run remembers had been saved. */
  readonly unsaved?: boolean
  readonly differs?: (assessment: Assessment) => Assessment
}

export function story(store: IssueStore, client: GitHubClient | null): Story {
  const memories = new Map<string, Memory>()
  let last: IssueDelivery | undefined
  let made: Report | undefined
  const missing = (): never => {
    throw new TypeError('nothing has run yet')
  }
  return {
    memories,
    last: () => last ?? missing(),
    report: () => made ?? missing(),
    lose: () => memories.clear(),
    async run(at, sights, { settings = {}, unsaved = false, differs = unaltered } = {}) {
      const now = day(at)
      let waited = 0
      const clock = (): Date => new Date(now.getTime() + waited)
      store.clock = clock
      made = reportOf(sights, memories, now, differs)
      const written = store.log.length
      last = await deliverIssues({
        report: made,
        memories: made.assessments.map((assessment) => remember(assessment, now, 50)),
        settings: { ...defaultIssueSettings, ...settings },
        client,
        repository: `${repository.owner}/${repository.name}`,
        artifactUrl: null,
        ways: {
          now: clock,
          elapsedMs: () => waited,
          pause: async (ms) => {
            waited += ms
            await Promise.resolve()
          },
        },
      })
      if (!unsaved) {
        // Through the file, as from run to run.
        for (const memory of last.memories) memories.set(memory.id, readMemory(writeMemory(memory)))
      }
      return store.log.slice(written)
    },
  }
}

function reportOf(
  sights: Sights,
  memories: ReadonlyMap<string, Memory>,
  now: Date,
  differs: (assessment: Assessment) => Assessment,
): Report {
  const assessments = Object.entries(sights).map(([host, seen]) => {
    const made = at(host, seen)
    return differs(run(memories.get(made.target.id) ?? null, made, now))
  })
  const findings = judgeRun({
    assessments,
    waivers: [],
    severities: new Map(),
    checkIntervalSeconds: 86_400,
    intervalWritten: false,
    scheduled: true,
    lastRun: null,
    undelivered: [],
    now,
  })
  const url = `https://github.com/owner/repository/actions/runs/${now.getTime()}`
  return report({
    now,
    at: now,
    assessments,
    findings,
    run: {
      id: String(now.getTime()),
      url,
      event: 'schedule',
      ref: 'refs/heads/main',
      sha: null,
      monitor: 'production',
      config: { path: '.github/certificates.yml', sha256: fingerprint('config') },
    },
  })
}

function at(host: string, seen: Observation, differs: Partial<EndpointTarget> = {}): Observation {
  return { ...seen, target: target({ host: hostname(host), ...differs }) }
}

/** A leaf for these hosts, by a word. */
export function leafFor(
  word: string,
  hosts: readonly string[],
  differs: Partial<Certificate> = {},
): Certificate {
  return leaf(word, { alternativeNames: dns(...hosts), notAfter: day(85), notBefore: day(-4), ...differs })
}

export function silentBy(reason: Reason): Observation {
  const silence = unanswered(reason, 'nobody answered')
  return { ...serves(leaf('nobody')), addresses: [], deliveries: silence }
}

function unaltered(assessment: Assessment): Assessment {
  return assessment
}
