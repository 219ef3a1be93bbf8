import { expect, test } from 'vitest'

import type { Watchlist } from '../src/config/watchlist.ts'
import { known } from '../src/model/answer.ts'
import type { Observation } from '../src/model/observation.ts'
import { check, conclude, type World } from '../src/monitor.ts'
import { certificate, now } from './support/certificate.ts'
import { nobodyAsked } from './support/inquiries.ts'
import { delivery, observation, policy, serving, target } from './support/observation.ts'
import { report } from './support/report.ts'
import { tlsScan } from './support/tls-scan.ts'

const anHourMs = 3_600_000

const watchlist: Watchlist = {
  monitor: 'production',
  entries: [{ target: target(), policy: policy(), blocked: null, runner: [] }],
  network: { concurrency: 64, connectionsPerHost: 4, allowPrivate: true, proxy: null },
  waivers: [],
  severities: new Map(),
  inquiries: nobodyAsked,
  keepCertificates: 50,
  checkIntervalSeconds: 86_400,
  intervalWritten: false,
  gate: 'changed',
  sarif: false,
  config: null,
  notifications: null,
  warnings: [],
}

/** A world whose clock stands at `now` until something has been seen, and then an hour later. */
function world(seen: Observation, judgedAt: Date | null): World {
  let time = now
  return {
    observer: {
      observe: () => {
        time = new Date(now.getTime() + anHourMs)
        return Promise.resolve(seen)
      },
      relate: (observations) => observations,
    },
    memories: {
      recall: () => null,
      monitor: { undelivered: [], outages: [] },
      remember: () => Promise.resolve(),
      notes: [],
    },
    now: judgedAt,
    clock: () => time,
    generator: report().generator,
    run: { id: null, url: null, event: null, ref: null, sha: null },
    scheduled: false,
    progress: () => {},
  }
}

function withLeaf(differs: Parameters<typeof certificate>[0]): Observation {
  return serving(delivery({ leaf: certificate(differs) }))
}

async function rulesOf(seen: Observation, judgedAt: Date | null): Promise<readonly string[]> {
  const { assessments } = await check(watchlist, world(seen, judgedAt))
  return assessments.flatMap(({ findings }) => findings.map(({ rule }) => rule))
}

test('a certificate made while the run went on is valid already', async () => {
  const fresh = withLeaf({ notBefore: new Date(now.getTime() + anHourMs / 2) })

  expect(await rulesOf(fresh, null)).toEqual([])
  expect(await rulesOf(fresh, now)).toEqual(['certificate/not-yet-valid'])
})

test('a certificate that ended while the run went on has expired', async () => {
  const ended = withLeaf({ notAfter: new Date(now.getTime() + anHourMs / 2) })

  expect(await rulesOf(ended, null)).toEqual(['certificate/expired'])
})

test('an endpoint that nobody brought an observation of is no healthy one', () => {
  const nothing = { observations: [], durationMs: 0 }

  expect(() => conclude(watchlist, nothing, world(observation(), now))).toThrow(/example\.com:443/)
})

test('an endpoint that was scanned has a grade, and one that was not has none', async () => {
  const [scanned, plain] = await Promise.all(
    [observation({ tls: known(tlsScan()) }), observation()].map((seen) => check(watchlist, world(seen, now))),
  )

  expect(scanned?.assessments[0]?.grade).toMatchObject({ letter: 'A+', securityScore: 93 })
  expect(plain?.assessments[0]?.grade).toBeNull()
})
