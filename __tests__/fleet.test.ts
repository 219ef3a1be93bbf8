import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { readConfig } from '../src/config/read-config.ts'
import type { Watchlist } from '../src/config/watchlist.ts'
import { gatherFrom, matrix, merged, observeInto, partOf, type Source } from '../src/fleet.ts'
import { openMemories } from '../src/memories.ts'
import type { Report } from '../src/model/report.ts'
import { check, conclude, remembered, type World } from '../src/monitor.ts'
import { writeJson } from '../src/report/json.ts'
import { plan } from '../src/shards/plan.ts'
import { type Lab, startLab } from '../src/terminal/lab/lab.ts'
import { realWorld } from '../src/world.ts'

const now = new Date()
let lab: Lab
let folder: string
beforeAll(async () => {
  lab = await startLab(now)
  folder = mkdtempSync(join(tmpdir(), 'certificate-monitor-fleet-'))
  writeFileSync(join(folder, 'lab-ca.pem'), lab.caPem)
  writeFileSync(join(folder, lab.file.path), lab.file.pem)
  writeFileSync(join(folder, 'certificates.yml'), lab.configYaml)
})
afterAll(async () => {
  await lab.close()
  rmSync(folder, { recursive: true })
})

function watchlist(): Promise<Watchlist> {
  return readConfig({
    path: join(folder, 'certificates.yml'),
    hosts: [],
    scan: null,
    probes: false,
    anchors: [],
    root: null,
    secrets: new Map(),
    environment: {},
    resolve: { targets: true, notifications: false },
    untrusted: false,
    vouched: null,
  })
}

async function world(watched: Watchlist, history = 'nowhere'): Promise<World> {
  return realWorld({
    watchlist: watched,
    cacheFolder: null,
    memories: await openMemories(join(folder, history), false),
    signal: new AbortController().signal,
    now,
    run: { id: null, url: null, event: null, ref: null, sha: null },
    scheduled: false,
    progress: () => {},
  })
}

const observations = new Map<number, Promise<readonly Source[]>>()

/** Every shard observed into a file of its own, side by side as in a fleet, and once for all who ask. */
function observed(watched: Watchlist, shards: number): Promise<readonly Source[]> {
  const seen = observations.get(shards) ?? observeAll(watched, shards)
  observations.set(shards, seen)
  return seen
}

async function observeAll(watched: Watchlist, shards: number): Promise<readonly Source[]> {
  const of = plan(watched.entries, shards).length
  const sources = Array.from({ length: of }, async (_, index): Promise<Source> => {
    const shard = index + 1
    const part = partOf(watched, { shard, of })
    if (part === null) throw new Error(`no shard ${shard} of ${of}`)
    const path = join(folder, `${shard}-of-${of}.gz`)
    await observeInto(path, part, { shard, of }, await world(watched))
    return { name: `${shard}-of-${of}.gz`, path }
  })
  return Promise.all(sources)
}

async function concluded(
  watched: Watchlist,
  sources: readonly Source[],
  of: number | null = null,
): Promise<Report> {
  const gathered = await gatherFrom(sources, watched, of)
  expect(gathered.refused).toEqual([])
  return conclude(watched, merged(watched, gathered, now), await world(watched))
}

/** The report without what no two runs have alike: instants, durations and ports of ours. */
function essence(report: Report): unknown {
  return JSON.parse([...writeJson(report)].join(''), (key, value: unknown) =>
    ['timestamp', 'response_time', 'duration_seconds', 'at'].includes(key) ? null : value,
  )
}

test('the report is the same whatever the number of shards', async () => {
  const watched = await watchlist()
  const whole = essence(await check(watched, await world(watched)))

  for (const shards of [1, 3, 8]) {
    expect(essence(await concluded(watched, await observed(watched, shards)))).toEqual(whole)
  }
})

test('an endpoint of one shard names the issuer that one of another forgot', async () => {
  const watched = await watchlist()
  const report = await concluded(watched, await observed(watched, watched.entries.length))
  const incomplete = report.assessments.flatMap(({ findings }) =>
    findings.filter(({ rule }) => rule === 'chain/incomplete'),
  )

  expect(incomplete.map(({ fix }) => fix).join()).toMatch(/sends it/)
})

test('a lost shard is said, its endpoints were not observed, and their history stays', async () => {
  const watched = await watchlist()
  const sources = await observed(watched, 4)
  const report = await concluded(watched, sources.toSpliced(1, 1))
  const lost = plan(watched.entries, 4)[1]?.ids.toSorted() ?? []
  const unseen = report.assessments.filter(
    ({ observation: { deliveries } }) => !deliveries.known && deliveries.reason === 'not-observed',
  )

  expect(lost.length).toBeGreaterThan(0)
  expect(unseen.map(({ observation }) => observation.target.id).toSorted()).toEqual(lost)
  expect(report.findings.map(({ rule }) => rule)).toContain('monitor/incomplete')
  expect(remembered(report, watched).map(({ id }) => id)).not.toEqual(
    expect.arrayContaining(lost.slice(0, 1)),
  )
})

test('files of another config, shard or total are refused in a sentence each, and nothing of them counts', async () => {
  const watched = await watchlist()
  const [first, second, third] = (await observed(watched, 3)) as [Source, Source, Source]
  const [ofTwo] = (await observed(watched, 2)) as [Source]
  const renamed = { ...watched, monitor: 'another' }
  const edited = { ...watched, config: { path: 'certificates.yml', sha256: 'f'.repeat(64) } }
  const refused = async (sources: readonly Source[], by: Watchlist = watched): Promise<readonly string[]> => {
    const gathered = await gatherFrom(sources, by, null)
    return gathered.refused
  }

  expect(await refused([first, second, first])).toEqual([
    '1-of-3.gz was not taken: shard 1 of 3 is there already.',
  ])
  expect(await refused([first, second, third, ofTwo])).toEqual([
    '1-of-2.gz was not taken: shard 1 of 2 is there already.',
  ])
  expect(await refused([second, ofTwo])).toEqual([
    '1-of-2.gz was not taken: it is one of 2 shards, and the plan has 3.',
  ])
  expect(await refused([first], renamed)).toEqual([
    '1-of-3.gz was not taken: it was observed for the monitor "lab", and this is "another".',
  ])
  expect(await refused([first], edited)).toEqual([
    '1-of-3.gz was not taken: it was observed by another config; conclude with the one that was observed.',
  ])
  expect(await refused([{ name: 'gone.gz', path: join(folder, 'gone.gz') }])).toEqual([
    expect.stringMatching(/^gone\.gz was not taken: ENOENT/),
  ])
})

test('a shard that speaks for the targets of another is refused whole', async () => {
  const watched = await watchlist()
  const sources = await observed(watched, 3)
  const other = { ...watched, entries: watched.entries.toReversed().slice(0, 4) }
  const path = join(folder, 'forged.gz')
  await observeInto(path, other, { shard: 1, of: 3 }, await world(watched))
  const gathered = await gatherFrom([{ name: 'forged.gz', path }, ...sources.slice(1)], watched, 3)

  expect(gathered.refused).toEqual([
    expect.stringMatching(
      /^forged\.gz was not taken: the plan does not give shard 1 of 3 ".*; conclude as was observed\.$/,
    ),
  ])
  expect(gathered.lost).toEqual([1])
})

test('no name and no secret of the config stands in the matrix, and no secret in the file', async () => {
  const watched = await watchlist()
  const shards = plan(watched.entries, 3)
  const [source] = await observed(watched, 3)

  expect(JSON.parse(matrix(shards))).toEqual({
    include: shards.map(({ ids }, index) => ({ shard: `${index + 1}/3`, runner: [], targets: ids.length })),
  })
  expect(gunzipSync(readFileSync(source?.path ?? '')).toString()).not.toMatch(/PRIVATE KEY/)
})

test('what a shard has seen can be judged again for another day', async () => {
  const watched = await watchlist()
  const gathered = await gatherFrom(await observed(watched, 2), watched, 2)
  const inTenYears = new Date(now.getTime() + 3650 * 86_400_000)
  const later = { ...(await world(watched)), now: inTenYears }
  const report = conclude(watched, merged(watched, gathered, now), later)
  const expired = report.assessments.filter(({ findings }) =>
    findings.some(({ rule }) => rule === 'certificate/expired'),
  )

  expect(expired.length).toBeGreaterThan(watched.entries.length / 2)
})
