import type { Socket } from 'node:net'

import type { StartTls } from '../model/target.ts'
import { Conversation } from './conversation.ts'
import type { Dialogue } from './starttls/dialogue.ts'
import { ftp } from './starttls/ftp.ts'
import { imap } from './starttls/imap.ts'
import { irc } from './starttls/irc.ts'
import { ldap } from './starttls/ldap.ts'
import { mysql } from './starttls/mysql.ts'
import { nntp } from './starttls/nntp.ts'
import { pop3 } from './starttls/pop3.ts'
import { postgres } from './starttls/postgres.ts'
import { sieve } from './starttls/sieve.ts'
import { lmtp, smtp } from './starttls/smtp.ts'
import { xmpp, xmppServer } from './starttls/xmpp.ts'

const dialogues: Readonly<Record<StartTls, Dialogue>> = {
  smtp,
  lmtp,
  imap,
  pop3,
  sieve,
  ftp,
  ldap,
  xmpp,
  'xmpp-server': xmppServer,
  postgres,
  mysql,
  nntp,
  irc,
}

/**
 * Talks the protocol's own dialogue on a connected socket until TLS may begin, and gives the socket back paused,
 * at the first octet of TLS, without a listener of ours. `name` is the host asked for, for XMPP the domain.
 *
 * The deadline is the caller's, who ends it by `socket.destroy(error)`: that error is thrown as it is. Else throws
 * a `ConversationError`: `starttls-refused`, `malformed`, `closed`, `reset` or `not-tls`. A socket on which the
 * dialogue failed is destroyed.
 */
export async function startTls(
  socket: Socket,
  protocol: StartTls,
  options: { readonly name: string },
): Promise<void> {
  const conversation = new Conversation(socket)
  try {
    await dialogues[protocol](conversation, options.name)
    conversation.end()
  } catch (thrown) {
    // Else a late reset would find no listener, and that ends the process.
    socket.destroy()
    throw thrown
  } finally {
    conversation.release()
  }
}
