import { join } from 'node:path'

import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { saveHistory } from '../../src/runner/history-cache.ts'
import { historyPath } from '../../src/runner/history-folder.ts'
import { restoreHistory } from '../../src/runner/restore-history.ts'
import { type Services, startServices } from '../support/services.ts'
import { zipArchive } from '../support/services/zip-archive.ts'
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

function report(text: string): Buffer {
  return zipArchive([{ name: `${historyPath('production')}a.json`, bytes: text }])
}

test('the cache comes first, and then nobody asks for artifacts', async () => {
  const runner = machine()
  const first = begin(services, runner)
  remember(first, 'production', { 'a.json': 'cached' })
  await saveHistory('production', first)
  services.place(name, report('of a report'))
  const second = begin(services, runner)

  expect(await restoreHistory('production', name, second)).toEqual({
    folder: join(second.temporary, historyPath('production').slice(0, -1)),
    source: 'cache',
    cacheable: true,
    attachable: true,
    notes: [],
  })
  expect(services.requests.filter((one) => one.startsWith('GET /repos'))).toEqual([])
})

test('an evicted cache is healed by the last report', async () => {
  const runner = machine()
  const first = begin(services, runner)
  remember(first, 'production', { 'a.json': 'cached' })
  await saveHistory('production', first)
  services.place(name, report('of a report'))
  services.evict()
  const second = begin(services, runner)
  const { source, cacheable, notes } = await restoreHistory('production', name, second)

  expect({ source, cacheable, files: remembered(second, 'production') }).toEqual({
    source: 'artifact',
    cacheable: true,
    files: { 'a.json': 'of a report' },
  })
  expect(notes).toEqual(['The history comes from the report of an earlier run; the cache had none.'])
})

test('a first run has nothing, and may save', async () => {
  const { source, cacheable, attachable, notes } = await restoreHistory(
    'production',
    name,
    begin(services, machine()),
  )

  expect({ source, cacheable, attachable, notes }).toEqual({
    source: null,
    cacheable: true,
    attachable: true,
    notes: [],
  })
})

test('a cache that cannot be read is not hidden behind a new entry', async () => {
  services.faults.cache = 'read-denied'
  const run = begin(services, machine())
  const { source, cacheable, attachable } = await restoreHistory('production', name, run)

  expect({ source, cacheable, attachable }).toEqual({ source: null, cacheable: false, attachable: true })
})

test('reports that cannot be reached are not hidden behind a new one', async () => {
  services.faults.rest = 502
  const run = begin(services, machine())
  const { source, cacheable, attachable } = await restoreHistory('production', name, run)

  expect({ source, cacheable, attachable }).toEqual({ source: null, cacheable: false, attachable: false })
})

test('a run that is ended waits for no service', async () => {
  services.faults.cache = 'hanging'
  const run = begin(services, machine(), { signal: AbortSignal.abort() })
  const { source, cacheable, attachable, notes } = await restoreHistory('production', name, run)

  expect({ source, cacheable, attachable }).toEqual({ source: null, cacheable: false, attachable: false })
  expect(notes).toEqual([
    'The history in the cache could not be read: the run was ended.',
    'Earlier reports could not be looked at for their history: the run was ended.',
  ])
})

test('a cache that hangs is asked once in a run, whatever the reports had', async () => {
  services.place(name, report('of a report'))
  services.faults.cache = 'hanging'
  const run = begin(services, machine(), { patienceMs: 2500 })
  const { source, cacheable, attachable } = await restoreHistory('production', name, run)

  expect({ source, cacheable, attachable }).toEqual({
    source: 'artifact',
    cacheable: false,
    attachable: true,
  })
})
