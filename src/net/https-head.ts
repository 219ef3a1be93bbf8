import type { Socket } from 'node:net'
import { connect, type SecureContext } from 'node:tls'

import type { Hostname } from '../model/hostname.ts'
import { productVersion } from '../model/product.ts'
import { ConversationError } from './conversation-error.ts'
import type { Deadline } from './deadline.ts'
import { type HeadFields, HeadReader } from './http-head.ts'

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
): Promise<HeadFields> {
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
    const reader = new HeadReader()
    for await (const piece of tls) {
      const fields = reader.push(piece as Uint8Array)
      if (fields !== undefined) return fields
    }
    throw new ConversationError('closed', 'the server hung up before the end of its HTTP answer')
  } finally {
    tls.on('error', () => tls.destroy()) // we have heard what we wanted to hear
    tls.destroySoon()
  }
}
