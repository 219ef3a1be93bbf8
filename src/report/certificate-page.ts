import { type Certificate, lifetimeDays, type Name, type PublicKey, shortName } from '../model/certificate.ts'
import { fromNow } from '../model/duration.ts'
import { matchHostname } from '../model/hostname-match.ts'
import { shownLimits } from '../model/limits.ts'
import type { Delivery } from '../model/observation.ts'
import { expectedName, type Target } from '../model/target.ts'
import { counted, listed, shortened } from '../model/text.ts'
import { sctsOf } from '../model/transparency.ts'
import { endsInPublicRoot, type TrustVerdict } from '../model/trust.ts'
import { validationOf } from './certificate-json.ts'
import { visible } from './escape.ts'
import { compliant } from './inquiry-json.ts'
import type { ServedLeaf } from './leaf.ts'
import { facts, label, painted, paragraph, type Screen } from './page.ts'
import { serialNumber } from './serial-number.ts'
import { cut, width } from './width.ts'
import { day } from './words.ts'

export type Lines = readonly string[]

const validations = {
  dv: 'domain validated',
  ov: 'organisation validated',
  ev: 'extended validation',
  iv: 'individual validated',
} as const

/** What stands on a certificate, and the chain it came with, for a terminal. */
export function certificateLines(
  { certificate, delivery, trust }: ServedLeaf,
  target: Target,
  now: Date,
  screen: Screen,
): Lines {
  const { alternativeNames, issuer, subject, key, signatureAlgorithm, serial, sha256, spkiSha256 } =
    certificate
  const validation = validationOf(certificate.policies)
  const told: readonly (readonly [string, string])[] = [
    ['Subject', wholeName(subject)],
    [
      'Names',
      listed(
        alternativeNames.map(({ value }) => value),
        shownLimits.alternativeNames,
      ) || 'none',
    ],
    ['Host', hostWords(certificate, target)],
    ['Issuer', wholeName(issuer)],
    ['Validation', validation === null ? '' : validations[validation]],
    ['Valid', lifetime(certificate, now)],
    ['Key', keyWords(key)],
    ['Signature', signatureAlgorithm.name],
    ['Serial', serialNumber(serial)],
    ['SHA-256', sha256],
    ['Pin', spkiSha256],
    ['Logged', loggedWords(delivery, now)],
    ['Revocation', revocationWords(delivery)],
    ['Renewal', renewalWords(delivery)],
    ['DANE', daneWords(delivery)],
    ['Problems', certificate.problems.join('; ')],
  ]
  return [...facts(told, screen), ...chainLines(delivery.chain, trust, screen)]
}

/** Nothing where nobody demands it, and nothing is known of it. */
function loggedWords(delivery: Delivery, now: Date): string {
  const count = sctsOf(delivery.transparency).length
  if (count === 0 || !endsInPublicRoot(delivery)) return ''
  const verdict = compliant(delivery, now)
  if (verdict === null) return counted(count, 'signed timestamp')
  return `${counted(count, 'signed timestamp')}, ${verdict ? 'as browsers demand' : 'too few for browsers'}`
}

function revocationWords({ leaf, revocation: { checks } }: Delivery): string {
  const answer = checks.find(({ certificate }) => certificate.sha256 === leaf.sha256)?.answer
  if (answer === undefined || (!answer.known && answer.reason === 'not-asked')) return ''
  if (!answer.known) return 'not known'
  const { status, source, thisUpdate } = answer.value
  return `${status === 'good' ? 'not revoked' : 'revoked'}, by the ${words[source]} of ${day(thisUpdate)}`
}

function renewalWords({ renewal }: Delivery): string {
  if (!renewal.known) return ''
  const { start, end } = renewal.value.window
  return `its CA suggests ${day(start)} to ${day(end)}`
}

function daneWords({ dane }: Delivery): string {
  if (!dane.known || dane.value.records.length === 0) return ''
  const { records, proven } = dane.value
  const named = records.some(({ matches }) => matches === true)
    ? 'one of which names it'
    : 'none of which names it'
  return `${counted(records.length, 'TLSA record')}, ${named}${proven ? ', proven by DNSSEC' : ''}`
}

const words = { staple: 'stapled OCSP answer', crl: 'CRL', ocsp: 'OCSP answer' } as const

function hostWords({ alternativeNames }: Certificate, target: Target): string {
  const host = expectedName(target)
  if (host === null) return ''
  const { matches, matchedName } = matchHostname(alternativeNames, host)
  if (!matches) return `${host} is not covered`
  return matchedName === host ? `${host} is covered` : `${host} is covered by ${matchedName}`
}

function wholeName(name: Name): string {
  const values = name.attributes.map(({ value }) => shortened(value))
  return values.length === 0 ? 'none' : values.toReversed().join(', ')
}

function lifetime(certificate: Certificate, now: Date): string {
  const { notBefore, notAfter } = certificate
  const days = lifetimeDays(certificate)
  const span = days === null ? '' : ` (${Math.round(days)} days)`
  const end =
    notAfter === null ? 'end unknown' : `${notAfter < now ? 'ended' : 'ends'} ${fromNow(notAfter, now)}`
  return `${day(notBefore)} to ${day(notAfter)}${span}, ${end}`
}

function keyWords({ type, bits, curve }: PublicKey): string {
  if (curve !== null) return `${type}, ${curve}`
  return bits === null ? type : `${type}, ${bits} bits`
}

/** The path that is trusted, leaf first; where there is none, the chain as it was sent. */
function chainLines(sent: readonly Certificate[], trust: TrustVerdict, screen: Screen): Lines {
  const path = trust.trusted ? (trust.path?.certificates ?? null) : null
  const shown = path ?? sent
  const digests = new Set(sent.map(({ sha256 }) => sha256))
  const onPath = new Set(shown.map(({ sha256 }) => sha256))
  const besides = sent.filter(({ sha256 }) => !onPath.has(sha256))
  return [
    ...paragraph(label('Chain'), trustWords(trust), screen, trust.trusted ? 'good' : 'bad'),
    ...shown.slice(0, shownLimits.alternativeNames).map((certificate, depth) => {
      const end = path !== null && depth === shown.length - 1
      return link(certificate, depth, digests.has(certificate.sha256), end, screen)
    }),
    ...(shown.length > shownLimits.alternativeNames
      ? [`${indent}… and ${shown.length - shownLimits.alternativeNames} more`]
      : []),
    ...(besides.length === 0
      ? []
      : paragraph(indent, `Also sent: ${listed(besides.map(holder))}`, screen, 'dim')),
  ]
}

const indent = ' '.repeat(14)
const fewestColumns = 20

function link(certificate: Certificate, depth: number, sent: boolean, end: boolean, screen: Screen): string {
  const branch = `${indent}${depth === 0 ? '' : `${'   '.repeat(depth - 1)}└─ `}`
  const origin = sent ? '' : ', from the store'
  const until = `until ${day(certificate.notAfter)}`
  const whole = `${until}${end ? `, trust anchor${origin}` : origin}`
  const name = visible(holder(certificate))
  const room = (note: string): number => screen.width - branch.length - note.length - 2
  // A narrow screen shows who and until when.
  const note = room(whole) < Math.min(fewestColumns, width(name)) ? until : whole
  return `${branch}${cut(name, Math.max(fewestColumns, room(note)))}  ${painted(note, 'dim', screen)}`
}

function holder(certificate: Certificate): string {
  const name = shortName(certificate.subject) || certificate.alternativeNames[0]?.value
  return shortened(name || `serial ${serialNumber(certificate.serial)}`)
}

function trustWords(trust: TrustVerdict): string {
  if (trust.trusted) {
    if (trust.by === 'pin') return 'trusted, because its key is pinned'
    return trust.path.anchor === 'public'
      ? 'trusted, by the public store'
      : 'trusted, by your own trust anchors'
  }
  const { obstacle } = trust
  switch (obstacle.kind) {
    case 'self-signed':
      return 'not trusted: signed by itself'
    case 'unknown-root':
      return `not trusted: no store holds its root ${shortened(obstacle.root)}`
    case 'issuer-missing':
      return `not trusted: the issuer ${shortened(obstacle.issuer)} is missing`
    case 'invalid':
      return `not trusted: ${obstacle.detail}`
    case 'out-of-date':
      return `not trusted now: out of date is ${listed(obstacle.issuers.map(holder))}`
  }
}
