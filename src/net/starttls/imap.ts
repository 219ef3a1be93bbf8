import type { Conversation } from '../conversation.ts'
import { type Dialogue, malformed, notOffered, refused, stranger } from './dialogue.ts'

/** IMAP (RFC 9051 §6.2.1). */
export const imap: Dialogue = async (conversation) => {
  const greeting = await conversation.line('the greeting')
  const [, word] = /^\* (OK|PREAUTH|BYE)\b/i.exec(greeting) ?? []
  if (word === undefined) throw stranger('IMAP', greeting)
  if (word.toUpperCase() === 'BYE') throw refused('us', greeting)
  // RFC 9051 §7.1.4: this connection is already in authenticated state, where STARTTLS is not allowed.
  if (word.toUpperCase() === 'PREAUTH') throw refused('STARTTLS after PREAUTH', greeting)

  const said = await command(conversation, 'a1', 'CAPABILITY')
  const capabilities = said.flatMap((line) => /^\* CAPABILITY (.*)$/i.exec(line)?.[1]?.split(/ +/) ?? [])
  if (!capabilities.some((name) => name.toUpperCase() === 'STARTTLS'))
    throw notOffered('answer to CAPABILITY', capabilities)

  await command(conversation, 'a2', 'STARTTLS')
}

/** Gives a command and answers the untagged lines that came before its OK. */
async function command(conversation: Conversation, tag: string, name: string): Promise<readonly string[]> {
  await conversation.send(`${tag} ${name}\r\n`)
  const untagged: string[] = []
  for (;;) {
    const line = await conversation.line(`the answer to ${name}`)
    if (/^\* BYE\b/i.test(line)) throw refused(name, line)
    if (line.startsWith('* ')) {
      untagged.push(line)
      continue
    }
    const [, answered, condition] = /^(\S+) (OK|NO|BAD)\b/i.exec(line) ?? []
    if (answered !== tag) throw malformed(`the answer to ${name}`, line)
    if (condition?.toUpperCase() !== 'OK') throw refused(name, line)
    return untagged
  }
}
