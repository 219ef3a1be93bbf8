import { readFileSync } from 'node:fs'

import { expect, test, vi } from 'vitest'

import { dayMs } from '../src/model/certificate.ts'
import { authority, leaf } from './support/mint.ts'
import { unzipped } from './support/unzipped.ts'
import { monitoring, watchedRepository, type WatchedRepository } from './support/watched-repository.ts'

vi.setConfig({ testTimeout: 60_000 })

const root = authority('Test Root', { organizationName: 'Test CA' })

function repository(): Promise<WatchedRepository> {
  return watchedRepository(leaf(root), [root])
}

test('two monitors of one repository, in two jobs of each run, find their own histories in cache and artifact', async () => {
  const here = await repository()
  const staging = { inputs: { config: '.github/staging.yml' } }
  here.write('.github/staging.yml', monitoring('staging'))
  await here.run({ id: '1' })
  here.server.serve(leaf(root))
  const stagingFirst = await here.run({ id: '1', ...staging })
  const second = await here.run({ id: '2' })
  here.services.evict()
  const stagingHealed = await here.run({ id: '2', ...staging })

  expect([stagingFirst.outputs['changed'], second.outputs['changed']]).toEqual(['', '1'])
  expect(second.notes).toEqual([])
  expect(here.services.artifacts.map(({ name }) => name)).toEqual([
    'certificate-report',
    'certificate-report-2',
    'certificate-report',
    'certificate-report-2',
  ])
  expect([stagingHealed.outputs['changed'], stagingHealed.result.rotations]).toEqual(['0', []])
  expect(stagingHealed.result.history.first_seen).toBe(stagingFirst.report.run.judged_at)
})

test('two monitors in two steps of one job do not disturb each other', async () => {
  const here = await repository()
  here.write('.github/staging.yml', monitoring('staging'))
  const first = await here.run({ id: '1' })
  const second = await here.run({ id: '1', inputs: { config: '.github/staging.yml' }, sameJob: true })

  expect([second.report.run.monitor, second.outputs['changed']]).toEqual(['staging', ''])
  expect(second.outputs['report-json']).toContain('/certificate_reports-2/')
  expect(JSON.parse(readFileSync(first.outputs['report-json'] ?? '', 'utf8'))).toEqual(first.report)
  expect(here.services.artifacts.map(({ name }) => name)).toEqual([
    'certificate-report',
    'certificate-report-2',
  ])
  for (const name of ['certificate-report', 'certificate-report-2'])
    expect([...unzipped(here.services.archive(name)).keys()]).toHaveLength(3)
  const [one, two] = here.services.caches.map(({ key }) => key)
  expect(one?.replace(/production-\w+/, '')).toBe(two?.replace(/staging-\w+/, ''))
})

test('runners whose folders lie elsewhere share one history, and a rotation is told once', async () => {
  const here = await repository()
  await here.run()
  here.server.serve(leaf(root))
  const elsewhere = await here.run({ machine: 'elsewhere' })
  const back = await here.run()

  expect([elsewhere, back].map(({ outputs, notes }) => [outputs['changed'], notes])).toEqual([
    ['1', []],
    ['0', []],
  ])
})

test('of two runs that began with the same history, the later saving hides nothing that cannot be seen again', async () => {
  const here = await repository()
  await here.run()
  const slow = await here.run() // looked before the renewal, and saves after it
  const [entry] = here.services.caches.splice(1)
  here.server.serve(leaf(root))
  const quick = await here.run()
  if (entry !== undefined) here.services.caches.push(entry)
  const next = await here.run()

  expect([slow, quick, next].map(({ outputs }) => outputs['changed'])).toEqual(['0', '1', '1'])
  expect(next.result.rotation?.previous_fingerprint).toBe(slow.result.fingerprint_sha256)
  expect(next.result.rotations).toHaveLength(1)
})

test('a run that is tried again has entry and artifact of its own; the artifact is kept and called as wished', async () => {
  const here = await repository()
  const inputs = { 'artifact-name': 'tls', 'retention-days': '400' }
  const first = await here.run({ id: '7', inputs })
  const again = await here.run({ id: '7', attempt: '2', inputs })
  const days = here.services.artifacts.map(({ expiresAt }) => Date.parse(expiresAt ?? '') - Date.now())

  expect(again.result.history.words).toMatch(/^unchanged since /)
  expect(here.services.caches.map(({ key }) => key.split('.')[1])).toEqual(['7-1', '7-2'])
  expect(here.services.artifacts.map(({ name }) => name)).toEqual(['tls', 'tls-2'])
  expect(days.map((ms) => Math.round(ms / dayMs))).toEqual([90, 90])
  expect(first.summary).toContain('The artifact is kept for 90 days: 400 is not within 1 and 90.')
})
