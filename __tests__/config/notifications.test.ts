import { expect, test } from 'vitest'

import { defaultIssueSettings } from '../../src/model/issue.ts'
import { complaints, read } from './workspace.ts'

const sending = { resolve: { targets: true, notifications: true } } as const
const domains = 'domains: [{ domain: a.example, tags: [shop, public] }]\n'

function notifications(lines: string): string {
  return `${domains}notifications:\n${lines
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n')}\n`
}

const mail =
  'email: { smtp_server: smtp.example.com, from_address: alerts@example.com, to_addresses: [admin@example.com]'

test('what nobody writes is as the contract says', async () => {
  const { notifications: found } = await read(domains, sending)

  expect(found).toEqual({ webhooks: [], mail: null, heartbeat: null, issues: defaultIssueSettings })
})

test('everything that may be written comes out, its secrets in their places', async () => {
  const config = notifications(`min_level: error
remind_days: 3
heartbeat_url: \${BEAT}
issues: { enabled: true, mode: per-certificate, labels: [tls], assignees: [octocat], digest_above: 4 }
webhook:
  - { url: "\${HOOK}", secret: "\${KEY}", min_level: notice, tags: [shop], include_source: false }
  - { url: "\${HOOK}", format: slack }
  - { url: https://off.example, enabled: false }
email:
  smtp_server: \${SMTP}
  smtp_port: 587
  use_tls: true
  username: \${SMTP_USER}
  password: \${SMTP_PASSWORD}
  from_address: Alerts <alerts@example.com>
  to_addresses: [admin@example.com, security@example.com]
  per_endpoint: true`)
  const environment = {
    BEAT: 'https://beat.example/ping/b34t',
    HOOK: 'https://hooks.example/T000/s3cr3t',
    KEY: 'k3y',
    SMTP: 'smtp.example.com',
    SMTP_USER: 'monitor',
    SMTP_PASSWORD: 'pa55',
  }
  const { notifications: found, warnings } = await read(config, { ...sending, environment })
  const url = new URL(environment.HOOK)

  expect(warnings).toEqual([])
  expect(found).toEqual({
    heartbeat: new URL(environment.BEAT),
    issues: {
      enabled: true,
      mode: 'per-certificate',
      labels: ['tls'],
      assignees: ['octocat'],
      digestAbove: 4,
    },
    webhooks: [
      {
        channel: {
          id: expect.stringMatching(/^webhook-[0-9a-f]{8}$/),
          minLevel: 'notice',
          remindDays: 3,
          tags: ['shop'],
        },
        name: 'webhook 1',
        format: 'generic',
        url,
        secret: 'k3y',
        includeTimestamp: true,
        includeSource: false,
      },
      {
        channel: {
          id: expect.stringMatching(/^webhook-[0-9a-f]{8}-2$/),
          minLevel: 'error',
          remindDays: 3,
          tags: [],
        },
        name: 'webhook 2',
        format: 'slack',
        url,
        secret: null,
        includeTimestamp: true,
        includeSource: true,
      },
    ],
    mail: {
      channel: { id: 'email', minLevel: 'error', remindDays: 3, tags: [] },
      server: {
        host: 'smtp.example.com',
        port: 587,
        encryption: 'starttls',
        credentials: { username: 'monitor', password: 'pa55' },
        from: 'Alerts <alerts@example.com>',
        to: ['admin@example.com', 'security@example.com'],
        authorities: null,
      },
      perEndpoint: true,
    },
  })
})

test.each([
  ['a run that sends nothing', { resolve: { targets: true, notifications: false } }],
  ['an untrusted run', { resolve: { targets: false, notifications: false }, untrusted: true }],
])('%s looks nothing up, knows no address and complains of no secret', async (_, how) => {
  const config = notifications(`heartbeat_url: \${BEAT}
webhook: { url: "\${HOOK}", secret: "\${KEY}" }
${mail}, username: "\${USER}", password: "\${PASSWORD}" }`)
  const environment = new Proxy<Record<string, string>>(
    {},
    {
      getOwnPropertyDescriptor: () => {
        throw new Error('looked up')
      },
    },
  )
  const { notifications: found } = await read(config, { ...how, environment })

  expect(found).toBeNull()
})

test('what this run would use and nobody has set is complained about, key by key', async () => {
  const config = notifications(`heartbeat_url: \${BEAT}
webhook: { url: "\${HOOK}" }
email: { smtp_server: "\${SMTP}", from_address: a@example.com, to_addresses: ["\${WHOM}"] }`)

  expect(await complaints(read(config, sending))).toEqual([
    expect.stringMatching(/^certificates\.yml:3:3 "BEAT" is unset or empty\. Set it in/),
    expect.stringMatching(/^certificates\.yml:4:14 "HOOK" is unset or empty\. Set it in/),
    expect.stringMatching(/^certificates\.yml:5:12 "SMTP" is unset or empty\. Set it in/),
    expect.stringMatching(/^certificates\.yml:5:80 "WHOM" is unset or empty\. Set it in/),
  ])
})

test.each([
  ['webhook: { url: "${NO:-}" }', '3:14 "url" is empty. Give it a value, or leave the webhook out.'],
  [
    'webhook: { url: https://a.example, secret: "${NO:-}" }',
    '3:38 "secret" is empty. Give it a value, or leave it out.',
  ],
  [
    'webhook: { url: hooks.example.com/x }',
    '3:19 "url" is not the address of a web server. Write one that begins with https:// or http://.',
  ],
  ['heartbeat_url: "ftp://a.example"', '3:18 "heartbeat_url" is not the address of a web server. Write one'],
  [
    'webhook: { url: https://a.example, format: slack, include_source: true }',
    '3:53 "include_source" says nothing about the format slack. Leave it out.',
  ],
  ['webhook: { url: https://a.example, tags: [shpo] }', '3:45 No domain has the tag "shpo". Write "shop".'],
  ['webhook: { format: slack }', '3:3 "url" is missing. Write an address, as in ${WEBHOOK_URL}.'],
  [
    `${mail}, username: u }`,
    '"username" has no "password". Write both "username" and "password", or neither.',
  ],
  [
    `${mail}, password: p }`,
    '"password" has no "username". Write both "username" and "password", or neither.',
  ],
  [
    `${mail}, username: u, password: "\${NO:-}" }`,
    '"password" is empty, and the other half of the login is not. Write both',
  ],
  [
    `${mail}, use_tls: false, username: u, password: p }`,
    '"use_tls: false" would send the password in clear. Write "use_tls: true",',
  ],
  [
    'email: { smtp_server: "smtp.example.com:587", from_address: a@b.example, to_addresses: [a@b.example] }',
    '3:25 "smtp_server" is not a host. Write a host alone, as in smtp.example.com, and the port as "smtp_port".',
  ],
  [
    'email: { smtp_server: a.example, from_address: a@b.example, to_addresses: [] }',
    '3:63 "to_addresses" names nobody. Write at least one address.',
  ],
  [
    'email: { smtp_server: a.example, from_address: nobody, to_addresses: [a@b.example] }',
    '3:50 "from_address" is not one mail address. Write one, as in alerts@example.com.',
  ],
  [
    'email: { smtp_server: a.example, from_address: a@b.example, to_addresses: ["a@b.example\\r\\nBcc: c@d.example"] }',
    '3:78 An entry of "to_addresses" is not one mail address. Write one',
  ],
  [
    'email: { smtp_server: a.example, from_address: a@b.example, to_addresses: ["a@b.example, c@d.example"] }',
    'An entry of "to_addresses" is not one mail address.',
  ],
  ['min_level: loud', '3:14 "min_level" is "loud". Write one of error, warning, notice.'],
])('%s is complained about', async (line, complaint) => {
  expect(await complaints(read(notifications(line), sending))).toEqual([expect.stringContaining(complaint)])
})

test('a mistake that can be seen without secrets is one in a pull request, too', async () => {
  const config = notifications(`${mail}, username: "\${USER}" }`)

  expect(await complaints(read(config))).toEqual([
    expect.stringContaining('"username" has no "password". Write both'),
  ])
})

test('what is empty by default may have a value in a run that looks it up', async () => {
  const config = notifications(
    'email: { smtp_server: "${SMTP:-}", from_address: a@b.example, to_addresses: ["${WHOM:-}"], username: "${USER:-}", password: p }',
  )

  expect(await complaints(read(config))).toEqual([])
  expect(await complaints(read(config, sending))).toHaveLength(3)
})

test('a login without use_tls is kept out of clear text by the sender, and port 465 is TLS by itself', async () => {
  const login = 'username: u, password: "${P}" }'
  const found = await Promise.all(
    [`${mail}, ${login}`, `${mail}, smtp_port: 465, use_tls: false, ${login}`, `${mail} }`].map((line) =>
      read(notifications(line), { ...sending, environment: { P: 'p' } }),
    ),
  )

  expect(found.map((one) => one.notifications?.mail?.server.encryption)).toEqual(['none', 'implicit', 'none'])
})

test('no value of a secret stands in a complaint', async () => {
  const config = notifications(`webhook: { url: "\${HOOK}" }
email: { smtp_server: "\${HOOK}", from_address: "\${HOOK}", to_addresses: ["\${HOOK}"] }`)
  const found = await complaints(read(config, { ...sending, environment: { HOOK: 'gopher://s3cr3t/x y' } }))

  expect(found).toHaveLength(4)
  expect(found.join('\n')).not.toContain('s3cr3t')
})
