import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect as connectTcp } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from 'node:tls'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { readConfig } from '../../src/config/read-config.ts'
import type { Watchlist } from '../../src/config/watchlist.ts'
import { judge } from '../../src/judge/judge.ts'
import type { Finding } from '../../src/model/finding.ts'
import type { Observation } from '../../src/model/observation.ts'
import { observer } from '../../src/observe/observe.ts'
import { caFile } from '../../src/terminal/lab/lab-config.ts'
import { type Lab, startLab } from '../../src/terminal/lab/lab.ts'
import { roster } from '../../src/terminal/lab/roster.ts'

/** TLS lives in the present, and so does the lab. */
const now = new Date()

let lab: Lab
let watchlist: Watchlist
let observations: readonly Observation[]
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lab-'))
  lab = await startLab(now)
  await writeFile(join(folder, caFile), lab.caPem)
  await writeFile(join(folder, lab.file.path), lab.file.pem)
  await writeFile(join(folder, 'certificates.yml'), lab.configYaml)
  watchlist = await readConfig({
    path: join(folder, 'certificates.yml'),
    hosts: [],
    scan: null,
    probes: false,
    anchors: [],
    root: null,
    secrets: new Map(),
    environment: {},
    resolve: { targets: true, notifications: false },
    untrusted: false,
    vouched: null,
  })
  const observing = observer({
    network: watchlist.network,
    lookup: () => Promise.reject(new Error('the lab needs no DNS')),
    run: new AbortController().signal,
    clock: () => new Date(),
  })
  observations = observing.relate(
    await Promise.all(watchlist.entries.map(({ target }) => observing.observe(target))),
  )
})

afterAll(async () => {
  await lab.close()
  await rm(folder, { recursive: true })
})

test.each(roster.map(({ name }) => name))('%s: what is promised is found, and nothing else', (name) => {
  const server = lab.servers.find((one) => one.name === name)

  expect(verdicts(name)).toEqual(server?.expect)
})

test('the file: what is promised is found, and nothing else', () => {
  expect(verdicts(lab.file.name)).toEqual(lab.file.expect)
})

test.each([
  ['silent', 'timed-out'],
  ['not TLS', 'not-tls'],
  ['closed', 'refused'],
])('%s: the reason is %s', (name, reason) => {
  expect(seen(name).deliveries).toMatchObject({ known: false, reason })
})

test.each([
  ['no forward secrecy', 'TLSv1.2', 'AES256-GCM-SHA384 AES128-GCM-SHA256', ''],
  ['no encryption', 'TLSv1.2', 'ECDHE-ECDSA-NULL-SHA', 'x25519'],
  ['no post-quantum group', 'TLSv1.3', 'TLS_AES_256_GCM_SHA384', 'x25519 secp256r1'],
  ['post-quantum only', 'TLSv1.3', 'TLS_AES_256_GCM_SHA384', 'X25519MLKEM768'],
])('%s: the scan sees %s with what it is configured to', (name, version, suites, groups) => {
  const { tls } = seen(name)
  const offer = tls.known ? tls.value.offers.find((one) => one.version === version) : undefined

  expect(offer?.suites.found.map(({ openssl }) => openssl)).toEqual(expect.arrayContaining(suites.split(' ')))
  expect(offer?.groups.found.map(({ name: group }) => group).join(' ')).toContain(groups)
})

test('the certificate for clients that know no ECDSA is seen beside the other', () => {
  const { deliveries } = seen('forgotten RSA')

  expect(deliveries.known && deliveries.value.map(({ leaf }) => leaf.key.type)).toEqual(['EC', 'RSA'])
})

test('the issuer that a server forgot is found at another endpoint of the lab', () => {
  const { deliveries } = seen('incomplete chain')

  expect(deliveries.known && deliveries.value[0]?.trust.obstacle).toMatchObject({
    kind: 'issuer-missing',
    issuer: 'Lab Intermediate',
    named: { kind: 'run' },
  })
})

test('a server that hangs up on clients without a certificate is known to do so', () => {
  const { deliveries } = seen('client certificate TLS 1.2')

  expect(deliveries.known && deliveries.value[0]?.sightings[0]).toMatchObject({
    protocol: 'TLSv1.2',
    clientCertificateDemanded: true,
  })
})

test.each([
  ['client certificate', 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED'],
  ['client certificate TLS 1.2', 'ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE'],
])('%s: the server really lets nobody in', async (name, code) => {
  const socket = connect({ port: portOf(name), host: '127.0.0.1', rejectUnauthorized: false })

  await expect(once(socket, 'end')).rejects.toMatchObject({ code })
})

test('the lab closes while its servers still hold connections', async () => {
  const other = await startLab(now)
  const sockets = ['silent', 'not TLS', 'healthy mail', 'healthy RSA'].map((name) =>
    connectTcp(other.servers.find((server) => server.name === name)?.port ?? 0, '127.0.0.1'),
  )
  await Promise.all(sockets.map((socket) => once(socket, 'connect')))
  const hungUp = Promise.all(sockets.map((socket) => once(socket.resume(), 'close')))

  await other.close()

  await expect(hungUp).resolves.toHaveLength(4)
})

test('the config watches every server, each under its own name, and nothing in it is unwise', () => {
  const names = watchlist.entries.map(({ target }) => target.name)

  expect(names).toEqual([...roster.map(({ name }) => name), lab.file.name])
  expect(new Set(lab.servers.map(({ domain }) => domain)).size).toBe(roster.length)
  expect(watchlist.warnings).toEqual([])
})

test('the config says above each server what to look for', () => {
  expect(lab.configYaml).toContain(
    '  # Ended yesterday (certificate/expired)\n  - name: expired\n    domain: expired.lab.example:',
  )
})

function seen(name: string): Observation {
  const found = observations.find(({ target }) => target.name === name)
  if (found === undefined) throw new TypeError(`${name} is not in the config`)
  return found
}

function portOf(name: string): number {
  const server = lab.servers.find((one) => one.name === name)
  if (server === undefined) throw new TypeError(`${name} is not in the lab`)
  return server.port
}

function verdicts(name: string): Partial<Record<Finding['rule'], Finding['severity']>> {
  const entry = watchlist.entries.find(({ target }) => target.name === name)
  if (entry === undefined) throw new TypeError(`${name} is not in the config`)
  return Object.fromEntries(
    judge(seen(name), entry.policy, now).map(({ rule, severity }) => [rule, severity]),
  )
}
