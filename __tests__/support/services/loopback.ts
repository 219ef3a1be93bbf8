import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One request, read to its end. */
export interface Asked {
  readonly method: string
  readonly url: URL
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

/** What to answer; `null` leaves the asker waiting until the server is closed. */
export type Answered = {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
  /** Said by something between us and the service. */
  readonly foreign?: true
} | null

export interface Loopback {
  /** Without a final slash. */
  readonly origin: string
  close(): Promise<void>
}

export function json(value: unknown, status = 200): NonNullable<Answered> {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) }
}

/** The page of a list that is asked for (GitHub's `per_page` and `page`). */
export function paged<T>(things: readonly T[], { searchParams }: URL): readonly T[] {
  const most = Math.min(Number(searchParams.get('per_page') ?? 30), 100)
  const from = (Number(searchParams.get('page') ?? 1) - 1) * most
  return things.slice(from, from + most)
}

/** Twirp's form of an error, which the toolkit reads. */
export function twirpError(status: number, message: string): Answered {
  return json({ code: 'internal', msg: message }, status)
}

/** An HTTP server on loopback whose handler turns whole requests into whole answers. */
export async function serve(handler: (asked: Asked) => Answered): Promise<Loopback> {
  const server = createServer((request, response) => void respond(request, response, handler))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { origin: `http://127.0.0.1:${port}`, close: () => closed(server) }
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  handler: (asked: Asked) => Answered,
): Promise<void> {
  const body = await read(request)
  const { method = 'GET', headers } = request
  const answer = handler({ method, url: new URL(request.url ?? '/', 'http://127.0.0.1'), headers, body })
  if (answer === null) return
  response.writeHead(answer.status, answer.headers)
  response.end(answer.body)
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
