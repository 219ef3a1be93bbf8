import type { Hostname } from '../../model/hostname.ts'
import { ConversationError } from '../../net/conversation-error.ts'
import type { TlsConversation } from '../../net/tls-conversation.ts'
import { alertName } from '../../wire/alert.ts'
import { type CertificateEntry, readCertificateEntries } from '../../wire/certificate-message.ts'
import { type ClientHello, writeClientHello } from '../../wire/client-hello.ts'
import * as extensions from '../../wire/extensions.ts'
import { HandshakeReader, handshakeType } from '../../wire/handshake-message.ts'
import { messageHash, readableSuites, type RecordOpener, recordOpener } from '../../wire/key-schedule.ts'
import { Malformed } from '../../wire/malformed.ts'
import { Reader } from '../../wire/reader.ts'
import { contentType, writeRecords } from '../../wire/record.ts'
import { isHelloRetryRequest, negotiatedVersion, readServerHello } from '../../wire/server-hello.ts'
import { type HelloShape, helloOf } from './hello.ts'
import { type KeyPair, keyPair } from './key-pair.ts'
import type { Retry } from './reply.ts'

/** What a TLS 1.3 server shows under its handshake keys. Nobody proved anything: we read, and hang up. */
export interface ProtectedFlight {
  readonly suite: number
  readonly protocol: string | null
  /** The server's own list of its groups, which it may send for the next time (RFC 8446 §4.2.7). */
  readonly groups: readonly number[]
  readonly certificateRequested: boolean
  /** Leaf first. */
  readonly entries: readonly CertificateEntry[]
}

/** Answers a HelloRetryRequest with the share it asks for; `null` where we cannot make one or read the suite. */
export async function goOn(
  conversation: TlsConversation,
  first: ClientHello,
  retry: Retry,
): Promise<ProtectedFlight | null> {
  const pair = keyPair(retry.group)
  if (pair === undefined || !readableSuites.includes(retry.suite)) return null
  const second = writeClientHello(secondHello(first, retry, { group: pair.group, keyExchange: pair.share }))
  conversation.send(writeRecords(contentType.handshake, 0x0303, second))
  const serverHello = await hearServerHello(conversation)
  const { suite, secret } = agreed(serverHello, pair)
  if (suite !== retry.suite) throw new Malformed('ServerHello: not the suite that HelloRetryRequest promised')
  const transcript = [messageHash(suite, writeClientHello(first)), retry.message, second, serverHello]
  return hearProtected(conversation, suite, recordOpener(suite, secret, transcript))
}

/** The same from a hello that holds the share at once: some servers forget their staple after a HelloRetryRequest. */
export async function shownAtOnce(
  conversation: TlsConversation,
  shape: HelloShape,
  servername: Hostname | null,
  pair: KeyPair,
): Promise<ProtectedFlight> {
  const shares = [{ group: pair.group, keyExchange: pair.share }]
  const hello = writeClientHello(helloOf({ ...shape, shares }, servername))
  conversation.send(writeRecords(contentType.handshake, 0x0301, hello))
  const serverHello = await hearServerHello(conversation)
  const { suite, secret } = agreed(serverHello, pair)
  return hearProtected(conversation, suite, recordOpener(suite, secret, [hello, serverHello]))
}

function agreed(
  serverHello: Uint8Array,
  pair: KeyPair,
): { readonly suite: number; readonly secret: Uint8Array } {
  const hello = readServerHello(serverHello.subarray(4))
  const data = hello.extensions.get(extensions.extensionType.keyShare)
  if (negotiatedVersion(hello) !== 0x0304 || isHelloRetryRequest(hello) || data === undefined)
    throw new Malformed('ServerHello: no share in TLS 1.3')
  if (!readableSuites.includes(hello.cipherSuite))
    throw new Malformed(`suite ${hello.cipherSuite}, which was not offered`)
  const share = extensions.readServerShare(data)
  if (share.group !== pair.group)
    throw new Malformed(`key_share: group ${share.group}, which was not offered`)
  return { suite: hello.cipherSuite, secret: pair.agree(share.keyExchange) }
}

/** RFC 8446 §4.1.2: the same hello but for the share, and the cookie where there is one. */
function secondHello(first: ClientHello, { hello }: Retry, share: extensions.KeyShareEntry): ClientHello {
  const cookie = hello.extensions.get(extensions.extensionType.cookie)
  const kept = (first.extensions ?? []).map((extension) =>
    extension.type === extensions.extensionType.keyShare ? extensions.keyShare([share]) : extension,
  )
  const added = cookie === undefined ? [] : [{ type: extensions.extensionType.cookie, data: cookie }]
  return { ...first, extensions: [...added, ...kept] }
}

async function hearServerHello(conversation: TlsConversation): Promise<Uint8Array> {
  for (;;) {
    const heard = await conversation.hear()
    if (heard.kind === 'alert')
      throw new ConversationError('refused-handshake', `fatal alert ${alertName(heard.description)}`)
    if (heard.kind === 'end') throw new ConversationError('closed', 'FIN instead of ServerHello')
    if (heard.kind !== 'message') continue // ChangeCipherSpec
    if (heard.type !== handshakeType.serverHello)
      throw new Malformed(`handshake message ${heard.type} before ServerHello`)
    return heard.whole
  }
}

/** EncryptedExtensions, CertificateRequest, Certificate; what follows proves things that we do not ask. */
async function hearProtected(
  conversation: TlsConversation,
  suite: number,
  opener: RecordOpener,
): Promise<ProtectedFlight> {
  const messages = new HandshakeReader()
  let stated: Pick<ProtectedFlight, 'protocol' | 'groups'> = { protocol: null, groups: [] }
  let certificateRequested = false
  for (;;) {
    const heard = await conversation.hear()
    if (heard.kind !== 'record') throw new Malformed(`${heard.kind} in place of a protected record`)
    if (heard.type === contentType.changeCipherSpec) continue
    const { type, content } = opener.open(heard)
    if (type !== contentType.handshake) throw new Malformed(`content type ${type} before Certificate`)
    messages.push(content)
    for (let message = messages.next(); message !== undefined; message = messages.next()) {
      if (message.type === handshakeType.certificate)
        return { suite, ...stated, certificateRequested, entries: readCertificateEntries(message.body) }
      if (message.type === handshakeType.certificateRequest) certificateRequested = true
      if (message.type === handshakeType.encryptedExtensions) stated = extensionsIn(message.body)
    }
  }
}

function extensionsIn(body: Uint8Array): Pick<ProtectedFlight, 'protocol' | 'groups'> {
  const reader = new Reader(body)
  const found = extensions.readExtensions(reader.vector(2, 'extensions'))
  reader.end('EncryptedExtensions')
  const protocol = found.get(extensions.extensionType.alpn)
  const groups = found.get(extensions.extensionType.supportedGroups)
  return {
    protocol: protocol === undefined ? null : extensions.readSelectedProtocol(protocol),
    groups: groups === undefined ? [] : new Reader(groups).numbers(2, 'named_group_list'),
  }
}
