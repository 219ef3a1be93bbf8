import type { Socket } from 'node:net'
import { connect, type SecureContext } from 'node:tls'

import type { Hostname } from '../model/hostname.ts'
import { serverLimits } from '../model/limits.ts'
import { productVersion } from '../model/product.ts'
import { ConversationError } from './conversation-error.ts'
import type { Deadline } from './deadline.ts'
import { quoted } from './quoted.ts'

export interface HeadRequest {
  readonly servername: Hostname | null
  /** The value of Host: a name or an address, with its port where that is not 443. */
  readonly host: string
  readonly secureContext: SecureContext
}

/**
 * The fields of the first final answer to `GET /` (RFC 9112) over TLS on an open connection, in their order; the body
 * is not read. No redirect is followed, and nothing is verified: what the server says of itself is asked for.
 */
export async function askHttpsHead(
  socket: Socket,
  { servername, host, secureContext }: HeadRequest,
  deadline: Deadline,
): Promise<readonly (readonly [name: string, value: string])[]> {
  const tls = connect({
    socket,
    secureContext,
    ...(servername === null ? {} : { servername }),
    rejectUnauthorized: false,
    checkServerIdentity: () => undefined,
  })
  // As in `shakeHands`: Node would take the certificate apart for a check that we do not use.
  Object.defineProperty(tls, 'getPeerCertificate', { value: () => ({}) })
  socket.once('error', (error) => tls.destroy(error))
  deadline.watch(tls)
  try {
    const agent = `certificate-monitor/${productVersion}`
    tls.write(
      `GET / HTTP/1.1\r\nHost: ${host}\r\nUser-Agent: ${agent}\r\nAccept: */*\r\nConnection: close\r\n\r\n`,
    )
    let held = ''
    for await (const piece of tls) {
      held += Buffer.from(piece as Uint8Array).toString('latin1')
      const fields = finalHead(held)
      if (fields !== undefined) return fields
      if (held.length > serverLimits.httpsHeadBytes)
        throw broken(`a head of more than ${serverLimits.httpsHeadBytes} octets`, held)
    }
    throw new ConversationError('closed', 'the server hung up before the end of its HTTP answer')
  } finally {
    tls.on('error', () => tls.destroy()) // we have heard what we wanted to hear
    tls.destroySoon()
  }
}

/** `undefined` while the head has not come to its end; interim answers (1xx) are passed over. */
function finalHead(held: string): readonly (readonly [string, string])[] | undefined {
  if (!'HTTP/1.'.startsWith(held.slice(0, 7))) throw broken('no HTTP answer', held)
  const end = held.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const [status = '', ...lines] = held.slice(0, end).split('\r\n')
  const code = /^HTTP\/1\.[01] (\d{3})(?: |$)/.exec(status)?.[1]
  if (code === undefined) throw broken('no HTTP answer', held)
  if (code.startsWith('1')) return finalHead(held.slice(end + 4))
  return lines.flatMap((line) => {
    const colon = line.indexOf(':')
    return colon < 1 ? [] : [[line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const]
  })
}

function broken(what: string, held: string): ConversationError {
  return new ConversationError('malformed', `the server sent ${what}: ${quoted(held.slice(0, 200))}`)
}
