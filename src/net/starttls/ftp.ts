import { type Dialogue, malformed, refused, stranger } from './dialogue.ts'
import { readReply } from './reply.ts'

/** FTP (RFC 4217 §4). FEAT is left out: AUTH itself says whether TLS is there. */
export const ftp: Dialogue = async (conversation) => {
  let greeting = await readReply(conversation, 'the greeting', 'FTP', (line) => stranger('FTP', line))
  // RFC 959 §5.4: 120 announces that 220 is some minutes away.
  while (greeting.code === '120') greeting = await readReply(conversation, 'the greeting', 'FTP')
  if (/^[45]/.test(greeting.code)) throw refused('us', greeting.said)
  if (greeting.code !== '220') throw malformed('the greeting', greeting.said)

  await conversation.send('AUTH TLS\r\n')
  const go = await readReply(conversation, 'the answer to AUTH TLS', 'FTP')
  if (go.code !== '234') throw refused('AUTH TLS', go.said)
}
