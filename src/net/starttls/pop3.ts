import { type Dialogue, malformed, notOffered, refused, stranger } from './dialogue.ts'
import { lists, readListing } from './listing.ts'

/** POP3 (RFC 2595 §4, RFC 2449 §5). A server without CAPA may still know STLS. */
export const pop3: Dialogue = async (conversation) => {
  const greeting = await conversation.line('the greeting')
  if (negative(greeting)) throw refused('us', greeting)
  if (!positive(greeting)) throw stranger('POP3', greeting)

  await conversation.send('CAPA\r\n')
  const answer = await conversation.line('the answer to CAPA')
  if (positive(answer)) {
    const capabilities = await readListing(conversation, 'the end of the answer to CAPA')
    if (!lists(capabilities, 'STLS')) throw notOffered('answer to CAPA', capabilities)
  } else if (!negative(answer)) throw malformed('the answer to CAPA', answer)

  await conversation.send('STLS\r\n')
  const go = await conversation.line('the answer to STLS')
  if (negative(go)) throw refused('STLS', go)
  if (!positive(go)) throw malformed('the answer to STLS', go)
}

function positive(line: string): boolean {
  return /^\+OK\b/i.test(line)
}

function negative(line: string): boolean {
  return /^-ERR\b/i.test(line)
}
