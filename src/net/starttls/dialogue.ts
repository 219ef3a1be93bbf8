import { ConversationError } from '../conversation-error.ts'
import type { Conversation } from '../conversation.ts'
import { quoted } from '../quoted.ts'

/** Speaks one protocol up to the first octet of TLS. `name` is the host or domain asked for. */
export type Dialogue = (conversation: Conversation, name: string) => Promise<void>

/** The server could, but will not; or its greeting already turns us away. */
export function refused(what: string, answer: string | Uint8Array): ConversationError {
  return new ConversationError('starttls-refused', `the server refuses ${what}: ${quoted(answer)}`)
}

/** The server's own list of what it can do has no STARTTLS. */
export function notOffered(where: string, listed: readonly string[]): ConversationError {
  const sentence = `the server does not offer STARTTLS: its ${where} is ${quoted(listed.join(' '))}`
  return new ConversationError('starttls-refused', sentence)
}

/** Something else than the protocol answered our first words. */
export function stranger(protocol: string, answer: string | Uint8Array): ConversationError {
  return new ConversationError('not-tls', `the server does not speak ${protocol}: ${quoted(answer)}`)
}

/** The protocol is right, what was said in it is not. */
export function malformed(awaited: string, answer: string | Uint8Array): ConversationError {
  return new ConversationError('malformed', `the server sent ${quoted(answer)} instead of ${awaited}`)
}
