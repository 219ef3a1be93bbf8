import { setTimeout as pause } from 'node:timers/promises'

import { type Answer, known, type Reason, type Unanswered, unanswered } from '../../model/answer.ts'
import type { Hostname } from '../../model/hostname.ts'
import { serverLimits } from '../../model/limits.ts'
import { ConversationError } from '../../net/conversation-error.ts'
import { Deadline } from '../../net/deadline.ts'
import { openTls, type TlsDoor } from '../../net/open-tls.ts'
import type { TlsConversation } from '../../net/tls-conversation.ts'
import { type ClientHello, writeClientHello } from '../../wire/client-hello.ts'
import { contentType, writeRecords } from '../../wire/record.ts'
import { versionNumber } from '../../wire/tls-version.ts'
import { ask } from '../ask.ts'
import type { Budget } from '../budget.ts'
import type { Surroundings } from '../surroundings.ts'
import { type HelloShape, helloOf } from './hello.ts'
import type { ProtectedFlight } from './protected-flight.ts'
import { hearReply, type Refusal, type Reply, type Retry } from './reply.ts'

/** What one endpoint is asked through: every connection is let in by the turnstile, timed, paid for and counted. */
export interface Session {
  /** The name in our hellos; `null` where the endpoint has none. */
  readonly servername: Hostname | null
  /** One connection, opened to the first octet of TLS; closed when the talk is over. Never throws. */
  talk<T>(talk: (conversation: TlsConversation) => Promise<T>): Promise<Answer<T>>
  /** Puts one hello, on a connection of its own, and again where the answer may be a mishap. */
  ask(shape: HelloShape, onward?: Onward): Promise<Reply>
  /** The session's clock, which moves on with each look. */
  tick(): number
  /** Whether a hello that was put after that moment was answered: then a refusal of that moment meant the hello. */
  answeredSince(at: number): boolean
  /** Makes sure of a refusal: whether the server still answers a hello that it has answered before. */
  confirms(refusal: Pick<Refusal, 'at'>): Promise<Answer<true>>
  /** Why nothing more is asked; `null`: go on. */
  readonly spent: Unanswered | null
  readonly connections: number
}

/** Goes on after a HelloRetryRequest, on the same connection: what the server shows then costs nothing more. */
export type Onward = (
  conversation: TlsConversation,
  first: ClientHello,
  retry: Retry,
) => Promise<ProtectedFlight | null>

export interface SessionOptions {
  readonly door: TlsDoor
  readonly servername: Hostname | null
  readonly timeoutMs: number
  readonly purse: Budget
  readonly around: Surroundings
}

const unreachable: readonly Reason[] = ['refused', 'unreachable', 'proxy-refused', 'starttls-refused']

/** What one more try may mend: a mishap, or a server that limits how fast it is asked. */
const passing: readonly Reason[] = ['refused', 'unreachable', 'timed-out', 'reset', 'closed']

export function session({ door, servername, timeoutMs, purse, around }: SessionOptions): Session {
  let clock = 0
  let lastAnswered = -1
  let control: HelloShape | undefined
  let timeouts = 0
  let failures = 0
  let spent: Unanswered | null = null
  let connections = 0
  let pauseMs = 0
  let nameless = false

  /** A pause that grows while the server turns us away, and ends with the first answer. */
  const note = (turnedAway: boolean): void => {
    pauseMs = turnedAway ? Math.min(Math.max(pauseMs * 2, around.retryPauseMs / 20), around.retryPauseMs) : 0
  }

  const talk = async <T>(conversing: (conversation: TlsConversation) => Promise<T>): Promise<Answer<T>> => {
    if (connections >= serverLimits.scanConnections)
      spent ??= unanswered(
        'malformed',
        `after ${serverLimits.scanConnections} connections the server is asked no more`,
      )
    if (spent !== null) return spent
    if (pauseMs > 0) await pause(pauseMs, undefined, { signal: around.run }).catch(() => {}) // ended: no pause
    const answer = await around.turnstile.pass(door.host, () =>
      ask(() => purse.spend(timeoutMs, (ms) => onConnection(conversing, ms))),
    )
    const away = !answer.known && unreachable.includes(answer.reason)
    failures = away ? failures + 1 : 0
    if (away && failures >= serverLimits.scanFailures) spent ??= answer
    const timedOut = !answer.known && answer.reason === 'timed-out'
    timeouts = timedOut ? timeouts + 1 : 0
    if (timeouts >= serverLimits.scanTimeouts)
      spent ??= unanswered(
        'timed-out',
        `${serverLimits.scanTimeouts} timeouts in a row: the server is asked no more`,
      )
    if (!answer.known && answer.reason === 'not-observed') spent ??= answer
    return answer
  }

  const onConnection = async <T>(
    conversing: (conversation: TlsConversation) => Promise<T>,
    ms: number,
  ): Promise<T> => {
    const deadline = new Deadline(ms, around.run)
    let conversation: TlsConversation | undefined
    try {
      if (spent !== null) throw new ConversationError(spent.reason, spent.detail)
      connections++
      conversation = await openTls(door, deadline)
      return await conversing(conversation)
    } finally {
      deadline.clear()
      conversation?.close()
    }
  }

  const once = async (
    shape: HelloShape,
    onward: Onward | undefined,
    name = nameless ? null : servername,
  ): Promise<Reply> => {
    const at = clock++
    const answer = await talk(async (conversation) => {
      const hello = helloOf(shape, name)
      const recordVersion = Math.min(versionNumber[shape.version], 0x0301)
      conversation.send(writeRecords(contentType.handshake, recordVersion, writeClientHello(hello)))
      const reply = await hearReply(conversation, shape)
      if (reply.kind !== 'retry' || onward === undefined) return reply
      const shown = await ask(() => onward(conversation, hello, reply))
      const turnedAway = !shown.known && shown.reason === 'refused-handshake'
      return { ...reply, shown: shown.known ? shown.value : null, turnedAway }
    })
    if (!answer.known) {
      note(passing.includes(answer.reason))
      return { kind: 'silence', why: answer }
    }
    if (answer.value.kind === 'refusal') {
      note(answer.value.alert === null)
      return { ...answer.value, at: clock++ }
    }
    note(false)
    lastAnswered = Math.max(lastAnswered, at)
    control ??= shape
    return answer.value
  }

  const asked = async (shape: HelloShape, onward?: Onward): Promise<Reply> => {
    const reply = await once(shape, onward)
    if (reply.kind === 'refusal' && reply.alert === 112 && servername !== null && !nameless) {
      // unrecognized_name refuses the name, not the hello.
      const again = await once(shape, onward, null)
      nameless = again.kind === 'flight' || again.kind === 'retry'
      return again
    }
    // So does no_application_protocol, the protocols.
    if (reply.kind === 'refusal' && reply.alert === 120 && shape.protocols.length > 1)
      return once({ ...shape, protocols: [] }, onward)
    const mishap =
      (reply.kind === 'refusal' && reply.alert === null) ||
      (reply.kind === 'silence' && passing.includes(reply.why.reason))
    return mishap && spent === null ? once(shape, onward) : reply
  }

  const answeredSince = (at: number): boolean => lastAnswered > at

  return {
    servername,
    talk,
    ask: asked,
    tick: () => clock++,
    answeredSince,
    async confirms({ at }) {
      if (answeredSince(at)) return known(true)
      if (control === undefined) return unanswered('refused-handshake', 'no hello was answered at all')
      const reply = await asked(control)
      if (reply.kind === 'flight' || reply.kind === 'retry') return known(true)
      if (reply.kind === 'silence') return reply.why
      return unanswered('closed', 'the server refuses what it has answered before, too')
    },
    get spent() {
      return spent
    },
    get connections() {
      return connections
    },
  }
}
