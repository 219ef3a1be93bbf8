import { type Unanswered, unanswered } from '../../model/answer.ts'
import type { Enumeration, NamedGroup, Offer } from '../../model/tls-scan.ts'
import { cipherSuite } from '../../wire/cipher-suite.ts'
import { namedGroup } from '../../wire/named-group.ts'
import type { Ledger } from './ledger.ts'
import { curvesSeen, type GroupSearch } from './old-curves.ts'
import { isDefinite, type Refusal } from './reply.ts'
import type { OldSearch, VersionSearch } from './versions.ts'

/** What the server would agree to under each version, the oldest first. */
export function offersOf(
  { ssl2, old, tls13 }: VersionSearch,
  searched: readonly GroupSearch[],
  best: OldSearch | undefined,
  schemes: Offer['signatureSchemes'],
  ledger: Ledger,
  doubt: Unanswered | null,
): readonly Offer[] {
  const none = { found: [], cut: null }
  const nothingToPick = unanswered('not-asked', 'the client picks')
  const offers: Offer[] = []
  if (ssl2.known && ssl2.value !== null) {
    const suites = { found: ssl2.value.cipherSpecs.map(cipherSuite), cut: null }
    offers.push({
      version: 'SSLv2',
      suites,
      serverPreference: nothingToPick,
      groups: none,
      signatureSchemes: none,
    })
  }
  const withDoubt = (refusals: readonly Refusal[], cut: Unanswered | null): Unanswered | null =>
    cut ?? (refusals.some((refusal) => !isDefinite(refusal)) ? doubt : null)
  const groupsIn = (version: OldSearch['version'], suites: readonly number[]): Enumeration<NamedGroup> => {
    if (best !== undefined && version !== best.version)
      return curvesSeen(version, suites, best.version, ledger)
    const found = searched.flatMap(({ groups }) => groups.found)
    const cut = searched.map(({ groups, refusals }) => withDoubt(refusals, groups.cut))
    return { found, cut: cut.find((why) => why !== null) ?? null }
  }
  for (const { version, suites } of old) {
    if (suites === null) continue
    offers.push({
      version,
      suites: { found: suites.found.map(cipherSuite), cut: withDoubt(suites.refusals, suites.cut) },
      serverPreference: suites.serverPreference,
      groups: groupsIn(version, suites.found),
      signatureSchemes: version === 'TLSv1.2' ? schemes : none,
    })
  }
  if (tls13.kind === 'offered')
    offers.push({
      version: 'TLSv1.3',
      suites: { found: tls13.suites.map(cipherSuite), cut: withDoubt(tls13.refusals, tls13.suitesCut) },
      serverPreference: tls13.serverPreference,
      groups: { found: tls13.groups.map(namedGroup), cut: withDoubt(tls13.refusals, tls13.groupsCut) },
      signatureSchemes: none,
    })
  return offers
}
