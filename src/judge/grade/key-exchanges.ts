import type { Answer } from '../../model/answer.ts'
import type { Delivery } from '../../model/observation.ts'
import { keyName } from '../../model/remembered-certificate.ts'
import type { NamedGroup, TlsScan } from '../../model/tls-scan.ts'
import { belowTls13, offered, suiteList } from '../offered.ts'
import { flagged, usesDh, usesGroup } from '../suites.ts'
import { groupEquivalent, keyEquivalent } from './rsa-equivalent.ts'

/** A key or parameter that a session rests on, scored like the RSA key that is as strong. */
interface KeyExchange {
  /** `a certificate key of RSA 1024`. */
  readonly says: string
  readonly score: number
}

/** Every key and parameter offered; `null` when one was not seen, or nobody here can weigh it. */
export function keyExchanges(
  scan: TlsScan,
  deliveries: Answer<readonly Delivery[]>,
): readonly KeyExchange[] | null {
  const { suites, cut } = offered(scan)
  const groups = groupsOf(scan)
  if (cut !== null || suites.length === 0 || groups === null || !deliveries.known) return null
  if (scan.dh.length === 0 && offered(scan, usesDh, belowTls13).suites.length > 0) return null
  const measured = [
    ...deliveries.value.map(({ leaf }) =>
      ofSize(keyEquivalent(leaf.key), `a certificate key of ${keyName(leaf.key)}`),
    ),
    ...groups.map((group) => ofSize(groupEquivalent(group), `the group ${group.name}`)),
    ...scan.dh.map(({ bits, exportGrade }) =>
      exportGrade
        ? { says: `export-grade DH of ${bits} bits`, score: exportScore }
        : ofSize(bits, `DH of ${bits} bits`),
    ),
  ]
  const all = [...measured, ...byName(scan)].filter((one) => one !== null)
  return measured.includes(null) ? null : all
}

const exportScore = 40

/** What a suite says about its key exchange, whatever the size of keys. */
function byName(scan: TlsScan): readonly KeyExchange[] {
  const anonymous = offered(scan, flagged('ANON')).suites
  const exported = offered(scan, flagged('EXPORT')).suites
  return [
    ...(anonymous.length === 0
      ? []
      : [{ says: `anonymous key exchange: ${suiteList(anonymous)}`, score: 0 }]),
    ...(exported.length === 0
      ? []
      : [{ says: `key exchange of export grade: ${suiteList(exported)}`, score: exportScore }]),
  ]
}

function ofSize(modulus: number | null, says: string): KeyExchange | null {
  return modulus === null ? null : { says, score: sizeScore(modulus) }
}

/** The guide's table, by the size of an RSA key that is as strong. */
export function sizeScore(modulus: number): number {
  if (modulus < 512) return 20
  if (modulus < 1024) return 40
  if (modulus < 2048) return 80
  return modulus < 4096 ? 90 : 100
}

/**
 * Every group offered; `null` when some may be missing. Below TLS 1.3 they are the server's, not a version's, and may
 * have been asked for under one version only.
 */
export function groupsOf(scan: TlsScan): readonly NamedGroup[] | null {
  const needed = scan.offers.filter(({ suites }) => suites.found.some(usesGroup))
  const [latest, older] = [
    needed.filter(({ version }) => version === 'TLSv1.3'),
    needed.filter(({ version }) => version !== 'TLSv1.3'),
  ]
  const searched = older.filter(({ groups }) => groups.cut?.reason !== 'not-asked')
  const missing = [...latest, ...searched].some(
    ({ groups }) => groups.cut !== null || groups.found.length === 0,
  )
  if (missing || (older.length > 0 && searched.length === 0)) return null
  return [...latest, ...searched].flatMap(({ groups }) => groups.found)
}
