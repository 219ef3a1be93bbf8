import { serverLimits } from '../../model/limits.ts'
import type { ConversationError } from '../conversation-error.ts'
import { type Conversation } from '../conversation.ts'
import { type Dialogue, malformed, refused, stranger } from './dialogue.ts'

const integer = 0x02
const octetString = 0x04
const enumerated = 0x0a
const sequence = 0x30
const extendedResponse = 0x78 // [APPLICATION 24]

/** LDAPMessage: messageID 1, ExtendedRequest [APPLICATION 23], requestName [0]. */
const startTlsRequest = Buffer.concat([
  Buffer.from('301d02010177188016', 'hex'),
  Buffer.from('1.3.6.1.4.1.1466.20037', 'ascii'),
])

/** The result codes of RFC 4511 §4.1.9 that servers give to StartTLS. */
const resultCodes: Readonly<Record<number, string>> = {
  1: 'operationsError',
  2: 'protocolError',
  8: 'strongerAuthRequired',
  50: 'insufficientAccessRights',
  51: 'busy',
  52: 'unavailable',
  53: 'unwillingToPerform',
  80: 'other',
}

/** LDAP (RFC 4511 §4.14): the client speaks first. */
export const ldap: Dialogue = async (conversation) => {
  await conversation.send(startTlsRequest)
  const message = await readMessage(conversation)
  const incomplete = malformed('an ExtendedResponse', message)

  const messageId = readElement(message, integer, incomplete)
  const response = readElement(messageId.rest, extendedResponse, incomplete).content
  const resultCode = readElement(response, enumerated, incomplete)
  const matched = readElement(resultCode.rest, octetString, incomplete)
  const diagnostic = readElement(matched.rest, octetString, incomplete).content.toString('utf8')

  const code = readNumber(resultCode.content, incomplete)
  const said = `${resultCodes[code] ?? 'result'} (${code}) ${diagnostic}`.trim()
  switch (readNumber(messageId.content, incomplete)) {
    case 1:
      if (code !== 0) throw refused('StartTLS', said)
      return
    case 0: // RFC 4511 §4.4.1: Notice of Disconnection
      throw refused('us', said)
    default:
      throw incomplete
  }
}

/** Reads the contents of one LDAPMessage; Active Directory writes its lengths in the long form. */
async function readMessage(conversation: Conversation): Promise<Buffer> {
  const awaited = 'the answer to StartTLS'
  const tag = await conversation.octets(1, awaited)
  if (tag[0] !== sequence) throw stranger('LDAP', Buffer.concat([tag, conversation.unread]))
  const first = await conversation.octets(1, awaited)
  const more = lengthOctets(first[0] ?? 0)
  if (more > 4) throw malformed('the length of an LDAPMessage', first)
  const length = more === 0 ? (first[0] ?? 0) : (await conversation.octets(more, awaited)).readUIntBE(0, more)
  if (length > serverLimits.lineBytes)
    throw malformed(`an LDAPMessage of at most ${serverLimits.lineBytes} octets`, first)
  return conversation.octets(length, awaited)
}

interface Element {
  readonly content: Buffer
  /** What follows the element. */
  readonly rest: Buffer
}

function readElement(octets: Buffer, tag: number, incomplete: ConversationError): Element {
  const [found, first = 0] = octets
  const more = lengthOctets(first)
  if (found !== tag || more > 4 || octets.length < 2 + more) throw incomplete
  const length = more === 0 ? first : octets.readUIntBE(2, more)
  const start = 2 + more
  if (octets.length < start + length) throw incomplete
  return { content: octets.subarray(start, start + length), rest: octets.subarray(start + length) }
}

/** Octets that follow the first length octet; X.690 §8.1.3. The indefinite form, not allowed here, gives 255. */
function lengthOctets(first: number): number {
  if (first < 0x80) return 0
  return first === 0x80 ? 255 : first & 0x7f
}

function readNumber(content: Buffer, incomplete: ConversationError): number {
  if (content.length < 1 || content.length > 4) throw incomplete
  return content.readIntBE(0, content.length)
}
