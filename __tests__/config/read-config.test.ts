import { createHash } from 'node:crypto'
import { join } from 'node:path'

import { describe, expect, test } from 'vitest'

import { readConfig } from '../../src/config/read-config.ts'
import { certificateA } from './pem.ts'
import { complaints, read, request, workspace } from './workspace.ts'

const tenMistakes = `version: 2
monitor: production
defaults:
  warnings_days: 45
domains:
  - exa mple.com
  - domain: api.example.com
    ports: 8443
  - domain: example.com:8443
    port: 443
  - domain: shop.example.com
    warning_days: 10
    critical_days: 20
  - domain: shop.example.com
  - domain: example.org
    servername: 192.0.2.1
rules: { certificate/expirey: off }
waivers:
  - { rule: chain/order, domain: "*", reason: known, until: 2027-02-30 }
dns: { resolver: dns.example }
`

test('ten mistakes are named in one go, each with its place and its remedy', async () => {
  expect(await complaints(read(tenMistakes))).toEqual([
    'certificates.yml:1:10 "version" is 2. Write 1.',
    'certificates.yml:4:3 "warnings_days" is not a setting of "defaults". Write "warning_days".',
    'certificates.yml:6:5 "exa mple.com" is not a host. Write one host per entry.',
    'certificates.yml:8:5 "ports" is not a setting of a domain. Write "port".',
    'certificates.yml:10:5 "domain" already holds the port 8443. Keep one of the two.',
    'certificates.yml:13:20 "critical_days" 20 is above "warning_days" 10. Write a "critical_days" that is not above "warning_days".',
    'certificates.yml:14:5 shop.example.com:443 is watched a second time, first in line 11. Keep one, or tell them apart by "port", "servername" or "connect_to".',
    'certificates.yml:16:17 An address cannot be a servername (RFC 6066 §3). Write a host name, or leave the key out.',
    'certificates.yml:17:10 "certificate/expirey" is not a rule. Write "certificate/expiry".',
    'certificates.yml:19:61 "until" is "2027-02-30". Write a date, as in 2027-03-31.',
    'certificates.yml:20:18 "resolver" is "dns.example". Write an address, as in 192.0.2.53, 192.0.2.53:5353 or [2001:db8::53]:5353.',
  ])
})

test.each(['hosts', 'targets', 'endpoints', 'urls'])(
  '%s, as other tools call them, are domains',
  async (key) => {
    expect(await complaints(read(`${key}: [a.example]`))).toContain(
      `certificates.yml:1:1 "${key}" is not a setting of the config. Write "domains".`,
    )
  },
)

test('logs and CAs are asked as the config says', async () => {
  const written = [
    'domains: [a.example]',
    'transparency: { lookup: true, log_list_url: https://logs.example/list.json, search_url: https://ct.example/ }',
    'revocation: { enabled: false, max_crl_mb: 3 }',
    'renewal: { ari: false, directories: { Own CA: https://acme.example/directory } }',
    'dns: { caa: false, dane: false, resolver: "[2001:db8::53]:5353" }',
  ]
  const { inquiries } = await read(written.join('\n'))
  expect(inquiries).toEqual({
    transparency: {
      logListUrl: 'https://logs.example/list.json',
      lookup: true,
      searchUrl: 'https://ct.example/',
    },
    revocation: { enabled: false, mostCrlBytes: 3_000_000 },
    renewal: { ari: false, directories: new Map([['Own CA', 'https://acme.example/directory']]) },
    dns: { caa: false, dane: false, resolver: { address: '2001:db8::53', port: 5353 } },
  })
  // A stranger's change leads nobody anywhere: the base decides, and without one the defaults.
  const untrusted = await read(written.join('\n'), { untrusted: true })
  expect(untrusted.inquiries).toEqual({
    transparency: { logListUrl: null, lookup: false, searchUrl: null },
    revocation: { enabled: true, mostCrlBytes: 25_000_000 },
    renewal: { ari: true, directories: new Map() },
    dns: { caa: true, dane: true, resolver: null },
  })
  const vouched = { revocation: { enabled: false }, dns: { caa: false } }
  expect((await read(written.join('\n'), { untrusted: true, vouched })).inquiries).toMatchObject({
    transparency: { lookup: false },
    revocation: { enabled: false },
    dns: { caa: false, dane: true, resolver: null },
  })
})

test('hosts stand alone without a config', async () => {
  const watchlist = await readConfig(request({ hosts: ['example.com', 'mail.example.com:465'] }))

  expect(watchlist.entries.map(({ target }) => target.id)).toEqual([
    'example.com:443',
    'mail.example.com:465',
  ])
  expect(watchlist).toMatchObject({
    monitor: 'domains',
    config: null,
    inquiries: {
      transparency: { logListUrl: null, lookup: false, searchUrl: null },
      revocation: { enabled: true, mostCrlBytes: 25_000_000 },
      renewal: { ari: true, directories: new Map() },
      dns: { caa: true, dane: true, resolver: null },
    },
    keepCertificates: 50,
    checkIntervalSeconds: 86_400,
    intervalWritten: false,
  })
  expect(watchlist.network).toEqual({
    concurrency: 64,
    connectionsPerHost: 4,
    allowPrivate: true,
    proxy: null,
  })
})

test('hosts add to the config, take its defaults, and yield to what it says of the same endpoint', async () => {
  const config = 'defaults: { warning_days: 45 }\ndomains:\n  - { name: Shop, domain: shop.example.com }\n'
  const { entries } = await read(config, { hosts: ['shop.example.com', 'new.example.com'] })

  expect(entries.map(({ target }) => target.name)).toEqual(['Shop', 'new.example.com:443'])
  expect(entries[1]?.policy.expiry).toEqual({ warningDays: 45, criticalDays: 'auto' })
  expect(entries[1]?.target.source).toBeNull()
})

test('a host that cannot be read is complained about without a place', async () => {
  expect(await complaints(readConfig(request({ hosts: ['http://example.com'] })))).toEqual([
    '"http://example.com" begins with "http://". Write the host alone, and "starttls" or "port" beside it.',
  ])
})

test('the config says how many certificates are remembered', async () => {
  expect(await read('domains: [a.example]\nhistory: { keep: 7 }\n')).toMatchObject({ keepCertificates: 7 })
  expect(await read('domains: [a.example]\nhistory: {}\n')).toMatchObject({ keepCertificates: 50 })
  expect(await complaints(read('domains: [a.example]\nhistory: { keep: 0 }\n'))).toHaveLength(1)
})

test('nothing to watch is an error, never an all-clear', async () => {
  expect(await complaints(read('version: 1\n'))).toEqual([
    'certificates.yml:1:1 There is nothing to watch. Write "domains:" and a list of hosts, or name a host.',
  ])
  expect(await complaints(read('domains: []\n'))).toHaveLength(1)
  expect(await complaints(readConfig(request()))).toHaveLength(1)
})

test('the config is known by its path and by the digest of its octets', async () => {
  const config = 'domains: [example.com]\n'
  const folder = workspace({ 'certificates.yml': config })
  const path = join(folder, 'certificates.yml')

  expect(await readConfig(request({ path }))).toMatchObject({
    monitor: path,
    config: { path, sha256: createHash('sha256').update(config).digest('hex') },
  })
})

test('a config that does not exist is said so', async () => {
  const path = join(workspace({}), 'absent.yml')

  expect((await complaints(readConfig(request({ path })))).join()).toContain('does not exist')
})

test('severities, waivers and network come out as they were written', async () => {
  const config = `domains: [{ name: Admin, domain: admin.example.com }, example.org]
rules: { protocol/tls1.0: error, chain/extra: off }
waivers:
  - { rule: "certificate/*", domain: "ADMIN.*", reason: known, until: 2027-03-31 }
  - { rule: chain/order, domain: "*:443", reason: known, until: 2027-03-31 }
network: { concurrency: 8, connections_per_host: 2, allow_private: false, proxy: "http://proxy.example:3128" }
check_interval: 3600
`
  const watchlist = await read(config)

  expect(watchlist.entries.map(({ policy }) => policy.waivers.length)).toEqual([2, 1])
  expect(watchlist.waivers.map(({ until }) => until.toISOString())).toEqual([
    '2027-03-31T00:00:00.000Z',
    '2027-03-31T00:00:00.000Z',
  ])
  expect([...(watchlist.entries[0]?.policy.severities ?? [])]).toEqual([
    ['chain/extra', 'off'],
    ['protocol/tls1.0', 'error'],
  ])
  expect(watchlist.network).toEqual({
    concurrency: 8,
    connectionsPerHost: 2,
    allowPrivate: false,
    proxy: new URL('http://proxy.example:3128'),
  })
  expect(watchlist).toMatchObject({ checkIntervalSeconds: 3600, intervalWritten: true })
})

test('a waiver needs all four keys and a rule that exists', async () => {
  const config = `domains: [a.example]
waivers:
  - { rule: certificate/expiry, domain: "*", reason: known }
  - { rule: certificate/expires, domain: "*", reason: known, until: 2027-03-31 }
`
  expect(await complaints(read(config))).toEqual([
    'certificates.yml:3:5 "until" is missing. Write a date, as in 2027-03-31.',
  ])
  expect(
    await complaints(read(config.replace(' reason: known }', ' reason: known, until: 2027-01-01 }'))),
  ).toEqual(['certificates.yml:4:13 "certificate/expires" matches no rule. Write "certificate/expired".'])
})

test('contradicting defaults are named once', async () => {
  expect(
    await complaints(
      read('defaults: { warning_days: 5, critical_days: 6 }\ndomains: [a.example, b.example]\n'),
    ),
  ).toHaveLength(1)
})

test('an untrusted run looks nothing up, blocks what needs a secret, and contacts no private address', async () => {
  const config = `domains:
  - example.com
  - { domain: a.example, client_certificate: { pfx: "\${P12}" } }
  - { file: saml.p12, password: "\${PASSWORD}" }
network: { allow_private: true, proxy: "\${HTTPS_PROXY:-}" }
`
  const environment = { P12: 'client.p12', PASSWORD: 'open', HTTPS_PROXY: 'http://proxy.example' }
  const { entries, network } = await read(config, { untrusted: true, environment })

  expect(entries.map(({ blocked }) => blocked)).toEqual([
    null,
    'needs ${P12}, which this run does not look up',
    'needs ${PASSWORD}, which this run does not look up',
  ])
  expect(network).toMatchObject({ allowPrivate: false, proxy: null })
})

test('an untrusted run contacts no endpoint through a proxy, and still reads files', async () => {
  const config = 'domains: [example.com, { file: a.pem }]\nnetwork: { proxy: "http://proxy.example" }\n'
  const { entries } = await read(config, { untrusted: true })

  expect(entries.map(({ blocked }) => blocked)).toEqual([
    'an untrusted run contacts nothing through a proxy',
    null,
  ])
})

test('the anchors of the run stand beside those of each target, which are read once for all', async () => {
  const config =
    'domains:\n  - { domain: a.example, trust: &own { ca_files: [ca.pem], public: false } }\n  - { domain: b.example, trust: *own }\n'
  const folder = workspace({ 'certificates.yml': config, 'ca.pem': certificateA, 'run.pem': certificateA })
  const { entries } = await readConfig(
    request({ path: join(folder, 'certificates.yml'), anchors: [join(folder, 'run.pem')] }),
  )

  expect(entries[0]?.target.trust).toMatchObject({ public: false, anchors: { length: 2 } })
  expect(entries[1]?.target.trust).toBe(entries[0]?.target.trust)
})

describe('of a hostile config nobody reads a million complaints, so they are not made', () => {
  const many = (length: number, one: string): string => `[${Array.from({ length }, () => one).join()}]`

  test.each([
    ['entries that are no hosts', `{"domains":${many(600_000, '1')}}`],
    ['entries with unknown keys', `{"domains":${many(60_000, '{"domain":"a.example","x":1}')}}`],
    ['one host again and again', `{"domains":${many(99_000, '"a.example"')}}`],
    [
      'files that are not there',
      `{"domains":${many(30_000, '{"domain":"a.example","trust":{"ca_files":["x"]}}')}}`,
    ],
    ['tags that are none', `{"domains":[{"domain":"a.example","tags":${many(600_000, '1')}}]}`],
  ])('%s', async (_, config) => {
    const found = await complaints(read(config, {}, {}, 'c.json'))

    expect(found).toHaveLength(101)
    expect(found.at(-1)).toBe('… and more: mend these first.')
  })

  test.each([
    [
      'a list',
      `{"domains":[{"domain":"a.example","tags":${many(1001, '"a"')}}]}`,
      '"tags" has 1001 entries.',
    ],
    [
      'a mapping',
      `{"domains":["a.example"],"renewal":{"directories":{${Array.from({ length: 1001 }, (__, at) => `"${at}":"https://a.example/"`).join()}}}}`,
      '"directories" has 1001 keys.',
    ],
  ])('%s that is far too long is said to be', async (_, config, message) => {
    expect(await complaints(read(config, {}, {}, 'c.json'))).toEqual([
      expect.stringContaining(`${message} Write at most 1000.`),
    ])
  })
})
