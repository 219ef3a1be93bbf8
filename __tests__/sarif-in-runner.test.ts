import { readFileSync } from 'node:fs'

import { expect, test, vi } from 'vitest'

import { authority, leaf } from './support/mint.ts'
import { unzipped } from './support/unzipped.ts'
import {
  type Begin,
  configPath,
  monitoring,
  type Ran,
  watchedRepository,
  type WatchedRepository,
  watching,
} from './support/watched-repository.ts'

vi.setConfig({ testTimeout: 60_000 })

const root = authority('Test Root', { organizationName: 'Test CA' })
const bad = '{ domain: bad.example, port: 1, connect_to: 127.0.0.1 }'

function repository(): Promise<WatchedRepository> {
  return watchedRepository(leaf(root), [root], `${monitoring('m', watching(), bad)}report: { sarif: true }\n`)
}

/** The SARIF beside the report. */
function sarifOf({ outputs }: Ran): string {
  return readFileSync((outputs['report-json'] ?? '').replace(/json$/, 'sarif'), 'utf8')
}

test('a delivering run writes SARIF, keeps it with the report, and uploads it for its commit', async () => {
  const here = await repository()
  const run = await here.run()
  const sarif = sarifOf(run)
  const [result] = JSON.parse(sarif).runs[0].results

  expect(run.notes).toEqual([])
  expect(result).toMatchObject({
    ruleId: 'endpoint/unanswered',
    locations: [{ physicalLocation: { artifactLocation: { uri: configPath }, region: { startLine: 5 } } }],
  })
  expect(here.services.scans).toEqual([{ commit: 'f'.repeat(40), ref: 'refs/heads/main', sarif }])
  const kept = [...unzipped(here.services.archive('certificate-report'))]
  expect(kept.filter(([name]) => name.endsWith('.sarif')).map(([, text]) => text)).toEqual([sarif])
})

test('a waived finding stands in the file, and is no alert', async () => {
  const here = await repository()
  const waiver = '{ rule: endpoint/*, domain: bad.*, reason: moving, until: 2099-12-31 }'
  here.write(configPath, `${monitoring('m', watching(), bad)}report: { sarif: true }\nwaivers: [${waiver}]\n`)
  const run = await here.run()
  const results = [sarifOf(run), here.services.scans[0]?.sarif ?? ''].map(
    (text): readonly object[] => JSON.parse(text).runs[0].results,
  )

  expect([run.code, run.notes]).toEqual([0, []])
  expect(results).toEqual([
    [expect.objectContaining({ suppressions: [expect.objectContaining({ status: 'accepted' })] })],
    [],
  ])
})

test('paths begin where the repository does, wherever the workspace holds it', async () => {
  const here = await repository()
  const inner = 'checked out'
  here.write(`${inner}/.git/HEAD`, 'ref: refs/heads/main\n')
  here.write(`${inner}/certificates.yml`, `${monitoring('m', bad)}report: { sarif: true }\n`)
  const run = await here.run({ inputs: { config: `${inner}/certificates.yml` } })

  expect(sarifOf(run)).toContain('"uri":"certificates.yml"')
})

const unsent = 'ℹ️ The findings were not uploaded to code scanning: '

test.each([
  ['a token without the permission', 403, 'the token lacks the permission security-events: write.'],
  ['code scanning switched off', 'off', 'status 403, Code scanning is not enabled for this repository.'],
  ['a service that fails', 500, 'status 500, it fails.'],
] as const)('%s costs one note', async (_, scanning, because) => {
  const here = await repository()
  here.services.faults.scanning = scanning
  const run = await here.run()

  expect([run.code, run.notes]).toEqual([1, [unsent + because]])
  expect(sarifOf(run)).toContain('bad.example')
})

test('a gate writes SARIF, and sends it nowhere', async () => {
  const here = await repository()
  const begin: Begin = { event: 'workflow_dispatch', branch: 'topic' }
  const run = await here.run({ ...begin, payload: { repository: { default_branch: 'main' } } })

  expect(sarifOf(run)).toContain('bad.example')
  expect(here.services.scans).toEqual([])
  expect(run.requests.filter((request) => request.includes('sarif'))).toEqual([])
})

test('without the setting there is none', async () => {
  const here = await watchedRepository(leaf(root), [root])
  const run = await here.run()

  expect(() => sarifOf(run)).toThrow('ENOENT')
  expect(here.services.scans).toEqual([])
})
