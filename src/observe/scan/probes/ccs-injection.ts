import { type Answer, known, unanswered } from '../../../model/answer.ts'
import type { ProbeResult } from '../../../model/tls-scan.ts'
import type { Heard, TlsConversation } from '../../../net/tls-conversation.ts'
import { alertName } from '../../../wire/alert.ts'
import { contentType, writeRecords } from '../../../wire/record.ts'
import { versionNumber } from '../../../wire/tls-version.ts'
import type { Session } from '../session.ts'
import { begin, hearOrEnd, hearWithin, hungUp, newestOld, type OldOffer } from './opening.ts'
import type { Probe } from './probe.ts'

/**
 * CVE-2014-0224, "CCS injection": OpenSSL before 0.9.8za, 1.0.0m and 1.0.1h goes over to encryption whenever it is
 * told to, though no secret is agreed yet, so that who stands between can choose the keys. RFC 5246 §7.1 has
 * ChangeCipherSpec after the keys; anything else is to be refused with unexpected_message.
 *
 * It is sent too early. A vulnerable server obeys in silence; a second one then looks encrypted, and badly.
 */
export const ccsInjection: Probe = async (session, { offers }) => {
  const offer = newestOld(offers)
  if (offer === undefined) return unanswered('not-asked', 'ChangeCipherSpec means nothing in TLS 1.3')
  const first = await session.talk((conversation) => reactionOf(conversation, offer, session))
  if (!first.known || !obeyed(first.value)) return verdict(first)
  // An answer to the first that comes late would look like one to the second, but not twice.
  const again = await session.talk((conversation) => reactionOf(conversation, offer, session))
  if (again.known && !obeyed(again.value))
    return unanswered(
      'malformed',
      'the server answers an early ChangeCipherSpec differently from time to time',
    )
  return verdict(again)
}

interface Reaction {
  /** Which of the two was answered. */
  readonly to: 'first' | 'second'
  /** The alert; `null`: the server hung up without a word. */
  readonly alert: number | null
}

const leastPatienceMs = 500

async function reactionOf(
  conversation: TlsConversation,
  offer: OldOffer,
  session: Session,
): Promise<Reaction> {
  const started = performance.now()
  await begin(
    conversation,
    session,
    offer.version,
    offer.suites.found.map(({ id }) => id),
  )
  const patienceMs = Math.max(leastPatienceMs, 4 * (performance.now() - started))
  const early = writeRecords(contentType.changeCipherSpec, versionNumber[offer.version], Uint8Array.of(1))
  conversation.send(early)
  const alert = await alertFrom(() => hungUp(() => hearWithin(conversation, patienceMs), { kind: 'end' }))
  if (alert !== 'silence') return { to: 'first', alert }
  conversation.send(early)
  const late = await alertFrom(() => hearOrEnd(conversation))
  return { to: 'second', alert: late === 'silence' ? null : late }
}

async function alertFrom(hear: () => Promise<Heard | null>): Promise<number | null | 'silence'> {
  for (;;) {
    const heard = await hear()
    if (heard === null) return 'silence'
    if (heard.kind === 'end') return null
    if (heard.kind === 'alert') return heard.description
  }
}

function obeyed({ to, alert }: Reaction): boolean {
  return to === 'second' && (alert === 20 || alert === 21) // bad_record_mac, decryption_failed
}

function verdict(answer: Answer<Reaction>): Answer<ProbeResult> {
  if (!answer.known) return answer
  const { to, alert } = answer.value
  if (to === 'second' && alert === null)
    return unanswered(
      'closed',
      'the server took an early ChangeCipherSpec in silence, and hung up at a second one',
    )
  const reaction = alert === null ? 'hanging up' : `alert ${alertName(alert)}`
  const vulnerable = obeyed(answer.value)
  const evidence = vulnerable
    ? `The server obeys a ChangeCipherSpec that comes too early, and takes what follows for encrypted: ${reaction}.`
    : `The server answers a ChangeCipherSpec that comes too early with ${reaction}.`
  return known({ vulnerable, evidence })
}
