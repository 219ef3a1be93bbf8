import { setTimeout as pause } from 'node:timers/promises'

import type { Offer } from '../../../model/tls-scan.ts'
import { ConversationError } from '../../../net/conversation-error.ts'
import type { Heard, TlsConversation } from '../../../net/tls-conversation.ts'
import { alertName } from '../../../wire/alert.ts'
import { writeClientHello } from '../../../wire/client-hello.ts'
import type { Extension } from '../../../wire/extensions.ts'
import { contentType, writeRecords } from '../../../wire/record.ts'
import { versionNumber } from '../../../wire/tls-version.ts'
import { helloShape } from '../candidates.ts'
import { helloOf, type RecordVersion } from '../hello.ts'
import { type Flight, hearReply } from '../reply.ts'
import type { Session } from '../session.ts'

/** An offer that can be met in clear, up to the server's whole first flight. */
export type OldOffer = Offer & { readonly version: Exclude<RecordVersion, 'TLSv1.3'> }

/** The newest offer up to TLS 1.2 that has a suite; `undefined`: there is none. */
export function newestOld(
  offers: readonly Offer[],
  ...but: readonly OldOffer['version'][]
): OldOffer | undefined {
  const old = (offer: Offer): offer is OldOffer => offer.version !== 'SSLv2' && offer.version !== 'TLSv1.3'
  return offers
    .filter(old)
    .filter(({ version, suites }) => suites.found.length > 0 && !but.includes(version))
    .toSorted((one, other) => versionNumber[other.version] - versionNumber[one.version])
    .at(0)
}

/** Puts a hello and hears the server's flight to its end. Throws where the server does not get there. */
export async function begin(
  conversation: TlsConversation,
  { servername }: Session,
  version: OldOffer['version'],
  suites: readonly number[],
  further: readonly Extension[] = [],
): Promise<Flight> {
  const shape = helloShape(version, suites, { bare: true })
  const { extensions, ...hello } = helloOf(shape, servername)
  const asked = { ...hello, extensions: extensions === null ? null : [...further, ...extensions] }
  const recordVersion = Math.min(versionNumber[version], 0x0301)
  conversation.send(writeRecords(contentType.handshake, recordVersion, writeClientHello(asked)))
  const reply = await hearReply(conversation, shape)
  if (reply.kind === 'refusal' && reply.alert !== null)
    throw new ConversationError('refused-handshake', `fatal alert ${alertName(reply.alert)}`)
  if (reply.kind !== 'flight' || !reply.complete)
    throw new ConversationError('closed', 'the server hung up before its flight was over')
  if (reply.version !== version)
    throw new ConversationError('refused-handshake', `${reply.version} instead of ${version}`)
  return reply
}

/** The next thing that the server says; RST ends the conversation like FIN. */
export function hearOrEnd(conversation: TlsConversation): Promise<Heard> {
  return hungUp(() => conversation.hear(), { kind: 'end' })
}

/** What is heard, or `end` where the server broke off with RST instead of FIN. */
export async function hungUp<T>(hear: () => Promise<T>, end: T): Promise<T> {
  try {
    return await hear()
  } catch (thrown) {
    if (thrown instanceof ConversationError && thrown.reason === 'reset') return end
    throw thrown
  }
}

/** The next thing that the server says, `null` for nothing within that time. */
export async function hearWithin(conversation: TlsConversation, ms: number): Promise<Heard | null> {
  const patience = new AbortController()
  const heard = conversation.hear()
  heard.catch(() => {}) // once patience is over, nobody waits for it
  try {
    return await Promise.race([heard, pause(ms, null, { signal: patience.signal })])
  } finally {
    patience.abort()
  }
}
