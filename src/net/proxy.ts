import type { Socket } from 'node:net'

import { parseAddress } from '../model/address.ts'
import { serverLimits } from '../model/limits.ts'
import { basicCredentials } from './basic-credentials.ts'
import { ConversationError } from './conversation-error.ts'
import type { Deadline } from './deadline.ts'
import { openSocket } from './open-socket.ts'
import { quoted } from './quoted.ts'

/**
 * A tunnel through an HTTP proxy (RFC 9110 §9.3.6): CONNECT, and any 2xx answer opens it.
 * `proxy` is an http: address and may hold credentials, sent as Basic.
 * Throws ConversationError('proxy-refused'); a proxy that cannot be reached at all also counts as such,
 * because nothing is known then about the server behind it.
 */
export async function openTunnel(proxy: URL, target: string, deadline: Deadline): Promise<Socket> {
  const name = proxy.host
  let socket: Socket | undefined
  try {
    socket = await openSocket(
      parseAddress(proxy.hostname) ?? proxy.hostname,
      Number(proxy.port) || 80,
      deadline,
    )
    const credentials = basicCredentials(proxy)
    const authorization = credentials === null ? '' : `Proxy-Authorization: ${credentials}\r\n`
    socket.write(`CONNECT ${target} HTTP/1.1\r\nHost: ${target}\r\n${authorization}\r\n`)
    const status = await readStatus(socket)
    if (/^HTTP\/1\.[01] 2\d\d/.test(status)) return socket
    throw new ConversationError('proxy-refused', `the proxy ${name} answered ${quoted(status)}`)
  } catch (thrown) {
    socket?.destroy() // a proxy that talks on would keep the process alive
    if (thrown instanceof ConversationError) throw thrown
    const cause = thrown instanceof Error ? thrown.message : String(thrown)
    throw new ConversationError('proxy-refused', `the proxy ${name} could not be used: ${cause}`, {
      cause: thrown,
    })
  }
}

/** Reads to the empty line and no further: what follows it belongs to the server behind the proxy. */
function readStatus(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let held = Buffer.alloc(0)
    const finish = (settle: () => void): void => {
      socket.off('readable', onReadable).off('error', onError).off('end', onEnd)
      settle()
    }
    const onError = (error: Error): void => finish(() => reject(error))
    const onEnd = (): void =>
      finish(() => reject(new ConversationError('proxy-refused', 'the proxy hung up without an answer')))
    const onReadable = (): void => {
      for (let chunk: unknown = socket.read(); Buffer.isBuffer(chunk); chunk = socket.read()) {
        held = Buffer.concat([held, chunk])
      }
      const end = held.indexOf('\r\n\r\n')
      if (end >= 0) {
        finish(() => {
          if (held.length > end + 4) socket.unshift(held.subarray(end + 4))
          resolve(held.subarray(0, held.indexOf('\r\n')).toString('latin1'))
        })
      } else if (held.length > serverLimits.proxyHeadBytes) {
        finish(() => reject(new ConversationError('proxy-refused', 'the proxy answered without end')))
      }
    }
    socket.on('readable', onReadable).on('error', onError).on('end', onEnd)
    onReadable()
  })
}
