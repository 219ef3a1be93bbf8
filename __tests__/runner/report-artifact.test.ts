import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { uploadReport } from '../../src/runner/report-artifact.ts'
import type { WorkflowRun } from '../../src/runner/workflow-run.ts'
import { readZip } from '../../src/runner/zip.ts'
import { type Services, startServices } from '../support/services.ts'
import { begin, machine } from './running.ts'

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

const wish = { name: 'certificate-report', retentionDays: null }
const limits = { files: 10, fileBytes: 1000, totalBytes: 1000 }

/** A run that wrote one report. */
function reporting(options: { readonly patienceMs?: number } = {}): { run: WorkflowRun; file: string } {
  const run = begin(services, machine(), { id: '77', ...options })
  const file = join(run.temporary, 'certificate_reports', 'report.json')
  mkdirSync(join(run.temporary, 'certificate_reports'))
  writeFileSync(file, '{"report": true}')
  return { run, file }
}

test('the files travel with their paths below the root; id and address come back', async () => {
  const { run, file } = reporting()
  const uploaded = await uploadReport([file], run.temporary, wish, run)
  const files = [...readZip(services.archive('certificate-report'), () => true, limits)]

  expect(uploaded).toEqual({
    id: '1000',
    url: 'https://github.com/owner/repository/actions/runs/77/artifacts/1000',
    name: 'certificate-report',
    notes: [],
  })
  expect(files.map(({ name, bytes }) => [name, bytes.toString()])).toEqual([
    ['certificate_reports/report.json', '{"report": true}'],
  ])
})

test('a name taken in this run gets -2, then -3', async () => {
  const { run, file } = reporting()
  const names = []
  for (const _ of [1, 2, 3]) names.push((await uploadReport([file], run.temporary, wish, run)).name)

  expect(names).toEqual(['certificate-report', 'certificate-report-2', 'certificate-report-3'])
})

test('the same name in another run is free', async () => {
  const first = reporting()
  await uploadReport([first.file], first.run.temporary, wish, first.run)
  const run = begin(services, machine(), { id: '78' })
  const file = join(run.temporary, 'report.json')
  writeFileSync(file, '{}')

  expect((await uploadReport([file], run.temporary, wish, run)).name).toBe('certificate-report')
})

test('more days than the repository allows are cut, and fewer than one lifted, with a note', async () => {
  const { run, file } = reporting()
  const long = await uploadReport([file], run.temporary, { ...wish, retentionDays: 400 }, run)
  const short = await uploadReport([file], run.temporary, { ...wish, retentionDays: 0 }, run)
  const right = await uploadReport([file], run.temporary, { ...wish, retentionDays: 30 }, run)

  expect(long.notes).toEqual(['The artifact is kept for 90 days: 400 is not within 1 and 90.'])
  expect(short.notes).toEqual(['The artifact is kept for 1 day: 0 is not within 1 and 90.'])
  expect(right.notes).toEqual([])
  expect(services.artifacts.map((one) => one.expiresAt)).not.toContain(null)
})

test('a file that is gone, or a link, is left out with a note', async () => {
  const { run, file } = reporting()
  const link = join(run.temporary, 'link.json')
  symlinkSync('/etc/passwd', link)
  const gone = join(run.temporary, 'gone.xlsx')
  const { id, notes } = await uploadReport([file, link, gone], run.temporary, wish, run)

  expect(id).toBe('1000')
  expect(notes).toEqual(['The artifact is without link.json and gone.xlsx: not a file that can be read.'])
})

test('nothing to upload is a note', async () => {
  const { run } = reporting()

  expect(await uploadReport([], run.temporary, wish, run)).toMatchObject({
    id: null,
    notes: ['No report was uploaded: there is no file to upload.'],
  })
})

test('a runner without the service is a note', async () => {
  const { run, file } = reporting()
  vi.stubEnv('ACTIONS_RESULTS_URL', '')

  expect(await uploadReport([file], run.temporary, wish, run)).toMatchObject({
    url: null,
    notes: ['This runner has no artifact service; the report was not uploaded.'],
  })
})

test('GitHub Enterprise Server is a note', async () => {
  const { run, file } = reporting()
  vi.stubEnv('GITHUB_SERVER_URL', 'https://github.corp.example')
  const { id, notes } = await uploadReport([file], run.temporary, wish, run)

  expect(id).toBeNull()
  expect(notes[0]).toMatch(/^The report was not uploaded as an artifact: .*GHES/)
})

test('a name that no artifact may have is a note', async () => {
  const { run, file } = reporting()
  const { id, notes } = await uploadReport([file], run.temporary, { ...wish, name: 'a/b' }, run)

  expect(id).toBeNull()
  expect(notes[0]).toContain('The artifact name is not valid: a/b')
})

test('a refusal, silence and a failing service are notes', async () => {
  const { run, file } = reporting({ patienceMs: 2000 })
  const told: (string | undefined)[] = []
  for (const fault of [403, 503, 'hanging'] as const) {
    services.faults.artifacts = fault
    told.push((await uploadReport([file], run.temporary, wish, run)).notes[0])
  }

  expect(told).toEqual([
    expect.stringContaining('(403)'),
    expect.stringMatching(/no answer within 2 s; Attempt 1 of 5 failed .*503/),
    'The report was not uploaded as an artifact: no answer within 2 s.',
  ])
})
