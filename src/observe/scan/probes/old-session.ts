import { constants, publicEncrypt, randomBytes, X509Certificate } from 'node:crypto'

import { ConversationError } from '../../../net/conversation-error.ts'
import type { TlsConversation } from '../../../net/tls-conversation.ts'
import { alertName } from '../../../wire/alert.ts'
import { readCertificateList } from '../../../wire/certificate-message.ts'
import { suiteTraits } from '../../../wire/cipher-suite.ts'
import { type ClientHello, writeClientHello } from '../../../wire/client-hello.ts'
import { type HandshakeMessage, handshakeType, writeHandshake } from '../../../wire/handshake-message.ts'
import { Malformed } from '../../../wire/malformed.ts'
import { type OldSecrets, oldSecrets } from '../../../wire/old-key-schedule.ts'
import { Reader } from '../../../wire/reader.ts'
import { contentType, writeRecords } from '../../../wire/record.ts'
import { readServerHello } from '../../../wire/server-hello.ts'
import { keyPair } from '../key-pair.ts'

/** A protected connection up to TLS 1.2. Who the server is was not proved, and nothing of worth is sent over it. */
export interface OldSession {
  readonly send: (type: number, content: Uint8Array) => void
  /** The next thing that the server says; `null`: it hung up. */
  readonly hear: () => Promise<{ readonly type: number; readonly content: Uint8Array } | null>
}

/**
 * A whole handshake by hand (RFC 5246 §7.3), with whatever hello is given: libraries leave no choice there. Throws where
 * the server does not go along. The hello must offer suites that we compute, and no extension that changes the keys.
 */
export async function shakeHands(conversation: TlsConversation, hello: ClientHello): Promise<OldSession> {
  const said = writeClientHello(hello)
  conversation.send(writeRecords(contentType.handshake, Math.min(hello.legacyVersion, 0x0301), said))
  const flight = await hearFlight(conversation)
  const {
    legacyVersion: version,
    cipherSuite: suite,
    random,
  } = readServerHello(body(flight, handshakeType.serverHello))
  if (version !== hello.legacyVersion || !hello.cipherSuites.includes(suite))
    throw new Malformed('ServerHello: a version or a suite that was not offered')
  const { premaster, exchange } = agree(flight, suite, version)
  const secrets = oldSecrets({ version, suite, premaster, clientRandom: hello.random, serverRandom: random })
  const ours = [...noCertificate(flight), exchange]
  const messages = Buffer.concat([said, ...flight.map(({ whole }) => whole), ...ours])
  const finished = writeHandshake(handshakeType.finished, (content) =>
    content.bytes(secrets.verifyData(messages)),
  )
  conversation.send(writeRecords(contentType.handshake, version, Buffer.concat(ours)))
  conversation.send(writeRecords(contentType.changeCipherSpec, version, Uint8Array.of(1)))
  conversation.send(secrets.seal(contentType.handshake, finished))
  return protectedSession(conversation, secrets)
}

/** Waits until the server, too, has gone over to encryption and finished. */
async function protectedSession(conversation: TlsConversation, secrets: OldSecrets): Promise<OldSession> {
  let encrypted = false
  const hear: OldSession['hear'] = async () => {
    for (;;) {
      const record = await conversation.record()
      if (record === null) return null
      if (encrypted) return { type: record.type, content: secrets.open(record) }
      if (record.type === contentType.alert) throw refused(record.fragment[1])
      encrypted = record.type === contentType.changeCipherSpec
    }
  }
  for (;;) {
    const heard = await hear()
    if (heard === null) throw new ConversationError('closed', 'the server hung up in the handshake')
    if (heard.type === contentType.alert) throw refused(heard.content[1])
    if (heard.type === contentType.handshake && heard.content[0] === handshakeType.finished) break
  }
  return { send: (type, content) => conversation.send(secrets.seal(type, content)), hear }
}

async function hearFlight(conversation: TlsConversation): Promise<readonly HandshakeMessage[]> {
  const flight: HandshakeMessage[] = []
  for (;;) {
    const heard = await conversation.hear()
    if (heard.kind === 'end') throw new ConversationError('closed', 'the server hung up in the handshake')
    if (heard.kind === 'alert' && heard.fatal) throw refused(heard.description)
    if (heard.kind !== 'message') continue
    flight.push(heard)
    if (heard.type === handshakeType.serverHelloDone) return flight
  }
}

function refused(description: number | undefined): ConversationError {
  return new ConversationError('refused-handshake', `fatal alert ${alertName(description ?? -1)}`)
}

function body(flight: readonly HandshakeMessage[], type: number): Uint8Array {
  const message = flight.find((one) => one.type === type)
  if (message === undefined) throw new Malformed(`a flight without handshake message ${type}`)
  return message.body
}

/** A server that asks for a certificate is told that we have none (RFC 5246 §7.4.6). */
function noCertificate(flight: readonly HandshakeMessage[]): readonly Uint8Array[] {
  const asked = flight.some(({ type }) => type === handshakeType.certificateRequest)
  return asked
    ? [writeHandshake(handshakeType.certificate, (content) => content.vector(3, () => undefined))]
    : []
}

interface Agreed {
  readonly premaster: Uint8Array
  /** The ClientKeyExchange that tells the server. */
  readonly exchange: Uint8Array
}

function agree(flight: readonly HandshakeMessage[], suite: number, version: number): Agreed {
  if (suiteTraits(suite).keyExchange === 'RSA') {
    const premaster = Buffer.concat([Uint8Array.of(version >> 8, version & 0xff), randomBytes(46)])
    const [leaf] = readCertificateList(body(flight, handshakeType.certificate))
    const secret = publicEncrypt({ key: keyOf(leaf), padding: constants.RSA_PKCS1_PADDING }, premaster)
    return { premaster, exchange: exchangeOf(2, secret) }
  }
  const reader = new Reader(body(flight, handshakeType.serverKeyExchange))
  if (reader.uint(1, 'curve_type') !== 3) throw new Malformed('curve_type: not named_curve (3)')
  const group = reader.uint(2, 'namedcurve')
  const point = reader.vector(1, 'public')
  const pair = keyPair(group)
  if (pair === undefined) throw new Malformed(`namedcurve 0x${group.toString(16)} is none that was offered`)
  return { premaster: pair.agree(point), exchange: exchangeOf(1, pair.share) }
}

function keyOf(leaf: Uint8Array | undefined): X509Certificate['publicKey'] {
  try {
    return new X509Certificate(leaf ?? new Uint8Array()).publicKey
  } catch (thrown) {
    throw new Malformed('the key of the certificate cannot be read', { cause: thrown })
  }
}

function exchangeOf(size: 1 | 2, octets: Uint8Array): Uint8Array {
  return writeHandshake(handshakeType.clientKeyExchange, (content) =>
    content.vector(size, (key) => key.bytes(octets)),
  )
}
