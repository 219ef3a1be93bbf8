import { X509Certificate } from 'node:crypto'

import type { Reason } from '../../src/model/answer.ts'
import type { Certificate } from '../../src/model/certificate.ts'
import type { Delivery, Observation, TrustEvidence } from '../../src/model/observation.ts'
import type { NetworkPolicy } from '../../src/model/policy.ts'
import type { EndpointTarget, Target } from '../../src/model/target.ts'
import type { Lookup } from '../../src/net/resolve.ts'
import { type Certificates, certificates } from '../../src/observe/certificates.ts'
import { observer, type Observer, type ObserverOptions } from '../../src/observe/observe.ts'
import { trustStores } from '../../src/observe/trust-store.ts'
import { trustEvidence } from '../../src/observe/trust.ts'
import type { Minted } from '../../src/terminal/lab/mint.ts'
import { served } from '../support/mint.ts'
import { hostname, target } from '../support/observation.ts'

export const network: NetworkPolicy = {
  concurrency: 64,
  connectionsPerHost: 4,
  allowPrivate: true,
  proxy: null,
}

/** An observer for loopback: every name leads to 127.0.0.1 unless told otherwise. */
export function watcher(differs: Partial<ObserverOptions> = {}): Observer {
  return observer({
    network,
    lookup: leadingTo('127.0.0.1'),
    run: new AbortController().signal,
    clock: () => new Date(),
    retryPauseMs: 1,
    ...differs,
  })
}

/** A resolver that knows these addresses for every name. */
export function leadingTo(...addresses: readonly string[]): Lookup {
  return () => Promise.resolve(addresses.map((address) => ({ address })))
}

/** service.example at that port, asked once, with two seconds for the answer. */
export function at(port: number, differs: Partial<EndpointTarget> = {}): EndpointTarget {
  return target({ host: hostname(served), port, timeoutMs: 2000, retries: 0, ...differs })
}

/** Trust in these anchors and in nobody else. */
export function trusting(...anchors: readonly Minted[]): Pick<EndpointTarget, 'trust'> {
  return { trust: { anchors: anchors.map(({ der }) => der), public: false } }
}

export function observe(target: Target, differs: Partial<ObserverOptions> = {}): Promise<Observation> {
  return watcher(differs).observe(target)
}

/** What was served; throws when nothing was. */
export function deliveriesOf({ deliveries }: Observation): readonly Delivery[] {
  if (deliveries.known) return deliveries.value
  throw new Error(`nothing was served: ${deliveries.reason}, ${deliveries.detail}`)
}

/** The only chain that was served. */
export function onlyDelivery(observation: Observation): Delivery {
  const [first, ...others] = deliveriesOf(observation)
  if (first === undefined || others.length > 0) throw new Error(`${others.length + 1} chains were served`)
  return first
}

export function reasonOf({ deliveries }: Observation): Reason | 'known' {
  return deliveries.known ? 'known' : deliveries.reason
}

export function detailOf({ deliveries }: Observation): string {
  return deliveries.known ? '' : deliveries.detail
}

/** Digests of certificates, to compare what was served with what was seen. */
export function digests(chain: readonly (Minted | Certificate)[]): readonly string[] {
  return chain.map(({ der }) => new X509Certificate(der).fingerprint256)
}

const shared = certificates()

/** What trust can be built on a chain as sent, with these anchors and no others. */
export function trustIn(
  chain: readonly Minted[],
  anchors: readonly Minted[],
  read: Certificates = shared,
): TrustEvidence {
  const [first, ...others] = chain.map(({ der }) => read.read(der))
  if (first === undefined) throw new TypeError('a chain has a leaf')
  const store = trustStores(read)({ anchors: anchors.map(({ der }) => der), public: false })
  return trustEvidence([first, ...others], store, read)
}
