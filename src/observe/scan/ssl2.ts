import { randomBytes } from 'node:crypto'

import { type Answer, known, type Unanswered, unanswered } from '../../model/answer.ts'
import { suitesOf } from '../../wire/cipher-suite.ts'
import {
  readSsl2ServerHello,
  ssl2RecordLength,
  type Ssl2ServerHello,
  writeSsl2ClientHello,
} from '../../wire/sslv2.ts'
import type { Session } from './session.ts'

/** `null`: the server has no SSL 2.0, and said so with an alert, an ERROR, or by hanging up. */
export type Ssl2Search = Answer<Ssl2ServerHello | null>

/** When the answer to SSL 2.0 came, by the session's clock: a "no" counts with another hello answered after it. */
export interface Ssl2Asked {
  readonly ssl2: Ssl2Search
  readonly ssl2At: number
}

export async function askSsl2(session: Session): Promise<Ssl2Asked> {
  const ssl2 = await searchSsl2(session)
  return { ssl2, ssl2At: session.tick() }
}

/** SSL 2.0 in one connection: the server lists everything that it accepts. */
export async function searchSsl2(session: Session): Promise<Ssl2Search> {
  // To hang up is a "no" between our hello and the first octets of a ServerHello, not on the way to either.
  let decisive = false
  const answer = await session.talk(async (conversation): Promise<Ssl2ServerHello | null> => {
    decisive = true
    conversation.send(writeSsl2ClientHello(suitesOf('SSLv2'), randomBytes(16)))
    const header = await conversation.octets(3)
    const [first = 0, , third = 0] = header
    // Nothing, or a TLS alert: content type 21, version 3.
    if (header.length < 3 || (first === 0x15 && header[1] === 3)) return null
    const type = first >= 0x80 ? third : (await conversation.octets(4))[3]
    if (type === 0) return null // ERROR
    if (type !== 4) return null
    decisive = false
    return readSsl2ServerHello(await conversation.octets(ssl2RecordLength(header) ?? 0))
  })
  if (answer.known || !decisive || !hungUp(answer)) return answer
  return known(null)
}

function hungUp({ reason }: Unanswered): boolean {
  return reason === 'reset' || reason === 'closed'
}

/** What a "no" is worth without an answer to something else: nothing. */
export function unproved(): Unanswered {
  return unanswered('refused-handshake', 'no hello was answered at all, so a refusal proves nothing')
}
