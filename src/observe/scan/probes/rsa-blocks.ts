import { constants, publicEncrypt, randomBytes, X509Certificate } from 'node:crypto'

import type { Answer } from '../../../model/answer.ts'
import { ConversationError } from '../../../net/conversation-error.ts'
import type { TlsConversation } from '../../../net/tls-conversation.ts'
import { alertName } from '../../../wire/alert.ts'
import { handshakeType, writeHandshake } from '../../../wire/handshake-message.ts'
import { contentType, writeRecords } from '../../../wire/record.ts'
import { versionNumber } from '../../../wire/tls-version.ts'
import type { Session } from '../session.ts'
import { begin, hearWithin, type OldOffer } from './opening.ts'

/** The five blocks, in the words of the evidence. The first is as PKCS #1 and RFC 5246 §7.4.7.1 have it. */
export const blockNames = [
  'well formed',
  'wrong first octets',
  'zero in the wrong place',
  'no zero',
  'wrong version',
] as const
export type BlockName = (typeof blockNames)[number]

/** Whether ChangeCipherSpec and a Finished follow the block: some servers give themselves away before, some after. */
export type Manner = 'whole' | 'half'

/** What a server did about a block: `alert bad_record_mac (20)`, `FIN`, `RST`, `silence`. */
export type Reaction = string

/** One block on a connection of its own. */
export function react(
  block: BlockName,
  manner: Manner,
  { version, suites }: OldOffer,
  session: Session,
): Promise<Answer<Reaction>> {
  return session.talk(async (conversation) => {
    const started = performance.now()
    const { chain } = await begin(
      conversation,
      session,
      version,
      suites.found.map(({ id }) => id),
    )
    const patienceMs = Math.max(leastPatienceMs, 4 * (performance.now() - started))
    const number = versionNumber[version]
    const encrypted = encryptedBlock(block, number, chain?.[0])
    const exchange = writeHandshake(handshakeType.clientKeyExchange, (body) =>
      // RFC 6101 §5.6.7.1: SSL 3.0 leaves the length out
      version === 'SSLv3' ? body.bytes(encrypted) : body.vector(2, (secret) => secret.bytes(encrypted)),
    )
    const records = [writeRecords(contentType.handshake, number, exchange)]
    if (manner === 'whole') {
      records.push(writeRecords(contentType.changeCipherSpec, number, Uint8Array.of(1)))
      records.push(writeRecords(contentType.handshake, number, new Uint8Array(64).fill(8))) // no key made this
    }
    conversation.send(Buffer.concat(records))
    return heard(conversation, patienceMs)
  })
}

const leastPatienceMs = 500

async function heard(conversation: TlsConversation, patienceMs: number): Promise<Reaction> {
  try {
    for (;;) {
      const said = await hearWithin(conversation, patienceMs)
      if (said === null) return 'silence'
      if (said.kind === 'end') return 'FIN'
      if (said.kind === 'alert') return `alert ${alertName(said.description)}`
      if (said.kind === 'message') return `handshake message ${said.type}`
      if (said.type !== contentType.changeCipherSpec) return `record of type ${said.type}`
    }
  } catch (thrown) {
    if (thrown instanceof ConversationError && thrown.reason === 'reset') return 'RST'
    throw thrown
  }
}

function encryptedBlock(name: BlockName, version: number, leaf: Uint8Array | undefined): Uint8Array {
  if (leaf === undefined) throw new ConversationError('malformed', 'a suite of TLS_RSA without a certificate')
  const key = publicKeyOf(leaf)
  const octets = (key.asymmetricKeyDetails?.modulusLength ?? 0) >> 3
  if (key.asymmetricKeyType !== 'rsa' || octets < 64)
    throw new ConversationError('malformed', 'a suite of TLS_RSA with a certificate of another kind of key')
  return publicEncrypt({ key, padding: constants.RSA_NO_PADDING }, plainBlock(name, version, octets))
}

function publicKeyOf(leaf: Uint8Array): X509Certificate['publicKey'] {
  try {
    return new X509Certificate(leaf).publicKey
  } catch (thrown) {
    throw new ConversationError('malformed', 'the key of the certificate cannot be read', { cause: thrown })
  }
}

/** 00 02, octets that are not zero, 00, the version and 46 octets of secret: or what is wrong with it. */
function plainBlock(name: BlockName, version: number, octets: number): Uint8Array {
  const client = [version >> 8, version & 0xff]
  const secret = nonZero(46)
  const padding = nonZero(octets - 51)
  switch (name) {
    case 'well formed':
      return Uint8Array.from([0, 2, ...padding, 0, ...client, ...secret])
    case 'wrong first octets':
      return Uint8Array.from([0x41, 0x17, ...padding, 0, ...client, ...secret])
    case 'zero in the wrong place':
      return Uint8Array.from([0, 2, ...padding, 0x11, ...secret, 0, 0x11])
    case 'no zero':
      return Uint8Array.from([0, 2, ...padding, 0x11, 0x11, 0x11, ...secret])
    case 'wrong version':
      return Uint8Array.from([0, 2, ...padding, 0, 2, 2, ...secret])
  }
}

function nonZero(count: number): Uint8Array {
  return randomBytes(count).map((octet) => (octet === 0 ? 1 : octet))
}
