import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

import { expect, onTestFinished, test } from 'vitest'

import { ConversationError } from '../../src/net/conversation-error.ts'
import { type Http, httpClient, type HttpRequest } from '../../src/net/http.ts'
import type { Minted } from '../../src/terminal/lab/mint.ts'
import { authority, leaf } from '../support/mint.ts'
import { receiver, statuses } from '../support/receiver.ts'
import { closedPort, connectProxy, flood, serving, tcpServer } from '../support/servers.ts'

const never = new AbortController().signal
const http: Http = httpClient({ proxy: null, signal: never })

function request(url: URL, differs: Partial<HttpRequest> = {}): HttpRequest {
  return { method: 'POST', url, headers: {}, body: '{}', deadlineMs: 10_000, mostBytes: 1000, ...differs }
}

function at(port: number): URL {
  return new URL(`http://127.0.0.1:${port}/hooks/s3cr3t`)
}

async function failure(asked: Promise<unknown>): Promise<ConversationError> {
  const thrown = await asked.catch((error: unknown) => error)
  if (!(thrown instanceof ConversationError)) throw new TypeError(`no ConversationError: ${String(thrown)}`)
  expect(thrown.message).not.toMatch(/s3cr3t|t0ken/)
  return thrown
}

/** Node reads NODE_EXTRA_CA_CERTS when it starts: a process of its own asks for the addresses, and tells a line of each. */
async function inOtherProcess(own: Minted, urls: readonly URL[], proxy: URL | null = null): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'http-ca-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await writeFile(join(folder, 'ca.pem'), own.certificatePem)
  const module = pathToFileURL(join(import.meta.dirname, '../../src/net/http.ts')).href
  const script = `
    import { httpClient } from ${JSON.stringify(module)}
    const proxy = ${proxy === null ? 'null' : `new URL(${JSON.stringify(proxy.href)})`}
    const http = httpClient({ proxy, signal: new AbortController().signal })
    for (const url of process.argv.slice(1)) {
      const request = { method: 'GET', url: new URL(url), headers: {}, body: null, deadlineMs: 9000, mostBytes: 0 }
      console.log(await http(request).then(({ status }) => status, ({ message }) => message))
    }`
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '-e', script, ...urls.map(({ href }) => href)],
    { env: { ...process.env, NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem') } },
  )
  return stdout
}

test('a request arrives as it was made, and its answer comes back', async () => {
  const server = await receiver((response) => {
    response.writeHead(201, { 'X-Twice': ['a', 'b'] }).end('thanks')
  })

  const answer = await http(request(server.url, { headers: { 'x-own': 'yes' }, body: '{"name":"Zürich"}' }))

  expect(answer).toMatchObject({ status: 201, headers: { 'x-twice': 'a, b' }, text: 'thanks' })
  expect(server.received).toMatchObject([
    { method: 'POST', path: '/hooks/T000/s3cr3t?key=t0ken', body: '{"name":"Zürich"}' },
  ])
  expect(server.received[0]?.headers).toMatchObject({ 'x-own': 'yes', connection: 'close' })
})

test('a GET has no body', async () => {
  const server = await receiver(statuses(204))

  expect(await http(request(server.url, { method: 'GET', body: null }))).toMatchObject({
    status: 204,
    text: '',
  })
  expect(server.received).toMatchObject([{ method: 'GET', body: '' }])
})

test('user name and password of an address are sent as Basic', async () => {
  const server = await receiver(statuses(200))
  const url = new URL(server.url)
  url.username = 'monitor'
  url.password = 'a:b c'

  await http(request(url))

  expect(server.received[0]?.headers.authorization).toBe(`Basic ${btoa('monitor:a:b c')}`)
})

test('a percent sign in a password that encodes nothing stands for itself', async () => {
  const server = await receiver(statuses(200))
  const url = new URL(`http://monitor:100%@${server.url.host}/`)

  await http(request(url))

  expect(server.received[0]?.headers.authorization).toBe(`Basic ${btoa('monitor:100%')}`)
})

test('a redirect is an answer like any other: nobody goes there', async () => {
  const there = await receiver(statuses(200))
  const here = await receiver((response) => response.writeHead(307, { location: there.url.href }).end())

  expect(await http(request(here.url))).toMatchObject({ status: 307 })
  expect(there.received).toEqual([])
})

test('of megabytes only the beginning is read', async () => {
  const server = await tcpServer((peer) => {
    peer.resume().write('HTTP/1.1 200 OK\r\ncontent-length: 1000000000\r\n\r\n')
    flood(peer, Buffer.alloc(65_536, 'x'))
  })

  const { text } = await http(request(at(server.port), { mostBytes: 10 }))

  expect(text).toBe('xxxxxxxxxx')
})

test('who wants nothing of the body does not wait for it', async () => {
  const server = await receiver((response) => response.writeHead(200, { 'content-length': '10' }).write('x'))

  expect(await http(request(server.url, { mostBytes: 0 }))).toMatchObject({ status: 200, text: '' })
})

test('no socket is left behind', async () => {
  const server = await receiver(statuses(200))

  await http(request(server.url))
  await http(request(server.url))

  await expect.poll(() => server.open()).toBe(0)
})

test('a server that says nothing has until the deadline', async () => {
  const server = await tcpServer((peer) => peer.resume())

  const { reason, message } = await failure(http(request(at(server.port), { deadlineMs: 100 })))

  expect([reason, message]).toEqual(['timed-out', 'no answer within 0.1 s'])
})

test('a body that stalls runs into the deadline, too', async () => {
  const server = await receiver((response) => response.writeHead(200, { 'content-length': '10' }).write('x'))

  expect(await failure(http(request(server.url, { deadlineMs: 200 })))).toMatchObject({ reason: 'timed-out' })
})

test('the end of the run ends the request', async () => {
  const controller = new AbortController()
  const server = await tcpServer((peer) => peer.once('data', () => controller.abort()))
  const ended = httpClient({ proxy: null, signal: controller.signal })

  expect(await failure(ended(request(at(server.port))))).toMatchObject({ reason: 'not-observed' })
  expect(await failure(ended(request(at(server.port))))).toMatchObject({ reason: 'not-observed' })
  expect(server.connections()).toBe(1)
})

test.each([
  ['hangs up', 'closed', (peer: { end(): void }) => peer.end()],
  [
    'speaks another protocol',
    'malformed',
    (peer: { end(t: string): void }) => peer.end('220 smtp ready\r\n'),
  ],
  [
    'sends a head without end',
    'malformed',
    (peer: { write(t: string): void }) => peer.write(`HTTP/1.1 200 OK\r\nx: ${'y'.repeat(100_000)}`),
  ],
])('a server that %s is told by the reason %s', async (_, reason, serve) => {
  const server = await tcpServer((peer) => peer.once('data', () => serve(peer)))

  expect(await failure(http(request(at(server.port))))).toMatchObject({ reason })
})

test('a closed port is refused', async () => {
  expect(await failure(http(request(at(await closedPort()))))).toMatchObject({ reason: 'refused' })
})

test('a name without an address is told as such', async () => {
  const url = new URL(`http://${'x'.repeat(64)}.example/s3cr3t`) // no label has so many octets

  expect(await failure(http(request(url)))).toMatchObject({ reason: 'unresolved' })
})

test('a certificate of a CA that nobody knows is not accepted', async () => {
  const own = authority('Own Root')
  const server = await receiver(statuses(200), serving([leaf(own, { names: ['127.0.0.1'] })]))

  const { reason, message } = await failure(http(request(server.url)))

  expect(reason).toBe('refused-handshake')
  expect(message).toMatch(/^its certificate was not accepted: /)
  expect(server.received).toEqual([])
})

test('a CA named by NODE_EXTRA_CA_CERTS is accepted, for the names of its certificates only', async () => {
  const own = authority('Own Root')
  const good = await receiver(statuses(200), serving([leaf(own, { names: ['127.0.0.1'] })]))
  const wrong = await receiver(statuses(200), serving([leaf(own, { names: ['other.example'] })]))

  expect(await inOtherProcess(own, [good.url, wrong.url])).toMatch(
    /^200\nits certificate was not accepted: .*altnames/,
  )
  expect(wrong.received).toEqual([])
})

test('https goes through the proxy in a tunnel, and the certificate behind it is verified', async () => {
  const own = authority('Own Root')
  const server = await receiver(statuses(200), serving([leaf(own, { names: ['127.0.0.1'] })]))
  const proxy = await connectProxy({ to: { port: server.port } })
  const address = new URL(`http://user:pa%20ss@127.0.0.1:${proxy.port}`)

  expect(await inOtherProcess(own, [server.url], address)).toBe('200\n')
  expect(await failure(httpClient({ proxy: address, signal: never })(request(server.url)))).toMatchObject({
    reason: 'refused-handshake',
  })
  expect(proxy.requests[0]).toMatch(new RegExp(`^CONNECT 127\\.0\\.0\\.1:${server.port} HTTP/1\\.1\\r\\n`))
  expect(proxy.requests[0]).toContain(`proxy-authorization: Basic ${btoa('user:pa ss')}`)
})

test('http is handed to the proxy as it is', async () => {
  const proxy = await receiver(statuses(202))
  const through = httpClient({ proxy: new URL(`http://127.0.0.1:${proxy.port}`), signal: never })

  expect(await through(request(new URL('http://hooks.example/s3cr3t')))).toMatchObject({ status: 202 })
  expect(proxy.received[0]?.path).toBe('http://hooks.example/s3cr3t')
})

test.each([
  ['turns us away', 'http://wrong:pass@127.0.0.1'],
  ['is not there', 'http://127.0.0.1'],
])('a proxy that %s is what failed, not the server', async (does, address) => {
  const proxy = await connectProxy({ to: { port: 9 }, credentials: 'user:secret' })
  const url = new URL(address)
  url.port = String(does === 'is not there' ? await closedPort() : proxy.port)
  const through = httpClient({ proxy: url, signal: never })

  const failed = await failure(through(request(new URL('https://hooks.example/s3cr3t'))))

  expect(failed.reason).toBe('proxy-refused')
  expect(failed.message).not.toContain('pass')
})

test("Node's own fetch keeps its agent", async () => {
  const server = await receiver(statuses(200))
  await fetch(server.url)
  const before: unknown = Reflect.get(globalThis, Symbol.for('undici.globalDispatcher.1'))

  await http(request(server.url))

  expect(Reflect.get(globalThis, Symbol.for('undici.globalDispatcher.1'))).toBe(before)
  expect((await fetch(server.url)).status).toBe(200)
})
