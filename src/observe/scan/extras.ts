import { type Answer, known, unanswered } from '../../model/answer.ts'
import type { Enumeration, Features, SignatureScheme } from '../../model/tls-scan.ts'
import { readCertificateStatus } from '../../wire/certificate-message.ts'
import { suiteTraits } from '../../wire/cipher-suite.ts'
import { extensionType } from '../../wire/extensions.ts'
import { Malformed } from '../../wire/malformed.ts'
import { signatureScheme } from '../../wire/signature-scheme.ts'
import { helloShape } from './candidates.ts'
import { refusalText } from './first-hello.ts'
import type { HelloShape } from './hello.ts'
import type { Ledger } from './ledger.ts'
import type { ProtectedFlight } from './protected-flight.ts'
import { goOn } from './protected-flight.ts'
import type { Session } from './session.ts'
import type { OldSearch } from './versions.ts'

/** TLS_FALLBACK_SCSV (RFC 7507 §2). */
const fallbackScsv = 0x5600

/**
 * Whether a hello that pretends to have fallen back is turned away (RFC 7507 §3). Where only one version up to TLS 1.2
 * exists there is nothing to fall back to.
 */
export async function fallback(offered: readonly OldSearch[], session: Session): Promise<Answer<boolean>> {
  const below = offered.at(-2)
  if (below?.suites == null)
    return unanswered('not-asked', 'there are no two versions up to TLS 1.2 to fall between')
  const reply = await session.ask(helloShape(below.version, [...below.suites.found, fallbackScsv]))
  switch (reply.kind) {
    case 'flight':
      return known(false)
    case 'refusal':
      if (reply.alert === 86) return known(true)
      return unanswered('refused-handshake', `${refusalText(reply)}, which is not inappropriate_fallback`)
    case 'retry':
      return unanswered('malformed', 'HelloRetryRequest before TLS 1.3')
    case 'silence':
      return reply.why
  }
}

/** What a client of the Web asks for (RFC 7301). */
export const webProtocols: readonly string[] = ['h2', 'http/1.1']

/** Which of them the server chooses, the one first that it chose when it could. */
export async function protocolsChosen(
  first: string | null,
  shape: HelloShape,
  session: Session,
): Promise<Answer<readonly string[]>> {
  if (first === null) return known([])
  const other = webProtocols.find((protocol) => protocol !== first)
  if (other === undefined || !webProtocols.includes(first)) return known([first])
  const reply = await session.ask({ ...shape, protocols: [other] }, goOn)
  if (reply.kind === 'silence') return reply.why
  const chosen =
    reply.kind === 'flight' ? reply.protocol : reply.kind === 'retry' ? reply.shown?.protocol : null
  return known(chosen === other ? [first, other] : [first])
}

/**
 * The schemes of a TLS 1.2 server. Some show themselves on the way; asking for each of the others is left to a deep
 * scan.
 */
export async function searchSchemes(
  tls12: OldSearch | undefined,
  deep: boolean,
  session: Session,
  ledger: Ledger,
): Promise<Enumeration<SignatureScheme>> {
  const found = (): readonly SignatureScheme[] => [...ledger.schemes].map(signatureScheme)
  if (tls12?.suites == null) return { found: [], cut: null }
  if (!deep)
    return {
      found: found(),
      cut: unanswered('not-asked', 'schemes are asked for one by one with the probes'),
    }
  for (const key of ['RSA', 'ECDSA']) {
    const suites = tls12.suites.found.filter(
      (suite) => suiteTraits(suite).authentication === key && suiteTraits(suite).exchangeKind !== 'other',
    )
    for (let asking = suites.length > 0; asking;) {
      const { schemes } = helloShape('TLSv1.2', suites)
      const shape = helloShape('TLSv1.2', suites, {
        schemes: schemes.filter((id) => !ledger.schemes.has(id)),
      })
      const reply = await session.ask(shape)
      if (reply.kind === 'silence') return { found: found(), cut: reply.why }
      const before = ledger.schemes.size
      if (reply.kind === 'flight') ledger.note(reply, shape)
      asking = ledger.schemes.size > before
    }
  }
  return { found: found(), cut: null }
}

/** What flights showed on the way; each `not-asked` where nothing could have shown it. */
export function featuresSeen(
  ledger: Ledger,
  shown: readonly ProtectedFlight[],
  fallbackSeen: Answer<boolean>,
): Features {
  const old = (seen: boolean | null, where: string): Answer<boolean> =>
    seen === null ? unanswered('not-asked', `only ${where} has it`) : known(seen)
  const looks = ledger.wholeFlights + shown.length
  const found = <T>(value: T | null): Answer<T | null> =>
    value !== null || looks > 1
      ? known(value)
      : unanswered('not-asked', 'no two flights showed a certificate')
  const requested =
    ledger.certificateRequested === true || shown.some(({ certificateRequested }) => certificateRequested)
  const looked = ledger.certificateRequested !== null || shown.length > 0
  return {
    secureRenegotiation: old(ledger.secureRenegotiation, 'TLS up to 1.2'),
    extendedMasterSecret: old(ledger.extendedMasterSecret, 'TLS from 1.0 to 1.2'),
    encryptThenMac: old(ledger.encryptThenMac, 'a CBC suite of TLS from 1.0 to 1.2'),
    fallbackScsv: fallbackSeen,
    compression: old(ledger.compression, 'TLS up to 1.2'),
    sessionTickets: old(ledger.sessionTickets, 'a hello of TLS from 1.0 to 1.2'),
    staple: found(ledger.staple ?? inEntry(shown, extensionType.statusRequest, readCertificateStatus)),
    scts: found(ledger.scts ?? inEntry(shown, extensionType.signedCertificateTimestamp, (data) => data)),
    clientCertificateRequested: looked
      ? known(requested)
      : unanswered('not-asked', 'no flight came to its end'),
  }
}

/** An extension of the leaf's entry (RFC 8446 §4.4.2); one that cannot be read is none. */
function inEntry(
  shown: readonly ProtectedFlight[],
  type: number,
  read: (data: Uint8Array) => Uint8Array,
): Uint8Array | null {
  for (const { entries } of shown) {
    const data = entries[0]?.extensions.get(type)
    if (data === undefined) continue
    try {
      return read(data)
    } catch (thrown) {
      if (!(thrown instanceof Malformed)) throw thrown
    }
  }
  return null
}
