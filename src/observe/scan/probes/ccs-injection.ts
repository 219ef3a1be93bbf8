import { type Answer, unanswered } from '../../../model/answer.ts'
import type { ProbeResult } from '../../../model/tls-scan.ts'
import type { TlsConversation } from '../../../net/tls-conversation.ts'
import { alertName } from '../../../wire/alert.ts'
import { contentType, writeRecords } from '../../../wire/record.ts'
import { versionNumber } from '../../../wire/tls-version.ts'
import type { Session } from '../session.ts'
import { begin, hearOrEnd, newestOld, type OldOffer } from './opening.ts'
import type { Probe } from './probe.ts'

/**
 * CVE-2014-0224, "CCS injection": OpenSSL before 0.9.8za, 1.0.0m and 1.0.1h goes over to encryption whenever it is
 * told to, though no secret is agreed yet, so that who stands between can choose the keys. RFC 5246 §7.1 has
 * ChangeCipherSpec after the keys; anything else is to be refused with unexpected_message.
 *
 * Two of them are sent too early. To a vulnerable server the second looks encrypted, and badly: bad_record_mac.
 */
export const ccsInjection: Probe = async (session, { offers }) => {
  const offer = newestOld(offers)
  if (offer === undefined) return unanswered('not-asked', 'ChangeCipherSpec means nothing in TLS 1.3')
  const first = await session.talk((conversation) =>
    said(conversation, offer, session, contentType.changeCipherSpec),
  )
  if (!first.known || !complainsOfEncryption(first.value)) return verdict(first, false)
  // A server may say so of everything that comes too early, encrypted or not.
  const control = await session.talk((conversation) =>
    said(conversation, offer, session, contentType.applicationData),
  )
  if (!control.known) return control
  if (complainsOfEncryption(control.value))
    return unanswered(
      'malformed',
      `${alertName(control.value)} is its answer to everything that comes too early`,
    )
  return verdict(first, true)
}

/** The alert that answers two records that come too early; `null`: the server hung up without a word. */
async function said(
  conversation: TlsConversation,
  { version, suites }: OldOffer,
  session: Session,
  type: number,
): Promise<number | null> {
  await begin(
    conversation,
    session,
    version,
    suites.found.map(({ id }) => id),
  )
  const early = writeRecords(type, versionNumber[version], Uint8Array.of(1))
  conversation.send(Buffer.concat([early, early]))
  for (;;) {
    const heard = await hearOrEnd(conversation)
    if (heard.kind === 'end') return null
    if (heard.kind === 'alert') return heard.description
  }
}

function complainsOfEncryption(alert: number | null): alert is 20 | 21 {
  return alert === 20 || alert === 21 // bad_record_mac, decryption_failed
}

function verdict(answer: Answer<number | null>, vulnerable: boolean): Answer<ProbeResult> {
  if (!answer.known) return answer
  const reaction = answer.value === null ? 'hanging up' : `alert ${alertName(answer.value)}`
  const meaning = vulnerable ? ': it went over to keys that nobody agreed on' : ''
  const evidence = `The server answers a ChangeCipherSpec that comes too early with ${reaction}${meaning}.`
  return { known: true, value: { vulnerable, evidence } }
}
