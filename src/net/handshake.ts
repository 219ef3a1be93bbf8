import type { X509Certificate } from 'node:crypto'
import type { Socket } from 'node:net'
import { connect, type SecureContext, type TLSSocket } from 'node:tls'

import { type TlsVersion, tlsVersions } from '../model/observation.ts'
import { ConversationError } from './conversation-error.ts'
import type { Deadline } from './deadline.ts'

/** What a handshake with `node:tls` showed. The server proved that it holds the leaf's key. */
export interface Handshake {
  /** DER as sent, leaf first. */
  readonly chain: readonly Uint8Array[]
  readonly protocol: TlsVersion
  /** OpenSSL's name of the suite. */
  readonly suite: string
  /** OpenSSL's own verdict on the chain, one code for all that may be wrong; `null` when it found nothing. */
  readonly verification: string | null
  readonly clientCertificateDemanded: boolean
}

/**
 * Shakes hands over an open connection and hangs up. Nothing is verified on the way, because a verifying
 * handshake hides exactly the certificates one must see. Throws what `node:tls` throws.
 */
export function shakeHands(
  socket: Socket,
  servername: string | null,
  secureContext: SecureContext,
  deadline: Deadline,
): Promise<Handshake> {
  return new Promise((resolve, reject) => {
    if (socket.destroyed)
      throw socket.errored ?? new ConversationError('closed', 'the server hung up before TLS')
    const tls = connect({
      socket,
      secureContext,
      // An address is no server name (RFC 6066 §3).
      ...(servername === null ? {} : { servername }),
      rejectUnauthorized: false,
      checkServerIdentity: () => undefined,
    })
    socket.once('error', (error) => tls.destroy(error))
    deadline.watch(tls)
    tls.once('secureConnect', () => {
      resolve(seen(tls, certificatesAsSent(tls), false))
      tls.destroySoon() // close_notify and FIN, not RST
    })
    tls.on('error', (error) => {
      // Up to TLS 1.2 the server's certificate is here already when it turns us away for lack of our own.
      const chain = isAlert(error) ? certificatesAsSent(tls) : []
      if (chain.length > 0) resolve(seen(tls, chain, true))
      else reject(error)
    })
  })
}

function seen(tls: TLSSocket, chain: readonly Uint8Array[], clientCertificateDemanded: boolean): Handshake {
  // @types/node says Error; at run time it is OpenSSL's code.
  const verification: unknown = tls.authorizationError
  return {
    chain,
    protocol: tlsVersion(tls.getProtocol()),
    suite: tls.getCipher().name,
    verification: typeof verification === 'string' ? verification : null,
    clientCertificateDemanded,
  }
}

/**
 * The list on the wire. `getPeerCertificate(true)` would reorder and complete it from the local store, and
 * `getPeerX509Certificate()` may be asked only once: each call takes a certificate off OpenSSL's list.
 */
function certificatesAsSent(tls: TLSSocket): readonly Uint8Array[] {
  const chain: Uint8Array[] = []
  let next: X509Certificate | undefined = tls.getPeerX509Certificate()
  for (; next !== undefined; next = next.issuerCertificate) chain.push(next.raw)
  return chain
}

function isAlert(error: Error): boolean {
  return error.message.includes('SSL alert number')
}

function tlsVersion(protocol: string | null): TlsVersion {
  const version = tlsVersions.find((known) => known === protocol)
  if (version === undefined) throw new TypeError(`OpenSSL negotiated ${protocol}, which has no name here`)
  return version
}
