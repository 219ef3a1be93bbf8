import type { X509Certificate } from 'node:crypto'
import type { Socket } from 'node:net'
import { connect, type SecureContext, type TLSSocket } from 'node:tls'

import { type Answer, known, unanswered } from '../model/answer.ts'
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
  /** `null` in TLS 1.3, where a server says so only after the handshake. */
  readonly clientCertificateDemanded: boolean | null
  /** RFC 6066 §8: the DER of an OCSPResponse; `null`: none was stapled. */
  readonly staple: Answer<Uint8Array | null>
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
      requestOCSP: true,
      checkServerIdentity: () => undefined,
    })
    // For that check, which we do not use, Node would take a verified chain apart: a fifth of a handshake's time.
    Object.defineProperty(tls, 'getPeerCertificate', { value: () => ({}) })
    socket.once('error', (error) => tls.destroy(error))
    deadline.watch(tls)
    let staple: Handshake['staple'] = unanswered(
      'not-asked',
      'the handshake ended before a staple could come',
    )
    tls.once('OCSPResponse', (response: Buffer | null) => {
      staple = known(response)
    })
    let shown: Omit<Handshake, 'staple'> | undefined
    // Up to TLS 1.2 the keys are made when the server has shown its certificate, and before it asks for ours.
    tls.on('keylog', (line) => {
      // An RSA key exchange logs a line of its own first, when OpenSSL does not name the suite yet.
      if (line.toString('latin1').startsWith('CLIENT_RANDOM ')) shown ??= seen(tls, true)
    })
    tls.once('secureConnect', () => {
      const found = shown ?? seen(tls, null)
      const { clientCertificateDemanded } = found
      resolve({
        ...found,
        ...verified(tls),
        clientCertificateDemanded: clientCertificateDemanded === null ? null : false,
        staple,
      })
      tls.destroySoon() // close_notify and FIN, not RST
    })
    tls.on('error', (error) => {
      if (shown !== undefined && turnedAway(error)) resolve({ ...shown, staple })
      else reject(error)
    })
  })
}

function seen(tls: TLSSocket, clientCertificateDemanded: boolean | null): Omit<Handshake, 'staple'> {
  return {
    chain: certificatesAsSent(tls),
    protocol: tlsVersion(tls.getProtocol()),
    suite: tls.getCipher().name,
    ...verified(tls),
    clientCertificateDemanded,
  }
}

/** OpenSSL's verdict, which Node takes only from a handshake that was completed. */
function verified(tls: TLSSocket): Pick<Handshake, 'verification'> {
  // @types/node says Error; at run time it is OpenSSL's code.
  const verification: unknown = tls.authorizationError
  return { verification: typeof verification === 'string' ? verification : null }
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

/** By an alert, or without a word. Any other failure after the certificate is a broken handshake. */
function turnedAway(error: Error): boolean {
  return error.message.includes('SSL alert number') || ('code' in error && error.code === 'ECONNRESET')
}

function tlsVersion(protocol: string | null): TlsVersion {
  const version = tlsVersions.find((known) => known === protocol)
  if (version === undefined) throw new TypeError(`OpenSSL negotiated ${protocol}, which has no name here`)
  return version
}
