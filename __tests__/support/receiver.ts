import { createServer as createHttp, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createHttps } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import type { TlsOptions } from 'node:tls'

import { onTestFinished } from 'vitest'

/** A request as a receiver read it, body and all. */
export interface Received {
  readonly method: string
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

interface Receiver {
  readonly port: number
  readonly url: URL
  readonly received: readonly Received[]
  /** Sockets that are open now. */
  readonly open: () => number
}

/** Answers the request with this number, from 1 on. */
export type Answering = (response: ServerResponse, count: number, received: Received) => void

/** An HTTP server on loopback, open until its test is over. */
export async function receiver(answer: Answering, tls: TlsOptions | null = null): Promise<Receiver> {
  const received: Received[] = []
  const sockets = new Set<Socket>()
  const hear = (request: IncomingMessage, response: ServerResponse): void => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { method = '', url: path = '', headers } = request
      const one = { method, path, headers, body: Buffer.concat(chunks).toString('utf8') }
      received.push(one)
      answer(response, received.length, one)
    })
  }
  const server: Server = tls === null ? createHttp(hear) : createHttps(tls, hear)
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy()).once('close', () => sockets.delete(socket))
  })
  server.on('tlsClientError', (_, socket: Socket) => socket.destroy())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
    for (const socket of sockets) socket.destroy()
  })
  const { port } = server.address() as AddressInfo
  const url = new URL(`${tls === null ? 'http' : 'https'}://127.0.0.1:${port}/hooks/T000/s3cr3t?key=t0ken`)
  return { port, url, received, open: () => sockets.size }
}

/** Answers the status, the n-th request with the n-th; the last one stays. */
export function statuses(...list: readonly number[]): Answering {
  return (response, count) => {
    response.writeHead(list[count - 1] ?? list.at(-1) ?? 200).end('answered /hooks/T000/s3cr3t')
  }
}
