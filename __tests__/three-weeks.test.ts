import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, onTestFinished, test, vi } from 'vitest'

import { readConfig } from '../src/config/read-config.ts'
import type { Watchlist } from '../src/config/watchlist.ts'
import { openMemories } from '../src/memories.ts'
import type { Certificate } from '../src/model/certificate.ts'
import type { Observation } from '../src/model/observation.ts'
import type { Target } from '../src/model/target.ts'
import { check, remembered } from '../src/monitor.ts'
import { tell } from '../src/notifications.ts'
import { dns, name } from './support/certificate.ts'
import { day, leaf, outage, serves } from './support/history.ts'
import { mailServer, refusal } from './support/mail-server.ts'
import { receiver } from './support/receiver.ts'
import { report } from './support/report.ts'

vi.setConfig({ testTimeout: 60_000 })

/** What each host serves from a day on, the last word counting; `null`: nothing. */
const script: Readonly<Record<string, readonly (readonly [number, Partial<Certificate> | null])[]>> = {
  // Renewed as it should be, on day 4.
  'www.example': [
    [0, { notBefore: day(-50), notAfter: day(40) }],
    [4, { notBefore: day(4), notAfter: day(94) }],
  ],
  // Comes within its 22.5 days on day 3, and is renewed on day 9.
  'shop.example': [
    [0, { notBefore: day(-65), notAfter: day(25) }],
    [9, { notBefore: day(9), notAfter: day(99) }],
  ],
  // Down for one run, then for three.
  'api.example': [
    [0, {}],
    [2, null],
    [3, {}],
    [6, null],
    [9, {}],
  ],
  // Nobody mends it.
  'old.example': [[0, { notBefore: day(-89), notAfter: day(1) }]],
  // Moves to another CA on day 11.
  'moved.example': [
    [0, {}],
    [11, { issuer: name('R3', 'Other Trust') }],
  ],
  // Comes within its 22.5 days on day 4 and within the last 9 on day 17, and is renewed on day 20.
  'intern.example': [
    [0, { notBefore: day(-64), notAfter: day(26) }],
    [20, { notBefore: day(20), notAfter: day(110) }],
  ],
}

/** The monitor's own network is down on these days. */
const offline: ReadonlySet<number> = new Set([13, 14])
/** Neither mail server nor Slack take anything on these. */
const deaf: ReadonlySet<number> = new Set([11, 17])

function seenOn(today: number, target: Target): Observation {
  const host = target.kind === 'endpoint' ? String(target.host) : target.path
  const since = script[host]?.findLast(([from]) => from <= today)
  const served = offline.has(today) ? null : (since?.[1] ?? null)
  if (served === null) return { ...outage(), target }
  // What came back is what had gone.
  const word = `${host} ${JSON.stringify(served)}`
  return { ...serves(leaf(word, { alternativeNames: dns(host), ...served })), target }
}

interface Weeks {
  readonly mails: readonly string[]
  readonly slack: readonly string[]
  readonly pager: readonly string[]
  readonly findings: readonly string[]
}

async function threeWeeks(): Promise<Weeks> {
  let today = 0
  const smtp = await mailServer({
    onMailFrom: (_, session, done) =>
      deaf.has(today) ? done(refusal(554, `no service for ${session.remoteAddress}`)) : done(),
  })
  const slack: string[] = []
  const pager: string[] = []
  const mails: string[] = []
  const { port } = await receiver((response, _, { path, body }) => {
    const payload = JSON.parse(body)
    if (path === '/pager') pager.push(`${today} ${payload.level} ${payload.name}: ${payload.occasion}`)
    else if (!deaf.has(today)) slack.push(...slackLines(payload).map((line) => `${today} ${line}`))
    response.writeHead(path !== '/pager' && deaf.has(today) ? 410 : 200).end()
  })
  const folder = mkdtempSync(join(tmpdir(), 'certificate-monitor-weeks-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'certificates.yml')
  writeFileSync(
    path,
    `monitor: production
domains:
${Object.keys(script)
  .map((host) => `  - { domain: ${host}, tags: [${host === 'shop.example' ? 'shop' : 'other'}] }\n`)
  .join('')}check_interval: 86400
notifications:
  webhook:
    - { url: "http://127.0.0.1:${port}/slack", format: slack, min_level: notice }
    - { url: "http://127.0.0.1:${port}/pager", min_level: error, tags: [shop] }
  email: { smtp_server: 127.0.0.1, smtp_port: ${smtp.port}, from_address: a@example.com, to_addresses: [b@example.com] }
`,
  )
  const watchlist = await readConfig({
    path,
    hosts: [],
    scan: null,
    probes: false,
    anchors: [],
    root: null,
    secrets: new Map(),
    environment: {},
    resolve: { targets: true, notifications: true },
    untrusted: false,
    vouched: null,
  })
  const findings: string[] = []
  for (; today <= 21; today++) {
    const before = smtp.received.length
    findings.push(...(await runOn(today, watchlist, join(folder, 'history'))))
    mails.push(...smtp.received.slice(before).map(({ raw }) => `${today} ${mailLine(raw)}`))
  }
  // Whatever was said went through files and over the wire, and nothing of the config's addresses stayed behind.
  expect(readFileSync(join(folder, 'history', 'monitor.json'), 'utf8')).not.toContain(String(port))
  return { mails, slack, pager, findings }
}

/** A run of that day; answers what it finds about itself. */
async function runOn(today: number, watchlist: Watchlist, history: string): Promise<readonly string[]> {
  const memories = await openMemories(history, true)
  const now = day(today)
  const made = await check(watchlist, {
    observer: {
      observe: (target) => Promise.resolve(seenOn(today, target)),
      relate: (observations) => observations,
    },
    memories,
    now: null,
    clock: () => now,
    generator: report().generator,
    run: { id: String(100 + today), url: null, event: 'schedule', ref: null, sha: null },
    scheduled: true,
    progress: () => {},
  })
  const before = { memories: remembered(made, watchlist), monitor: memories.monitor }
  const told = await tell(made, before, { ...watchlist, signal: new AbortController().signal })
  await memories.remember(told.memories, told.monitor)
  return made.findings.map(({ rule, message }) => `${today} ${rule}: ${message}`)
}

/** `CRITICAL Certificate Alert: 2 endpoints | [CRITICAL] old.example …` */
function mailLine(raw: string): string {
  const subject = /^Subject: (.*)\r$/m.exec(raw)?.[1] ?? ''
  const names = [...raw.matchAll(/^\[(\w+)\] ([\w.]+)/gm)].map(([, level, who]) => `${level} ${who}`)
  return [subject.replace(' Certificate Alert', ''), ...names].join(' | ')
}

interface SlackMessage {
  readonly blocks: readonly { readonly type: string; readonly text?: { readonly text: string } }[]
}

function slackLines({ blocks }: SlackMessage): readonly string[] {
  return blocks
    .filter(({ type }) => type === 'section')
    .map(({ text }) => (text?.text ?? '').split('\n').slice(0, 2).join(' '))
}

// Day 13: the network of the monitor is down, so that the shop's pager hears of that, once, and of its end.
test('three weeks of daily runs: the mails, posts and findings that a person would want, and no others', async () => {
  const { mails, slack, pager, findings } = await threeWeeks()

  expect(mails).toEqual([
    '0 CRITICAL: old.example:443',
    '2 CRITICAL: 2 endpoints | CRITICAL old.example | CRITICAL api.example',
    '3 WARNING: 2 endpoints | WARNING shop.example | OK api.example',
    '4 WARNING: intern.example:443',
    '6 CRITICAL: api.example:443',
    '9 CRITICAL: 3 endpoints | CRITICAL old.example | OK api.example | OK shop.example',
    '12 WARNING: 2 endpoints | WARNING moved.example | WARNING intern.example',
    '13 CRITICAL: production',
    '15 OK: production',
    '16 CRITICAL: old.example:443',
    '18 CRITICAL: intern.example:443',
    '20 OK: intern.example:443',
  ])
  expect(slack).toEqual([
    '0 ❌ *old.example* The certificate expires in 24 hours, on 2026-11-23 12:00 UTC',
    '2 ❌ *old.example* The certificate expired 24 hours ago, on 2026-11-23 12:00 UTC',
    '2 ❌ *api.example* The server did not answer in time: no answer within 10 s',
    '3 ⚠️ *shop.example* The certificate expires in 22 days, on 2026-12-17 12:00 UTC',
    '3 ✅ *api.example* Healthy again after 24 hours. Valid for 65 more days, until 2027-01-29',
    '4 ⚠️ *intern.example* The certificate expires in 22 days, on 2026-12-18 12:00 UTC',
    '4 ℹ️ *www.example* Renewed 36 days before expiry by the same CA with a new key. Valid for 90 more days, until 2027-02-24',
    '6 ❌ *api.example* The server did not answer in time: no answer within 10 s',
    '9 ❌ *old.example* Still so, since 24 November 2026: The certificate expired 8 days ago, on 2026-11-23 12:00 UTC',
    '9 ✅ *api.example* Healthy again after 3 days. Valid for 59 more days, until 2027-01-29',
    '9 ✅ *shop.example* Healthy again after 6 days. Valid for 90 more days, until 2027-03-01',
    '12 ⚠️ *intern.example* Still so, since 26 November 2026: The certificate expires in 14 days, on 2026-12-18 12:00 UTC',
    '12 ⚠️ *moved.example* The certificate now comes from "Other Trust"; the one before came from "Example Trust"',
    '13 ❌ *production* 6 of 6 endpoints failed for the same reason (timed-out): www.example:443, shop.example:443, api.example:443, old.example:443, moved.example:443 and 1 more',
    '15 ✅ *production* No longer do most endpoints fail for the same reason, as they did for 2 days; whatever is still wrong is told by itself',
    '16 ❌ *old.example* Still so, since 24 November 2026: The certificate expired 15 days ago, on 2026-11-23 12:00 UTC',
    '18 ❌ *intern.example* Now CRITICAL: The certificate expires in 8 days, on 2026-12-18 12:00 UTC',
    '20 ✅ *intern.example* Healthy again after 16 days. Valid for 90 more days, until 2027-03-12',
  ])
  expect(pager).toEqual(['13 CRITICAL production: trouble', '15 OK production: recovery'])
  const refused =
    'monitor/undelivered: 2 channels did not get every message: webhook 1: the receiver answered 410; email: The mail server refused the sender: "554 no service for ***"'
  const offline = expect.stringMatching(/^1[34] monitor\/blast-radius: 6 of 6 endpoints failed/)
  expect(findings).toEqual([`12 ${refused}`, offline, offline, `18 ${refused}`])
})
