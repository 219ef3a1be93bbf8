import { dayMs } from './certificate.ts'
import { counted } from './text.ts'
import {
  type CtLog,
  type CtProgram,
  type LogState,
  type ObservedSct,
  operatorAt,
  type SctSource,
  type TransparencyEvidence,
} from './transparency.ts'

/** What a browser's policy makes of a certificate's SCTs; `null`: too little is known to say. */
export type CtVerdict =
  | { readonly compliant: true }
  | { readonly compliant: false; readonly lacks: string }
  | { readonly compliant: null; readonly because: string }

/** Browsers enforce nothing by an older list, and we say nothing by one. */
export const oldestListDays = 70

export interface CtCase {
  readonly evidence: TransparencyEvidence
  readonly notBefore: Date
  readonly notAfter: Date
  readonly now: Date
}

/** Chrome's policy (GoogleChrome/CertificateTransparency, ct_policy.md), in which OCSP has no part any more. */
export function chromeVerdict(subject: CtCase): CtVerdict {
  return verdict('chrome', ['embedded', 'tls'], subject, (approved) => {
    const embedded = approved.filter(({ sct }) => sct.source === 'embedded')
    const delivered = approved.filter(({ sct, current }) => sct.source === 'tls' && current)
    if (lackingChrome(delivered, 2) === null) return null
    return lackingChrome(embedded, spanMs(subject) <= 180 * dayMs ? 2 : 3)
  })
}

function lackingChrome(approved: readonly ApprovedSct[], wanted: number): string | null {
  const logs = distinct(approved.map(({ log }) => log.id))
  if (logs < wanted) return `has SCTs of ${logs} of the ${wanted} approved logs that it wants`
  if (!approved.some(({ current }) => current)) return 'has no SCT of a log that is approved today'
  const operators = distinct(approved.map(({ operator }) => operator))
  return operators < 2 ? `has SCTs of ${counted(operators, 'log operator')}, and two are wanted` : null
}

/** Apple's policy (support.apple.com/103214), whose days are counted notBefore through notAfter. */
export function appleVerdict(subject: CtCase): CtVerdict {
  return verdict('apple', ['embedded', 'tls', 'ocsp'], subject, (approved) => {
    if (!approved.some(({ log }) => log.kind === 'rfc6962')) return 'has no SCT of an RFC 6962 log'
    const current = approved.filter((one) => one.current)
    if (
      distinct(current.map(({ log }) => log.id)) >= 2 &&
      current.some(({ sct }) => sct.source !== 'embedded')
    )
      return null
    const short = spanMs(subject) + 1000 <= 180 * dayMs
    const wanted = short ? 2 : 3
    const embedded = approved.filter(({ sct }) => sct.source === 'embedded')
    const found = countedLogs(embedded, short ? 1 : 2)
    if (found < wanted) return `counts SCTs of ${found} of the ${wanted} approved logs that it wants`
    return embedded.some((one) => one.current) ? null : 'has no embedded SCT of a log that is approved today'
  })
}

/** Of one operator's logs only so many count. */
function countedLogs(approved: readonly ApprovedSct[], perOperator: number): number {
  const byOperator = Map.groupBy(approved, ({ operator }) => operator)
  return [...byOperator.values()]
    .map((alike) => Math.min(perOperator, distinct(alike.map(({ log }) => log.id))))
    .reduce((sum, some) => sum + some, 0)
}

/** An SCT that a programme accepts: its log is approved, or was when the certificate was issued. */
interface ApprovedSct {
  readonly sct: ObservedSct
  readonly log: CtLog
  /** By whom the log was run when it made the SCT. */
  readonly operator: string
  /** Whether the log is approved at this instant, too. */
  readonly current: boolean
}

/** What is compliant by what is known stays so; "not compliant" needs every way looked at that may count. */
function verdict(
  program: CtProgram,
  ways: readonly SctSource[],
  subject: CtCase,
  lacking: (approved: readonly ApprovedSct[]) => string | null,
): CtVerdict {
  const { evidence, now } = subject
  const list = evidence.lists[program]
  if (!list.known) return { compliant: null, because: list.detail }
  if (now.getTime() - list.value.getTime() > oldestListDays * dayMs) {
    return { compliant: null, because: `the list of logs is more than ${oldestListDays} days old` }
  }
  const scts = ways.flatMap((way) => (evidence.scts[way].known ? evidence.scts[way].value : []))
  const lacks = lacking(approvedBy(program, scts, now))
  if (lacks === null) return { compliant: true }
  const unseen = ways.map((way) => evidence.scts[way]).find((answer) => !answer.known)
  if (unseen !== undefined && !unseen.known) return { compliant: null, because: unseen.detail }
  const unproved = scts.some(({ signed, logs }) => signed === null && logs[program] !== null)
  if (unproved) return { compliant: null, because: 'the issuer of the certificate is not at hand' }
  return { compliant: false, lacks }
}

const approvedStates: ReadonlySet<LogState> = new Set<LogState>(['qualified', 'usable', 'readonly'])

function approvedBy(program: CtProgram, scts: readonly ObservedSct[], now: Date): readonly ApprovedSct[] {
  const sound = scts.filter(({ signed, timestamp }) => signed === true && timestamp <= now)
  // The certificate is as old as its earliest SCT: what came later from the same CA proves nothing newer.
  const issued = Math.min(...sound.map(({ timestamp }) => timestamp.getTime()))
  return sound.flatMap((sct) => {
    const log = sct.logs[program]
    const state = log === null ? null : stateAt(log, now)
    if (log === null || state === null) return []
    const current = approvedStates.has(state)
    const once = state === 'retired' && log.state !== null && issued < log.state.since.getTime()
    return current || once ? [{ sct, log, operator: operatorAt(log, sct.timestamp), current }] : []
  })
}

/** A list says what a log is and since when; what it was before follows from the order of the states. */
function stateAt({ state }: CtLog, now: Date): LogState | null {
  if (state === null || state.since <= now) return state?.kind ?? null
  const before: Readonly<Partial<Record<LogState, LogState>>> = {
    qualified: 'pending',
    usable: 'qualified',
    readonly: 'usable',
    retired: 'usable',
  }
  return before[state.kind] ?? null
}

function spanMs({ notBefore, notAfter }: CtCase): number {
  return notAfter.getTime() - notBefore.getTime()
}

function distinct(values: readonly string[]): number {
  return new Set(values).size
}
