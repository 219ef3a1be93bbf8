import type { Conversation } from '../conversation.ts'
import { addressLiteral } from './address-literal.ts'
import { type Dialogue, malformed, notOffered, refused, stranger } from './dialogue.ts'
import { readReply } from './reply.ts'

/** SMTP (RFC 3207 §4). */
export const smtp: Dialogue = (conversation) => speak(conversation, 'EHLO')

/** LMTP is SMTP with another hello (RFC 2033 §4.1). */
export const lmtp: Dialogue = (conversation) => speak(conversation, 'LHLO')

async function speak(conversation: Conversation, hello: 'EHLO' | 'LHLO'): Promise<void> {
  const greeting = await readReply(conversation, 'the greeting', 'SMTP', (line) => stranger('SMTP', line))
  if (/^[45]/.test(greeting.code)) throw refused('us', greeting.said)
  if (greeting.code !== '220') throw malformed('the greeting', greeting.said)

  await conversation.send(`${hello} ${addressLiteral(conversation.localAddress)}\r\n`)
  const extensions = await readReply(conversation, `the answer to ${hello}`, 'SMTP')
  if (extensions.code !== '250') throw refused(hello, extensions.said)
  const offered = extensions.texts.slice(1)
  if (!offered.some((text) => /^STARTTLS\b/i.test(text))) throw notOffered(`answer to ${hello}`, offered)

  await conversation.send('STARTTLS\r\n')
  const go = await readReply(conversation, 'the answer to STARTTLS', 'SMTP')
  if (go.code !== '220') throw refused('STARTTLS', go.said)
}
