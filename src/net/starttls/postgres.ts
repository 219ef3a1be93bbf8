import { type Dialogue, refused, stranger } from './dialogue.ts'

/** SSLRequest: length 8, code 80877103. */
const sslRequest = Buffer.from('0000000804d2162f', 'hex')

/** PostgreSQL (Frontend/Backend Protocol, SSL Session Encryption): one question, one octet for an answer. */
export const postgres: Dialogue = async (conversation) => {
  await conversation.send(sslRequest)
  const octet = await conversation.octets(1, 'the answer to SSLRequest')
  const answer = Buffer.concat([octet, conversation.unread])
  switch (octet.toString('latin1')) {
    case 'S':
      return
    case 'N':
    case 'E': // ErrorResponse: too old for SSLRequest, or too busy for anybody
      throw refused('SSLRequest', answer)
    default:
      throw stranger('PostgreSQL', answer)
  }
}
