import { type Answer, known, type Reason, type Unanswered, unanswered } from '../model/answer.ts'
import { serverLimits } from '../model/limits.ts'
import type { AddressAnswer } from '../model/observation.ts'
import type { EndpointTarget } from '../model/target.ts'
import type { ClientIdentity, Era, KeyWish } from '../net/tls-context.ts'
import { budget } from './budget.ts'
import { converse, type Meeting } from './converse.ts'
import type { Door } from './doors.ts'
import { withRetries } from './retry.ts'
import type { Surroundings } from './surroundings.ts'

/** All that one address showed. */
export interface Sight {
  readonly answer: AddressAnswer
  readonly meetings: readonly Meeting[]
  readonly tcpOpened: boolean
  readonly connections: number
  /** From connect to the end of the first handshake that showed a certificate, or of the last that did not. */
  readonly durationMs: number
}

/** Failures that may only mean that our hello is too modern. */
const perhapsTooModern: readonly Reason[] = ['refused-handshake', 'reset', 'closed', 'malformed']

/**
 * Failures by which a server that has just answered another hello says that it has no such certificate. Old stacks
 * say it by hanging up: taken for a "no" only when asking again does not help, as it does after a mere mishap.
 */
const refusals: readonly Reason[] = ['refused-handshake', 'reset', 'closed', 'malformed']

/**
 * Asks one address for its certificate as an ordinary client would, then for the one of the other key type:
 * many servers keep RSA beside ECDSA, and either may be the one that is forgotten. Where another address can be asked
 * instead, one to which TCP does not get through is asked only once.
 */
export async function askAddress(
  target: EndpointTarget,
  door: Door,
  identity: ClientIdentity | null,
  replaceable: boolean,
  around: Surroundings,
): Promise<Sight> {
  const { retries } = target
  if (door.shut !== null) return unseen(door, door.shut)
  const purse = budget(target.timeoutMs * (retries + 1) * serverLimits.timeoutsPerTry)
  const tally = { connections: 0, tcpOpened: false, durationMs: 0 }
  const meet = (era: Era, keys: KeyWish): Promise<Answer<Meeting>> =>
    converse({ target, door, identity, era, keys, purse, tally }, around)

  const first = await withRetries(
    retries,
    around.retryPauseMs,
    around.run,
    () => firstMeeting(meet),
    () => tally.tcpOpened || !replaceable,
  )
  if (!first.known) return { ...unseen(door, first), ...tally }
  const { durationMs } = tally

  const asked = await withRetries(retries, around.retryPauseMs, around.run, () =>
    otherMeeting(first.value, meet),
  )
  const other = !asked.known && refusals.includes(asked.reason) ? known(null) : asked
  const meetings = other.known && other.value !== null ? [first.value, other.value] : [first.value]
  const answer: AddressAnswer = {
    address: door.address,
    leaf: known(first.value.chain[0].sha256),
    otherLeaf: other.known ? known(other.value?.chain[0].sha256 ?? null) : other,
  }
  return { ...tally, answer, meetings, durationMs }
}

function unseen(door: Door, leaf: Unanswered): Sight {
  const answer: AddressAnswer = {
    address: door.address,
    leaf,
    otherLeaf: unanswered('not-asked', leaf.detail),
  }
  return { answer, meetings: [], tcpOpened: false, connections: 0, durationMs: 0 }
}

type Meet = (era: Era, keys: KeyWish) => Promise<Answer<Meeting>>

/** Today's hello first; where it is refused, one that offers everything, so that old servers are seen, too. */
async function firstMeeting(meet: Meet): Promise<Answer<Meeting>> {
  const current = await meet('current', 'any')
  if (current.known || !perhapsTooModern.includes(current.reason)) return current
  const legacy = await meet('legacy', 'any')
  return legacy.known ? legacy : current
}

/** The certificate for the other kind of key, `null` when the server has none. */
async function otherMeeting(first: Meeting, meet: Meet): Promise<Answer<Meeting | null>> {
  const [leaf] = first.chain
  const other = await meet(first.era, leaf.key.type.startsWith('RSA') ? 'ecdsa' : 'rsa')
  if (!other.known) return other
  return other.value.chain[0].sha256 === leaf.sha256 ? known(null) : other
}
