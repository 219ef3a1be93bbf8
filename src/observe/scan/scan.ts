import { type Answer, known, type Unanswered, unanswered } from '../../model/answer.ts'
import type { TlsVersion } from '../../model/observation.ts'
import type { Enumeration, NamedGroup, Offer, TlsScan } from '../../model/tls-scan.ts'
import { cipherSuite } from '../../wire/cipher-suite.ts'
import { readableSuites } from '../../wire/key-schedule.ts'
import { namedGroup } from '../../wire/named-group.ts'
import { helloShape } from './candidates.ts'
import { fallback, featuresSeen, protocolsChosen, searchSchemes, webProtocols } from './extras.ts'
import { type Patience, refusalText } from './first-hello.ts'
import { computableGroups, keyPair } from './key-pair.ts'
import { Ledger, type ShownChain } from './ledger.ts'
import { type CurveSearch, curvesSeen, searchCurves, searchFieldGroups } from './old-curves.ts'
import { askProbes } from './probes/probe.ts'
import { type ProtectedFlight, shownAtOnce } from './protected-flight.ts'
import { isDefinite, type Refusal } from './reply.ts'
import type { Session } from './session.ts'
import { unproved } from './ssl2.ts'
import { type OldSearch, searchVersions, type VersionSearch } from './versions.ts'

export interface ScanWish {
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

  const curves =
    best === undefined ? null : await searchCurves(best.version, best.suites?.found ?? [], session, ledger)
  if (best !== undefined) await searchFieldGroups(best.version, best.suites?.found ?? [], session, ledger)
  const tls12 = offered.find(({ version }) => version === 'TLSv1.2')
  const schemes = await searchSchemes(tls12, wish.probes, session, ledger)
  const fallbackSeen = await fallback(offered, session)
  const shown = await shownIn13(found, best, session)
  const alpn = await askProtocols(wish, found, shown, best, session)
  const http = wish.web && (wish.httpsPort || (alpn.known && alpn.value.length > 0))
  const hsts = http ? await wish.askHsts() : unanswered('not-asked', 'HTTP is not spoken here')
  const doubt = await doubtOf(found, curves, session)
  const versions = verdicts(found, session, doubt)
  if (Object.values(versions).every((verdict) => !verdict.known))
    return { tls: nothing(versions), chains: [] }

  const seen = {
    versions,
    offers: offersOf(found, curves, best, schemes, ledger, doubt),
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

/** RFC 5246 §E.1: a server answers a newer hello in the newest version that it has; some refuse it instead. */
function versionIntolerances({ old }: VersionSearch): readonly string[] {
  const best = old.findLastIndex(({ suites }) => suites !== null)
  if (best < 0) return []
  return old.slice(best + 1).flatMap(({ version, first }) => {
    if (first.kind !== 'refused' || first.refusal === null) return []
    const what = refusalText(first.refusal)
    return [`A ${version} hello is refused (${what}) instead of answered in ${old[best]?.version}.`]
  })
}

function ofTls13({ tls13 }: VersionSearch): readonly string[] {
  return tls13.kind === 'offered' ? tls13.intolerances : []
}

/**
 * What a refusal is worth that no later answer confirms: the last of them is made sure of by a hello that was answered
 * before. `null`: all refusals count. Lists that ended with a definite alert need no such proof.
 */
async function doubtOf(
  found: VersionSearch,
  curves: CurveSearch | null,
  session: Session,
): Promise<Unanswered | null> {
  const ofVersions = found.old.flatMap(({ first }) => (first.kind === 'refused' ? [first.refusal] : []))
  const ofTls13 = found.tls13.kind === 'refused' ? [found.tls13.refusal] : []
  const ofLists = [
    ...found.old.flatMap(({ suites }) => suites?.refusals ?? []),
    ...(found.tls13.kind === 'offered' ? found.tls13.refusals : []),
    ...(curves?.refusals ?? []),
  ].filter((refusal) => !isDefinite(refusal))
  const all = [...ofVersions, ...ofTls13, ...ofLists].filter(
    (refusal): refusal is Refusal => refusal !== null,
  )
  const last = all.toSorted((a, b) => b.at - a.at)[0]
  if (last === undefined) return null
  const sure = await session.confirms(last)
  return sure.known ? null : sure
}

function verdicts(
  { ssl2, old, tls13 }: VersionSearch,
  session: Session,
  doubt: Unanswered | null,
): TlsScan['versions'] {
  const no = (refusal: Refusal | null): Answer<boolean> =>
    refusal === null || doubt === null || session.answeredSince(refusal.at) ? known(false) : doubt
  const of = (search: OldSearch['first'] | VersionSearch['tls13']): Answer<boolean> => {
    if (search.kind === 'offered') return known(true)
    return search.kind === 'refused' ? no(search.refusal) : search.why
  }
  const firsts = new Map(old.map(({ version, first }) => [version, of(first)]))
  const unasked = unanswered('not-asked', 'this version was not asked for')
  return {
    SSLv2: ssl2Verdict(ssl2, session, doubt),
    SSLv3: firsts.get('SSLv3') ?? unasked,
    TLSv1: firsts.get('TLSv1') ?? unasked,
    'TLSv1.1': firsts.get('TLSv1.1') ?? unasked,
    'TLSv1.2': firsts.get('TLSv1.2') ?? unasked,
    'TLSv1.3': of(tls13),
  }
}

/** To hang up is a "no" to SSL 2.0 from a server that answers other hellos. */
function ssl2Verdict(
  ssl2: VersionSearch['ssl2'],
  session: Session,
  doubt: Unanswered | null,
): Answer<boolean> {
  if (!ssl2.known) return ssl2
  if (ssl2.value !== null) return known(true)
  return session.answeredSince(-1) ? (doubt ?? known(false)) : unproved()
}

/** Nothing was answered: why not, a refusal that proves nothing last. */
function nothing(versions: TlsScan['versions']): Unanswered {
  const all = Object.values(versions).flatMap((verdict) => (verdict.known ? [] : [verdict]))
  const telling = all.find(({ reason }) => reason !== 'not-asked' && reason !== 'refused-handshake')
  return telling ?? all[0] ?? unproved()
}

function offersOf(
  { ssl2, old, tls13 }: VersionSearch,
  curves: CurveSearch | null,
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
  for (const { version, suites } of old) {
    if (suites === null) continue
    offers.push({
      version,
      suites: { found: suites.found.map(cipherSuite), cut: withDoubt(suites.refusals, suites.cut) },
      serverPreference: suites.serverPreference,
      groups: groupsOf(version, suites.found, curves, best, ledger),
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

function groupsOf(
  version: OldSearch['version'],
  suites: readonly number[],
  curves: CurveSearch | null,
  best: OldSearch | undefined,
  ledger: Ledger,
): Enumeration<NamedGroup> {
  if (best === undefined || curves === null) return { found: [], cut: null }
  return version === best.version ? curves.groups : curvesSeen(version, suites, best.version, ledger)
}

/** What TLS 1.3 shows; once more at once where no older version has shown a certificate in clear. */
async function shownIn13(
  { tls13 }: VersionSearch,
  best: OldSearch | undefined,
  session: Session,
): Promise<readonly ProtectedFlight[]> {
  if (tls13.kind !== 'offered') return []
  const suites = tls13.suites.filter((suite) => readableSuites.includes(suite))
  const pair = tls13.groups.map(keyPair).find((made) => made !== undefined)
  if (best !== undefined || pair === undefined || suites.length === 0) return tls13.shown
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
