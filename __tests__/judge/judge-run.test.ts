import { expect, test } from 'vitest'

import { judgeRun } from '../../src/judge/judge-run.ts'
import { judge } from '../../src/judge/judge.ts'
import type { JudgedRun } from '../../src/judge/rule.ts'
import { type Reason, unanswered } from '../../src/model/answer.ts'
import { statusOf } from '../../src/model/finding.ts'
import type { Observation } from '../../src/model/observation.ts'
import type { Policy } from '../../src/model/policy.ts'
import type { Assessment } from '../../src/model/report.ts'
import type { RuleId } from '../../src/model/rule-id.ts'
import { now } from '../support/certificate.ts'
import {
  addressAnswer,
  fileTarget,
  hostname,
  ip,
  observation,
  policy,
  served,
  target,
  waiver,
} from '../support/observation.ts'

function run(differs: Partial<JudgedRun> = {}): JudgedRun {
  return {
    assessments: [assessed(observation())],
    waivers: [],
    severities: new Map(),
    checkIntervalSeconds: 86_400,
    intervalWritten: false,
    scheduled: true,
    lastRun: null,
    undelivered: [],
    now,
    ...differs,
  }
}

function assessed(seen: Observation, under: Policy = policy()): Assessment {
  const findings = judge(seen, under, now)
  const comparison = { changes: [], rotations: [], before: null }
  const status = statusOf(findings)
  return { observation: seen, policy: under, comparison, findings, status, judged: status, grade: null }
}

function endpoints(count: number, reason: Reason | null): readonly Assessment[] {
  return Array.from({ length: count }, (_, i) => {
    const at = target({ host: hostname(`h${i}-${reason ?? 'well'}.example`) })
    return assessed(
      observation(reason === null ? { target: at } : { target: at, deliveries: unanswered(reason, 'x') }),
    )
  })
}

test('nothing is said of a run in which all is well', () => {
  expect(judgeRun(run())).toEqual([])
})

test('a threshold as long as the certificate lives is an alarm without end, said once', () => {
  const under = policy({ expiry: { warningDays: 90, criticalDays: 'auto' } })
  const assessments = [observation(), { ...observation(), target: target({ port: 8443 }) }].map((seen) =>
    assessed(seen, under),
  )

  expect(judgeRun(run({ assessments }))).toEqual([
    {
      rule: 'monitor/schedule',
      severity: 'warning',
      message:
        'A threshold is at least as long as the certificate of 2 endpoints (example.com:443 and example.com:8443) lives, so the alarm never ends',
      fix: 'Write `auto` for `warning_days` and `critical_days` there.',
      reference: expect.stringMatching(/RULES\.md#monitorschedule$/),
      evidence: { permanent: ['example.com:443', 'example.com:8443'], too_rare: [], check_interval: 86_400 },
      key: 'monitor/schedule',
      since: null,
      waivedUntil: null,
    },
  ])
})

test.each([89.9, 'auto'] as const)('a threshold of %s is shorter than 90 days of life', (warningDays) => {
  const under = policy({ expiry: { warningDays, criticalDays: 'auto' } })

  expect(judgeRun(run({ assessments: [assessed(observation(), under)] }))).toEqual([])
})

const shortLived = served({
  notBefore: new Date('2026-11-21T00:00:00Z'),
  notAfter: new Date('2026-11-27T15:59:59Z'),
})

test('a daily run is too rare for a certificate of 160 hours', () => {
  const assessments = [assessed(shortLived)]

  expect(judgeRun(run({ assessments, intervalWritten: true }))).toMatchObject([
    {
      rule: 'monitor/schedule',
      message:
        '24 hours between two runs are more than half the warning window of 1 endpoint (example.com:443)',
    },
  ])
  expect(judgeRun(run({ assessments, intervalWritten: true, checkIntervalSeconds: 72_000 }))).toEqual([])
})

test('an interval that nobody wrote, or a run that no schedule started, is not held to it', () => {
  const assessments = [assessed(shortLived)]

  expect(judgeRun(run({ assessments }))).toEqual([])
  expect(judgeRun(run({ assessments, intervalWritten: true, scheduled: false }))).toEqual([])
})

test('an ended waiver is named until it is mended or removed', () => {
  const ended = waiver({
    rule: 'certificate/expired',
    domain: 'admin.*',
    until: new Date('2026-11-21T00:00:00Z'),
  })

  expect(judgeRun(run({ waivers: [ended] }))).toMatchObject([
    {
      rule: 'monitor/waiver-expired',
      severity: 'warning',
      message: '1 waiver has ended: certificate/expired for admin.* on 2026-11-21',
      evidence: { waivers: [{ reason: 'agreed with the owner' }] },
    },
  ])
})

test('a waiver that meets no finding is unused, and one that does is not', () => {
  const used = waiver({ rule: 'certificate/*' })
  const unused = waiver({ rule: 'protocol/*' })
  const elsewhere = waiver({ domain: 'nowhere.example' })
  const under = policy({ waivers: [{ ...used }, { ...unused }] })
  const assessments = [assessed(served({ notAfter: new Date('2026-11-01') }), under)]

  expect(judgeRun(run({ assessments, waivers: [used, unused, elsewhere] }))).toMatchObject([
    {
      rule: 'monitor/waiver-unused',
      severity: 'notice',
      message: '2 waivers meet no finding: protocol/* for * and * for nowhere.example',
    },
  ])
})

test('whether a waiver is needed is unknown while its endpoint is silent', () => {
  const waived = waiver({ rule: 'protocol/*' })
  const assessments = [
    assessed(observation({ deliveries: unanswered('timed-out', 'x') }), policy({ waivers: [waived] })),
  ]

  expect(judgeRun(run({ assessments, waivers: [waived] }))).toEqual([])
})

test.each<[failed: number, well: number, speaks: boolean]>([
  [5, 0, true],
  [6, 4, true],
  [5, 4, false],
  [4, 0, false],
])('%d endpoints without an address beside %d healthy ones', (failed, well, speaks) => {
  const findings = judgeRun(
    run({ assessments: [...endpoints(failed, 'unresolved'), ...endpoints(well, null)] }),
  )

  expect(findings.map(({ rule }) => rule)).toEqual(speaks ? ['monitor/blast-radius'] : [])
})

test('the network of the monitor is not blamed for different reasons, nor for servers that answer', () => {
  const mixed = [...endpoints(3, 'unresolved'), ...endpoints(3, 'refused')]

  expect(judgeRun(run({ assessments: mixed }))).toEqual([])
  expect(judgeRun(run({ assessments: endpoints(9, 'not-tls') }))).toEqual([])
})

test('files and endpoints nobody asked count for nothing in a blast radius', () => {
  const files = Array.from({ length: 9 }, (_, i) =>
    assessed({ ...observation(), target: fileTarget({ path: `${i}` }) }),
  )
  const assessments = [...files, ...endpoints(5, 'timed-out'), ...endpoints(9, 'not-observed')]

  expect(judgeRun(run({ assessments }))).toMatchObject([
    {
      rule: 'monitor/blast-radius',
      severity: 'error',
      evidence: { reason: 'timed-out', failed: 5, asked: 5 },
    },
    { rule: 'monitor/incomplete', severity: 'error', evidence: { not_observed: 9, total: 23 } },
  ])
})

test('a name with more addresses than are watched is told with its cause, and what helps', () => {
  const many = 'big.example has 300 addresses; more than 256 are not watched as one endpoint'
  const seen = observation({
    target: target({ host: hostname('big.example'), addresses: 'all' }),
    deliveries: unanswered('not-observed', many),
  })

  expect(judgeRun(run({ assessments: [assessed(seen)] }))).toMatchObject([
    {
      rule: 'monitor/incomplete',
      message: `1 of 1 endpoint was not observed: big.example:443 (${many})`,
      fix: 'Run again; if this stays, give the job more time, or lower `timeout` and `retries`; for a name with too many addresses write `addresses: first`.',
    },
  ])
})

test('an endpoint that was never asked makes the run incomplete and is itself silent', () => {
  const missing = endpoints(1, 'not-observed')

  expect(missing[0]?.findings).toEqual([])
  expect(judgeRun(run({ assessments: [...missing, assessed(observation())] }))).toMatchObject([
    {
      rule: 'monitor/incomplete',
      message: '1 of 2 endpoints was not observed: h0-not-observed.example:443 (x)',
    },
  ])
})

test('an endpoint that was asked only in part makes the run incomplete, whatever it showed', () => {
  const ended = unanswered('not-observed', 'the run ended')
  const second = { address: ip('192.0.2.2'), leaf: ended, otherLeaf: ended }
  const halfSeen = observation({ addresses: [addressAnswer(), second] })
  const oneKeySeen = observation({
    target: target({ port: 8443 }),
    addresses: [addressAnswer({ otherLeaf: ended })],
  })

  expect(judgeRun(run({ assessments: [halfSeen, oneKeySeen].map((seen) => assessed(seen)) }))).toMatchObject([
    {
      rule: 'monitor/incomplete',
      severity: 'error',
      message: '2 of 2 endpoints were not observed to the end: example.com:443 and example.com:8443',
      evidence: { not_observed: 0, partly_observed: 2 },
    },
  ])
})

test('severities and `off` hold for the rules of the run, too', () => {
  const waivers = [waiver(), waiver({ until: new Date('2026-01-01') })]
  const severities = new Map<RuleId, 'error' | 'off'>([
    ['monitor/waiver-unused', 'error'],
    ['monitor/waiver-expired', 'off'],
  ])

  expect(judgeRun(run({ waivers, severities }))).toMatchObject([
    { rule: 'monitor/waiver-unused', severity: 'error' },
  ])
})

const hourMs = 3_600_000

function lastRun(hoursAgo: number): Partial<JudgedRun> {
  return { lastRun: new Date(now.getTime() - hoursAgo * hourMs), intervalWritten: true }
}

test('a scheduled run that comes a day and a half late says so', () => {
  const [finding, ...others] = judgeRun(run(lastRun(44)))

  expect(others).toEqual([])
  expect(finding).toMatchObject({
    rule: 'monitor/late',
    severity: 'warning',
    message:
      'The last run was 44 hours ago (2026-11-20 16:00 UTC), and `check_interval` promises one every 24 hours',
    evidence: { last_run: '2026-11-20T16:00:00.000Z', check_interval: 86_400 },
  })
})

test.each([
  ['a schedule that is late by half a day, as they are', lastRun(36.9)],
  ['a run that somebody started by hand', { ...lastRun(500), scheduled: false }],
  ['an interval that nobody wrote', { ...lastRun(500), intervalWritten: false }],
  ['a first run', { intervalWritten: true }],
])('%s is not late', (_, differs) => {
  expect(judgeRun(run(differs))).toEqual([])
})

test('a run every ten minutes is late after 75', () => {
  const every = { checkIntervalSeconds: 600 }

  expect(judgeRun(run({ ...lastRun(74 / 60), ...every }))).toEqual([])
  expect(judgeRun(run({ ...lastRun(76 / 60), ...every }))).toMatchObject([{ rule: 'monitor/late' }])
})

test('what did not arrive of the last run is said with its reasons', () => {
  const at = new Date('2026-11-21T06:17:00Z')
  const undelivered = [
    { channel: 'webhook 2', at, reason: 'the receiver answered 500 (3 tries)' },
    { channel: 'email', at, reason: 'The mail server refused the login (535)' },
  ]

  expect(judgeRun(run({ undelivered }))).toMatchObject([
    {
      rule: 'monitor/undelivered',
      severity: 'warning',
      message:
        '2 channels did not get every message: webhook 2: the receiver answered 500 (3 tries); email: The mail server refused the login (535)',
      evidence: {
        undelivered: [
          { channel: 'webhook 2', at: '2026-11-21 06:17 UTC', reason: undelivered[0]?.reason },
          { channel: 'email', at: '2026-11-21 06:17 UTC', reason: undelivered[1]?.reason },
        ],
      },
    },
  ])
})
