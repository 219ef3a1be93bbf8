import { type Answer, known, type Unanswered, unanswered } from '../../model/answer.ts'
import { cipherSuite } from '../../wire/cipher-suite.ts'
import { oldCurves } from './candidates.ts'
import type { FirstAnswer } from './first-hello.ts'
import type { HelloShape, RecordVersion } from './hello.ts'
import type { Ledger } from './ledger.ts'
import type { Flight, Refusal, Reply } from './reply.ts'
import type { Session } from './session.ts'

export interface SuiteSearch {
  readonly found: readonly number[]
  readonly cut: Unanswered | null
  /** The refusals that ended it. */
  readonly refusals: readonly Refusal[]
  readonly serverPreference: Answer<boolean>
}

interface Step {
  readonly offered: readonly number[]
  readonly picked: number
}

/**
 * Every suite of a version up to TLS 1.2, by elimination: all that are left are offered, the server names one, and so
 * on until it refuses. Each hello holds all curves, those not seen yet in front, so that they show themselves, too.
 */
export async function searchSuites(
  version: RecordVersion,
  { first, shape, lists }: Extract<FirstAnswer, { kind: 'offered' }>,
  session: Session,
  ledger: Ledger,
): Promise<SuiteSearch> {
  const steps: Step[] = []
  const refusals: Refusal[] = []
  let cut: Unanswered | null = null
  for (const list of lists) {
    const begun = shape.suites.includes(first.suite) && list.includes(first.suite) && steps.length === 0
    let reply: Reply = first
    if (begun) steps.push({ offered: shape.suites, picked: first.suite })
    for (;;) {
      const open = list.filter((suite) => !steps.some(({ picked }) => picked === suite))
      const left = steps.length % 2 === 1 ? turned(open) : open
      if (left.length === 0) break
      const next: HelloShape = { ...shape, suites: left, groups: groupsFor(version, shape, ledger) }
      reply = await session.ask(next)
      if (reply.kind !== 'flight' || reply.version !== version) break
      ledger.note(reply, next)
      steps.push({ offered: left, picked: reply.suite })
    }
    if (reply.kind === 'refusal') refusals.push(reply)
    if (reply.kind === 'silence') {
      cut = reply.why
      break
    }
  }
  const found = [...new Set(steps.map(({ picked }) => picked))]
  return {
    found,
    cut,
    refusals,
    serverPreference: await preference(found, steps, lists.length, shape, session),
  }
}

/** The curves that were not seen yet come first; none is left out, because the list governs certificates, too. */
function groupsFor(version: RecordVersion, shape: HelloShape, ledger: Ledger): readonly number[] | null {
  const seen = ledger.curves.get(version)
  if (seen === undefined || shape.groups === null) return shape.groups
  const offered = shape.bare ? shape.groups : oldCurves
  return [...offered.filter((group) => !seen.has(group)), ...offered.filter((group) => seen.has(group))]
}

/** The list from its other end; what stands last stays there (see `suiteCandidates`). */
function turned(list: readonly number[]): readonly number[] {
  const end = list.findIndex((suite) => cipherSuite(suite).name.includes('CHACHA20'))
  return end < 0 ? list.toReversed() : [...list.slice(0, end).toReversed(), ...list.slice(end)]
}

/**
 * Whether the server picks by an order of its own. One that goes by ours always picks the first that it accepts, from
 * the one end of the list and the other in turn: with four suites no order of a server's own looks like that. With
 * fewer one more hello decides.
 */
async function preference(
  found: readonly number[],
  steps: readonly Step[],
  lists: number,
  shape: HelloShape,
  session: Session,
): Promise<Answer<boolean>> {
  if (found.length < 2) return unanswered('not-asked', 'a single suite leaves nothing to pick')
  const own = steps.some(({ offered, picked }) => offered.find((suite) => found.includes(suite)) !== picked)
  if (lists === 1 && own) return known(true)
  if (lists === 1 && found.length > 3) return known(false)
  const ours = shape.suites.filter((suite) => found.includes(suite))
  const other = (lists === 1 ? ours : found).toReversed()
  const picks = (reply: Reply): Flight | undefined => (reply.kind === 'flight' ? reply : undefined)
  const reply = await session.ask({ ...shape, suites: other })
  const pick = picks(reply)
  if (pick !== undefined) {
    if (pick.suite !== other[0]) return known(true)
    if (lists === 1) return known(false)
    const again = picks(await session.ask({ ...shape, suites: other.toReversed() }))
    if (again !== undefined) return known(again.suite !== other.at(-1))
  }
  return reply.kind === 'silence'
    ? reply.why
    : unanswered('malformed', 'the server refuses what it accepted before')
}
