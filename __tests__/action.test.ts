import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { type Lab, startLab } from '../src/terminal/lab/lab.ts'
import { startInRunner, workspace } from './support/program.ts'
import { complaints } from './support/valid-report.ts'

let lab: Lab
beforeAll(async () => {
  lab = await startLab(new Date())
})
afterAll(() => lab.close())

const path = '.github/certificates.yml'

/** A checkout whose config is this; the lab's CA lies beside it. */
function checkout(yaml: string): string {
  const folder = workspace()
  mkdirSync(join(folder, '.github'))
  writeFileSync(join(folder, '.github', 'lab-ca.pem'), lab.caPem)
  writeFileSync(join(folder, '.github', lab.file.path), lab.file.pem)
  writeFileSync(join(folder, path), yaml)
  return folder
}

function watching(...names: readonly string[]): string {
  const entries = names.map((name) => {
    const server = lab.servers.find((one) => one.name === name)
    if (server === undefined) throw new Error(`the lab has no ${name}`)
    return `  - { name: ${name}, domain: ${server.domain}, port: ${server.port}, connect_to: 127.0.0.1, trust: { ca_files: [lab-ca.pem] } }`
  })
  return `domains:\n${entries.join('\n')}\n`
}

test('a run over the whole lab fails with one sentence, after report, summary, outputs and annotations', async () => {
  const cwd = checkout(lab.configYaml)
  const { code, outputs, summary, commands } = await startInRunner({ cwd })
  const report = JSON.parse(readFileSync(outputs['report-json'] ?? '', 'utf8'))

  expect(code).toBe(1)
  expect(complaints(report)).toEqual([])
  expect(report.run).toMatchObject({
    id: '4711',
    url: 'https://github.com/owner/repository/actions/runs/4711',
    event: 'schedule',
    monitor: 'lab',
  })
  expect(outputs).toMatchObject({
    status: 'error',
    total: String(lab.servers.length + 1),
    errors: String(report.summary.status_counts.error),
    warnings: String(report.summary.status_counts.warning),
    expired: '2',
    changed: '',
    'artifact-id': '',
    'worst-grade': 'T',
    'next-expiry-domain': 'three-faults.lab.example',
  })
  expect(Number(outputs['next-expiry-days'])).toBeLessThan(0)
  expect(summary).toMatch(/need you: 2 expired/)
  const errors = commands.filter((line) => line.startsWith('::error'))
  expect(errors.at(-1)).toBe(
    `::error::${report.summary.status_counts.error} endpoints have findings at or above "error"`,
  )
  expect(errors).toHaveLength(11) // ten annotations and the sentence
  expect(errors.slice(0, 9).every((line) => line.includes(`file=${path},line=`))).toBe(true)
})

test('a healthy run passes, and its annotations stand on the lines of the config', async () => {
  const cwd = checkout(watching('healthy ECDSA', 'wrong order'))
  const { code, outputs, commands } = await startInRunner({ cwd })

  expect(code).toBe(0)
  expect(outputs).toMatchObject({ status: 'success', total: '2', errors: '0', warnings: '0', expired: '0' })
  expect(commands.map((line) => line.split(' title=')[0])).toEqual(['::notice', '::notice'])
  expect(commands.every((line) => line.includes(`file=${path},line=3,col=5`))).toBe(true)
})

test('fail-on decides what fails the step', async () => {
  const cwd = checkout(watching('expiring soon'))
  const codes = await Promise.all(
    ['error', 'warning', 'never'].map(
      async (limit) => (await startInRunner({ cwd, inputs: { 'fail-on': limit } })).code,
    ),
  )

  expect(codes).toEqual([0, 1, 0])
})

test('domains stand alone where the default config does not exist, and add to it where it does', async () => {
  const closed = '127.0.0.1:1'
  const [alone, added] = await Promise.all([
    startInRunner({ cwd: workspace(), inputs: { domains: `${closed},\n127.0.0.2:1` } }),
    startInRunner({ cwd: checkout(watching('healthy RSA')), inputs: { domains: closed } }),
  ])

  expect([alone.outputs['total'], alone.outputs['errors']]).toEqual(['2', '2'])
  expect([added.outputs['total'], added.outputs['errors']]).toEqual(['2', '1'])
})

test('a config that was named and is missing is a mistake, also beside domains', async () => {
  const { code, commands } = await startInRunner({
    cwd: workspace(),
    inputs: { config: 'other.yml', domains: '127.0.0.1:1' },
  })

  expect(code).toBe(2)
  expect(commands.join('\n')).toContain('other.yml')
})

test('every mistake of a config is an annotation on its line, and the step exits 2', async () => {
  const cwd = checkout('domains:\n  - { domain: example.com, prot: 443 }\n  - { domain: "a b" }\n')
  const { code, commands, outputs } = await startInRunner({ cwd })

  expect(code).toBe(2)
  expect(commands).toHaveLength(3)
  expect(commands[0]).toContain(`file=${path},line=2,col=28`)
  expect(commands[0]).toContain('Write "port"')
  expect(commands[1]).toContain(`file=${path},line=3,col=`)
  expect(commands[2]).toBe('::error::The configuration has 2 mistakes; nothing was checked.')
  expect(outputs).toEqual({})
})

test('all inputs that make no sense are told at once', async () => {
  const { code, commands } = await startInRunner({
    cwd: checkout(watching('healthy RSA')),
    inputs: { command: 'guess', scan: 'deep', 'fail-on': 'sometimes' },
  })

  expect(code).toBe(2)
  expect(commands.slice(0, -1).map((line) => /The input (\S+):/.exec(line)?.[1])).toEqual([
    'command',
    'scan',
    'fail-on',
  ])
})

test.each([
  ['pull_request_target', {}],
  ['workflow_run', { workflow_run: { event: 'pull_request' } }],
])('%s is refused with the advice to use pull_request', async (event, more) => {
  const payload = { repository: { full_name: 'owner/repository', default_branch: 'main' }, ...more }
  const { code, commands, outputs } = await startInRunner({
    cwd: checkout(watching('expired')),
    event,
    payload,
  })

  expect(code).toBe(2)
  expect(commands.join('\n')).toContain('pull_request instead')
  expect(outputs).toEqual({})
})

const fork = {
  repository: { full_name: 'owner/repository', default_branch: 'main' },
  pull_request: { head: { repo: { full_name: 'stranger/repository' } } },
}

test('an untrusted pull request contacts no private address', async () => {
  const cwd = checkout(watching('healthy RSA'))
  const foreign = await startInRunner({ cwd, event: 'pull_request', ref: 'refs/pull/7/merge', payload: fork })
  const own = await startInRunner({
    cwd,
    event: 'pull_request',
    ref: 'refs/pull/7/merge',
    payload: { ...fork, pull_request: { head: { repo: { full_name: 'owner/repository' } } } },
  })
  const report = JSON.parse(readFileSync(foreign.outputs['report-json'] ?? '', 'utf8'))

  expect([foreign.code, foreign.outputs['status']]).toEqual([0, 'warning'])
  expect(report.errors.map(({ reason }: { reason: string }) => reason)).toEqual(['blocked'])
  expect(report.summary.connections).toBe(0)
  expect(own.code).toBe(0)
})

test('the env input is looked up first and masked, line by line', async () => {
  const cwd = checkout(
    `${watching('healthy RSA')}  - { name: key store, file: lab-ca.pem, password: "\${STORE_PASSWORD}" }\n`,
  )
  const { code, commands, stdout } = await startInRunner({
    cwd,
    inputs: { env: 'STORE_PASSWORD=hunter22\nLONG<<END\nfirst line\nsecond line\nEND' },
  })

  expect(code).toBe(0)
  expect(commands.filter((line) => line.startsWith('::add-mask::'))).toEqual([
    '::add-mask::hunter22',
    '::add-mask::first line%0Asecond line',
    '::add-mask::first line',
    '::add-mask::second line',
  ])
  expect(stdout.replaceAll(/^::add-mask::.*$/gm, '')).not.toContain('hunter22')
})

test('a config outside the workspace is refused, also behind a symbolic link', async () => {
  const { code, commands } = await startInRunner({ cwd: workspace(), inputs: { config: '../../etc/hosts' } })

  expect(code).toBe(2)
  expect(commands.join('\n')).toMatch(/outside/)
})

test('nothing that a certificate or a config says becomes a command of the runner', async () => {
  const name = '"::error::pwned ::set-output name=x::y ##[error]pwned"'
  const cwd = checkout(`domains:\n  - { name: ${name}, domain: 127.0.0.1, port: 1 }\n`)
  const { commands, stdout, summary } = await startInRunner({ cwd })

  expect(
    commands.every(
      (line) => /^::(error|warning|notice) /.test(line) || line.startsWith('::error::1 endpoint has'),
    ),
  ).toBe(true)
  // Inside a command `##[` is text: the runner reads the line as the command that it begins with.
  expect(stdout.replaceAll(/^::.*$/gm, '')).not.toMatch(/^\s*::|##\[/m)
  expect(summary).not.toContain('\n::')
})

test('a runner without a summary file still gets everything else', async () => {
  const cwd = checkout(watching('healthy RSA'))
  const { code, commands } = await startInRunner({
    cwd,
    env: { GITHUB_STEP_SUMMARY: join(cwd, 'not', 'there') },
  })

  expect(code).toBe(0)
  expect(commands.join('\n')).toContain('::notice::The job summary could not be written')
})
