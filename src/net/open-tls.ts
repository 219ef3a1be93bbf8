import type { StartTls } from '../model/target.ts'
import type { Deadline } from './deadline.ts'
import { dial, type Destination } from './dial.ts'
import { startTls } from './starttls.ts'
import { TlsConversation } from './tls-conversation.ts'

/** Where TLS is to be spoken, and what leads up to it. */
export interface TlsDoor extends Destination {
  readonly starttls: StartTls | null
  /** The name for the protocol's own dialogue. */
  readonly name: string
}

/** Connects, agrees to STARTTLS where that is the way, and gives the connection at the first octet of TLS. */
export async function openTls(door: TlsDoor, deadline: Deadline): Promise<TlsConversation> {
  deadline.check()
  const socket = await dial(door, deadline)
  if (door.starttls !== null) await startTls(socket, door.starttls, { name: door.name })
  return new TlsConversation(socket)
}
