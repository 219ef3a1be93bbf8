import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

import { expect, onTestFinished, test } from 'vitest'

import { ConversationError } from '../../src/net/conversation-error.ts'
import { type GuardedHttp, guardedHttp, type GuardedRequest } from '../../src/net/guarded-http.ts'
import type { Lookup } from '../../src/net/resolve.ts'
import { authority, leaf } from '../support/mint.ts'
import { receiver, statuses } from '../support/receiver.ts'
import { closedPort, connectProxy, flood, serving, tcpServer } from '../support/servers.ts'

const never = new AbortController().signal
const asked: string[] = []

/** A resolver in which names of one suffix are at home here, and every other one far away. */
const lookup: Lookup = async (host) => {
  asked.push(host)
  if (host.endsWith('.inside.example')) return [{ address: '127.0.0.1' }]
  if (host === 'metadata.example') return [{ address: '169.254.169.254' }, { address: 'fd00:ec2::254' }]
  if (host === 'mapped.example') return [{ address: '::ffff:127.0.0.1' }]
  return [{ address: '192.0.2.7' }]
}
const http: GuardedHttp = guardedHttp({ lookup, ipv6: false, proxy: null, signal: never })

function request(url: string, differs: Partial<GuardedRequest> = {}): GuardedRequest {
  const plain = { method: 'GET', headers: {}, body: null, deadlineMs: 4000, mostBytes: 1000 } as const
  return { url, allowPrivate: true, ...plain, ...differs }
}

async function failure(asked: Promise<unknown>): Promise<readonly [string, string]> {
  const thrown = await asked.catch((error: unknown) => error)
  if (!(thrown instanceof ConversationError)) throw new TypeError(`no ConversationError: ${String(thrown)}`)
  return [thrown.reason, thrown.message]
}

test('octets come back as they are', async () => {
  const server = await receiver((response) => response.end(Buffer.of(0, 0xff, 0x80)))
  const { status, bytes } = await http(request(server.url.href))
  expect([status, [...bytes]]).toEqual([200, [0, 0xff, 0x80]])
})

test('octets are sent as they are, to the name that was asked for', async () => {
  const server = await receiver(statuses(200))
  const url = `http://ocsp.inside.example:${server.port}/path?query`
  await http(request(url, { method: 'POST', body: Buffer.from('abc'), headers: { 'content-type': 'a/b' } }))
  expect(server.received).toMatchObject([{ method: 'POST', path: '/path?query', body: 'abc' }])
  expect(server.received[0]?.headers).toMatchObject({
    host: `ocsp.inside.example:${server.port}`,
    'content-type': 'a/b',
    'user-agent': expect.stringMatching(/^certificate-monitor\//u),
  })
})

test.each([
  ['file:///etc/passwd', '"file:" is neither http nor https'],
  ['ldap://ldap.example/cn=crl', '"ldap:" is neither http nor https'],
  ['http://user:pass@crl.example/', 'the address of crl.example holds credentials'],
  ['crl.example/ca.crl', '"crl.example/ca.crl" is not a URL'],
])('%s is not asked', async (url, message) => {
  expect(await failure(http(request(url)))).toEqual(['blocked', message])
})

test.each([
  ['http://127.0.0.1:PORT/', '127.0.0.1 is not a public address'],
  ['http://2130706433:PORT/', '127.0.0.1 is not a public address'],
  ['http://0x7f.1:PORT/', '127.0.0.1 is not a public address'],
  ['http://[::1]:PORT/', '[::1] is not a public address'],
  ['http://[::ffff:127.0.0.1]:PORT/', '[::ffff:7f00:1] is not a public address'],
  ['http://crl.inside.example:PORT/', 'crl.inside.example is 127.0.0.1, which is not a public address'],
  ['http://mapped.example:PORT/', 'mapped.example is ::ffff:7f00:1, which is not a public address'],
  ['http://169.254.169.254/latest/meta-data/', '169.254.169.254 is not a public address'],
  ['http://metadata.example/', 'metadata.example is 169.254.169.254, which is not a public address'],
  ['http://168.63.129.16/', '168.63.129.16 is not a public address'],
])('%s reaches nothing where only public addresses may be contacted', async (url, message) => {
  const server = await receiver(statuses(200))
  const target = url.replace('PORT', String(server.port))
  expect(await failure(http(request(target, { allowPrivate: false })))).toEqual(['blocked', message])
  expect(server.received).toEqual([])
})

test('a name that turns inward between judging and connecting is connected to where it was judged', async () => {
  const server = await receiver(statuses(200))
  let asked = 0
  const turning: Lookup = async () => [{ address: asked++ === 0 ? '127.0.0.1' : '127.0.0.9' }]
  const rebound = guardedHttp({ lookup: turning, ipv6: false, proxy: null, signal: never })
  await rebound(request(`http://rebind.example:${server.port}/`))
  expect([asked, server.received.length]).toEqual([1, 1])
})

test('a redirect is followed, from name to name, and each is looked up', async () => {
  const there = await receiver((response) => response.end('here'))
  const here = await receiver((response) => {
    response.writeHead(302, { location: `http://b.inside.example:${there.port}/moved` }).end()
  })
  asked.length = 0
  const { bytes } = await http(request(`http://a.inside.example:${here.port}/`))
  expect([bytes.toString(), asked]).toEqual(['here', ['a.inside.example', 'b.inside.example']])
  expect(there.received).toMatchObject([{ path: '/moved' }])
})

test.each([
  'http://169.254.169.254/',
  '//metadata.example/',
  'file:///etc/passwd',
  'http://root:x@public.example/',
])('a redirect to %s leads nowhere', async (location) => {
  const server = await receiver((response) => response.writeHead(302, { location }).end())
  // Behind it a public address is a server of ours.
  const proxy = await connectProxy({ to: server })
  const outside = guardedHttp({
    lookup: async (host) => [{ address: host === 'public.example' ? '93.184.215.14' : '169.254.169.254' }],
    ipv6: false,
    proxy: new URL(`http://127.0.0.1:${proxy.port}`),
    signal: never,
  })
  const [reason] = await failure(outside(request('http://public.example/', { allowPrivate: false })))
  expect([reason, server.received.length, proxy.requests.length]).toEqual(['blocked', 1, 1])
})

test('more than three redirects are not followed', async () => {
  const server = await receiver((response) => response.writeHead(302, { location: '/again' }).end())
  expect(await failure(http(request(server.url.href)))).toEqual(['malformed', 'more than 3 redirects'])
  expect(server.received).toHaveLength(4)
})

test('an answer without end is given up at the limit, one of just the limit is taken', async () => {
  const { port } = await tcpServer((peer) => {
    peer.resume().write('HTTP/1.1 200 OK\r\n\r\n')
    flood(peer, Buffer.alloc(65_536, 'x'))
  })
  const [reason, message] = await failure(http(request(`http://127.0.0.1:${port}/`)))
  expect([reason, message]).toEqual(['malformed', `127.0.0.1:${port} answers with more than 1000 octets`])
  const server = await receiver((response) => response.end(Buffer.alloc(1000)))
  expect((await http(request(server.url.href))).bytes).toHaveLength(1000)
})

test('redirects and a silent server together have one deadline', async () => {
  const { port } = await tcpServer((peer) => peer.resume())
  const server = await receiver((response) => {
    response.writeHead(302, { location: `http://127.0.0.1:${port}/` }).end()
  })
  const started = performance.now()
  const [reason] = await failure(http(request(server.url.href, { deadlineMs: 300 })))
  expect(reason).toBe('timed-out')
  expect(performance.now() - started).toBeLessThan(3000)
})

test('the end of the run ends the request, wherever it is', async () => {
  const { port } = await tcpServer((peer) => peer.resume())
  const ending = new AbortController()
  const stalled: Lookup = () => new Promise(() => {})
  const ways = { ipv6: false, proxy: null, signal: ending.signal }
  const asked = [
    guardedHttp({ ...ways, lookup })(request(`http://127.0.0.1:${port}/`)),
    guardedHttp({ ...ways, lookup: stalled })(request('http://crl.example/')),
  ].map(failure)
  setTimeout(() => ending.abort(), 50)
  expect((await Promise.all(asked)).map(([reason]) => reason)).toEqual(['not-observed', 'not-observed'])
  const [reason] = await failure(guardedHttp({ ...ways, lookup })(request(`http://127.0.0.1:${port}/`)))
  expect(reason).toBe('not-observed')
})

test('the next address is asked where TCP does not get through', async () => {
  const server = await receiver(statuses(200))
  const two: Lookup = async () => [{ address: '127.9.9.9' }, { address: '127.0.0.1' }]
  const ways = guardedHttp({ lookup: two, ipv6: false, proxy: null, signal: never })
  expect(await ways(request(`http://two.example:${server.port}/`))).toMatchObject({ status: 200 })
  const closed = await closedPort()
  const [reason] = await failure(ways(request(`http://two.example:${closed}/`)))
  expect(reason).toBe('refused')
})

test('through a proxy the judged address is asked for', async () => {
  const server = await receiver(statuses(200))
  const proxy = await connectProxy({ to: server })
  const ways = guardedHttp({
    lookup,
    ipv6: false,
    proxy: new URL(`http://127.0.0.1:${proxy.port}`),
    signal: never,
  })
  expect(await ways(request('http://crl.example/ca.crl'))).toMatchObject({ status: 200 })
  expect(proxy.requests[0]).toMatch(/^CONNECT 192\.0\.2\.7:80 /u)
  expect(server.received[0]?.headers.host).toBe('crl.example')
})

test('over TLS the certificate is verified for the name that was asked for', async () => {
  const server = await receiver(statuses(200), serving([leaf(undefined, { names: ['crl.inside.example'] })]))
  const [reason, message] = await failure(http(request(`https://crl.inside.example:${server.port}/`)))
  expect([reason, message]).toMatchObject([
    'refused-handshake',
    expect.stringMatching(/not accepted: "self-signed/u),
  ])
  expect(server.received).toEqual([])
})

test('over TLS the answer comes where the certificate is accepted, for that name and no other', async () => {
  const own = authority('Test Root')
  const server = await receiver(statuses(200), serving([leaf(own, { names: ['crl.inside.example'] })]))
  const folder = await mkdtemp(join(tmpdir(), 'guarded-ca-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await writeFile(join(folder, 'ca.pem'), own.certificatePem)
  const module = pathToFileURL(join(import.meta.dirname, '../../src/net/guarded-http.ts')).href
  const script = `
    import { guardedHttp } from ${JSON.stringify(module)}
    const lookup = async () => [{ address: '127.0.0.1' }]
    const http = guardedHttp({ lookup, ipv6: false, proxy: null, signal: new AbortController().signal })
    for (const url of process.argv.slice(1)) {
      const request = { url, method: 'GET', headers: {}, body: null, deadlineMs: 9000, mostBytes: 99, allowPrivate: true }
      console.log(await http(request).then(({ status }) => status, ({ message }) => message))
    }`
  const urls = ['crl', 'ocsp'].map((name) => `https://${name}.inside.example:${server.port}/`)
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '-e', script, ...urls],
    {
      env: { ...process.env, NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem') },
    },
  )
  expect(stdout).toMatch(/^200\nits certificate was not accepted: .*altnames/u)
  expect(server.received).toHaveLength(1)
})
