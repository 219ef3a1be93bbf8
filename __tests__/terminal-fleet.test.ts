import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, test } from 'vitest'

import type { ReportJson } from '../src/report/report-json.ts'
import { type Lab, startLab } from '../src/terminal/lab/lab.ts'
import { type Ended, start, workspace } from './support/program.ts'
import { complaints } from './support/valid-report.ts'

let lab: Lab
let cwd: string
beforeAll(async () => {
  lab = await startLab(new Date())
  cwd = workspace()
  const [one, two, three] = ['healthy RSA', 'healthy ECDSA', 'expired'].map((name) => {
    const { domain, port } = lab.servers.find((server) => server.name === name) ?? { domain: '', port: 0 }
    return `  - { domain: ${domain}, port: ${port}, connect_to: 127.0.0.1, trust: { ca_files: [ca.pem] }`
  })
  writeFileSync(join(cwd, 'ca.pem'), lab.caPem)
  writeFileSync(
    join(cwd, 'fleet.yml'),
    `monitor: fleet\ndomains:\n${one} }\n${two}, client_certificate: { pfx: ca.pem, passphrase: "\${PASSPHRASE}" } }\n${three}, runner: [dmz] }\n`,
  )
})
afterAll(() => lab.close())

function run(...words: readonly string[]): Promise<Ended> {
  return start({
    cwd,
    arguments: [...words, ...(words.includes('--config') ? [] : ['--config', 'fleet.yml'])],
  })
}

test('plan prints the matrix, and needs none of the secrets', async () => {
  const { code, stdout, stderr } = await run('plan', '--shards', '3')

  expect([code, stderr]).toEqual([0, ''])
  expect(JSON.parse(stdout)).toEqual({
    include: [
      { shard: '1/3', runner: [], targets: 1 },
      { shard: '2/3', runner: [], targets: 1 },
      { shard: '3/3', runner: ['dmz'], targets: 1 },
    ],
  })
})

test('observe looks up what it needs, ends with 0 whatever it saw, and conclude judges without a network', async () => {
  writeFileSync(join(cwd, 'secrets'), 'PASSPHRASE=hunter22\n')
  const observed = await Promise.all(
    ['1/2', '2/2'].map((shard) =>
      run('observe', '--shard', shard, '--out', `${shard[0]}.gz`, '--secrets', 'secrets'),
    ),
  )
  const concluded = await run('conclude', '--from', '1.gz', '2.gz', '--format', 'json', '--no-notify')
  const report: ReportJson = JSON.parse(concluded.stdout)

  expect(observed.map(({ code }) => code)).toEqual([0, 0])
  expect(observed[0]?.stderr).toContain('2 endpoints observed into 1.gz')
  expect(concluded.code).toBe(1)
  expect(complaints(report)).toEqual([])
  expect(report.summary.total_domains).toBe(3)
  expect(report.results.map(({ status }) => status)).toEqual(['error', 'error', 'success'])
  expect(existsSync(join(cwd, 'certificate_history'))).toBe(true)
})

test('conclude judges for another day as often as one likes, and says which shard is missing', async () => {
  const { code, stdout } = await run(
    'conclude',
    '--from',
    '1.gz',
    '--now',
    '2050-01-01',
    '--format',
    'json',
    '--fail-on',
    'never',
  )
  const report: ReportJson = JSON.parse(stdout)

  expect(code).toBe(0)
  expect(report.summary.expiration_summary.expired).toBe(1)
  expect(report.findings.map(({ rule }) => rule)).toContain('monitor/incomplete')
  expect(report.errors.map(({ reason }) => reason).toSorted()).toEqual(['malformed', 'not-observed'])
})

test('a file that is no shard of this config ends conclude with 2, and every file is named', async () => {
  writeFileSync(
    join(cwd, 'other.yml'),
    readFileSync(join(cwd, 'fleet.yml'), 'utf8').replace('fleet', 'other'),
  )
  const { code, stderr, stdout } = await run(
    'conclude',
    '--config',
    'other.yml',
    '--from',
    '1.gz',
    'ca.pem',
    'gone.gz',
  )

  expect([code, stdout]).toEqual([2, ''])
  expect(stderr.trim().split('\n')).toEqual([
    '1.gz was not taken: it was observed for the monitor "fleet", and this is "other".',
    expect.stringMatching(/^ca\.pem was not taken: not gzip, or cut short: /),
    expect.stringMatching(/^gone\.gz was not taken: ENOENT/),
  ])
})

test('what a fleet cannot be told is said at once', async () => {
  const { code, stderr } = await run('observe', 'example.com', '--shard', '3/2', '--frob')
  const none = await run('observe', '--shard', '5/9', '--out', 'x.gz')

  expect(code).toBe(2)
  expect(stderr.trim().split('\n')).toEqual([
    '--frob is not an option of observe. See certificate-monitor --help.',
    '--shard 3/2 is not a shard. Write one as 2/8, from what plan prints.',
    '--out is missing. Write the file that the observations go to.',
    'example.com: plan and observe go by the config, and take no hosts.',
  ])
  expect([none.code, none.stderr]).toEqual([2, expect.stringContaining('"PASSPHRASE" is unset or empty.')])
})

test('a shard that nobody named is missing', async () => {
  const { code, stderr } = await run('observe', '--out', 'x.gz')

  expect([code, stderr]).toEqual([2, '--shard is missing. Write one as 2/8, from what plan prints.\n'])
})

test('a shard that the plan does not have is said with how many there are', async () => {
  const { code, stderr } = await run('observe', '--shard', '5/9', '--out', 'x.gz', '--secrets', 'secrets')

  expect(code).toBe(2)
  expect(stderr).toBe('There is no shard 5 of 9: the config makes 3 shards. Ask plan for them.\n')
})
