import { expect, test, vi } from 'vitest'

import type { Minted, MintRequest } from '../src/terminal/lab/mint.ts'
import { authority, inDays, leaf } from './support/mint.ts'
import { unzipped } from './support/unzipped.ts'
import { configPath, watchedRepository, type WatchedRepository } from './support/watched-repository.ts'

vi.setConfig({ testTimeout: 60_000 })

const root = authority('Test Root', { organizationName: 'Test CA' })
const otherRoot = authority('Other Root', { organizationName: 'Other CA' })

const expiry = inDays(60)

/** A leaf of the test CA that expires with all the others. */
function issued(by = root, differs: Partial<MintRequest> = {}): Minted {
  return leaf(by, { notAfter: expiry, ...differs })
}

const cacheKey = /^certificate-monitor-1-production-[0-9a-f]{8}\.\d+-1$/
const unchanged = /^unchanged since \d{1,2} \w+ \d{4}$/

/** A repository whose server serves `first`. */
function watching(first = issued()): Promise<WatchedRepository> {
  return watchedRepository(first, [root, otherRoot])
}

test('a first run says that there is nothing to compare with, and leaves history in cache and artifact', async () => {
  const here = await watching()
  const first = await here.run()

  expect([first.code, first.outputs['status'], first.outputs['changed']]).toEqual([0, 'success', ''])
  expect(first.report.summary.changed_certificates).toBeNull()
  expect(first.result).toMatchObject({ changes: [], rotation: null, rotations: [] })
  expect(first.result.history).toMatchObject({ unchanged_since: null, words: 'first seen' })
  expect(first.summary).toContain('nothing to compare with yet: no earlier run is remembered')
  expect(first.annotations).toEqual([])

  expect(here.services.caches.map(({ key }) => cacheKey.test(key))).toEqual([true])
  expect(here.services.artifacts.map(({ name, expiresAt }) => [name, expiresAt])).toEqual([
    ['certificate-report', null],
  ])
  // The toolkit's archive has no order of its own.
  expect([...unzipped(here.services.archive('certificate-report')).keys()].toSorted()).toEqual([
    expect.stringMatching(/^certificate_history\/production-[0-9a-f]{8}\/service\.example-.*\.json$/),
    expect.stringMatching(/^certificate_reports\/certificate_report_\d{8}_\d{6}\.json$/),
    expect.stringMatching(/^certificate_reports\/certificate_report_\d{8}_\d{6}\.xlsx$/),
  ])
  expect(here.attached()).toEqual(here.cached())
  expect(first.outputs['artifact-url']).toBe(
    `https://github.com/owner/repository/actions/runs/${first.report.run.id}/artifacts/${first.outputs['artifact-id']}`,
  )
})

test('a second run with nothing new says so, and looks for no artifact', async () => {
  const here = await watching()
  await here.run()
  const second = await here.run()

  expect([second.code, second.outputs['changed']]).toEqual([0, '0'])
  expect(second.report.summary.changed_certificates).toBe(0)
  expect(second.result).toMatchObject({ changes: [], rotation: null, rotations: [] })
  expect(second.result.history.words).toMatch(unchanged)
  expect(second.summary).not.toMatch(/Changed since|nothing to compare/)
  expect(second.annotations).toEqual([])
  expect(second.requests.filter((request) => request.includes('/actions/'))).toEqual([])
  expect(new Set(here.services.caches.map(({ key }) => key)).size).toBe(2)
  expect(memory(here.cached())).toMatchObject({
    certificates: [{ subject: 'CN=service.example' }],
    states: [{ status: 'success', message: 'healthy' }],
  })
})

test('every kind of rotation is told once, in report, summary, annotation and output, and then remembered', async () => {
  const original = issued()
  const renewed = issued(root, { keyPair: original })
  const rekeyed = issued()
  const here = await watching(original)
  await here.run()
  const told = []
  for (const next of [renewed, rekeyed, issued(otherRoot), rekeyed]) {
    here.server.serve(next)
    const run = await here.run()
    told.push([run.outputs['changed'], run.result.rotation?.kind, run.annotations.map(ruleOf).toSorted()])
    expect([run.report.summary.changed_certificates, run.summary]).toEqual([
      1,
      expect.stringContaining(`🔄 **service.example`),
    ])
  }
  const after = await here.run()

  expect(told).toEqual([
    ['1', 'renewed', ['notice change/rotated']],
    ['1', 'rekeyed', ['notice change/rotated']],
    ['1', 'reissued', ['notice change/rotated', 'warning change/issuer']],
    ['1', 'rolled-back', ['notice change/alternating']],
  ])
  expect([after.outputs['changed'], after.result.rotation, after.annotations]).toEqual(['0', null, []])
  expect(after.result.rotations.map(({ kind }) => kind)).toEqual(told.map(([, kind]) => kind).toReversed())
  expect(after.result.history.words).toMatch(unchanged)
})

test('a rotation during an outage is told once the server answers again', async () => {
  const here = await watching()
  const first = await here.run()
  here.server.goDown()
  here.server.serve(issued())
  const during = await here.run()
  const files = [...unzipped(here.services.archive('certificate-report')).keys()]
  here.server.comeBack()
  const after = await here.run()

  expect([during.code, during.outputs['changed'], during.result.rotation]).toEqual([1, '0', null])
  expect(during.result.changes).toEqual([{ type: 'status', old: 'success', new: 'error' }])
  expect(during.annotations.map(ruleOf)).toEqual(['error endpoint/unanswered'])
  expect(during.result.history.words).toMatch(/^last seen on /)
  expect(files).toContainEqual(expect.stringMatching(/_errors\.json$/))

  expect([after.code, after.outputs['changed']]).toEqual([0, '1'])
  expect(after.result.rotation).toMatchObject({
    kind: 'rekeyed',
    previous_fingerprint: first.result.fingerprint_sha256,
  })
  expect(after.result.changes.map(({ type }) => type)).toEqual(['status', 'certificate', 'key'])
  expect(after.summary).toMatch(/renewed 59 days before expiry by the same CA with a new key; healthy again/)
  expect(memory(here.cached()).states).toMatchObject([
    { status: 'success' },
    { status: 'error' },
    { status: 'success' },
  ])
})

test('a weekly schedule finds its cache evicted every time, and the artifact heals it', async () => {
  const here = await watching()
  const first = await here.run()
  here.services.evict()
  here.server.serve(issued())
  const second = await here.run()
  here.services.evict()
  const third = await here.run()

  expect([second, third].map(({ outputs }) => outputs['changed'])).toEqual(['1', '0'])
  expect(second.result.rotation?.previous_fingerprint).toBe(first.result.fingerprint_sha256)
  expect(third.result.rotations.map(({ kind }) => kind)).toEqual(['rekeyed'])
  expect(third.result.history.first_seen).toBe(first.report.run.judged_at)
  expect(third.annotations).toEqual([])
  const note = 'The history comes from the report of an earlier run; the cache had none.'
  expect(second.stdout).toContain(`\nNote: ${note}\n`)
  expect([second, third].map(({ summary }) => summary.includes(note))).toEqual([true, true])
  expect(here.services.caches).toHaveLength(1)
})

test('the artifact of a fork’s main is refused, and the run is a first one', async () => {
  const here = await watching()
  await here.run()
  const forged = here.services.archive('certificate-report')
  here.services.evict()
  here.services.artifacts.splice(0)
  here.services.place('certificate-report', forged, { headRepositoryId: 666 })
  const refused = await here.run()
  here.services.evict()
  here.services.artifacts.splice(0)
  here.services.place('certificate-report', forged)
  const believed = await here.run()

  expect([refused.outputs['changed'], refused.result.history.words]).toEqual(['', 'first seen'])
  expect(refused.requests).not.toContain('GET blob')
  expect([believed.outputs['changed'], believed.result.rotation]).toEqual(['0', null])
})

test('a pull request reads the history and writes none', async () => {
  const here = await watching()
  await here.run()
  here.server.serve(issued())
  const head = { repo: { full_name: 'owner/repository' } }
  const repository = { full_name: 'owner/repository', default_branch: 'main' }
  const gate = await here.run({
    event: 'pull_request',
    branch: 'renewal',
    payload: { repository, pull_request: { head } },
    env: { GITHUB_REF: 'refs/pull/7/merge' },
  })

  expect([gate.code, gate.outputs['changed'], gate.result.rotation?.kind]).toEqual([0, '1', 'rekeyed'])
  expect(gate.requests).toEqual([
    `GET /repos/owner/repository/git/commits/${'f'.repeat(40)}`, // what the change is compared with
    'GetCacheEntryDownloadURL',
    'GET blob',
    'CreateArtifact',
    'PUT blob',
    'PUT blob',
    'FinalizeArtifact',
  ])
  expect(here.attached()).toEqual({})
  expect(here.services.caches).toHaveLength(1)

  const next = await here.run()
  expect([next.outputs['changed'], next.result.rotation?.kind]).toEqual(['1', 'rekeyed'])
})

test('a gate whose cache was evicted looks for the artifact, and leaves no history there either', async () => {
  const here = await watching()
  await here.run()
  here.services.evict()
  const gate = await here.run({ event: 'merge_group', branch: 'gh-readonly-queue/main/pr-7' })

  expect(gate.result.history.words).toMatch(unchanged)
  expect(gate.requests.some((request) => request.includes('CacheEntry') && !request.startsWith('Get'))).toBe(
    false,
  )
  expect(here.attached()).toEqual({})
})

interface Memory {
  readonly certificates: readonly object[]
  readonly states: readonly object[]
}

/** The one memory of a history. */
function memory(files: Readonly<Record<string, string>>): Memory {
  return JSON.parse(Object.values(files).join('\n')) as Memory
}

/** `notice change/rotated`: an annotation's level and rule. Each stands on a line of the config. */
function ruleOf(annotation: string): string {
  expect(annotation).toContain(`file=${configPath},line=4,col=5`)
  const [, level, rule] = /^::(\w+) .*\((\S+)\)$/.exec(annotation) ?? []
  return `${level} ${rule}`
}
