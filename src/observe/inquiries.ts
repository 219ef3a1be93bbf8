import { type Answer, known, unanswered } from '../model/answer.ts'
import { parseHostname } from '../model/hostname.ts'
import { dnsLimits, inquiryLimits } from '../model/limits.ts'
import type { Delivery, Observation } from '../model/observation.ts'
import type { InquiryPolicy, NetworkPolicy } from '../model/policy.ts'
import { isPublicName } from '../model/public-name.ts'
import { isGloballyReachable } from '../model/special-purpose.ts'
import { expectedName, type Target, type Trust } from '../model/target.ts'
import { endsInPublicRoot } from '../model/trust.ts'
import { type Cache, cacheFolder, noCache } from '../net/cache-folder.ts'
import { type Dns, dns as resolver } from '../net/dns.ts'
import { type GuardedHttp, guardedHttp } from '../net/guarded-http.ts'
import type { Lookup } from '../net/resolve.ts'
import { acmeDirectories } from './acme-directories.ts'
import { type Completion, completion } from './aia.ts'
import { ask } from './ask.ts'
import { type CaaInquiry, caaInquiry } from './caa.ts'
import type { Certificates } from './certificates.ts'
import { type DaneInquiry, daneInquiry } from './dane.ts'
import { fuse } from './fuse.ts'
import { logLists, type LogLists, type LogListSource, logListSources } from './log-lists.ts'
import { logSearch } from './log-search.ts'
import { type RenewalInquiry, renewalInquiry } from './renewal.ts'
import { type RevocationInquiry, revocationInquiry } from './revocation.ts'
import { transparencyOf } from './transparency.ts'
import type { TrustStore } from './trust-store.ts'
import { turnstile } from './turnstile.ts'

/** What others than its server say of a certificate: the logs it stands in, and the CA that issued it. */
export type Inquiry = (observation: Observation) => Promise<Observation>

export interface InquiryOptions {
  readonly policy: InquiryPolicy
  /** Where answers are kept between runs; `null`: nowhere. */
  readonly cacheFolder: string | null
}

interface InquiryWays extends InquiryOptions {
  readonly network: NetworkPolicy
  readonly lookup: Lookup
  readonly ipv6: boolean
  readonly certificates: Certificates
  readonly storeFor: (trust: Trust) => TrustStore
  readonly run: AbortSignal
  readonly clock: () => Date
}

/** What there is to know of the target whose delivery is asked about. */
interface Asking {
  readonly publicTarget: boolean
  readonly target: Target
  readonly tlsExtension: Answer<Uint8Array | null>
}

const notAsked = unanswered('not-asked', 'nobody was asked about this certificate')

/** What is known of a certificate before anybody was asked. */
export const notInquired: Pick<
  Delivery,
  'transparency' | 'revocation' | 'renewal' | 'logged' | 'caa' | 'dane'
> = {
  transparency: {
    scts: { embedded: notAsked, tls: notAsked, ocsp: notAsked },
    lists: { chrome: notAsked, apple: notAsked },
  },
  revocation: { checks: [], staple: notAsked },
  renewal: notAsked,
  logged: notAsked,
  caa: [],
  dane: notAsked,
}

const crtSh = 'https://crt.sh/'
/** The service is slow and often down, and a run has others to ask. */
const searchPace = {
  deadlineMs: inquiryLimits.searchMs,
  pausesMs: [5000, 20_000],
  budgetMs: inquiryLimits.allSearchesMs,
  mostAllRows: inquiryLimits.allSearchRows,
}

/** Makes the inquiries of a run, which share what they fetch: one request for each list, one for each CRL. */
export function inquiry(ways: InquiryWays): Inquiry {
  const askers = askersOf(ways)
  return async (observation) => {
    const { deliveries, target } = observation
    if (!deliveries.known || (target.kind === 'file' && target.domain === null)) return observation
    const asking = { publicTarget: isPublic(observation), target, tlsExtension: sctsByTls(observation) }
    const inquired: Answer<readonly Delivery[]> = await ask(() =>
      Promise.all(deliveries.value.map((delivery) => inquire(delivery, asking, ways, askers))),
    )
    // What is not known is an answer already: only a fault of ours comes out here, and it must show.
    return inquired.known
      ? { ...observation, deliveries: known(inquired.value) }
      : { ...observation, deliveries: inquired }
  }
}

/** Those who ask, each one question, and share what they fetch. */
interface Askers {
  readonly lists: () => Promise<LogLists>
  readonly revocation: RevocationInquiry
  readonly renewal: RenewalInquiry
  readonly search: (delivery: Delivery, target: Target) => Promise<Delivery['logged']>
  readonly caa: CaaInquiry
  readonly dane: DaneInquiry
  readonly complete: Completion
}

function askersOf(ways: InquiryWays): Askers {
  const { policy, network, clock, certificates, storeFor } = ways
  const cache: Cache = ways.cacheFolder === null ? noCache : cacheFolder(ways.cacheFolder)
  const http = bounded(guardedHttp({ ...ways, proxy: network.proxy, signal: ways.run }))
  const dns = resolving({ resolver: policy.dns.resolver, deadlineMs: dnsLimits.questionMs, signal: ways.run })
  const common = { http, cache, clock, deadlineMs: inquiryLimits.requestMs }
  return {
    lists: logLists({ ...common, sources: sourcesOf(policy, network) }),
    revocation: revocationInquiry({
      ...common,
      mostCrlBytes: policy.revocation.mostCrlBytes,
      mostAllCrlBytes: inquiryLimits.allCrlBytes,
    }),
    renewal: renewalInquiry({
      ...common,
      own: policy.renewal.directories,
      known: acmeDirectories,
      privateAllowed: network.allowPrivate,
    }),
    search: searching(ways, http, cache),
    caa: caaInquiry(dns),
    dane: daneInquiry(dns, certificates),
    complete: completion({ ...common, certificates, storeFor }),
  }
}

/** All at once: nobody waits for another's answer. */
async function inquire(
  delivery: Delivery,
  { publicTarget, target, tlsExtension }: Asking,
  { policy, network, clock }: InquiryWays,
  askers: Askers,
): Promise<Delivery> {
  const { paths } = delivery.trust
  const trusted = paths.length > 0
  const inPublic = endsInPublicRoot(delivery)
  const allowPrivate = network.allowPrivate && paths.some(({ anchor }) => anchor === 'custom')
  const when = async <T>(asked: boolean, question: () => Promise<T>, otherwise: T): Promise<T> =>
    asked ? question() : otherwise
  const [transparency, revocation, renewal, logged, caa, dane, completed] = await Promise.all([
    when(
      inPublic,
      async () => transparencyOf(delivery, tlsExtension, await askers.lists(), clock()),
      delivery.transparency,
    ),
    when(
      trusted && policy.revocation.enabled,
      () => askers.revocation(delivery, allowPrivate),
      delivery.revocation,
    ),
    when(
      trusted && policy.renewal.ari,
      () => askers.renewal(delivery, { publicTarget, allowPrivate }),
      delivery.renewal,
    ),
    when(
      inPublic && publicTarget && policy.transparency.lookup,
      () => askers.search(delivery, target),
      delivery.logged,
    ),
    when(inPublic && policy.dns.caa, () => askers.caa(delivery), delivery.caa),
    when(policy.dns.dane, () => askers.dane(delivery, target), delivery.dane),
    askers.complete(delivery, target.trust, false),
  ])
  return { ...completed, transparency, revocation, renewal, logged, caa, dane }
}

/** A target that anybody on the Internet could look at: by its name, and by every address that it has. */
function isPublic({ target, addresses }: Observation): boolean {
  const name = expectedName(target)
  if (name === null || !isPublicName(name)) return false
  if (target.kind === 'endpoint' && !isPublicName(target.host)) return false
  return addresses.every(({ address }) => address === null || isGloballyReachable(address))
}

/** They belong to the leaf of their own handshake: of several leaves nobody knows whose they are. */
function sctsByTls({ tls, deliveries }: Observation): Answer<Uint8Array | null> {
  if (!tls.known)
    return unanswered('not-asked', 'SCTs in the TLS extension are looked at by "scan: tls" only')
  if (deliveries.known && deliveries.value.length > 1)
    return unanswered('not-asked', 'it is not known whose the SCTs in the TLS extension are')
  return tls.value.features.scts
}

/** An address of the user's own may be private, but not in a run of a stranger's config. */
function sourcesOf(
  { transparency: { logListUrl } }: InquiryPolicy,
  { allowPrivate }: NetworkPolicy,
): typeof logListSources {
  if (logListUrl === null) return logListSources
  const own: LogListSource = { url: logListUrl, signature: null, allowPrivate }
  return { ...logListSources, chrome: own }
}

function bounded(http: GuardedHttp): GuardedHttp {
  const gate = turnstile(inquiryLimits.atOnce, inquiryLimits.perHost)
  const fuses = fuse(inquiryLimits.silences)
  return (request) => {
    const host = URL.canParse(request.url) ? new URL(request.url).host : ''
    return gate.pass(host, () => fuses.through(host, () => http(request)))
  }
}

/** What the service of the config finds for a target; a name of which nobody else may know is not sent to it. */
function searching(
  { policy, network, clock, run }: InquiryWays,
  http: GuardedHttp,
  cache: Cache,
): (delivery: Delivery, target: Target) => Promise<Delivery['logged']> {
  const { searchUrl } = policy.transparency
  const allowPrivate = searchUrl !== null && network.allowPrivate
  const through = logSearch({ ...searchPace, http, cache, clock, run, url: searchUrl ?? crtSh, allowPrivate })
  return async (delivery, target) => {
    const host = parseHostname(expectedName(target) ?? '')
    return host === undefined ? notAsked : through(delivery, host)
  }
}

/** Questions to a resolver that has to answer them all. */
function resolving(ways: Parameters<typeof resolver>[0]): Dns {
  const gate = turnstile(inquiryLimits.atOnce, inquiryLimits.atOnce)
  const fuses = fuse(inquiryLimits.silences)
  const through = resolver(ways)
  return (name, type) => gate.pass('', () => fuses.through('the resolver', () => through(name, type)))
}
