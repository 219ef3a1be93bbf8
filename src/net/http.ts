import type { Socket } from 'node:net'

import type * as Undici from 'undici'

import { serverLimits } from '../model/limits.ts'
import { basicCredentials } from './basic-credentials.ts'
import { ConversationError } from './conversation-error.ts'
import { Deadline } from './deadline.ts'
import { named } from './failure.ts'
import { quoted } from './quoted.ts'

export interface HttpRequest {
  readonly method: 'GET' | 'POST'
  /** `http:` or `https:`; a user name and password in it are sent as Basic (RFC 7617). */
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array | null
  /** From now to the last octet wanted. */
  readonly deadlineMs: number
  /** Of the answer's body; the rest is not read. With 0 a body that stalls makes nobody wait. */
  readonly mostBytes: number
}

export interface HttpAnswer {
  readonly status: number
  /** Names in lower case; what came several times is joined with commas. */
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
}

/** The same, with a body that is no text. */
export interface OctetAnswer extends Omit<HttpAnswer, 'text'> {
  readonly bytes: Buffer
}

/**
 * Asks an HTTP server once and answers whatever status it gave, redirects included: none is followed (RFC 9110
 * §15.4). Throws ConversationError, in which of the URL nothing but the host appears.
 */
export type Http = (request: HttpRequest) => Promise<HttpAnswer>

interface HttpWays {
  /** An HTTP proxy, credentials included; `null`: none. */
  readonly proxy: URL | null
  /** Ends the run. */
  readonly signal: AbortSignal
}

/** HTTP as this run may use it; certificates are verified as Node does, NODE_EXTRA_CA_CERTS included. */
export function httpClient({ proxy, signal }: HttpWays): Http {
  return async (request) => {
    const { bytes, ...answer } = await within(request, signal, proxy, async ({ Client, ProxyAgent }) => {
      const options = optionsFor(request)
      return proxy === null
        ? new Client(request.url.origin, options)
        : new ProxyAgent({ uri: proxy.href, proxyTunnel: request.url.protocol === 'https:', ...options })
    })
    return { ...answer, text: bytes.toString('utf8') }
  }
}

/**
 * One exchange over a connection that somebody else opens, to an address that was judged: TLS on top of it where
 * the URL says so, verified like any other. Throws as `Http` does.
 */
export function httpOver(
  open: (deadline: Deadline) => Promise<Socket>,
  signal: AbortSignal,
): (request: HttpRequest) => Promise<OctetAnswer> {
  return (request) =>
    within(request, signal, null, async ({ Client, buildConnector }, deadline) => {
      const socket = await open(deadline)
      const wrap = buildConnector({ allowH2: false, timeout: request.deadlineMs })
      const connect: Undici.buildConnector.connector = (options, callback) => {
        if (options.protocol === 'https:') wrap({ ...options, httpSocket: socket }, callback)
        else setImmediate(callback, null, socket) // undici counts on being called back later
      }
      return new Client(request.url.origin, { ...optionsFor(request), connect })
    })
}

function optionsFor({
  deadlineMs,
}: HttpRequest): Undici.Client.Options & { readonly connectTimeout: number } {
  return {
    connectTimeout: deadlineMs,
    headersTimeout: 0,
    bodyTimeout: 0,
    allowH2: false,
    maxHeaderSize: serverLimits.httpHeadBytes,
  }
}

/** From here to the last octet under one deadline; whatever fails gets its name. */
async function within(
  request: HttpRequest,
  signal: AbortSignal,
  proxy: URL | null,
  make: (undici: typeof Undici, deadline: Deadline) => Promise<Undici.Client | Undici.ProxyAgent>,
): Promise<OctetAnswer> {
  const deadline = new Deadline(request.deadlineMs, signal)
  let dispatcher: Undici.Client | Undici.ProxyAgent | undefined
  try {
    deadline.check()
    dispatcher = await make(await undici(), deadline)
    return await Promise.race([exchange(dispatcher, request), deadline.passed])
  } catch (thrown) {
    throw (thrown instanceof Error ? failure(thrown, proxy) : undefined) ?? thrown
  } finally {
    deadline.clear()
    await dispatcher?.destroy()
  }
}

async function exchange(dispatcher: Undici.Dispatcher, request: HttpRequest): Promise<OctetAnswer> {
  const { url, method, body, mostBytes } = request
  const authorization = basicCredentials(url)
  const answer = await dispatcher.request({
    origin: url.origin,
    path: url.pathname + url.search,
    method,
    body,
    headers: { ...(authorization === null ? {} : { authorization }), ...request.headers },
    reset: true, // Connection: close
  })
  const headers = Object.entries(answer.headers).map(([name, value]) => [name, [value].flat().join(', ')])
  return {
    status: answer.statusCode,
    headers: Object.fromEntries(headers),
    bytes: mostBytes === 0 ? Buffer.alloc(0) : await head(answer.body, mostBytes),
  }
}

/** As many octets from the beginning. */
async function head(body: AsyncIterable<Buffer>, most: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of body) {
    chunks.push(chunk)
    length += chunk.length
    if (length >= most) break
  }
  return Buffer.concat(chunks).subarray(0, most)
}

/** Where Node's own `fetch` looks for its agent. */
const agentOfFetch = Symbol.for('undici.globalDispatcher.1')

/** Loaded when first needed. Loading undici puts its agent under Node's own `fetch`; that is put back. */
async function undici(): Promise<typeof Undici> {
  const before: unknown = Reflect.get(globalThis, agentOfFetch)
  const loaded = await import('undici')
  Reflect.set(globalThis, agentOfFetch, before)
  return loaded
}

/** Behind a proxy nobody but the proxy itself is connected to. */
function failure(error: Error, proxy: URL | null): ConversationError | undefined {
  const found = namedHttp(error)
  if (proxy === null || found === undefined) return found
  if (!['refused', 'unreachable', 'unresolved'].includes(found.reason)) return found
  const sentence = `the proxy ${proxy.host} could not be used: ${found.message}`
  return new ConversationError('proxy-refused', sentence, { cause: error })
}

/** What can go wrong with HTTP and its proxy beyond what can with any socket. */
function namedHttp(error: Error): ConversationError | undefined {
  const code = 'code' in error ? String(error.code) : ''
  const cause = { cause: error }
  if (code === 'UND_ERR_CONNECT_TIMEOUT') {
    return new ConversationError('timed-out', 'the connection was not opened in time', cause)
  }
  if (code === 'UND_ERR_SOCKET') {
    return new ConversationError('closed', 'the server hung up without an answer', cause)
  }
  if (error.name === 'HTTPParserError' || malformed.has(code)) {
    return new ConversationError('malformed', `the answer is not HTTP: ${quoted(error.message)}`, cause)
  }
  if (code === 'UND_ERR_ABORTED' || code.startsWith('UND_ERR_PRX')) {
    return new ConversationError('proxy-refused', `the proxy refused: ${quoted(error.message)}`, cause)
  }
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return new ConversationError('unresolved', `DNS gave no address (${code})`, cause)
  }
  if (unaccepted.test(code)) {
    const said = quoted(error.message)
    return new ConversationError('refused-handshake', `its certificate was not accepted: ${said}`, cause)
  }
  return named(error)
}

const malformed: ReadonlySet<string> = new Set([
  'UND_ERR_HEADERS_OVERFLOW',
  'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
])
/** The codes of X509_verify_cert_error_string as Node has them, and Node's own for a name that differs. */
const unaccepted = /^(?:ERR_TLS_CERT_|CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|INVALID_)/u
