import type { Socket } from 'node:net'

import { describe, expect, test } from 'vitest'

import { hierarchy } from '../support/mint.ts'
import { ip } from '../support/observation.ts'
import {
  closedPort,
  connectProxy,
  drip,
  flood,
  handOn,
  inTurn,
  serving,
  tcpServer,
  tlsServer,
} from '../support/servers.ts'
import { at, detailOf, digests, leadingTo, network, observe, onlyDelivery, reasonOf } from './observing.ts'

const { intermediate, leaf } = hierarchy()
const chain = serving([leaf, intermediate])
type Misbehaving = readonly [string, (peer: Socket) => unknown]
const never = (): Promise<never> => Promise.reject(new Error('the resolver was asked'))

function through(port: number, credentials = ''): { readonly network: typeof network } {
  return { network: { ...network, proxy: new URL(`http://${credentials}127.0.0.1:${port}`) } }
}

describe('through an HTTP proxy', () => {
  test('the name is left to the proxy, and no resolver asked', async () => {
    const server = await tlsServer(chain)
    const proxy = await connectProxy({ to: server })

    const observation = await observe(at(443), { ...through(proxy.port), lookup: never })

    expect(digests(onlyDelivery(observation).chain)).toEqual(digests([leaf, intermediate]))
    expect(proxy.requests.map((head) => head.split('\r\n').slice(0, 2))).toEqual(
      Array.from({ length: 2 }, () => ['CONNECT service.example:443 HTTP/1.1', 'Host: service.example:443']),
    )
    expect(proxy.requests.join('\r\n')).not.toContain('Proxy-Authorization')
    expect(observation.addresses).toMatchObject([{ address: null, leaf: { known: true } }])
    expect(server.names).toEqual(['service.example'])
  })

  test('credentials are sent as Basic, percent-encoding undone', async () => {
    const server = await tlsServer(chain)
    const proxy = await connectProxy({ to: server, credentials: 'bob:p@ss:wörd' })

    const observation = await observe(at(443), through(proxy.port, 'bob:p%40ss%3Aw%C3%B6rd@'))

    expect(reasonOf(observation)).toBe('known')
  })

  test.for([
    ['addresses: all', { addresses: 'all' }],
    ['ip_version: 4', { ipVersion: 4 }],
    ['connect_to', { connectTo: ip('127.0.0.1') }],
  ] as const)('%s wants addresses, so the proxy gets one', async ([, differs]) => {
    const server = await tlsServer(chain)
    const proxy = await connectProxy({ to: server })

    const observation = await observe(at(443, differs), through(proxy.port))

    expect(proxy.requests[0]).toMatch(/^CONNECT 127\.0\.0\.1:443 /)
    expect(observation.addresses).toMatchObject([{ address: '127.0.0.1', leaf: { known: true } }])
  })

  test('an IPv6 address stands in brackets, and needs no route of ours', async () => {
    const server = await tlsServer(chain)
    const proxy = await connectProxy({ to: server })

    await observe(at(443, { connectTo: ip('2606:4700::1') }), through(proxy.port))

    expect(proxy.requests[0]).toMatch(/^CONNECT \[2606:4700::1\]:443 /)
  })

  test('a server that speaks first, in the packet of the proxy’s answer, loses nothing', async () => {
    const behind = await tlsServer(chain)
    const mail = await tcpServer((peer) => {
      const replies = ['250-mail.example\r\n250 STARTTLS\r\n', '220 go ahead\r\n']
      const hear = (): void => {
        peer.write(replies.shift() ?? '')
        if (replies.length > 0) return
        peer.off('data', hear).pause()
        handOn(peer, behind.port)
      }
      peer.on('data', hear)
    })
    const answer = 'HTTP/1.0 200 OK\r\nVia: test\r\n\r\n220 mail.example ESMTP\r\n'
    const proxy = await connectProxy({ to: mail, answer })

    const observation = await observe(at(25, { starttls: 'smtp' }), through(proxy.port))

    expect(digests(onlyDelivery(observation).chain)).toEqual(digests([leaf, intermediate]))
  })

  test('that answers late, in pieces, opens all the same', async () => {
    const server = await tlsServer(chain)
    const proxy = await tcpServer((peer) =>
      peer.once('data', () => {
        peer.pause().write('HTTP/1.1 200')
        setTimeout(() => peer.write(' OK\r\n\r'), 20)
        setTimeout(() => {
          peer.write('\n')
          handOn(peer, server.port)
        }, 40)
      }),
    )

    expect(reasonOf(await observe(at(443), through(proxy.port)))).toBe('known')
  })
})

describe('a proxy that does not open the tunnel', () => {
  test.for([
    ['without credentials', ''],
    ['with the wrong ones', 'bob:wrong@'],
  ])('407 %s', async ([, credentials]) => {
    const server = await tlsServer(chain)
    const proxy = await connectProxy({ to: server, credentials: 'bob:secret' })

    const observation = await observe(at(443, { retries: 2 }), through(proxy.port, credentials))

    expect(reasonOf(observation)).toBe('proxy-refused')
    expect(detailOf(observation)).toContain('407')
    expect(detailOf(observation)).not.toContain('wrong')
    expect(server.connections()).toBe(0)
    expect(proxy.connections()).toBe(1) // a proxy's no is not asked again
  })

  test.for([
    ['another protocol', 'SSH-2.0-OpenSSH_9.6\r\n\r\n'],
    ['an HTTP error', 'HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n'],
    ['an answer that is to act in a terminal', 'HTTP/1.1 500 \u001B[31m::error::\r\n\r\n'],
    ['a redirect', 'HTTP/1.1 302 Found\r\nLocation: http://elsewhere.example/\r\n\r\n'],
  ] as const)('%s', async ([, answer]) => {
    const proxy = await tcpServer((peer) => peer.once('data', () => peer.end(answer)))

    const observation = await observe(at(443), through(proxy.port))

    expect(reasonOf(observation)).toBe('proxy-refused')
    expect(detailOf(observation)).not.toMatch(/\p{Cc}/u)
  })

  test.for([
    ['hangs up', (peer) => peer.once('data', () => peer.end())],
    ['resets', (peer) => peer.once('data', () => peer.resetAndDestroy())],
    ['hangs up in its answer', (peer) => peer.once('data', () => peer.end('HTTP/1.1 200 OK\r\n'))],
    ['floods without end', (peer) => flood(peer, Buffer.alloc(65_536, 'HTTP/1.1 200 OK '))],
  ] satisfies readonly Misbehaving[])('%s', async ([, serve]) => {
    const proxy = await tcpServer(serve)

    expect(reasonOf(await observe(at(443), through(proxy.port)))).toBe('proxy-refused')
  })

  test('floods without end, and is hung up on', async () => {
    const { promise, resolve } = Promise.withResolvers<'gone'>()
    const proxy = await tcpServer((peer) => {
      peer.once('close', () => resolve('gone'))
      flood(peer, Buffer.alloc(65_536, 'HTTP/1.1 200 OK '))
    })

    await observe(at(443), through(proxy.port))

    expect(await promise).toBe('gone')
  })

  test('is not there', async () => {
    const observation = await observe(at(443), through(await closedPort()))

    expect(reasonOf(observation)).toBe('proxy-refused')
    expect(detailOf(observation)).toContain('127.0.0.1')
  })

  test.for([
    ['says nothing', (peer) => peer.resume()],
    ['drips', (peer) => drip(peer, Buffer.alloc(1000, 'HTTP/1.1 200 OK and more '))],
  ] satisfies readonly Misbehaving[])('%s: timed out', async ([, serve]) => {
    const proxy = await tcpServer(serve)

    expect(reasonOf(await observe(at(443, { timeoutMs: 200 }), through(proxy.port)))).toBe('timed-out')
  })

  test('the first time may do so the second time', async () => {
    const server = await tlsServer(chain)
    const opening = await connectProxy({ to: server })
    const proxy = await tcpServer(
      inTurn((peer, count) => (count === 1 ? peer.resume() : handOn(peer, opening.port))),
    )

    const observation = await observe(at(443, { timeoutMs: 300, retries: 1 }), through(proxy.port))

    expect(reasonOf(observation)).toBe('known')
  })
})

describe('allow_private: false', () => {
  test('a name is not left to the proxy, or nobody would judge its addresses', async () => {
    const proxy = await connectProxy({ to: await tlsServer(chain) })
    const strict = { network: { ...through(proxy.port).network, allowPrivate: false } }

    const observation = await observe(at(443), { ...strict, lookup: leadingTo('169.254.169.254') })

    expect(reasonOf(observation)).toBe('blocked')
    expect(proxy.connections()).toBe(0)
  })

  test('the address that was judged is the one the proxy is asked for', async () => {
    const proxy = await connectProxy({ to: await tlsServer(chain) })
    const strict = { network: { ...through(proxy.port).network, allowPrivate: false } }

    await observe(at(443), { ...strict, lookup: leadingTo('8.8.8.8') })

    expect(proxy.requests[0]).toMatch(/^CONNECT 8\.8\.8\.8:443 /)
  })
})
