import type { Answer, Unanswered } from '../../model/answer.ts'
import type { ProtectedFlight } from './protected-flight.ts'
import type { Refusal } from './reply.ts'

/** What TLS 1.3 has of a server. */
export type Tls13Search =
  | {
      readonly kind: 'offered'
      readonly suites: readonly number[]
      readonly suitesCut: Unanswered | null
      readonly groups: readonly number[]
      readonly groupsCut: Unanswered | null
      readonly serverPreference: Answer<boolean>
      /** What was shown under handshake keys, each time we went on. */
      readonly shown: readonly ProtectedFlight[]
      /** What ALPN came to; `null`: not to its end. */
      readonly protocols: readonly string[] | null
      readonly refusals: readonly Refusal[]
      readonly intolerances: readonly string[]
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal | null }
  | { readonly kind: 'unknown'; readonly why: Unanswered }
