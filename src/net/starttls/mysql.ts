import { serverLimits } from '../../model/limits.ts'
import { type Dialogue, malformed, notOffered, refused, stranger } from './dialogue.ts'

const clientSsl = 0x0800
/** CLIENT_PROTOCOL_41, CLIENT_SSL and CLIENT_SECURE_CONNECTION. */
const clientFlags = 0x8a00
const charset = 0x21 // utf8_general_ci

/** MySQL and MariaDB (Connection Phase, HandshakeV10 and SSLRequest): our request gets no answer but TLS. */
export const mysql: Dialogue = async (conversation) => {
  const header = await conversation.octets(4, 'the greeting')
  const length = header.readUIntLE(0, 3)
  if (length === 0 || length > serverLimits.lineBytes)
    throw stranger('MySQL', Buffer.concat([header, conversation.unread]))
  const greeting = await conversation.octets(length, 'the end of the greeting')
  const version = greeting[0]
  if (version === 0xff) throw refused('us', errorText(greeting))
  if (version === 9) throw notOffered('protocol version', ['9']) // older than TLS in MySQL
  if (version !== 10) throw stranger('MySQL', greeting)

  // thread id (4), auth-plugin-data-part-1 (8) and a filler (1) stand before the capabilities
  const versionEnd = greeting.indexOf(0, 1)
  const at = versionEnd + 1 + 4 + 8 + 1
  if (versionEnd < 0 || at + 2 > greeting.length) throw malformed('a whole HandshakeV10', greeting)
  if ((greeting.readUInt16LE(at) & clientSsl) === 0)
    throw notOffered('greeting without CLIENT_SSL', [greeting.toString('latin1', 1, versionEnd)])

  await conversation.send(sslRequest())
}

/** ERR_Packet before the capabilities are known: ff, the code (2), the message. */
function errorText(packet: Buffer): string {
  return packet.length < 3 ? '' : `${packet.readUInt16LE(1)} ${packet.toString('utf8', 3)}`
}

function sslRequest(): Uint8Array {
  const packet = Buffer.alloc(4 + 32)
  packet.writeUIntLE(32, 0, 3)
  packet.writeUInt8(1, 3) // sequence id
  packet.writeUInt32LE(clientFlags, 4)
  packet.writeUInt32LE(0x0100_0000, 8) // max_packet_size
  packet.writeUInt8(charset, 12)
  return packet
}
