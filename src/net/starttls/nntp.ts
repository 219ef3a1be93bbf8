import type { Conversation } from '../conversation.ts'
import { type Dialogue, malformed, notOffered, refused, stranger } from './dialogue.ts'
import { lists, readListing } from './listing.ts'

/** NNTP (RFC 4642 §2.2). A server without CAPABILITIES (RFC 3977 §5.2) may still know STARTTLS. */
export const nntp: Dialogue = async (conversation) => {
  const greeting = await conversation.line('the greeting')
  welcome(greeting, 'us', stranger('NNTP', greeting))

  let capabilities = await ask(conversation)
  // RFC 3977 §3.4.2: a server that passes readers on shows its reader's capabilities only afterwards.
  if (capabilities !== undefined && lists(capabilities, 'MODE-READER') && !lists(capabilities, 'STARTTLS')) {
    await conversation.send('MODE READER\r\n')
    const answer = await conversation.line('the answer to MODE READER')
    welcome(answer, 'MODE READER', malformed('the answer to MODE READER', answer))
    capabilities = await ask(conversation)
  }
  if (capabilities !== undefined && !lists(capabilities, 'STARTTLS'))
    throw notOffered('answer to CAPABILITIES', capabilities)

  await conversation.send('STARTTLS\r\n')
  const go = await conversation.line('the answer to STARTTLS')
  if (/^[45]\d\d\b/.test(go)) throw refused('STARTTLS', go)
  if (!/^382\b/.test(go)) throw malformed('the answer to STARTTLS', go)
}

function welcome(line: string, what: string, otherwise: Error): void {
  if (/^[45]\d\d\b/.test(line)) throw refused(what, line)
  if (!/^20[01]\b/.test(line)) throw otherwise
}

/** The capabilities, or `undefined` from a server that does not know the question. */
async function ask(conversation: Conversation): Promise<readonly string[] | undefined> {
  await conversation.send('CAPABILITIES\r\n')
  const answer = await conversation.line('the answer to CAPABILITIES')
  if (/^[45]\d\d\b/.test(answer)) return undefined
  if (!/^101\b/.test(answer)) throw malformed('the answer to CAPABILITIES', answer)
  return readListing(conversation, 'the end of the answer to CAPABILITIES')
}
