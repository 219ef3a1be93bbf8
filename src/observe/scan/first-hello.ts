import { type Unanswered, unanswered } from '../../model/answer.ts'
import { alertName } from '../../wire/alert.ts'
import { chunks, helloShape, shortShape, suiteCandidates } from './candidates.ts'
import type { HelloShape, RecordVersion } from './hello.ts'
import type { Ledger } from './ledger.ts'
import { type Flight, isDefinite, type Refusal, type Reply } from './reply.ts'
import type { Session } from './session.ts'

/** Whether a version up to TLS 1.2 is agreed to, and how its suites are best asked for. */
export type FirstAnswer =
  | {
      readonly kind: 'offered'
      readonly first: Flight
      readonly shape: HelloShape
      /** Lists of suites that one hello may hold: one, unless the server cannot stand a long hello. */
      readonly lists: readonly (readonly number[])[]
    }
  /** The last refusal; `null`: it answered in another version, which needs no second look. */
  | { readonly kind: 'refused'; readonly refusal: Refusal | null }
  | { readonly kind: 'unknown'; readonly why: Unanswered }

/** What is known of the server's patience with long hellos. */
export interface Patience {
  /** Whether it has answered a long one, or refuses short ones alike. */
  proved: boolean
  readonly intolerances: string[]
}

/**
 * Puts the first hello of a version: all its suites at once. A refusal counts only once shorter hellos are refused,
 * too: some stacks choke on more than 128 suites or on long hellos.
 */
export async function firstHello(
  version: RecordVersion,
  session: Session,
  ledger: Ledger,
  patience: Patience,
): Promise<FirstAnswer> {
  const all = suiteCandidates(version)
  const shape = helloShape(version, all)
  const reply = await session.ask(shape)
  if (reply.kind === 'flight') ledger.note(reply, shape)
  const agreed = agreement(reply, version)
  if (agreed !== undefined) {
    patience.proved ||= agreed.kind === 'offered'
    return agreed.kind === 'offered' ? { ...agreed, shape, lists: [all] } : agreed
  }
  if (reply.kind === 'refusal' && settled(reply, patience)) return { kind: 'refused', refusal: reply }
  return inChunks(version, reply, session, ledger, patience)
}

/** An answer in another version is a plain "no" to this one. */
function agreement(
  reply: Reply,
  version: RecordVersion,
):
  | { readonly kind: 'offered'; readonly first: Flight }
  | { readonly kind: 'refused'; readonly refusal: null }
  | undefined {
  if (reply.kind !== 'flight') return undefined
  return reply.version === version ? { kind: 'offered', first: reply } : { kind: 'refused', refusal: null }
}

/** protocol_version speaks for itself; other definite alerts do once the length of our hello cannot be the cause. */
function settled(refusal: Refusal, patience: Patience): boolean {
  return refusal.alert === 70 || (patience.proved && isDefinite(refusal))
}

async function inChunks(
  version: RecordVersion,
  long: Reply,
  session: Session,
  ledger: Ledger,
  patience: Patience,
): Promise<FirstAnswer> {
  const lists = patience.proved
    ? chunks(suiteCandidates(version)).slice(-1)
    : chunks(suiteCandidates(version))
  let last = long
  for (const list of lists) {
    const shape = shortShape(version, list)
    const reply = await session.ask(shape)
    if (reply.kind === 'flight') ledger.note(reply, shape)
    const agreed = agreement(reply, version)
    if (agreed?.kind === 'offered') {
      const why = long.kind === 'refusal' ? refusalText(long) : long.kind === 'silence' ? long.why.detail : ''
      patience.intolerances.push(
        `A ${version} hello with all suites is not answered (${why}), shorter ones are.`,
      )
      return { ...agreed, shape, lists: chunks(suiteCandidates(version)) }
    }
    if (agreed !== undefined) return agreed
    last = reply
    if (reply.kind === 'silence') break
  }
  if (last.kind === 'silence') return { kind: 'unknown', why: last.why }
  if (last.kind !== 'refusal' || long.kind !== 'refusal') {
    const why =
      long.kind === 'silence' ? long.why : unanswered('malformed', 'the answers contradict each other')
    return { kind: 'unknown', why }
  }
  patience.proved = true
  return { kind: 'refused', refusal: last }
}

export function refusalText({ alert }: Refusal): string {
  return alert === null ? 'the server hung up' : `fatal alert ${alertName(alert)}`
}
