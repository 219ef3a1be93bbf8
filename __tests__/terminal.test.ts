import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { type Lab, startLab } from '../src/terminal/lab/lab.ts'
import { start, workspace } from './support/program.ts'
import { receiver } from './support/receiver.ts'
import { closedPort } from './support/servers.ts'
import { complaints } from './support/valid-report.ts'

let lab: Lab
let cwd: string

beforeAll(async () => {
  lab = await startLab(new Date())
  cwd = workspace()
  writeFileSync(join(cwd, 'lab-ca.pem'), lab.caPem)
  writeFileSync(join(cwd, lab.file.path), lab.file.pem)
  writeFileSync(join(cwd, 'certificates.yml'), lab.configYaml)
})
afterAll(() => lab.close())

function portOf(name: string): number {
  const server = lab.servers.find((one) => one.name === name)
  if (server === undefined) throw new Error(`the lab has no ${name}`)
  return server.port
}

function config(yaml: string): string {
  const folder = workspace()
  writeFileSync(join(folder, 'lab-ca.pem'), lab.caPem)
  mkdirSync(join(folder, '.github'))
  writeFileSync(join(folder, '.github', 'certificates.yml'), yaml)
  return folder
}

function healthy(settings = ''): string {
  return `${settings}
domains:
  - name: shop
    domain: healthy-ecdsa.lab.example
    port: ${portOf('healthy ECDSA')}
    connect_to: 127.0.0.1
    trust: { ca_files: [../lab-ca.pem] }
`
}

test('no word prints help and exits 2, --help exits 0', async () => {
  const nothing = await start({ cwd })
  const asked = await start({ cwd, arguments: ['--help'] })

  expect(nothing.code).toBe(2)
  expect(asked.code).toBe(0)
  expect(asked.stdout).toBe(nothing.stdout)
  expect(asked.stdout).toContain('check [HOST[:PORT] …]')
})

test('all that is wrong with a command line is said at once', async () => {
  const { code, stderr, stdout } = await start({
    cwd,
    arguments: [
      'check',
      'example.com',
      '--frob',
      '--confg',
      '--now',
      'tomorrow',
      '--fail-on',
      'never-ever',
      '--quiet',
      '--verbose',
    ],
  })

  expect(code).toBe(2)
  expect(stdout).toBe('')
  expect(stderr.trim().split('\n')).toEqual([
    '--frob is not an option of check. See certificate-monitor --help.',
    '--confg is not an option of check. Write --config.',
    '--quiet and --verbose contradict each other.',
    '--fail-on never-ever is not known. Write error, warning or never.',
    '--now tomorrow is not an instant. Write one as 2027-03-15 or 2027-03-15T08:00:00Z.',
  ])
})

test('a host given without a command is not checked, but the command is named', async () => {
  const { code, stderr } = await start({ cwd, arguments: ['example.com'] })

  expect(code).toBe(2)
  expect(stderr).toContain('certificate-monitor check example.com')
})

test('the whole lab gives one valid JSON report on stdout and nothing else', async () => {
  const { code, stdout, stderr } = await start({
    cwd,
    arguments: ['check', '--config', 'certificates.yml', '--format', 'json', '--report', 'reports'],
  })
  const report = JSON.parse(stdout)

  expect(code).toBe(1)
  expect(stderr).toBe('')
  expect(complaints(report)).toEqual([])
  expect(report.results).toHaveLength(lab.servers.length + 1)
  expect(report.summary.status_counts.success).toBeGreaterThan(4)
  for (const result of report.results) {
    const expected = [...lab.servers, lab.file].find(({ name }) => name === result.name)?.expect
    const found = Object.fromEntries(
      result.findings.map(({ rule, severity }: { rule: string; severity: string }) => [rule, severity]),
    )
    expect(found, result.name).toEqual(expected)
  }
  const files = readdirSync(join(cwd, 'reports')).toSorted()
  expect(files.map((name) => name.replace(/\d{8}_\d{6}/, 'TIME'))).toEqual([
    'certificate_report_TIME.json',
    'certificate_report_TIME.xlsx',
    'certificate_report_TIME_errors.json',
  ])
  const [whole = '', , errors = ''] = files.map((name) => join(cwd, 'reports', name))
  expect(JSON.parse(readFileSync(whole, 'utf8'))).toEqual(report)
  expect(JSON.parse(readFileSync(errors, 'utf8'))).toEqual(report.errors)
})

test('a healthy config exits 0, and the default path is read', async () => {
  const { code, stdout } = await start({ cwd: config(healthy()), arguments: ['check'] })

  expect(stdout).toMatch(/^✓ The endpoint is healthy/)
  expect(code).toBe(0)
})

test('a config that wants SARIF gets it beside the report, with paths from where the repository begins', async () => {
  const folder = config(healthy('report: { sarif: true }\ndefaults: { warning_days: 36500 }'))
  mkdirSync(join(folder, '.git'))
  const here = ['check', '--config', 'certificates.yml']
  const { stdout } = await start({ cwd: join(folder, '.github'), arguments: here })
  const [, path = ''] = /, (\S+\.sarif)$/m.exec(stdout) ?? []
  const sarif = readFileSync(join(folder, '.github', path), 'utf8')

  expect(sarif).toContain('"id":"certificate-monitor/certificates.yml/"')
  expect(sarif).toContain('"ruleId":"certificate/expiry","level":"warning"')
  expect(sarif).toContain('"uri":".github/certificates.yml"')
})

test('without a host and without a config it says how to name one', async () => {
  const { code, stderr } = await start({ cwd: workspace(), arguments: ['check'] })

  expect(code).toBe(2)
  expect(stderr).toContain('There is no .github/certificates.yml')
})

test('one host is shown in depth', async () => {
  const { stdout, code } = await start({
    cwd,
    arguments: ['check', `127.0.0.1:${portOf('healthy RSA')}`, '--ca-file', 'lab-ca.pem'],
  })

  expect(code).toBe(1)
  expect(stdout).toContain('wrong name')
  expect(stdout).toContain('RSA')
  expect(stdout).toContain('TLSv1.3')
  expect(stdout).not.toContain('\u001B')
})

test('--fail-on never lets findings pass, --fail-on warning does not let warnings pass', async () => {
  const expiring = healthy()
    .replace('healthy-ecdsa', 'expiring-soon')
    .replace(String(portOf('healthy ECDSA')), String(portOf('expiring soon')))
  const folder = config(expiring)
  const codes = await Promise.all(
    ['never', 'error', 'warning'].map(async (limit) => {
      return (await start({ cwd: folder, arguments: ['check', '--fail-on', limit] })).code
    }),
  )

  expect(codes).toEqual([0, 0, 1])
})

test('--now moves the clock for judging', async () => {
  const folder = config(healthy())
  const later = await start({ cwd: folder, arguments: ['check', '--now', '2099-01-01', '--format', 'json'] })
  const [result] = JSON.parse(later.stdout).results

  expect(later.code).toBe(1)
  expect(result.findings.map(({ rule }: { rule: string }) => rule)).toContain('certificate/expired')
})

test('every mistake of a config is told with its line, and nothing is contacted', async () => {
  const folder = config(`domains:
  - example.com:443
  - { domain: example.com, prot: 25 }
  - { domain: example.org, warning_days: soon }
rules: { certificate/expierd: off }
`)
  const { code, stderr, stdout } = await start({ cwd: folder, arguments: ['check'] })

  expect(code).toBe(2)
  expect(stdout).toBe('')
  const lines = stderr.trim().split('\n')
  expect(lines.map((line) => line.split(' ')[0])).toEqual([
    '.github/certificates.yml:3:28',
    '.github/certificates.yml:4:42',
    '.github/certificates.yml:5:10',
  ])
  expect(lines[0]).toContain('Write "port"')
  expect(lines[2]).toContain('certificate/expired')
})

test('a report folder that cannot be written exits 3 and names path and cause', async () => {
  const folder = config(healthy())
  writeFileSync(join(folder, 'taken'), '')
  const { code, stderr } = await start({ cwd: folder, arguments: ['check', '--report', 'taken'] })

  expect(code).toBe(3)
  expect(stderr).toMatch(/taken.*cannot be written: .*(ENOTDIR|EEXIST)/)
})

test('a history folder that cannot be read exits 3 and names path and cause', async () => {
  const folder = config(healthy())
  writeFileSync(join(folder, 'taken'), '')
  const { code, stderr } = await start({ cwd: folder, arguments: ['check', '--history', 'taken'] })

  expect(code).toBe(3)
  expect(stderr).toMatch(/^taken cannot be read: ENOTDIR/)
})

test('a run remembers, and the next one says since when nothing has changed', async () => {
  const folder = config(healthy())
  const first = await start({ cwd: folder, arguments: ['check', '--format', 'json'] })
  const second = await start({ cwd: folder, arguments: ['check', '--format', 'json'] })
  const words = [first, second].map(({ stdout }) => JSON.parse(stdout).results[0].history.words)

  expect(words).toEqual(['first seen', expect.stringMatching(/^unchanged since \d+ \w+ \d{4}$/)])
})

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s writes what was observed and exits %i within two seconds', async (signal, code) => {
  const silent = createServer(() => {}).listen(0, '127.0.0.1')
  await new Promise((resolve) => silent.once('listening', resolve))
  const folder = config(
    `${healthy()}  - { name: silent, domain: silent.lab.example, port: ${portFrom(silent)}, connect_to: 127.0.0.1, timeout: 60 }\n`,
  )
  let sent = 0
  silent.once('connection', () => (sent = performance.now()))
  const ended = await new Promise<Awaited<ReturnType<typeof start>>>((resolve) => {
    let kill: ((signal: NodeJS.Signals) => void) | undefined
    silent.once('connection', () => setTimeout(() => kill?.(signal), 300))
    const run = start({
      cwd: folder,
      arguments: ['check', '--format', 'json', '--log', 'run.log'],
      child: (child) => (kill = (which) => void child.kill(which)),
    })
    void run.then(resolve)
  })
  const took = performance.now() - sent
  silent.close()
  const report = JSON.parse(ended.stdout)

  expect(ended.code).toBe(code)
  expect(took).toBeLessThan(2300)
  expect(complaints(report)).toEqual([])
  expect(
    report.results.map(({ name, status }: { name: string; status: string }) => [name, status]),
  ).toContainEqual(['shop', 'success'])
  expect(report.findings.map(({ rule }: { rule: string }) => rule)).toEqual(['monitor/incomplete'])
})

test('--watch checks again and again, one report a line, until it is told to stop', async () => {
  const folder = config(healthy('check_interval: 1'))
  let told = false
  const { code, stdout } = await start({
    cwd: folder,
    arguments: ['check', '--watch', '--format', 'json', '--log', 'run.log'],
    meanwhile: (text, kill) => {
      if (told || text.split('\n').filter((line) => line.startsWith('{')).length < 2) return
      told = true // a second signal would end it at once
      kill('SIGTERM')
    },
  })
  const reports = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

  expect(code).toBe(143)
  expect(reports.length).toBeGreaterThanOrEqual(2)
  expect(reports.flatMap((report) => complaints(report))).toEqual([])
  expect(readFileSync(join(folder, 'run.log'), 'utf8')).toMatch(
    /^\d{4}-\d\d-\d\dT[\d:.]+Z - INFO - healthy-ecdsa\.lab\.example:\d+@127\.0\.0\.1: Valid for \d+ more days/m,
  )
})

test('where no report can be written people are told all the same, once', async () => {
  const hook = await receiver((response) => response.writeHead(200).end())
  const folder = workspace()
  writeFileSync(join(folder, 'taken'), '')
  writeFileSync(
    join(folder, 'config.yml'),
    `domains: [{ domain: 127.0.0.1, port: ${await closedPort()}, retries: 0 }]
notifications: { webhook: { url: "\${HOOK}" } }
`,
  )
  const check = (): ReturnType<typeof start> =>
    start({
      cwd: folder,
      arguments: ['check', '--config', 'config.yml', '--report', 'taken'],
      env: { HOOK: hook.url.href },
    })
  const ended = [await check(), await check()]

  expect(ended.map(({ code }) => code)).toEqual([3, 3])
  expect(ended[0]?.stdout).toContain('127.0.0.1')
  expect(hook.received).toHaveLength(1)
})

test('in a terminal people are told as well, unless --no-notify or --now is given, or nobody knows the secret', async () => {
  const hook = await receiver((response) => response.writeHead(hook.received.length <= 2 ? 404 : 200).end())
  const folder = workspace()
  const port = await closedPort()
  writeFileSync(
    join(folder, 'config.yml'),
    `domains: [{ domain: 127.0.0.1, port: ${port}, retries: 0 }]
notifications: { heartbeat_url: "\${HOOK}?beat", webhook: { url: "\${HOOK}" } }
`,
  )
  const check = (...more: readonly string[]): ReturnType<typeof start> =>
    start({
      cwd: folder,
      arguments: ['check', '--config', 'config.yml', ...more],
      env: more.length > 0 ? {} : { HOOK: `${hook.url.origin}/hook` },
    })
  const silent = [await check('--no-notify'), await check('--now', '2027-03-15'), await check('--quiet')]
  const told = [await check(), await check(), await check()]

  expect(silent.map(({ code }) => code)).toEqual([1, 1, 2])
  expect(silent[2]?.stderr).toContain('"HOOK" is unset or empty')
  expect(told.map(({ code }) => code)).toEqual([1, 1, 1])
  expect(told.map(({ stderr }) => stderr.trim())).toEqual([
    'Warning: A message did not arrive (webhook): the receiver answered 404.\n' +
      'Warning: The heartbeat did not arrive: the receiver answered 404.',
    '',
    '',
  ])
  expect(told[1]?.stdout).toContain('did not get every message')
  expect(hook.received.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'POST /hook',
    'GET /hook?beat',
    'POST /hook',
    'GET /hook?beat',
    'GET /hook?beat',
  ])
}, 90_000)

test.each(['config', 'report'])('schema %s prints the schema that is committed', async (name) => {
  const { code, stdout } = await start({ cwd, arguments: ['schema', name] })
  const committed = readFileSync(join(import.meta.dirname, '..', 'schemas', `${name}.json`), 'utf8')

  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toEqual(JSON.parse(committed))
})

function portFrom(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('not listening')
  return address.port
}
