import type { NetworkPolicy } from '../model/policy.ts'
import type { Trust } from '../model/target.ts'
import type { Lookup } from '../net/resolve.ts'
import type { secureContexts } from '../net/tls-context.ts'
import type { Certificates } from './certificates.ts'
import type { TrustStore } from './trust-store.ts'
import type { Turnstile } from './turnstile.ts'

/** What every observation of a run shares. */
export interface Surroundings {
  readonly network: NetworkPolicy
  readonly lookup: Lookup
  readonly ipv6: boolean
  /** The pause before the first retry; each further one is twice as long. */
  readonly retryPauseMs: number
  readonly turnstile: Turnstile
  readonly contexts: ReturnType<typeof secureContexts>
  readonly certificates: Certificates
  readonly storeFor: (trust: Trust) => TrustStore
  /** Ends the run: what is under way is broken off, what is not is not begun. */
  readonly run: AbortSignal
  /** The time of day, for observations; never for judging. */
  readonly clock: () => Date
}
