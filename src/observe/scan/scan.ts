import type { IpAddress } from '../../model/address.ts'
import { type Answer, known, unanswered } from '../../model/answer.ts'
import type { TlsVersion } from '../../model/observation.ts'
import type { TlsScan } from '../../model/tls-scan.ts'
import { readableSuites } from '../../wire/key-schedule.ts'
import { helloShape } from './candidates.ts'
import { fallback, featuresSeen, protocolsChosen, searchSchemes, webProtocols } from './extras.ts'
import type { Patience } from './first-hello.ts'
import { computableGroups, keyPair } from './key-pair.ts'
import { Ledger, type ShownChain } from './ledger.ts'
import { offersOf } from './offers.ts'
import { type GroupSearch, searchCurves, searchFieldGroups } from './old-curves.ts'
import { askProbes } from './probes/probe.ts'
import { type ProtectedFlight, shownAtOnce } from './protected-flight.ts'
import type { Session } from './session.ts'
import { doubtOf, nothing, verdicts, versionIntolerances } from './verdicts.ts'
import { type OldSearch, searchVersions, type VersionSearch } from './versions.ts'

export interface ScanWish {
  /** Where the server is; `null`: only the proxy knows. */
  readonly address: IpAddress | null
  readonly probes: boolean
  /** Whether TLS begins at once, so that the server may be one of the Web: then ALPN offers HTTP. */
  readonly web: boolean
  /** Whether the port is one of HTTPS: there HSTS is asked for, whatever ALPN says. */
  readonly httpsPort: boolean
  readonly askHsts: () => Promise<TlsScan['hsts']>
}

export interface Scanned {
  readonly tls: Answer<TlsScan>
  /** Every chain that a flight showed. */
  readonly chains: readonly ShownChain[]
}

/** Everything a server would agree to, asked for hello by hello, and what it shows on the way. */
export async function scanTls(session: Session, wish: ScanWish): Promise<Scanned> {
  const ledger = new Ledger()
  const patience: Patience = { proved: false, intolerances: [] }
  const protocols = wish.web ? webProtocols : []
  const found = await searchVersions(session, ledger, patience, protocols)
  const offered = found.old.filter((search) => search.suites !== null)
  const best = offered.at(-1)

  // One after another these take as long as the suites; none hangs on what another finds.
  const [groups, fallbackSeen, { shown, alpn, hsts }] = await Promise.all([
    searchGroups(best, session, ledger),
    fallback(offered, session),
    askTheWeb(wish, found, best, session),
  ])
  const tls12 = offered.find(({ version }) => version === 'TLSv1.2')
  const schemes = await searchSchemes(tls12, wish.probes, session, ledger)
  const doubt = await doubtOf(found, groups, session)
  const versions = verdicts(found, session, doubt)
  if (Object.values(versions).every((verdict) => !verdict.known))
    return { tls: nothing(versions), chains: [] }

  const seen = {
    address: wish.address,
    versions,
    offers: offersOf(found, groups, best, schemes, ledger, doubt),
    dh: [...ledger.primes.values()].toSorted((a, b) => a.bits - b.bits),
    alpn,
    features: featuresSeen(ledger, shown, fallbackSeen),
    intolerances: [...patience.intolerances, ...versionIntolerances(found), ...ofTls13(found)],
    hsts,
    sslv2Elsewhere: [],
  }
  const probes = await askProbes(session, seen, wish.probes)
  return { tls: known({ ...seen, probes }), chains: [...ledger.chains, ...chainsOf(found, shown)] }
}

/** What TLS 1.3 shows, ALPN, and HSTS where that has shown that HTTP is spoken. */
async function askTheWeb(
  wish: ScanWish,
  found: VersionSearch,
  best: OldSearch | undefined,
  session: Session,
): Promise<{ readonly shown: readonly ProtectedFlight[] } & Pick<TlsScan, 'alpn' | 'hsts'>> {
  const shown = await shownIn13(found, best, session)
  const alpn = await askProtocols(wish, found, shown, best, session)
  const http = wish.web && (wish.httpsPort || (alpn.known && alpn.value.length > 0))
  const hsts = http ? await wish.askHsts() : unanswered('not-asked', 'HTTP is not spoken here')
  return { shown, alpn, hsts }
}

/** Curves, and Diffie-Hellman groups after them: both stand in the one registry. */
async function searchGroups(
  best: OldSearch | undefined,
  session: Session,
  ledger: Ledger,
): Promise<readonly GroupSearch[]> {
  if (best?.suites == null) return []
  const { version, suites } = best
  const curves = await searchCurves(version, suites.found, session, ledger)
  return [curves, await searchFieldGroups(version, suites.found, session, ledger)]
}

function ofTls13({ tls13 }: VersionSearch): readonly string[] {
  return tls13.kind === 'offered' ? tls13.intolerances : []
}

/** What TLS 1.3 shows; once more at once where no older version has shown a certificate in clear. */
async function shownIn13(
  { tls13 }: VersionSearch,
  best: OldSearch | undefined,
  session: Session,
): Promise<readonly ProtectedFlight[]> {
  if (tls13.kind !== 'offered') return []
  const suites = tls13.suites.filter((suite) => readableSuites.includes(suite))
  const group = tls13.groups.find((one) => computableGroups.includes(one))
  const pair = best !== undefined || group === undefined ? undefined : keyPair(group)
  if (pair === undefined || suites.length === 0) return tls13.shown
  const shape = helloShape('TLSv1.3', suites, { groups: [pair.group] })
  const again = await session.talk((conversation) =>
    shownAtOnce(conversation, shape, session.servername, pair),
  )
  return again.known ? [...tls13.shown, again.value] : tls13.shown
}

async function askProtocols(
  wish: ScanWish,
  { old, tls13 }: VersionSearch,
  shown: readonly ProtectedFlight[],
  best: OldSearch | undefined,
  session: Session,
): Promise<TlsScan['alpn']> {
  if (!wish.web) return unanswered('not-asked', 'the protocol was settled before TLS')
  const first = old.find(({ version }) => version === best?.version)?.first
  if (tls13.kind === 'offered' && tls13.protocols !== null) return known(tls13.protocols)
  if (tls13.kind === 'offered' && shown[0] !== undefined) {
    const groups = tls13.groups.filter((group) => computableGroups.includes(group))
    const shape = helloShape('TLSv1.3', tls13.suites, { groups })
    return protocolsChosen(shown[0].protocol, shape, session)
  }
  if (best?.suites == null || first?.kind !== 'offered')
    return unanswered('not-asked', 'no version that knows ALPN shows it in clear')
  const shape = helloShape(best.version, best.suites.found)
  const reply = await session.ask({ ...shape, protocols: webProtocols })
  if (reply.kind === 'silence') return reply.why
  if (reply.kind !== 'flight') return unanswered('malformed', 'the server refuses what it accepted before')
  return protocolsChosen(reply.protocol, shape, session)
}

/** Chains that did not come in a flight up to TLS 1.2. */
function chainsOf({ ssl2 }: VersionSearch, shown: readonly ProtectedFlight[]): readonly ShownChain[] {
  const current = shown.map(({ suite, entries }): ShownChain => ({
    chain: entries.map(({ der }) => der),
    version: 'TLSv1.3',
    suite,
  }))
  const [spec] = ssl2.known && ssl2.value !== null ? ssl2.value.cipherSpecs : []
  if (!ssl2.known || ssl2.value === null || ssl2.value.certificate.length === 0 || spec === undefined)
    return current
  return [...current, { chain: [ssl2.value.certificate], version: 'SSLv2' satisfies TlsVersion, suite: spec }]
}
