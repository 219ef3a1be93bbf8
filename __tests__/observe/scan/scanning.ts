import type { Answer } from '../../../src/model/answer.ts'
import type { TlsVersion } from '../../../src/model/observation.ts'
import type { EndpointTarget } from '../../../src/model/target.ts'
import type { Offer, TlsScan } from '../../../src/model/tls-scan.ts'
import { secureContexts } from '../../../src/net/tls-context.ts'
import { certificates } from '../../../src/observe/certificates.ts'
import { type EndpointScan, scanEndpoint } from '../../../src/observe/scan/scan-endpoint.ts'
import type { Surroundings } from '../../../src/observe/surroundings.ts'
import { trustStores } from '../../../src/observe/trust-store.ts'
import { turnstile } from '../../../src/observe/turnstile.ts'
import { hostname, ip } from '../../support/observation.ts'
import { at, leadingTo, network } from '../observing.ts'

const read = certificates()

/** What a run on loopback shares. */
export function surroundings(differs: Partial<Surroundings> = {}): Surroundings {
  return {
    network,
    lookup: leadingTo('127.0.0.1'),
    ipv6: false,
    retryPauseMs: 1,
    turnstile: turnstile(64, 4),
    contexts: secureContexts(),
    certificates: read,
    storeFor: trustStores(read),
    run: new AbortController().signal,
    clock: () => new Date(),
    ...differs,
  }
}

/** Scans service.example at that port, without the ordinary handshakes that come before. */
export function scanning(
  port: number,
  differs: Partial<EndpointTarget> = {},
  around: Surroundings = surroundings(),
): Promise<EndpointScan> {
  const address = ip('127.0.0.1')
  const target = at(port, { scan: 'tls', host: hostname('service.example'), ...differs })
  return scanEndpoint(target, { host: address, address, shut: null }, null, around)
}

/** What the scan found; throws when it found nothing. */
export async function scanOf(port: number, differs: Partial<EndpointTarget> = {}): Promise<TlsScan> {
  const { tls } = await scanning(port, differs)
  if (!tls.known) throw new Error(`nothing was found: ${tls.reason}, ${tls.detail}`)
  return tls.value
}

export function offerOf({ offers }: TlsScan, version: TlsVersion): Offer {
  const offer = offers.find((one) => one.version === version)
  if (offer === undefined) throw new Error(`${version} is not offered`)
  return offer
}

/** OpenSSL's names of the suites, in the order found; the reason where the search was cut short comes last. */
export function suites(offer: Offer): readonly string[] {
  const names = offer.suites.found.map(({ openssl, name }) => openssl ?? name)
  return offer.suites.cut === null ? names : [...names, `cut: ${offer.suites.cut.reason}`]
}

export function groups(offer: Offer): readonly string[] {
  const names = offer.groups.found.map(({ name }) => name)
  return offer.groups.cut === null ? names : [...names, `cut: ${offer.groups.cut.reason}`]
}

/** `true`, `false`, or the reason why it is neither. */
export function versions({ versions }: TlsScan): Readonly<Record<string, boolean | string>> {
  return Object.fromEntries(Object.entries(versions).map(([version, answer]) => [version, valueOf(answer)]))
}

export function valueOf<T>(answer: Answer<T>): T | string {
  return answer.known ? answer.value : answer.reason
}
