import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

import { afterAll, beforeAll, expect, test } from 'vitest'

import type { ReportJson } from '../src/report/report-json.ts'
import { readZip } from '../src/runner/zip.ts'
import { type Lab, startLab } from '../src/terminal/lab/lab.ts'
import { type Services, startServices } from './support/services.ts'
import { unzipped } from './support/unzipped.ts'
import { type RunWent, runWorkflow } from './support/workflow/interpreter.ts'

let lab: Lab
let services: Services
beforeAll(async () => {
  lab = await startLab(new Date())
  services = await startServices()
})
afterAll(async () => {
  await lab.close()
  await services.close()
})

/** An entry that watches a server of the lab. */
function watching(name: string, more = ''): string {
  const server = lab.servers.find((one) => one.name === name)
  if (server === undefined) throw new Error(`the lab has no ${name}`)
  return `  - { name: ${name}, domain: ${server.domain}, port: ${server.port}, connect_to: 127.0.0.1, trust: { ca_files: [lab-ca.pem] }${more} }\n`
}

/** A repository with this config; the lab's CA lies beside it. */
function repository(entries: string, folder = '.github'): string {
  const home = mkdtempSync(join(tmpdir(), 'certificate-monitor-repository-'))
  mkdirSync(join(home, folder), { recursive: true })
  writeFileSync(join(home, folder, 'lab-ca.pem'), lab.caPem)
  writeFileSync(join(home, folder, 'certificates.yml'), `monitor: fleet\ndomains:\n${entries}`)
  return home
}

function threeNetworks(): string {
  return repository(
    watching('healthy RSA') +
      watching('healthy ECDSA', ', runner: [self-hosted, dmz]') +
      watching('expired', ', runner: [self-hosted, lan]'),
  )
}

function resultsOf({ jobs }: RunWent): readonly string[] {
  return jobs.map(({ name, result }) => `${name}: ${result}`)
}

/** The report of the job that concludes. */
function reportOf({ jobs }: RunWent): ReportJson {
  const path = jobs.at(-1)?.steps.at(-1)?.outputs['report-json'] ?? ''
  return JSON.parse(readFileSync(path, 'utf8'))
}

/** The one file of an artifact that a shard handed on. */
function observationsIn(archive: Buffer): Buffer {
  const limits = { files: 1, fileBytes: 1_000_000, totalBytes: 1_000_000 }
  return readZip(archive, () => true, limits).next().value?.bytes ?? Buffer.alloc(0)
}

const dailyPath = 'examples/workflows/schedule.yml'
const fleetPath = 'examples/workflows/fleet.yml'

test('the daily schedule checks, remembers and uploads its report', async () => {
  const went = await runWorkflow(dailyPath, { services, repository: repository(watching('healthy RSA')) })

  expect(resultsOf(went)).toEqual(['certificates: success'])
  expect(services.caches).not.toEqual([])
  expect(went.jobs[0]?.steps[0]?.outputs).toMatchObject({ status: 'success', total: '1', matrix: '' })
})

test('the gate of a pull request fails on what its config asks for, and remembers nothing', async () => {
  const caches = services.caches.length
  const went = await runWorkflow('examples/workflows/pull-request.yml', {
    services,
    repository: repository(watching('expired')),
    event: 'pull_request',
    ref: 'refs/pull/7/merge',
    payload: {
      repository: { full_name: 'owner/repository', default_branch: 'main' },
      pull_request: { head: { repo: { full_name: 'owner/repository' } } },
    },
  })

  expect(resultsOf(went)).toEqual(['certificates: failure'])
  expect(services.caches).toHaveLength(caches)
})

test('on demand, hosts that somebody types are looked at, without a checkout', async () => {
  const went = await runWorkflow('examples/workflows/on-demand.yml', {
    services,
    repository: '/nowhere',
    event: 'workflow_dispatch',
    inputs: { hosts: '127.0.0.1:1, 127.0.0.2:1', 'fail-on': 'never' },
  })

  expect(resultsOf(went)).toEqual(['check: success'])
  expect(reportOf(went).results.map(({ id }) => id)).toEqual(['127.0.0.1:1', '127.0.0.2:1'])
})

test('a runner of your own checks what a private CA has issued', async () => {
  const went = await runWorkflow('examples/workflows/self-hosted.yml', {
    services,
    repository: repository(watching('healthy RSA'), '.github/internal'),
  })

  expect(went.jobs[0]).toMatchObject({ runsOn: 'self-hosted', result: 'success' })
  expect(services.artifacts.map(({ name }) => name)).toContain('internal-certificates')
})

test('a fleet observes from every network, and one job concludes', async () => {
  const went = await runWorkflow(fleetPath, {
    services,
    repository: threeNetworks(),
    secrets: { CLIENT_KEY_PASSPHRASE: 'hunter22' },
  })

  expect(went.jobs.map(({ name, runsOn, result }) => [name, runsOn, result])).toEqual([
    ['certificates / plan', 'ubuntu-latest', 'success'],
    ['certificates / observe 1/3', 'ubuntu-latest', 'success'],
    ['certificates / observe 2/3', ['self-hosted', 'dmz'], 'success'],
    ['certificates / observe 3/3', ['self-hosted', 'lan'], 'success'],
    ['certificates / conclude', 'ubuntu-latest', 'failure'],
  ])
  expect(went.outputs['certificates']).toMatchObject({
    status: 'error',
    total: '3',
    expired: '1',
    errors: '1',
  })
  expect(reportOf(went).results.map(({ name }) => name)).toEqual(
    ['expired', 'healthy RSA', 'healthy ECDSA'].toSorted(),
  )
})

test('what shards hand on is kept for a day, and holds no secret', async () => {
  const before = services.artifacts.length
  const store = '  - { name: key store, file: lab-ca.pem, password: "${CLIENT_KEY_PASSPHRASE}" }\n'
  const folder = repository(watching('healthy RSA', ', runner: [self-hosted, dmz]') + store)
  const secrets = { CLIENT_KEY_PASSPHRASE: 'hunter22' }
  const went = await runWorkflow(fleetPath, { services, repository: folder, secrets })
  const handed = services.artifacts.slice(before).filter(({ name }) => name.includes('-observations-'))
  const lines = handed.map((artifact) => gunzipSync(observationsIn(services.held(artifact))).toString())

  expect(handed.map(({ name }) => name)).toEqual([
    'certificate-report-observations-1-of-2',
    'certificate-report-observations-2-of-2',
  ])
  for (const { expiresAt } of handed)
    expect(Date.parse(expiresAt ?? '') - Date.now()).toBeLessThan(25 * 3_600_000)
  expect(lines.join('')).toContain('"kind":"observation"')
  expect(lines.join('')).not.toContain('hunter22')
  expect(went.outputs['certificates']).toMatchObject({ total: '2' })
})

test('with one shard, one job does everything', async () => {
  const went = await runWorkflow(fleetPath, { services, repository: repository(watching('healthy RSA')) })

  expect(resultsOf(went)).toEqual([
    'certificates / plan: success',
    'certificates / observe: skipped',
    'certificates / conclude: success',
  ])
  expect(went.outputs['certificates']).toMatchObject({ status: 'success', total: '1' })
})

test('one shard that needs another runner is observed there', async () => {
  const went = await runWorkflow(fleetPath, {
    services,
    repository: repository(watching('healthy RSA', ', runner: [self-hosted, lan]')),
  })

  expect(went.jobs.map(({ name, runsOn }) => [name, runsOn])).toEqual([
    ['certificates / plan', 'ubuntu-latest'],
    ['certificates / observe 1/1', ['self-hosted', 'lan']],
    ['certificates / conclude', 'ubuntu-latest'],
  ])
})

test('a shard that was lost is said, and the others count', async () => {
  const went = await runWorkflow(fleetPath, {
    services,
    repository: threeNetworks(),
    lose: ['certificates / observe 2/3'],
  })
  const report = reportOf(went)

  expect(report.findings.map(({ rule }) => rule)).toContain('monitor/incomplete')
  expect(report.errors).toMatchObject([
    { reason: 'not-observed', message: 'Not checked: shard 2 brought nothing' },
  ])
  expect(went.outputs['certificates']).toMatchObject({ status: 'error', total: '3', expired: '1' })
})

test('a runner that the workflow does not allow is a mistake on its line, and nothing is contacted', async () => {
  const went = await runWorkflow(fleetPath, {
    services,
    repository: repository(watching('healthy RSA', ', runner: [self-hosted, production]')),
  })

  expect(resultsOf(went)).toEqual([
    'certificates / plan: failure',
    'certificates / observe: skipped',
    'certificates / conclude: skipped',
  ])
  expect(went.jobs[0]?.steps[0]?.commands[0]).toMatch(
    /^::error .*line=3.*::The runner \["production","self-hosted"\] of healthy RSA is not among the allowed ones\./,
  )
})

test('observations that somebody replaced are not believed, and the run says so', async () => {
  const before = services.artifacts.length
  const lying = {
    ...services,
    begin: (run: Parameters<Services['begin']>[0]) => {
      for (const { name } of services.artifacts.slice(before))
        if (name.endsWith('-observations-1-of-3'))
          services.replace({ artifact: name }, Buffer.from('PK no archive'))
      return services.begin(run)
    },
  }
  const went = await runWorkflow(fleetPath, { services: lying, repository: threeNetworks() })
  const { summary = '' } = went.jobs.at(-1)?.steps.at(-1) ?? {}

  expect(reportOf(went).errors).toMatchObject([{ reason: 'not-observed' }])
  expect(summary).toMatch(/observations-1-of-3 could not be had/)
  expect(unzipped(services.archive('certificate-report')).size).toBeGreaterThan(0)
})
