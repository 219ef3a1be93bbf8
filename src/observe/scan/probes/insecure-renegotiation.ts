import { randomBytes } from 'node:crypto'

import { type Answer, known, unanswered } from '../../../model/answer.ts'
import type { Offer, ProbeResult } from '../../../model/tls-scan.ts'
import type { TlsConversation } from '../../../net/tls-conversation.ts'
import { alertName } from '../../../wire/alert.ts'
import { type ClientHello, writeClientHello } from '../../../wire/client-hello.ts'
import { extensionType } from '../../../wire/extensions.ts'
import { handshakeType } from '../../../wire/handshake-message.ts'
import { computableSuites } from '../../../wire/old-key-schedule.ts'
import { contentType } from '../../../wire/record.ts'
import { helloShape } from '../candidates.ts'
import { helloOf } from '../hello.ts'
import type { Session } from '../session.ts'
import { type OldSession, shakeHands } from './old-session.ts'
import { hungUp, newestOld, type OldOffer } from './opening.ts'
import type { Probe } from './probe.ts'

/**
 * CVE-2009-3555: a renegotiation that is not bound to the session it takes place in lets somebody else's words stand
 * before the victim's. RFC 5746 binds it; §4.4 tells servers to turn away clients that cannot.
 *
 * One whole handshake as such a client, and the first message of a second. Nothing else is said over the connection.
 */
export const insecureRenegotiation: Probe = async (session, { offers }) => {
  if (newestOld(offers, 'SSLv3') === undefined)
    return unanswered('not-asked', 'there is no renegotiation in TLS 1.3')
  const offer = newestOld(offers.map(computable), 'SSLv3')
  if (offer === undefined)
    return unanswered('not-asked', 'it has no suite under which this program shakes hands by itself')
  const reaction = await session.talk((conversation) => renegotiate(conversation, offer, session))
  return reaction.known ? verdict(reaction.value) : reaction
}

/** The offer, cut down to the suites that we compute. */
function computable(offer: Offer): Offer {
  const found = offer.suites.found.filter(({ id }) => computableSuites.includes(id))
  return { ...offer, suites: { ...offer.suites, found } }
}

type Reaction = { readonly kind: 'goes along' } | { readonly kind: 'refuses'; readonly how: string }

async function renegotiate(
  conversation: TlsConversation,
  offer: OldOffer,
  session: Session,
): Promise<Reaction> {
  const hello = helloWithoutBinding(offer, session)
  const secured = await shakeHands(conversation, hello)
  secured.send(contentType.handshake, writeClientHello({ ...hello, random: randomBytes(32) }))
  secured.send(contentType.alert, Uint8Array.of(1, 0)) // close_notify: who ignores us hangs up now
  return reactionOf(secured)
}

/** A client from before RFC 5746: neither its extension nor its signalling suite. */
function helloWithoutBinding({ version, suites }: OldOffer, { servername }: Session): ClientHello {
  const ids = suites.found.map(({ id }) => id)
  const curves = [0x1d, 0x17, 0x18, 0x19] // those that we compute
  const hello = helloOf(
    helloShape(version, ids, { bare: true, compression: false, groups: curves }),
    servername,
  )
  const extensions = hello.extensions?.filter(({ type }) => type !== extensionType.renegotiationInfo) ?? null
  return { ...hello, extensions }
}

async function reactionOf(secured: OldSession): Promise<Reaction> {
  for (;;) {
    const heard = await hungUp(() => secured.hear(), null)
    if (heard === null) return { kind: 'refuses', how: 'hanging up' }
    if (heard.type === contentType.handshake && heard.content[0] === handshakeType.serverHello)
      return { kind: 'goes along' }
    if (heard.type === contentType.alert)
      return { kind: 'refuses', how: `alert ${alertName(heard.content[1] ?? -1)}` }
  }
}

function verdict(reaction: Reaction): Answer<ProbeResult> {
  const vulnerable = reaction.kind === 'goes along'
  const what = 'a renegotiation that nothing binds to its session (RFC 5746)'
  const evidence =
    reaction.kind === 'refuses'
      ? `The server answers ${what} with ${reaction.how}.`
      : `The server goes along with ${what}.`
  return known({ vulnerable, evidence })
}
