import { connect, type Socket } from 'node:net'

import { describe, expect, test } from 'vitest'

import { hierarchy } from '../support/mint.ts'
import { fileTarget, hostname } from '../support/observation.ts'
import { drip, flood, serving, tcpServer, tlsServer } from '../support/servers.ts'
import { at, observe, reasonOf, watcher } from './observing.ts'

const { intermediate, leaf } = hierarchy()
const chain = serving([leaf, intermediate])

/** record · ServerHello of TLS 1.2 with AES128-GCM-SHA256, and nothing after it. */
const serverHello = Buffer.from(`160303002a020000260303${'5a'.repeat(32)}00009c00`, 'hex')
/** HelloRequest, which a client may ignore as often as it comes (RFC 5246 §7.4.1.1). */
const helloRequests = Buffer.from('160303000400000000'.repeat(200), 'hex')
/** The head of a handshake message of 16 MiB. */
const endlessMessage = Buffer.concat([Buffer.from('16030340000bffffff', 'hex'), Buffer.alloc(16_380)])

type Serve = (peer: Socket) => unknown

const silent: readonly (readonly [string, Serve])[] = [
  ['says nothing', (peer) => peer.resume()],
  ['never reads', (peer) => peer.pause()],
  ['drips a ServerHello, an octet at a time', (peer) => drip(peer, serverHello)],
  ['stalls after its ServerHello', (peer) => peer.resume().once('data', () => peer.write(serverHello))],
  ['stalls within its ServerHello', (peer) => peer.resume().write(serverHello.subarray(0, 20))],
  ['asks for a new hello without end', (peer) => flood(peer.resume(), helloRequests)],
]

const talking: readonly (readonly [string, Serve, string])[] = [
  ['sends a message without end', (peer) => flood(peer.resume(), endlessMessage), 'malformed'],
  [
    'sends empty records without end',
    (peer) => flood(peer.resume(), Buffer.alloc(65_535, Buffer.from('1603030000', 'hex'))),
    'malformed',
  ],
  ['sends text without end', (peer) => flood(peer.resume(), Buffer.alloc(65_536, 'lorem ')), 'not-tls'],
]

describe('each gives its reason within its deadline', () => {
  test.for(silent)('a server that %s', async ([, serve]) => {
    const { port } = await tcpServer(serve)

    const observation = await observe(at(port, { timeoutMs: 400 }))

    expect(reasonOf(observation)).toBe('timed-out')
    expect(observation.durationMs).toBeGreaterThanOrEqual(390)
    expect(observation.durationMs).toBeLessThan(2000)
  })

  test.for(talking)('a server that %s', async ([, serve, reason]) => {
    const { port } = await tcpServer(serve)

    expect(reasonOf(await observe(at(port)))).toBe(reason)
  })

  test('a server that shakes hands an octet at a time', async () => {
    const behind = await tlsServer(chain)
    const { port } = await tcpServer((peer) => {
      const server = connect(behind.port, '127.0.0.1')
      peer.pipe(server)
      peer.once('close', () => server.destroy())
      server.once('data', (octets: Buffer) => drip(peer, octets))
    })

    expect(reasonOf(await observe(at(port, { timeoutMs: 300 })))).toBe('timed-out')
  })

  test('a server that is silent before STARTTLS', async () => {
    const { port } = await tcpServer((peer) => peer.resume())

    expect(reasonOf(await observe(at(port, { timeoutMs: 200, starttls: 'imap' })))).toBe('timed-out')
  })

  test('a resolver that never answers', async () => {
    const observation = await observe(at(443, { timeoutMs: 200 }), { lookup: () => new Promise(() => {}) })

    expect(reasonOf(observation)).toBe('timed-out')
    expect(observation.connections).toBe(0)
  })
})

test('twenty healthy neighbours answer while all of these go on', async () => {
  const healthy = await tlsServer(chain)
  const hostile = await Promise.all([...silent, ...talking].map(([, serve]) => tcpServer(serve)))
  const watching = watcher()

  const neighbours = Array.from({ length: 20 }, (_, i) =>
    watching.observe(at(healthy.port, { host: hostname(`neighbour-${i}.example`), timeoutMs: 10_000 })),
  )
  const others = hostile.map(({ port }, i) =>
    watching.observe(at(port, { host: hostname(`hostile-${i}.example`), timeoutMs: 400 })),
  )

  expect(new Set((await Promise.all(neighbours)).map(reasonOf))).toEqual(new Set(['known']))
  const reasons = (await Promise.all(others)).map(reasonOf)
  expect(reasons.slice(0, silent.length)).toEqual(silent.map(() => 'timed-out'))
  expect(reasons.filter((reason) => reason === 'known')).toEqual([])
})

describe('the end of a run', () => {
  test('breaks off what is under way, and begins nothing more', async () => {
    const run = new AbortController()
    const server = await tcpServer((peer) => peer.resume())
    const watching = watcher({ run: run.signal })
    const underWay = Array.from({ length: 12 }, (_, i) =>
      watching.observe(
        at(server.port, { host: hostname(`host-${i}.example`), timeoutMs: 3_600_000, retries: 5 }),
      ),
    )
    while (server.connections() < 4) await new Promise(setImmediate)
    run.abort()

    const observations = await Promise.all(underWay)
    const later = await Promise.all([at(server.port), fileTarget()].map((target) => watching.observe(target)))

    expect(new Set(observations.map(reasonOf))).toEqual(new Set(['not-observed']))
    expect(later.map(reasonOf)).toEqual(['not-observed', 'not-observed'])
    // Four to a host at a time: those who still waited were never let in.
    expect(server.connections()).toBe(4)
    expect(observations.reduce((sum, { connections }) => sum + connections, 0)).toBe(4)
  })

  test('breaks off a resolver', async () => {
    const run = new AbortController()
    const underWay = observe(at(443, { timeoutMs: 3_600_000 }), {
      run: run.signal,
      lookup: () => new Promise(() => {}),
    })
    run.abort()

    expect(reasonOf(await underWay)).toBe('not-observed')
  })

  test('leaves what was seen before', async () => {
    const run = new AbortController()
    const { port } = await tlsServer(chain)
    const observation = await observe(at(port), { run: run.signal })
    run.abort()

    expect(reasonOf(observation)).toBe('known')
  })
})
