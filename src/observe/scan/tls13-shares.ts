import { type Unanswered, unanswered } from '../../model/answer.ts'
import { helloShape, suiteCandidates } from './candidates.ts'
import type { HelloShape } from './hello.ts'
import { computableGroups, keyPair } from './key-pair.ts'
import { isDefinite, type Refusal, type Reply } from './reply.ts'
import type { Session } from './session.ts'
import type { Tls13Search } from './tls13-search.ts'

/** For servers that dislike the empty vector: real shares, and the suite is read from the ServerHello. */
export async function withShares(session: Session, refusal: Refusal): Promise<Tls13Search> {
  const hello = (suites: readonly number[], groups: readonly number[]): Promise<Reply> =>
    session.ask(
      helloShape('TLSv1.3', suites, {
        groups,
        shares: groups.flatMap(shareOf),
      } satisfies Partial<HelloShape>),
    )
  const suites: number[] = []
  const refusals: Refusal[] = []
  let cut: Unanswered | null = null
  for (let left = suiteCandidates('TLSv1.3'); ; left = left.filter((suite) => !suites.includes(suite))) {
    const reply = await hello(left, computableGroups)
    if (reply.kind === 'silence') cut = reply.why
    if (reply.kind === 'refusal') refusals.push(reply)
    if ((reply.kind !== 'flight' && reply.kind !== 'retry') || reply.version !== 'TLSv1.3') break
    suites.push(reply.suite)
  }
  const [suite] = suites
  if (suite === undefined) {
    if (cut !== null) return { kind: 'unknown', why: cut }
    return { kind: 'refused', refusal: refusals.at(-1) ?? (isDefinite(refusal) ? refusal : null) }
  }
  const groups: number[] = []
  for (const group of cut === null ? computableGroups : []) {
    const reply = await hello([suite], [group])
    if (reply.kind === 'flight' && reply.version === 'TLSv1.3') groups.push(group)
    if (reply.kind === 'silence') cut = reply.why
  }
  const others = unanswered(
    'not-asked',
    'the server does not answer an empty key_share, and we make shares of few groups',
  )
  return {
    kind: 'offered',
    suites,
    suitesCut: cut,
    groups,
    groupsCut: cut ?? others,
    serverPreference: unanswered('not-asked', 'the server does not answer an empty key_share'),
    shown: [],
    protocols: null,
    refusals,
    intolerances: ['A TLS 1.3 hello with an empty key_share is refused, although RFC 8446 §4.2.8 allows it.'],
  }
}

function shareOf(group: number): HelloShape['shares'] {
  const pair = keyPair(group)
  return pair === undefined ? [] : [{ group, keyExchange: pair.share }]
}
