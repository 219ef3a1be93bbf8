import type { Answer } from '../../model/answer.ts'
import type { Delivery } from '../../model/observation.ts'
import { keyName } from '../../model/remembered-certificate.ts'
import type { NamedGroup, Offer, TlsScan } from '../../model/tls-scan.ts'
import { belowTls13, offered, offerUnder, someSuites } from '../offered.ts'
import { flagged, usesDh, usesCurve } from '../suites.ts'
import { groupEquivalent, keyEquivalent } from './rsa-equivalent.ts'

/** A key or parameter that a session rests on, scored like the RSA key that is as strong. */
interface KeyExchange {
  /** `a certificate key of RSA 1024`. */
  readonly says: string
  readonly score: number
  /** What would raise the score. */
  readonly change: string
}

const largerKeys = 'Use 2,048 bits or more, P-256 or X25519'
const noExport = 'Remove the export suites'

/** Every key and parameter offered; `null` when one was not seen, or nobody here can weigh it. */
export function keyExchanges(
  scan: TlsScan,
  deliveries: Answer<readonly Delivery[]>,
): readonly KeyExchange[] | null {
  const { suites, cut } = offered(scan)
  const groups = olderGroups(scan)
  if (cut !== null || suites.length === 0 || groups === null || !deliveries.known) return null
  const latest = latestGroups(scan)
  if (scan.dh.length === 0 && offered(scan, usesDh, belowTls13).suites.length > 0) return null
  const measured = [
    ...deliveries.value.map(({ leaf }) =>
      ofSize(keyEquivalent(leaf.key), `a certificate key of ${keyName(leaf.key)}`),
    ),
    ...[...groups, ...latest.found].map((group) => ofSize(groupEquivalent(group), `the group ${group.name}`)),
    ...scan.dh.map(({ bits, exportGrade }) =>
      exportGrade
        ? { says: `export-grade DH of ${bits} bits`, score: exportScore, change: noExport }
        : ofSize(bits, `DH of ${bits} bits`),
    ),
  ]
  const all = [...measured, ...byName(scan)].filter((one) => one !== null)
  const unseen = latest.cut !== null && all.every(({ score }) => score > worstLatest)
  return measured.includes(null) || unseen ? null : all
}

/** No group of TLS 1.3 is weaker than RSA 2048 (RFC 8446 §4.2.7): those that were not seen change no score below. */
const worstLatest = 90

const exportScore = 40

/** What a suite says about its key exchange, whatever the size of keys. */
function byName(scan: TlsScan): readonly KeyExchange[] {
  const anonymous = offered(scan, flagged('ANON')).suites
  const exported = offered(scan, flagged('EXPORT')).suites
  return [
    ...(anonymous.length === 0
      ? []
      : [
          {
            says: `anonymous key exchange: ${someSuites(anonymous)}`,
            score: 0,
            change: 'Remove the anonymous suites',
          },
        ]),
    ...(exported.length === 0
      ? []
      : [
          {
            says: `key exchange of export grade: ${someSuites(exported)}`,
            score: exportScore,
            change: noExport,
          },
        ]),
  ]
}

function ofSize(modulus: number | null, says: string): KeyExchange | null {
  return modulus === null ? null : { says, score: sizeScore(modulus), change: largerKeys }
}

/** The guide's table, by the size of an RSA key that is as strong. */
export function sizeScore(modulus: number): number {
  if (modulus < 512) return 20
  if (modulus < 1024) return 40
  if (modulus < 2048) return 80
  return modulus < 4096 ? 90 : 100
}

/** Every group offered; `null` when some may be missing. */
export function groupsOf(scan: TlsScan): readonly NamedGroup[] | null {
  const [older, latest] = [olderGroups(scan), latestGroups(scan)]
  return older === null || latest.cut !== null ? null : [...older, ...latest.found]
}

const none: Offer['groups'] = { found: [], cut: null }

function latestGroups(scan: TlsScan): Offer['groups'] {
  return offerUnder(scan, 'TLSv1.3')?.groups ?? none
}

/** Below TLS 1.3 groups are the server's, not a version's: those of one version, asked in full, hold for all. */
function olderGroups(scan: TlsScan): readonly NamedGroup[] | null {
  const needed = scan.offers.filter(
    ({ version, suites }) => version !== 'TLSv1.3' && suites.found.some(usesCurve),
  )
  const searched = needed.filter(({ groups }) => groups.cut?.reason !== 'not-asked')
  const missing = searched.some(({ groups }) => groups.cut !== null || groups.found.length === 0)
  if (missing || (needed.length > 0 && searched.length === 0)) return null
  return needed.flatMap(({ groups }) => groups.found)
}
