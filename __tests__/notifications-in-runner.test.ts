import { createHmac } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test, vi } from 'vitest'

import { authorities, mailServer, password, username } from './support/mail-server.ts'
import { authority, inDays, leaf } from './support/mint.ts'
import { workspace } from './support/program.ts'
import { receiver, statuses } from './support/receiver.ts'
import {
  configPath,
  monitoring,
  textOf,
  watchedRepository,
  type WatchedRepository,
  watching,
} from './support/watched-repository.ts'

vi.setConfig({ testTimeout: 90_000 })

const root = authority('Test Root', { organizationName: 'Test CA' })
const expired = leaf(root, { notBefore: inDays(-90), notAfter: inDays(-3) })

/** A repository whose server is expired, and tells as these lines of `notifications` say. */
function telling(...lines: readonly string[]): Promise<WatchedRepository> {
  const config = `${monitoring('production', watching(', name: Shop, owner: "@org/web"'))}notifications:\n`
  return watchedRepository(expired, [root], config + lines.map((line) => `  ${line}\n`).join(''))
}

/** What trusts the mail server's CA, as a runner would be told. */
function mailAuthority(): Readonly<Record<string, string>> {
  const path = join(workspace(), 'mail-ca.pem')
  writeFileSync(path, authorities.join(''))
  return { NODE_EXTRA_CA_CERTS: path }
}

function email(port: number): string {
  return `email: { smtp_server: localhost, smtp_port: ${port}, use_tls: true, username: "\${SMTP_USER}", password: "\${SMTP_PASSWORD}", from_address: alerts@example.com, to_addresses: [admin@example.com, security@example.com] }`
}

interface Payload {
  readonly level: string
  readonly name: string
  readonly message: string
  readonly [key: string]: unknown
}

test('trouble is told once by post and by mail, and so is its end', async () => {
  const smtp = await mailServer()
  const hook = await receiver(statuses(200))
  const slack = await receiver(statuses(200))
  const here = await telling(
    'webhook:',
    '  - { url: "${HOOK}", secret: "${KEY}" }',
    '  - { url: "${SLACK}", format: slack, min_level: error }',
    email(smtp.port),
  )
  const env = `HOOK=${hook.url.href}\nKEY=hmac-k3y\nSLACK=${slack.url.href}\nSMTP_USER=${username}\nSMTP_PASSWORD=${password}\n`
  const run = (): ReturnType<WatchedRepository['run']> => here.run({ inputs: { env }, env: mailAuthority() })

  const first = await run()
  const second = await run()
  here.server.serve(leaf(root))
  const third = await run()
  const fourth = await run()

  expect([first, second, third, fourth].map(({ code, notes }) => [code, notes])).toEqual([
    [1, []],
    [1, []],
    [0, []],
    [0, []],
  ])
  expect(first.report.findings).toEqual([])

  const payloads = hook.received.map(({ body }): Payload => JSON.parse(body))
  expect(payloads.map(({ level, name }) => [level, name])).toEqual([
    ['CRITICAL', 'Shop'],
    ['OK', 'Shop'],
  ])
  expect(payloads[0]).toMatchObject({
    source: 'certificate-monitor',
    timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    status: 'error',
    occasion: 'trouble',
    owner: '@org/web',
    findings: [{ rule: 'certificate/expired', severity: 'error' }],
  })
  expect(payloads[0]?.message).toMatch(/^CRITICAL Certificate Alert: Shop\n\nStatus: ERROR\nMessage: /)
  for (const { body, headers } of hook.received) {
    const digest = createHmac('sha256', 'hmac-k3y').update(body).digest('hex')
    expect(headers['x-hub-signature-256']).toBe(`sha256=${digest}`)
  }
  expect(slack.received.map(({ body }) => JSON.parse(body).text)).toEqual([
    'CRITICAL Certificate Alert: Shop',
    'OK Certificate Alert: Shop',
  ])
  expect(slack.received[0]?.headers['x-hub-signature-256']).toBeUndefined()

  const delivered = [true, username, ['admin@example.com', 'security@example.com']]
  expect(smtp.received.map(({ secure, user, to }) => [secure, user, to])).toEqual([delivered, delivered])
  expect(smtp.received.map(({ raw }) => /^Subject: (.*)\r$/m.exec(raw)?.[1])).toEqual([
    'CRITICAL Certificate Alert: Shop',
    'OK Certificate Alert: Shop',
  ])
})

test('secrets appear in nothing that a run leaves behind or sends, whether all goes well or nothing does', async () => {
  const smtp = await mailServer()
  const hook = await receiver(statuses(200, 400))
  const beat = await receiver(statuses(200, 404))
  const here = await telling(
    'heartbeat_url: "${BEAT}"',
    'webhook: { url: "${HOOK}", secret: "${KEY}" }',
    email(smtp.port),
  )
  const secrets = { key: 'hmac-k3y', password, username, hook: hook.url.href, beat: beat.url.href }
  const left: string[] = []
  for (const word of [password, 'not-the-pa55word']) {
    const env = `BEAT=${beat.url.href}\nHOOK=${hook.url.href}\nKEY=hmac-k3y\nSMTP_USER=${username}\nSMTP_PASSWORD=${word}\n`
    const run = await here.run({ inputs: { env }, env: mailAuthority() })
    here.server.goDown()
    left.push(textOf(run) + here.everything())
  }

  expect(hook.received).toHaveLength(2)
  expect(smtp.logins).toHaveLength(2)
  expect(left[1]).toContain('The mail server refused the login (535)')
  expect(left[1]).toContain('the receiver answered 400')
  expect(left[1]).toContain('The heartbeat did not arrive: the receiver answered 404')
  const sent = [...hook.received.map(({ body }) => body), ...smtp.received.map(({ raw }) => raw)]
  for (const text of [...left, ...sent])
    for (const secret of [...Object.values(secrets), 's3cr3t', 't0ken', 'not-the-pa55word'])
      for (const form of [secret, Buffer.from(secret).toString('base64'), encodeURIComponent(secret)])
        expect(text).not.toContain(form)
})

test('what does not arrive is a warning, is said by the next report, and arrives then', async () => {
  const hook = await receiver(statuses(503, 503, 503, 200))
  const here = await telling('webhook: { url: "${HOOK}" }')
  const run = (): ReturnType<WatchedRepository['run']> =>
    here.run({ inputs: { env: `HOOK=${hook.url.href}` } })
  const failed = await run()
  const retried = await run()
  const quiet = await run()

  expect([failed, retried, quiet].map(({ code }) => code)).toEqual([1, 1, 1])
  const said = '1 channel did not get every message: webhook: the receiver answered 503 (3 tries)'
  expect(failed.report.findings).toEqual([])
  expect(failed.summary).toContain('answered 503')
  expect(failed.annotations).toContainEqual(expect.stringContaining(`::${said}. `))
  expect(retried.report.findings).toMatchObject([
    { rule: 'monitor/undelivered', severity: 'warning', message: said },
  ])
  expect(retried.summary).not.toContain('answered 503')
  expect(quiet.report.findings).toEqual([])
  expect(hook.received).toHaveLength(4)
  expect(new Set(hook.received.map(({ headers }) => headers['x-certificate-monitor-delivery'])).size).toBe(2)
})

test('a receiver that stalls, one that redirects and one that asks for patience cost half a minute and no more', async () => {
  const stalling = await receiver(() => {})
  const elsewhere = await receiver(statuses(200))
  const redirecting = await receiver((response) =>
    response.writeHead(307, { location: elsewhere.url.href }).end(),
  )
  const busy = await receiver((response, count) =>
    response.writeHead(count === 1 ? 429 : 200, { 'retry-after': '2' }).end(),
  )
  const patient = await receiver((response) => response.writeHead(429, { 'retry-after': '3600' }).end())
  const hooks = [stalling, redirecting, busy, patient]
  const here = await telling('webhook:', ...hooks.map(({ url }) => `  - { url: "${url.href}" }`))
  const began = Date.now()
  const run = await here.run()

  expect(Date.now() - began).toBeLessThan(50_000)
  expect(run.code).toBe(1)
  expect(run.outputs['artifact-id']).not.toBe('')
  expect(
    run.summary.replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code))),
  ).toContain(
    '3 channels did not get every message: ' +
      'webhook 1: the receiver could not be reached: no answer within 10 s (3 tries); ' +
      'webhook 2: the receiver answered 307, a redirect, and redirects are not followed; ' +
      'webhook 4: the receiver answered 429 (1 try) and there was no time left for another',
  )
  expect(elsewhere.received).toEqual([])
  expect(hooks.map(({ received }) => received.length)).toEqual([3, 1, 2, 1])
})

test('a gate sends nothing, looks nothing up, and leaves what is undelivered to others', async () => {
  const hook = await receiver(statuses(500))
  const here = await telling('heartbeat_url: "${BEAT}"', 'webhook: { url: "${HOOK}" }')
  await here.run({ inputs: { env: `HOOK=${hook.url.href}\nBEAT=${hook.url.href}` } })
  const asked = hook.received.length
  const before = here.cached()
  const payload = {
    repository: { full_name: 'owner/repository', default_branch: 'main' },
    pull_request: { head: { repo: { full_name: 'owner/repository' } } },
  }
  const gate = await here.run({ event: 'pull_request', branch: 'topic', payload })

  expect([gate.code, gate.report.findings]).toEqual([1, []])
  expect(gate.notes).toEqual([expect.stringContaining('All endpoints count')])
  expect(hook.received).toHaveLength(asked)
  expect(here.cached()).toEqual(before)
})

test('the heartbeat hears from every healthy run of the monitor, whatever it found, and once', async () => {
  const beat = await receiver(statuses(200))
  const here = await telling('heartbeat_url: "${BEAT}"')
  const env = `BEAT=${beat.url.href}`
  const codes = [(await here.run({ inputs: { env } })).code]
  here.server.serve(leaf(root))
  codes.push((await here.run({ inputs: { env } })).code)

  expect(codes).toEqual([1, 0])
  expect(beat.received.map(({ method, path }) => `${method} ${path}`)).toEqual(
    Array(2).fill('GET /hooks/T000/s3cr3t?key=t0ken'),
  )
})

test('the heartbeat does not hear from a run that was ended', async () => {
  const beat = await receiver(statuses(200))
  const here = await telling('heartbeat_url: "${BEAT}"')
  here.services.faults.cache = 'hanging'
  const { requests } = here.services
  const ended = await here.start({
    inputs: { env: `BEAT=${beat.url.href}` },
    child: (child) =>
      void vi
        .waitFor(() => expect(requests).toContain('GetCacheEntryDownloadURL'), 30_000)
        .finally(() => child.kill('SIGTERM')),
  })

  expect(ended.code).toBe(143)
  expect(beat.received).toEqual([])
})

test('a secret that nobody has set stops a run that would send, with its line', async () => {
  const here = await telling('webhook: { url: "${HOOK}" }')
  const ended = await here.start()

  expect(ended.code).toBe(2)
  expect(ended.commands).toContainEqual(
    expect.stringMatching(new RegExp(`^::error .*file=${configPath},line=6.*"HOOK" is unset or empty`)),
  )
})
