import { execFileSync } from 'node:child_process'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import fc from 'fast-check'
import { afterEach, beforeEach, expect, type MockInstance, test, vi } from 'vitest'

import { cacheKey, restoreFromCache, saveHistory } from '../../src/runner/history-cache.ts'
import { historyFolder } from '../../src/runner/history-folder.ts'
import { type Services, startServices } from '../support/services.ts'
import { begin, machine, remember, remembered } from './running.ts'

let services: Services
let stdout: MockInstance<typeof process.stdout.write>
beforeEach(async () => {
  stdout = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  vi.stubEnv('TAR_OPTIONS', undefined)
  services = await startServices()
})
afterEach(async () => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  await services.close()
})

test('what one run saves the next one restores', async () => {
  const runner = machine()
  const first = begin(services, runner)
  remember(first, 'production', { 'example.com_443.json': '{"seen": 1}' })
  expect(await saveHistory('production', first)).toEqual([])
  const second = begin(services, runner)

  expect(await restoreFromCache('production', second)).toEqual({ kind: 'restored', notes: [] })
  expect(remembered(second, 'production')).toEqual({ 'example.com_443.json': '{"seen": 1}' })
})

test('the newest entry wins, and a run that is tried again has an entry of its own', async () => {
  const runner = machine()
  for (const [attempt, text] of [['1', 'one'] as const, ['2', 'two'] as const]) {
    const run = begin(services, runner, { id: '7', attempt })
    remember(run, 'production', { 'a.json': text })
    expect(await saveHistory('production', run)).toEqual([])
  }
  const next = begin(services, runner, { id: '8' })

  expect((await restoreFromCache('production', next)).kind).toBe('restored')
  expect(remembered(next, 'production')).toEqual({ 'a.json': 'two' })
  expect(services.caches.map((entry) => entry.key.split('.')[1])).toEqual(['7-1', '7-2'])
})

test('two monitors of one repository never see each other', async () => {
  const runner = machine()
  const first = begin(services, runner)
  remember(first, 'a', { 'a.json': 'of a' })
  remember(first, 'a!', { 'a.json': 'of a!' })
  await saveHistory('a', first)
  await saveHistory('a!', first)
  const second = begin(services, runner)
  await restoreFromCache('a', second)
  await restoreFromCache('a!', second)

  expect(remembered(second, 'a')).toEqual({ 'a.json': 'of a' })
  expect(remembered(second, 'a!')).toEqual({ 'a.json': 'of a!' })
  expect((await restoreFromCache('b', second)).kind).toBe('none')
})

test('no monitor, whatever its name, has a prefix that begins another one’s key', () => {
  const run = begin(services, machine())
  const name = fc.oneof(fc.string(), fc.stringMatching(/^[a-c.-]{0,4}$/))
  fc.assert(
    fc.property(name, name, (one, other) => {
      fc.pre(one !== other)
      const { key, prefix } = cacheKey(one, run)
      expect(cacheKey(other, run).key.startsWith(prefix)).toBe(false)
      expect(key).toMatch(/^[a-z0-9.-]{1,120}$/)
    }),
  )
})

test('a first run finds nothing and has nothing to note', async () => {
  const run = begin(services, machine())

  expect(await restoreFromCache('production', run)).toEqual({ kind: 'none', notes: [] })
  expect(remembered(run, 'production')).toEqual({})
})

test('an empty history is not saved', async () => {
  const run = begin(services, machine())
  await restoreFromCache('production', run)

  expect(await saveHistory('production', run)).toEqual([])
  expect(services.caches).toEqual([])
})

test('a denied write is a note in the service’s own words, and no annotation', async () => {
  const run = begin(services, machine())
  remember(run, 'production', { 'a.json': '1' })
  services.faults.cache = 'write-denied'
  const [note] = await saveHistory('production', run)

  expect(note).toMatch(
    /^The history could not be saved to the cache: .*cache write denied: the token is read-only\.$/,
  )
  expect(printed()).not.toContain('::warning')
  expect(printed()).toContain('Failed to save: Unable to reserve cache')
})

test('a cache-mode that forbids writing is a note', async () => {
  const run = begin(services, machine())
  vi.stubEnv('ACTIONS_CACHE_MODE', 'read')
  remember(run, 'production', { 'a.json': '1' })

  expect(await saveHistory('production', run)).toEqual([
    "The history could not be saved to the cache: Cache save skipped: the effective cache-mode 'read' does not permit writes.",
  ])
  expect(services.requests).toEqual([])
})

test('a service that denies reading leaves the history unknown', async () => {
  const run = begin(services, machine())
  services.faults.cache = 'read-denied'
  const answer = await restoreFromCache('production', run)

  expect(answer.kind).toBe('unknown')
  expect(answer.notes[0]).toContain('cache read denied: the token has no readable scope')
})

test('a service that fails is given up when patience ends, with its last words', async () => {
  const run = begin(services, machine(), { patienceMs: 2500 })
  services.faults.cache = 503
  remember(run, 'production', { 'a.json': '1' })
  const [note] = await saveHistory('production', run)
  const { kind, notes } = await restoreFromCache('production', run)

  expect(note).toMatch(/could not be saved .*: no answer within 2\.5 s; Attempt 1 of 5 failed .*503/)
  expect(kind).toBe('timed-out')
  expect(notes).toEqual([
    expect.stringMatching(/could not be read: no answer within 2\.5 s; Attempt 1 of 5 failed .*503/),
  ])
})

test('a service that never answers costs no more than the run’s patience, and what it may send later stays guarded', async () => {
  const run = begin(services, machine(), { patienceMs: 600 })
  services.faults.cache = 'hanging'

  expect(await restoreFromCache('production', run)).toEqual({
    kind: 'timed-out',
    notes: ['The history in the cache could not be read: no answer within 0.6 s.'],
  })
  expect(process.env['TAR_OPTIONS']).toContain('--transform=')
})

test('what the workflow itself wishes of tar is kept', async () => {
  vi.stubEnv('TAR_OPTIONS', '--no-same-owner')
  const runner = machine()
  const first = begin(services, runner)
  remember(first, 'production', { 'a.json': '1' })
  await saveHistory('production', first)
  const second = begin(services, runner)

  expect((await restoreFromCache('production', second)).kind).toBe('restored')
  expect(process.env['TAR_OPTIONS']).toBe('--no-same-owner')
})

test('a temporary folder with commas and ampersands is fine', async () => {
  const { temporary, workspace } = machine()
  const runner = { temporary: `${temporary}-a,b&c`, workspace }
  const first = begin(services, runner)
  remember(first, 'production', { 'a.json': '1' })
  await saveHistory('production', first)
  const second = begin(services, runner)

  expect((await restoreFromCache('production', second)).kind).toBe('restored')
  expect(remembered(second, 'production')).toEqual({ 'a.json': '1' })
})

test('in a folder that defies quoting nothing is unpacked', async () => {
  const { temporary, workspace } = machine()
  const run = begin(services, { temporary: `${temporary}'s`, workspace })
  const { kind, notes } = await restoreFromCache('production', run)

  expect(kind).toBe('none')
  expect(notes[0]).toMatch(/^The cache was not asked: the path .* cannot be guarded\.$/)
  expect(services.requests).toEqual([])
})

test('a store that refuses the download is a note, and the folder is empty', async () => {
  const runner = machine()
  const first = begin(services, runner)
  remember(first, 'production', { 'a.json': '1' })
  await saveHistory('production', first)
  services.faults.blobs = 403
  const second = begin(services, runner)
  const { notes } = await restoreFromCache('production', second)

  expect(notes).toHaveLength(1)
  expect(remembered(second, 'production')).toEqual({})
})

test('an entry that is no archive is a note, and the folder is empty', async () => {
  const runner = machine()
  const first = begin(services, runner)
  remember(first, 'production', { 'a.json': '1' })
  await saveHistory('production', first)
  services.replace('caches', Buffer.from('not an archive'))
  const second = begin(services, runner)
  const answer = await restoreFromCache('production', second)

  expect(answer.kind).toBe('none')
  expect(answer.notes[0]).toMatch(
    /^The history in the cache could not be read: Failed to restore: .*tar.* failed/,
  )
  expect(remembered(second, 'production')).toEqual({})
})

test('no cache service is a note', async () => {
  const run = begin(services, machine())
  vi.stubEnv('ACTIONS_RESULTS_URL', '')
  remember(run, 'production', { 'a.json': '1' })

  expect(await saveHistory('production', run)).toEqual([
    'This runner has no cache service; the history was not saved to it.',
  ])
  expect((await restoreFromCache('production', run)).notes).toEqual([
    'This runner has no cache service; no history was restored from it.',
  ])
})

test('an entry of another’s making writes nowhere but into the folder, and leaves no links there', async () => {
  const runner = machine()
  const first = begin(services, runner)
  remember(first, 'production', { 'a.json': '1' })
  await saveHistory('production', first)
  const outside = join(machine().temporary, 'outside')
  services.replace('caches', hostileEntry(historyFolder(first.temporary, 'production'), outside))
  const second = begin(services, runner)
  const answer = await restoreFromCache('production', second)

  expect(answer.kind).toBe('restored')
  expect(remembered(second, 'production')).toEqual({ 'good.json': 'good' })
  expect(existsSync(outside)).toBe(false)
  expect(answer.notes).toEqual(['The cached history held 5 things that cannot belong to it, left aside.'])
  expect(process.env['TAR_OPTIONS']).toBeUndefined()
})

/** An absolute path, a symbolic link, a pair of hard links, a name that is none of ours; and one good file. */
function hostileEntry(folder: string, outside: string): Buffer {
  rmSync(folder, { recursive: true })
  mkdirSync(folder)
  mkdirSync(outside, { recursive: true })
  writeFileSync(join(outside, 'profile'), 'evil')
  writeFileSync(join(folder, 'good.json'), 'good')
  writeFileSync(join(folder, 'one.json'), 'linked')
  writeFileSync(join(folder, '.hidden'), 'hidden')
  linkSync(join(folder, 'one.json'), join(folder, 'two.json'))
  symlinkSync('/etc/passwd', join(folder, 'link.json'))
  const archive = join(folder, '..', 'hostile.tar')
  execFileSync('tar', [
    '-cf',
    archive,
    '-P',
    '--use-compress-program',
    'zstd',
    folder,
    join(outside, 'profile'),
  ])
  rmSync(outside, { recursive: true })
  return readFileSync(archive)
}

function printed(): string {
  return stdout.mock.calls.map(([chunk]) => String(chunk)).join('')
}
