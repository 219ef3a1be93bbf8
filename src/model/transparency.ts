import type { Answer } from './answer.ts'

/** How far a log has come in a browser's programme, from application to the end. */
export const logStates = ['pending', 'qualified', 'usable', 'readonly', 'retired', 'rejected'] as const
export type LogState = (typeof logStates)[number]

/** A Certificate Transparency log as a browser's list describes it. */
export interface CtLog {
  /** Base64 of SHA-256 over the log's SubjectPublicKeyInfo. */
  readonly id: string
  readonly name: string
  readonly operator: string
  /** Who ran it before, the earliest first, each until its end. */
  readonly previousOperators: readonly { readonly name: string; readonly until: Date }[]
  /** `null` for a log that takes no part in the programme. */
  readonly state: { readonly kind: LogState; readonly since: Date } | null
  /** Of RFC 6962, or one of static-ct, whose tree is fetched in tiles. */
  readonly kind: 'rfc6962' | 'static-ct'
}

/** The ways on which SCTs come to a client (RFC 6962 §3.3). */
export type SctSource = 'embedded' | 'tls' | 'ocsp'

/** The browsers whose programmes have lists and policies of their own. */
export const ctPrograms = ['chrome', 'apple'] as const
export type CtProgram = (typeof ctPrograms)[number]

/** One SCT as it was delivered, with what the lists know of its log. */
export interface ObservedSct {
  readonly source: SctSource
  readonly logId: string
  readonly timestamp: Date
  /** The log in each programme's list; `null` where the list does not hold it, or is not known. */
  readonly logs: Readonly<Record<CtProgram, CtLog | null>>
  /** Whether the log signed it for this certificate; `null` where log or issuer is not known. */
  readonly signed: boolean | null
}

/** What came with one certificate, way by way, and how old the lists are by which it is judged. */
export interface TransparencyEvidence {
  readonly scts: Readonly<Record<SctSource, Answer<readonly ObservedSct[]>>>
  /** When each programme's list was made. */
  readonly lists: Readonly<Record<CtProgram, Answer<Date>>>
}

/** The SCTs that are known, whichever way they came. */
export function sctsOf({ scts }: TransparencyEvidence): readonly ObservedSct[] {
  return [scts.embedded, scts.tls, scts.ocsp].flatMap((answer) => (answer.known ? answer.value : []))
}

/** Who ran the log at an instant. */
export function operatorAt(log: CtLog, instant: Date): string {
  return log.previousOperators.find(({ until }) => instant < until)?.name ?? log.operator
}
