import type { Socket } from 'node:net'

import { parseAddress } from '../model/address.ts'
import type { Answer } from '../model/answer.ts'
import type { Certificate } from '../model/certificate.ts'
import type { CipherSuite, Sighting } from '../model/observation.ts'
import { expectedName, type EndpointTarget } from '../model/target.ts'
import { Deadline } from '../net/deadline.ts'
import { dial } from '../net/dial.ts'
import { type Handshake, shakeHands } from '../net/handshake.ts'
import { startTls } from '../net/starttls.ts'
import type { ClientIdentity, Era, KeyWish } from '../net/tls-context.ts'
import { cipherSuiteByName } from '../wire/cipher-suite.ts'
import { ask } from './ask.ts'
import type { Budget } from './budget.ts'
import { readChain } from './chain.ts'
import type { Door } from './doors.ts'
import type { Surroundings } from './surroundings.ts'

/** A handshake with its certificates read. */
export interface Meeting {
  readonly chain: readonly [Certificate, ...Certificate[]]
  readonly unreadable: readonly string[]
  readonly sighting: Sighting
  readonly era: Era
  /** OpenSSL's own verdict on the chain, as a code. */
  readonly verification: string | null
  readonly staple: Handshake['staple']
}

export interface Question {
  readonly target: EndpointTarget
  readonly door: Door
  readonly identity: ClientIdentity | null
  readonly era: Era
  readonly keys: KeyWish
  readonly purse: Budget
  readonly tally: Tally
}

/** What is counted while an address is asked. */
export interface Tally {
  connections: number
  tcpOpened: boolean
  durationMs: number
}

/** One connection, one handshake, one answer, within one deadline. */
export function converse(question: Question, around: Surroundings): Promise<Answer<Meeting>> {
  const { target, door, purse, tally } = question
  return around.turnstile.pass(door.host, () =>
    ask(() =>
      purse.spend(target.timeoutMs, async (ms) => {
        const started = performance.now()
        const deadline = new Deadline(ms, around.run)
        try {
          return meetingOf(await handshakeWith(question, deadline, around), question, around)
        } finally {
          deadline.clear()
          tally.durationMs = performance.now() - started
        }
      }),
    ),
  )
}

async function handshakeWith(
  question: Question,
  deadline: Deadline,
  around: Surroundings,
): Promise<Handshake> {
  const { target, door, tally, identity, era, keys } = question
  const name = expectedName(target) ?? target.host
  let socket: Socket | undefined
  try {
    deadline.check()
    tally.connections++
    socket = await dial({ host: door.host, port: target.port, proxy: around.network.proxy }, deadline)
    tally.tcpOpened = true
    if (target.starttls !== null) await startTls(socket, target.starttls, { name })
    const context = around.contexts({ era, keys, trust: target.trust, identity })
    return await shakeHands(socket, parseAddress(name) === undefined ? name : null, context, deadline)
  } catch (thrown) {
    socket?.destroy()
    throw thrown
  }
}

function meetingOf(handshake: Handshake, { door, era, keys }: Question, around: Surroundings): Meeting {
  const { protocol, suite, clientCertificateDemanded, verification, staple } = handshake
  return {
    ...readChain(handshake.chain, around.certificates),
    sighting: {
      address: door.address,
      asked: keys,
      protocol,
      suite: suiteNamed(suite),
      clientCertificateDemanded,
    },
    era,
    verification,
    staple,
  }
}

function suiteNamed(name: string): CipherSuite {
  const suite = cipherSuiteByName(name)
  if (suite === undefined) throw new TypeError(`OpenSSL negotiated ${name}, which is not in our table`)
  return suite
}
