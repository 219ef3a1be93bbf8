import { unanswered } from '../model/answer.ts'
import type { Observation } from '../model/observation.ts'
import type { NetworkPolicy } from '../model/policy.ts'
import type { Target } from '../model/target.ts'
import { hasIpv6Route, type Lookup } from '../net/resolve.ts'
import { secureContexts } from '../net/tls-context.ts'
import { certificates } from './certificates.ts'
import { observeEndpoint } from './endpoint.ts'
import { observeFile } from './file.ts'
import { inquiry, type InquiryOptions } from './inquiries.ts'
import { issuersFromRun } from './issuer-hints.ts'
import { withSslv2Elsewhere } from './sslv2-elsewhere.ts'
import type { Surroundings } from './surroundings.ts'
import { trustStores } from './trust-store.ts'
import { turnstile } from './turnstile.ts'
import { unwatchedNames } from './unwatched-names.ts'

export interface Observer {
  /** Asks one target. Targets may be asked all at once: the number of open connections stays bounded. */
  observe(target: Target): Promise<Observation>
  /** Lets the endpoints of a run help each other: one may send the issuer that another forgot. */
  relate(observations: readonly Observation[]): readonly Observation[]
}

export interface ObserverOptions {
  readonly network: NetworkPolicy
  readonly lookup: Lookup
  readonly run: AbortSignal
  readonly clock: () => Date
  readonly retryPauseMs?: number
  /** What is asked of others about what was seen; absent: nothing. */
  readonly inquiries?: InquiryOptions
}

/** Makes the observer of a run, with everything its observations share. */
export function observer(options: ObserverOptions): Observer {
  const { network, lookup, run, clock, retryPauseMs = 1000, inquiries } = options
  const read = certificates()
  const ipv6 = hasIpv6Route()
  const around: Surroundings = {
    network,
    lookup,
    ipv6,
    retryPauseMs,
    turnstile: turnstile(network.concurrency, network.connectionsPerHost),
    contexts: secureContexts(),
    certificates: read,
    storeFor: trustStores(read),
    run,
    clock,
  }
  const inquire = inquiries && inquiry({ ...inquiries, ...around })
  return {
    async observe(target) {
      if (run.aborted) return notObserved(target, clock())
      const seen = await (target.kind === 'file'
        ? observeFile(target, around)
        : observeEndpoint(target, around))
      return inquire === undefined ? seen : inquire(seen)
    },
    relate: (observations) => withSslv2Elsewhere(unwatchedNames(issuersFromRun(observations, read))),
  }
}

/** A target that nobody came to. */
export function notObserved(
  target: Target,
  at: Date,
  why = 'the run ended before this target was asked',
): Observation {
  const deliveries = unanswered('not-observed', why)
  return { target, at, durationMs: 0, connections: 0, addresses: [], deliveries, tls: deliveries }
}
