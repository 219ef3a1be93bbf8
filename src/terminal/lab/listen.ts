import { once } from 'node:events'
import { createServer as createTcpServer, type Server, type Socket } from 'node:net'
import { createServer as createTlsServer, type TlsOptions } from 'node:tls'

/** A server on a port of its own. */
export interface Listening {
  readonly port: number
  /** Hangs up on everybody. */
  close(): Promise<void>
}

/** What a server does with a connection once TCP has it. */
type Serve = (socket: Socket) => void

/** The loopback address that every server of the lab is bound to: nobody outside this machine can reach it. */
export const loopback = '127.0.0.1'

/** tcpmux (RFC 1078), which nothing has listened on for decades, and which no system hands out. */
const closedPort = 1

/** Listens on a free port of the loopback address. Throws when there is none to be had. */
export async function listen(serve: Serve): Promise<Listening> {
  const open = new Set<Socket>()
  const server = createTcpServer((socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
    hangUpOnError(socket)
    serve(socket)
  })
  server.listen(0, loopback)
  await once(server, 'listening')
  return {
    port: portOf(server),
    async close() {
      const closed = once(server, 'close')
      server.close()
      for (const socket of open) socket.destroy()
      await closed
    },
  }
}

/** A port that refuses connections. */
export function closed(): Listening {
  return { port: closedPort, close: () => Promise.resolve() }
}

/** Begins TLS at once and says nothing after the handshake; its certificates can be replaced while it runs. */
export function tls(options: TlsOptions): {
  readonly begin: Serve
  readonly replace: (by: TlsOptions) => void
} {
  const server = createTlsServer(options, (socket) => {
    hangUpOnError(socket)
    socket.resume()
  })
  return {
    begin: (socket) => {
      server.emit('connection', socket)
    },
    replace: (by) => server.setSecureContext(by),
  }
}

/** The smallest mail server that can begin TLS (RFC 3207): it hears commands, a line each, and knows two of them. */
export function smtp(domain: string, begin: Serve): Serve {
  return (socket) => {
    const replies = [`250-${domain}\r\n250 STARTTLS`, '220 Go ahead']
    const hear = (octets: Buffer): void => {
      if (!octets.includes('\n')) return
      socket.write(`${replies.shift()}\r\n`)
      if (replies.length > 0) return
      socket.off('data', hear)
      begin(socket)
    }
    socket.on('data', hear)
    socket.write(`220 ${domain} ESMTP\r\n`)
  }
}

/** Answers the first octets, whatever they are, as a web server without TLS does. */
export function http(socket: Socket): void {
  socket.once('data', () => {
    socket.end('HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n')
  })
}

/** Takes everything and gives nothing. */
export function silence(socket: Socket): void {
  socket.resume()
}

/** What a client breaks off is its own affair. */
function hangUpOnError(socket: Socket): void {
  socket.on('error', () => socket.destroy())
}

function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new TypeError('a TCP server listens on a port')
  return address.port
}
