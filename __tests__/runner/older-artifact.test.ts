import { rmSync } from 'node:fs'

import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { historyPath } from '../../src/runner/history-folder.ts'
import { restoreFromArtifact } from '../../src/runner/older-artifact.ts'
import { uploadReport } from '../../src/runner/report-artifact.ts'
import { type Services, startServices } from '../support/services.ts'
import { zipArchive, type ZipEntry } from '../support/services/zip-archive.ts'
import { begin, machine, remember, remembered } from './running.ts'

let services: Services
beforeEach(async () => {
  vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  services = await startServices()
})
afterEach(async () => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  await services.close()
})

const name = 'certificate-report'
const inHistory = historyPath('production')

/** A report whose history holds one memory with this text. */
function report(text: string, ...others: readonly ZipEntry[]): Buffer {
  return zipArchive([
    { name: 'certificate_reports/certificate_report.json', bytes: '{}' },
    { name: `${inHistory}a.json`, bytes: text },
    ...others,
  ])
}

test('the history of an uploaded report is restored from it', async () => {
  const runner = machine()
  const first = begin(services, runner)
  remember(first, 'production', { 'a.json': 'of the first run' })
  const file = `${first.temporary}/${inHistory}a.json`
  await uploadReport([file], first.temporary, { name, retentionDays: null }, first)
  const second = begin(services, runner)

  expect(await restoreFromArtifact('production', name, second)).toEqual({ kind: 'restored', notes: [] })
  expect(remembered(second, 'production')).toEqual({ 'a.json': 'of the first run' })
})

test.each(['schedule', 'workflow_dispatch', 'push'])(
  'a report made by %s on main is believed',
  async (event) => {
    services.place(name, report('1'), { event })
    const run = begin(services, machine())

    expect((await restoreFromArtifact('production', name, run)).kind).toBe('restored')
  },
)

test.each([
  ['a fork’s main', { headRepositoryId: 666 }],
  ['another branch', { branch: 'feature' }],
  ['another workflow file', { path: '.github/workflows/other.yml' }],
  ['a pull request', { event: 'pull_request' }],
  ['a pull request into the base', { event: 'pull_request_target' }],
  ['a run caused by another', { event: 'workflow_run' }],
])('a report of %s is never downloaded', async (_, run) => {
  services.place(name, report('forged'), run)
  const mine = begin(services, machine())

  expect(await restoreFromArtifact('production', name, mine)).toEqual({ kind: 'none', notes: [] })
  expect(services.requests).not.toContain('GET blob')
})

test('the newest trustworthy report wins over newer ones that are not', async () => {
  services.place(name, report('old'))
  services.place(name, report('newer'))
  services.place(name, report('forged'), { headRepositoryId: 666 })
  services.place(name, report('forged'), { event: 'pull_request' })
  const run = begin(services, machine())
  await restoreFromArtifact('production', name, run)

  expect(remembered(run, 'production')).toEqual({ 'a.json': 'newer' })
})

test('a week of pull requests and of other workflows does not hide the report of the schedule', async () => {
  services.place(name, report('of the schedule'))
  for (let index = 0; index < 15; index += 1)
    services.place(name, report('x'), { path: '.github/workflows/x.yml' })
  for (let index = 0; index < 120; index += 1) services.place(name, report('x'), { branch: 'feature' })
  const run = begin(services, machine())

  expect(await restoreFromArtifact('production', name, run)).toEqual({ kind: 'restored', notes: [] })
  expect(remembered(run, 'production')).toEqual({ 'a.json': 'of the schedule' })
})

test('a monitor finds its history under the name that was left to it', async () => {
  services.place(`${name}-2`, report('1'))
  services.place(name, zipArchive([{ name: `${historyPath('staging')}a.json`, bytes: 'of staging' }]))
  const run = begin(services, machine())
  await restoreFromArtifact('production', name, run)

  expect(remembered(run, 'production')).toEqual({ 'a.json': '1' })
})

test('an expired report is passed over', async () => {
  services.place(name, report('old'))
  services.place(name, report('expired'))
  const expired = services.artifacts.at(-1)
  if (expired !== undefined) expired.expired = true
  const run = begin(services, machine())
  await restoreFromArtifact('production', name, run)

  expect(remembered(run, 'production')).toEqual({ 'a.json': 'old' })
})

test('a report that vanishes after it was listed, and one whose run was deleted, are passed over', async () => {
  services.place(name, report('old'))
  services.place(name, report('deleted'), { id: '9001' })
  services.place(name, report('vanished'))
  services.lose({ artifact: services.artifacts.at(-1)?.id ?? 0 })
  services.lose({ run: '9001' })
  const run = begin(services, machine())

  expect(await restoreFromArtifact('production', name, run)).toEqual({ kind: 'restored', notes: [] })
  expect(remembered(run, 'production')).toEqual({ 'a.json': 'old' })
})

test.each([429, 'limited'] as const)('a rate limit (%s) is not a missing permission', async (limit) => {
  const run = begin(services, machine())
  services.faults.rest = limit

  expect((await restoreFromArtifact('production', name, run)).kind).toBe('unknown')
})

test('a token without actions: read is told so', async () => {
  const run = begin(services, machine())
  services.faults.rest = 403

  expect(await restoreFromArtifact('production', name, run)).toEqual({
    kind: 'none',
    notes: [
      'Earlier reports were not looked at for their history: the token lacks the permission actions: read.',
    ],
  })
})

test('an interface that fails leaves the history unknown', async () => {
  const run = begin(services, machine())
  services.faults.rest = 502
  const { kind, notes } = await restoreFromArtifact('production', name, run)

  expect(kind).toBe('unknown')
  expect(notes[0]).toContain('status 502')
})

test.each(['rest', 'blobs'] as const)('silence of %s leaves the history unknown', async (service) => {
  services.place(name, report('1'))
  const run = begin(services, machine(), { patienceMs: 500 })
  services.faults[service] = 'hanging'

  expect(await restoreFromArtifact('production', name, run)).toEqual({
    kind: 'unknown',
    notes: ['Earlier reports could not be looked at for their history: no answer within 0.5 s.'],
  })
})

test('no token, or no workflow to compare with, believes nothing', async () => {
  services.place(name, report('1'))
  const run = begin(services, machine())

  expect((await restoreFromArtifact('production', name, { ...run, token: null })).kind).toBe('none')
  expect((await restoreFromArtifact('production', name, { ...run, workflowPath: null })).kind).toBe('none')
  expect((await restoreFromArtifact('production', name, { ...run, repositoryId: null })).kind).toBe('none')
  expect(services.requests).toEqual([])
})

test('a damaged report is noted, and the one before it taken', async () => {
  services.place(name, report('old'))
  services.place(name, Buffer.from('not an archive'))
  const run = begin(services, machine())
  const { kind, notes } = await restoreFromArtifact('production', name, run)

  expect(kind).toBe('restored')
  expect(notes).toEqual([
    expect.stringMatching(/^The history in the report of run \d+ was not believed: not a ZIP archive\.$/),
  ])
  expect(remembered(run, 'production')).toEqual({ 'a.json': 'old' })
})

test.each<[string, ZipEntry]>([
  ['a symbolic link', { name: `${inHistory}b.json`, bytes: '/etc/passwd', mode: 0o120777 }],
  ['a bomb', { name: `${inHistory}b.json`, bytes: Buffer.alloc(20_000_000) }],
  ['a bomb that lies', { name: `${inHistory}b.json`, bytes: Buffer.alloc(8_000_000), size: 100 }],
  ['a second file of one name', { name: `${inHistory}a.json`, bytes: 'other' }],
])('a history with %s is refused whole', async (_, entry) => {
  services.place(name, report('1', entry))
  const run = begin(services, machine())
  const { kind, notes } = await restoreFromArtifact('production', name, run)

  expect(kind).toBe('none')
  expect(notes).toHaveLength(1)
  expect(() => remembered(run, 'production')).toThrow('ENOENT')
})

test.each([
  '../../evil.json',
  'deeper/b.json',
  '..',
  '.b.json',
  'b.sh',
  'b.json\0.json',
  'b\\c.json',
  'b.json/',
])('an entry called %j is nothing of a history', async (entry) => {
  services.place(name, report('1', { name: `${inHistory}${entry}`, bytes: 'evil' }))
  const run = begin(services, machine())
  await restoreFromArtifact('production', name, run)

  expect(remembered(run, 'production')).toEqual({ 'a.json': '1' })
})

test('a folder that cannot be written leaves the history unknown', async () => {
  services.place(name, report('1'))
  const run = begin(services, machine())
  rmSync(run.temporary, { recursive: true })
  const { kind, notes } = await restoreFromArtifact('production', name, { ...run, temporary: '/dev/null' })

  expect(kind).toBe('unknown')
  expect(notes[0]).toContain('ENOTDIR')
})
