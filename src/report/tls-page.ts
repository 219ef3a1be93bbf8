import type { Answer, Unanswered } from '../model/answer.ts'
import { type TlsVersion, tlsVersions } from '../model/observation.ts'
import { listed } from '../model/text.ts'
import type { DhParameters, Enumeration, NamedGroup, Offer, TlsScan } from '../model/tls-scan.ts'
import type { Lines } from './certificate-page.ts'
import type { GradedScan } from './grades.ts'
import { facts, paragraph, type Screen, type Tone } from './page.ts'
import { silence } from './trouble.ts'

const outdated: Readonly<Partial<Record<TlsVersion, Tone>>> = {
  SSLv2: 'bad',
  SSLv3: 'bad',
  TLSv1: 'warning',
  'TLSv1.1': 'warning',
}

/** Every version there ever was, and whether the server agrees to it. */
export function versionLines({ versions }: TlsScan, screen: Screen): Lines {
  return tlsVersions.flatMap((version) => {
    const { sign, tone, words } = versionWords(version, versions[version])
    return paragraph({ text: `  ${sign} ${version.padEnd(9)} `, tone }, words, screen)
  })
}

function versionWords(
  version: TlsVersion,
  answer: Answer<boolean>,
): { readonly sign: string; readonly tone: Tone; readonly words: string } {
  if (!answer.known) return { sign: '?', tone: 'warning', words: `not known: ${silence(answer.reason)}` }
  if (!answer.value) return { sign: '–', tone: 'dim', words: 'no' }
  const tone = outdated[version]
  if (tone === undefined) return { sign: '✓', tone: 'good', words: 'yes' }
  return tone === 'bad'
    ? { sign: '✗', tone, words: 'yes, and broken' }
    : { sign: '!', tone, words: 'yes, and outdated' }
}

const most = 30

/** How keys are agreed on: groups of each version, Diffie-Hellman, and what signs them. */
export function keyExchangeLines({ scan, grade }: GradedScan, screen: Screen): Lines {
  const { offers, dh } = scan
  const signatures = offers.flatMap(({ signatureSchemes }) => signatureSchemes.found.map(({ name }) => name))
  return facts(
    [
      ...groupFacts(offers),
      ['DH', dh.map(dhWords).join('; ')],
      ['Quantum', quantumWords(grade.postQuantum)],
      ['Signatures', listed([...new Set(signatures)], most)],
    ],
    screen,
  )
}

/** A line for each version, or one for all where no version differs. */
function groupFacts(offers: readonly Offer[]): readonly (readonly [string, string])[] {
  const told = offers.map(({ version, groups }) => [version, groupWords(groups)] as const)
  const [first] = told
  const same = first !== undefined && told.every(([, words]) => words === first[1])
  return same ? [['Groups', first[1]]] : told
}

function groupWords({ found, cut }: Enumeration<NamedGroup>): string {
  const short = cut === null || cut.reason === 'not-asked' ? null : cut
  if (found.length === 0) return short === null ? '' : `not known: ${silence(short.reason)}`
  const names = found.map(({ name, postQuantum }) => (postQuantum ? `${name} (post-quantum)` : name))
  return `${listed(names, most)}${short === null ? '' : ` … and perhaps more: ${silence(short.reason)}`}`
}

function dhWords({ bits, known, rfc7919, exportGrade }: DhParameters): string {
  const origin = known === null ? 'a prime of its own' : `${known}${rfc7919 ? '' : ', shared by many'}`
  return `${bits} bits (${origin}${exportGrade ? ', export grade' : ''})`
}

function quantumWords(postQuantum: boolean | null): string {
  if (postQuantum === null) return ''
  return postQuantum ? 'a post-quantum key exchange is offered' : 'no post-quantum key exchange is offered'
}

/** What a server can besides, in words. */
export function featureLines({ features, alpn, hsts, intolerances }: TlsScan, screen: Screen): Lines {
  const answers: readonly (readonly [name: string, answer: Answer<unknown>])[] = [
    ['secure renegotiation', features.secureRenegotiation],
    ['extended master secret', features.extendedMasterSecret],
    ['encrypt-then-MAC', features.encryptThenMac],
    ['protection from downgrades (TLS_FALLBACK_SCSV)', features.fallbackScsv],
    ['compression', features.compression],
    ['session tickets', features.sessionTickets],
    ['a stapled OCSP answer', features.staple],
    ['certificate timestamps (SCTs) in the handshake', features.scts],
    ['a request for a client certificate', features.clientCertificateRequested],
  ]
  const those = (wanted: (answer: Answer<unknown>) => boolean): string =>
    listed(
      answers.filter(([, answer]) => wanted(answer)).map(([name]) => name),
      most,
    )
  return facts(
    [
      ['Has', those((answer) => answer.known && isThere(answer.value))],
      ['Has not', those((answer) => answer.known && !isThere(answer.value))],
      ['Not known', those((answer) => !answer.known && isMissing(answer))],
      ['ALPN', alpn.known ? listed(alpn.value, most) || 'none' : missing(alpn)],
      ['HSTS', hsts.known ? (hsts.value ?? 'no Strict-Transport-Security') : missing(hsts)],
      ['Cannot bear', intolerances.join('; ')],
    ],
    screen,
  )
}

function isThere(value: unknown): boolean {
  return value !== false && value !== null
}

/** Whether an answer was wanted and did not come: what does not apply is not missing. */
function isMissing({ reason }: Unanswered): boolean {
  return reason !== 'not-asked'
}

function missing(answer: Unanswered): string {
  return isMissing(answer) ? `not known: ${silence(answer.reason)}` : ''
}
