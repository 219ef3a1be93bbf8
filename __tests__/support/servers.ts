import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { createServer as createTlsServer, type Server as TlsServer, type TlsOptions } from 'node:tls'

import { onTestFinished } from 'vitest'

import type { Minted } from '../../src/terminal/lab/mint.ts'

/** A server on loopback, open until its test is over. */
export interface Running {
  readonly port: number
  /** TCP connections accepted until now. */
  readonly connections: () => number
}

export interface Where {
  readonly address?: string
  /** Another server's port, to serve it on a further address; default: any free one. */
  readonly port?: number
}

/** Does this with every connection. What clients break off is their own affair. */
export async function tcpServer(serve: (peer: Socket) => unknown, where: Where = {}): Promise<Running> {
  let connections = 0
  const server = createServer({ noDelay: true }, (peer) => {
    connections++
    peer.on('error', () => peer.destroy())
    serve(peer)
  })
  return { port: await listen(server, where), connections: () => connections }
}

export interface RunningTls extends Running {
  /** The server_name of each hello, `null` where there was none. */
  readonly names: readonly (string | null)[]
  readonly server: TlsServer
}

/** Serves TLS and says nothing after the handshake. Security level 0: weak keys and old versions are served, too. */
export async function tlsServer(options: TlsOptions, where: Where = {}): Promise<RunningTls> {
  let connections = 0
  const names: (string | null)[] = []
  const server = createTlsServer({ ciphers: 'ALL:!aNULL:!PSK:!SRP:@SECLEVEL=0', ...options }, (socket) => {
    names.push(typeof socket.servername === 'string' ? socket.servername : null)
    socket.on('error', () => socket.destroy()).resume()
  })
  server.on('connection', () => connections++).on('tlsClientError', (_, socket) => socket.destroy())
  return { port: await listen(server, where), connections: () => connections, names, server }
}

/** What a server of this leaf and these issuers is configured with; several for several kinds of key. */
export function serving(...chains: readonly (readonly [Minted, ...Minted[]])[]): TlsOptions {
  return {
    cert: chains.map((chain) => chain.map(({ certificatePem }) => certificatePem).join('')),
    key: chains.map(([leaf]) => leaf.keyPem),
  }
}

/** A port of loopback on which nobody listens. */
export async function closedPort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** Hands on every connection, by its number from 1 on: to be odd now and healthy later. */
export function inTurn(serve: (peer: Socket, count: number) => void): (peer: Socket) => void {
  let count = 0
  return (peer) => serve(peer, ++count)
}

/** Joins the peer to the server behind it. */
export function handOn(peer: Socket, port: number, address = '127.0.0.1'): void {
  const behind = connect({ host: address, port, noDelay: true })
  behind.on('error', () => peer.destroy()).once('close', () => peer.destroy())
  peer.once('close', () => behind.destroy())
  peer.pipe(behind).pipe(peer)
}

/** Sends the octets over and over, as fast as they are taken. */
export function flood(peer: Socket, octets: Uint8Array): void {
  const more = (): void => {
    while (peer.writable) if (!peer.write(octets)) return void peer.once('drain', more)
  }
  more()
}

/** Sends the octets one by one, a few milliseconds apart. */
export function drip(peer: Socket, octets: Uint8Array, pauseMs = 20): void {
  let sent = 0
  const timer = setInterval(() => {
    if (peer.writable) peer.write(octets.subarray(sent % octets.length, (sent++ % octets.length) + 1))
  }, pauseMs)
  peer.once('close', () => clearInterval(timer))
}

export interface RunningProxy extends Running {
  /** The head of each request, as it came. */
  readonly requests: readonly string[]
}

interface ProxySettings extends Where {
  /** `user:password`; without the right ones the answer is 407. */
  readonly credentials?: string
  /** What the proxy says first, in the same packet as its answer. */
  readonly answer?: string
  /** Where the tunnel leads, whatever was asked for. */
  readonly to: { readonly port: number; readonly address?: string }
}

/** An HTTP proxy that opens tunnels (RFC 9110 §9.3.6). */
export async function connectProxy(settings: ProxySettings): Promise<RunningProxy> {
  const { to, credentials, answer = 'HTTP/1.1 200 Connection established\r\n\r\n' } = settings
  const requests: string[] = []
  const basic = credentials === undefined ? '' : `Basic ${Buffer.from(credentials).toString('base64')}`
  const running = await tcpServer((peer) => {
    let head = ''
    const hear = (octets: Buffer): void => {
      head += octets.toString('latin1')
      if (!head.includes('\r\n\r\n')) return
      peer.off('data', hear).pause()
      requests.push(head)
      if (!head.includes(`Proxy-Authorization: ${basic}`) && basic !== '') {
        peer.end('HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\n\r\n')
      } else {
        peer.write(answer)
        handOn(peer, to.port, to.address)
      }
    }
    peer.on('data', hear)
  }, settings)
  return { ...running, requests }
}

async function listen(server: Server, { address = '127.0.0.1', port = 0 }: Where): Promise<number> {
  const open = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
  })
  server.listen(port, address)
  await once(server, 'listening')
  onTestFinished(() => {
    server.close()
    for (const socket of open) socket.destroy()
  })
  return (server.address() as AddressInfo).port
}
