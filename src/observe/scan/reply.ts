import type { Unanswered } from '../../model/answer.ts'
import type { TlsVersion } from '../../model/observation.ts'
import { ConversationError } from '../../net/conversation-error.ts'
import { named } from '../../net/failure.ts'
import type { Heard, TlsConversation } from '../../net/tls-conversation.ts'
import { readCertificateList, readCertificateStatus } from '../../wire/certificate-message.ts'
import { suiteTraits } from '../../wire/cipher-suite.ts'
import { extensionType, readSelectedGroup, readSelectedProtocol } from '../../wire/extensions.ts'
import { handshakeType } from '../../wire/handshake-message.ts'
import { Malformed } from '../../wire/malformed.ts'
import {
  isHelloRetryRequest,
  negotiatedVersion,
  readServerHello,
  type ServerHello,
} from '../../wire/server-hello.ts'
import { readServerKeyExchange, type ServerKeyExchange } from '../../wire/server-key-exchange.ts'
import { versionOfNumber } from '../../wire/tls-version.ts'
import type { HelloShape } from './hello.ts'
import type { ProtectedFlight } from './protected-flight.ts'

/** What became of one hello. */
export type Reply = Flight | Retry | Refusal | Silence

/** The server agreed: up to TLS 1.2 with everything it shows in clear, in TLS 1.3 with its ServerHello. */
export interface Flight {
  readonly kind: 'flight'
  readonly version: TlsVersion
  readonly suite: number
  readonly hello: ServerHello
  readonly protocol: string | null
  /** DER as sent; `null` where no certificate stands in clear. */
  readonly chain: readonly Uint8Array[] | null
  readonly staple: Uint8Array | null
  readonly exchange: ServerKeyExchange | null
  readonly certificateRequested: boolean
  /** Whether the flight came to its end; what did not come is unknown. */
  readonly complete: boolean
}

/** TLS 1.3: the server agrees to this suite with a share of this group. */
export interface Retry {
  readonly kind: 'retry'
  readonly version: 'TLSv1.3'
  readonly suite: number
  readonly group: number
  readonly hello: ServerHello
  /** The whole message, for the transcript. */
  readonly message: Uint8Array
  /** What the server showed once it had its share, where we went on; `null`: we did not, or it did not. */
  readonly shown: ProtectedFlight | null
  /** Whether an alert came in its place: the server has taken suite and group, and something else displeased it. */
  readonly turnedAway: boolean
}

/** The server would have none of this hello. */
export interface Refusal {
  readonly kind: 'refusal'
  /** `null`: it hung up without a word. */
  readonly alert: number | null
  /** The session's clock when it came. */
  readonly at: number
}

/** Nothing was learnt. */
export interface Silence {
  readonly kind: 'silence'
  readonly why: Unanswered
}

/** Alerts that can only mean this hello (RFC 8446 §6.2): what else they may mean is no "no". */
const definite: readonly number[] = [40, 47, 70, 71, 86, 109, 110, 120]

export function isDefinite({ alert }: Refusal): boolean {
  return alert !== null && definite.includes(alert)
}

type Answered = Flight | Retry | Omit<Refusal, 'at'>

/**
 * Hears the server's answer to a hello, as far as it stands in clear. FIN or RST in its place is a refusal; an answer
 * that breaks off is none. Throws what the conversation throws.
 */
export async function hearReply(conversation: TlsConversation, shape: HelloShape): Promise<Answered> {
  for (;;) {
    const heard = await hearOrEnd(conversation)
    switch (heard.kind) {
      case 'end':
        if (conversation.begun) throw new ConversationError('closed', 'FIN in the middle of an answer')
        return { kind: 'refusal', alert: null }
      case 'alert':
        if (heard.fatal || heard.description === 0) return { kind: 'refusal', alert: heard.description }
        break // a warning, such as unrecognized_name, is no answer yet
      case 'record':
        break // ChangeCipherSpec may come at any time (RFC 8446 §D.4)
      case 'message':
        return answerOf(conversation, shape, heard)
    }
  }
}

async function hearOrEnd(conversation: TlsConversation): Promise<Heard> {
  try {
    return await conversation.hear()
  } catch (thrown) {
    const reset = thrown instanceof ConversationError && thrown.reason === 'reset'
    if (!reset || conversation.begun) throw thrown
    return { kind: 'end' }
  }
}

async function answerOf(
  conversation: TlsConversation,
  shape: HelloShape,
  { type, body, whole }: Extract<Heard, { kind: 'message' }>,
): Promise<Answered> {
  if (type !== handshakeType.serverHello) throw new Malformed(`handshake message ${type} before ServerHello`)
  const hello = readServerHello(body)
  const version = versionOfNumber(negotiatedVersion(hello))
  if (version === undefined) throw new Malformed(`version 0x${negotiatedVersion(hello).toString(16)}`)
  const suite = hello.cipherSuite
  if (!shape.suites.includes(suite))
    throw new Malformed(`suite 0x${suite.toString(16)}, which was not offered`)
  if (version === 'TLSv1.3' && isHelloRetryRequest(hello)) return retryOf(hello, whole, shape)
  const protocol = protocolOf(hello)
  const flight: Flight = { ...nothingMore, version, suite, hello, protocol }
  return version === 'TLSv1.3' ? flight : hearFlight(conversation, flight)
}

const nothingMore = {
  kind: 'flight',
  chain: null,
  staple: null,
  exchange: null,
  certificateRequested: false,
  complete: false,
} as const

function retryOf(hello: ServerHello, message: Uint8Array, shape: HelloShape): Retry {
  const share = hello.extensions.get(extensionType.keyShare)
  if (share === undefined) throw new Malformed('HelloRetryRequest: no key_share')
  const group = readSelectedGroup(share)
  if (shape.groups?.includes(group) !== true)
    throw new Malformed(`group 0x${group.toString(16)}, which was not offered`)
  if (shape.shares.some((sent) => sent.group === group))
    throw new Malformed(`HelloRetryRequest for group 0x${group.toString(16)}, whose share was sent`)
  return {
    kind: 'retry',
    version: 'TLSv1.3',
    suite: hello.cipherSuite,
    group,
    hello,
    message,
    shown: null,
    turnedAway: false,
  }
}

/** The rest of the flight up to TLS 1.2. The server has agreed: what goes wrong from here on takes nothing back. */
async function hearFlight(conversation: TlsConversation, begun: Flight): Promise<Flight> {
  let flight = begun
  try {
    for (;;) {
      const heard = await conversation.hear()
      if (heard.kind === 'end' || (heard.kind === 'alert' && heard.fatal)) return flight
      if (heard.kind !== 'message') continue
      if (heard.type === handshakeType.serverHelloDone) return { ...flight, complete: true }
      flight = withMessage(flight, heard.type, heard.body)
    }
  } catch (thrown) {
    // Cut off or malformed, which `complete` says; what nobody has named is our own fault.
    if (!(thrown instanceof Error) || named(thrown) === undefined) throw thrown
    return flight
  }
}

function withMessage(flight: Flight, type: number, body: Uint8Array): Flight {
  switch (type) {
    case handshakeType.certificate:
      return { ...flight, chain: readCertificateList(body) }
    case handshakeType.certificateStatus:
      return { ...flight, staple: readCertificateStatus(body) }
    case handshakeType.serverKeyExchange: {
      const { exchangeKind, authentication } = suiteTraits(flight.suite)
      const version = flight.hello.legacyVersion
      const context = { exchange: exchangeKind, anonymous: authentication === 'anon', version }
      return { ...flight, exchange: readServerKeyExchange(body, context) }
    }
    case handshakeType.certificateRequest:
      return { ...flight, certificateRequested: true }
    default:
      return flight
  }
}

function protocolOf({ extensions }: ServerHello): string | null {
  const data = extensions.get(extensionType.alpn)
  if (data === undefined) return null
  try {
    return readSelectedProtocol(data)
  } catch (thrown) {
    if (!(thrown instanceof Malformed)) throw thrown
    return null // the server agreed all the same
  }
}
