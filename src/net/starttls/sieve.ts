import type { Conversation } from '../conversation.ts'
import { type Dialogue, malformed, notOffered, refused, stranger } from './dialogue.ts'

/** ManageSieve (RFC 5804 §1.7, §2.2): the greeting is the list of capabilities. */
export const sieve: Dialogue = async (conversation) => {
  const capabilities: string[] = []
  let line = await sieveLine(conversation, 'the greeting')
  while (line.startsWith('"')) {
    capabilities.push(line)
    line = await sieveLine(conversation, 'the end of the greeting')
  }
  if (/^(NO|BYE)\b/i.test(line)) throw refused('us', line)
  if (!/^OK\b/i.test(line))
    throw capabilities.length === 0 ? stranger('ManageSieve', line) : malformed('the greeting', line)
  if (!capabilities.some((capability) => /^"STARTTLS"/i.test(capability)))
    throw notOffered('greeting', capabilities)

  await conversation.send('STARTTLS\r\n')
  const go = await sieveLine(conversation, 'the answer to STARTTLS')
  if (/^(NO|BYE)\b/i.test(go)) throw refused('STARTTLS', go)
  if (!/^OK\b/i.test(go)) throw malformed('the answer to STARTTLS', go)
}

/** A line in which literals (RFC 5804 §4: octets announced by `{7}`) stand as quoted strings. */
async function sieveLine(conversation: Conversation, awaited: string): Promise<string> {
  let line = await conversation.line(awaited)
  for (;;) {
    const [announced, count] = /\{(\d{1,10})\+?\}$/.exec(line) ?? []
    if (announced === undefined) return line
    const literal = await conversation.octets(Number(count), `a literal in ${awaited}`)
    const rest = await conversation.line(awaited)
    line = `${line.slice(0, -announced.length)}"${literal.toString('utf8')}"${rest}`
  }
}
