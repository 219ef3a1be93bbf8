import { type Answer, known, unanswered } from '../model/answer.ts'
import type { Delivery, Observation } from '../model/observation.ts'
import type { InquiryPolicy, NetworkPolicy } from '../model/policy.ts'
import { endsInPublicRoot } from '../model/trust.ts'
import { type Cache, cacheFolder, noCache } from '../net/cache-folder.ts'
import { type GuardedHttp, guardedHttp } from '../net/guarded-http.ts'
import type { Lookup } from '../net/resolve.ts'
import { ask } from './ask.ts'
import { logLists, type LogListSource, logListSources } from './log-lists.ts'
import { revocationInquiry } from './revocation.ts'
import { transparencyOf } from './transparency.ts'
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
  readonly run: AbortSignal
  readonly clock: () => Date
}

const notAsked = unanswered('not-asked', 'nobody was asked about this certificate')

/** What is known of a certificate before anybody was asked. */
export const notInquired: Pick<Delivery, 'transparency' | 'revocation'> = {
  transparency: {
    scts: { embedded: notAsked, tls: notAsked, ocsp: notAsked },
    lists: { chrome: notAsked, apple: notAsked },
  },
  revocation: { checks: [], staple: notAsked },
}

/** Requests at one time, in all and to one address. */
const mostAtOnce = 16
const mostPerHost = 2

/** Makes the inquiries of a run, which share what they fetch: one request for each list, one for each CRL. */
export function inquiry(ways: InquiryWays): Inquiry {
  const { policy, network, clock } = ways
  const cache: Cache = ways.cacheFolder === null ? noCache : cacheFolder(ways.cacheFolder)
  const http = bounded(guardedHttp({ ...ways, proxy: network.proxy, signal: ways.run }))
  const lists = logLists({ sources: sourcesOf(policy, network), http, cache, clock })
  const { enabled, mostCrlBytes } = policy.revocation
  const revocation = revocationInquiry({ http, cache, clock, mostCrlBytes })

  const inquire = async (delivery: Delivery, tlsExtension: Answer<Uint8Array | null>): Promise<Delivery> => {
    const { paths } = delivery.trust
    if (paths.length === 0) return delivery
    const allowPrivate = network.allowPrivate && paths.some(({ anchor }) => anchor === 'custom')
    return {
      ...delivery,
      ...(endsInPublicRoot(delivery) && {
        transparency: await transparencyOf(delivery, tlsExtension, await lists(), clock()),
      }),
      ...(enabled && { revocation: await revocation(delivery, allowPrivate) }),
    }
  }

  return async (observation) => {
    const { deliveries, target } = observation
    if (!deliveries.known || (target.kind === 'file' && target.domain === null)) return observation
    const tlsExtension = sctsByTls(observation)
    const inquired: Answer<readonly Delivery[]> = await ask(() =>
      Promise.all(deliveries.value.map((delivery) => inquire(delivery, tlsExtension))),
    )
    // What is not known is an answer already: only a fault of ours comes out here, and it must show.
    return inquired.known
      ? { ...observation, deliveries: known(inquired.value) }
      : { ...observation, deliveries: inquired }
  }
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
  const gate = turnstile(mostAtOnce, mostPerHost)
  return (request) =>
    gate.pass(URL.canParse(request.url) ? new URL(request.url).host : '', () => http(request))
}
