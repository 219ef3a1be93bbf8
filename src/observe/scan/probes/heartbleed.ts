import { unanswered } from '../../../model/answer.ts'
import type { ProbeResult } from '../../../model/tls-scan.ts'
import type { TlsConversation } from '../../../net/tls-conversation.ts'
import { extensionType, heartbeat } from '../../../wire/extensions.ts'
import { contentType, writeRecords } from '../../../wire/record.ts'
import { versionNumber } from '../../../wire/tls-version.ts'
import { Writer } from '../../../wire/writer.ts'
import type { Session } from '../session.ts'
import { begin, hearOrEnd, newestOld, type OldOffer } from './opening.ts'
import type { Probe } from './probe.ts'

/**
 * CVE-2014-0160, "Heartbleed": OpenSSL 1.0.1 to 1.0.1f answers a heartbeat with as many octets as it claims to hold,
 * out of its own memory where it holds fewer. RFC 6520 §4 has such a request discarded in silence.
 *
 * The request claims 16 octets and holds none: what a vulnerable server gives away is counted and thrown away.
 */
export const heartbleed: Probe = async (session, { offers }) => {
  const offer = newestOld(offers, 'SSLv3') // which has no extensions
  if (offer === undefined)
    return unanswered('not-asked', 'heartbeats were never spoken outside TLS 1.0 to 1.2')
  return session.talk((conversation) => probe(conversation, offer, session))
}

const claimed = 16
/** heartbeat type, payload length, and padding of at least 16 octets (RFC 6520 §4). */
const emptyResponse = 1 + 2 + 16

async function probe(
  conversation: TlsConversation,
  { version, suites }: OldOffer,
  session: Session,
): Promise<ProbeResult> {
  const ids = suites.found.map(({ id }) => id)
  const { hello } = await begin(conversation, session, version, ids, [heartbeat()])
  if (!hello.extensions.has(extensionType.heartbeat))
    return { vulnerable: false, evidence: 'The server does not agree to heartbeats.' }
  const number = versionNumber[version]
  const request = new Writer().uint(1, 1).uint(2, claimed).done() // heartbeat_request, and no payload
  const goodbye = Uint8Array.of(1, 0) // warning, close_notify: discarding is silent, hanging up is not
  conversation.send(writeRecords(contentType.heartbeat, number, request))
  conversation.send(writeRecords(contentType.alert, number, goodbye))
  return reaction(conversation)
}

async function reaction(conversation: TlsConversation): Promise<ProbeResult> {
  for (;;) {
    const heard = await hearOrEnd(conversation)
    if (heard.kind === 'record' && heard.type === contentType.heartbeat) {
      const given = Math.max(0, heard.fragment.length - emptyResponse)
      return {
        vulnerable: given > 0,
        evidence: `A heartbeat that claims ${claimed} octets and holds none is answered with ${given} of them.`,
      }
    }
    if (heard.kind === 'alert' || heard.kind === 'end')
      return { vulnerable: false, evidence: 'A heartbeat that lies about its length is not answered.' }
  }
}
