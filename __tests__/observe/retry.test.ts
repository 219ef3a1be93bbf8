import type { Socket } from 'node:net'

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { type Answer, known, type Reason, reasons, unanswered } from '../../src/model/answer.ts'
import { withRetries } from '../../src/observe/retry.ts'
import { hierarchy, leaf as leafOf, rsaPair } from '../support/mint.ts'
import { closedPort, handOn, inTurn, serving, tcpServer, tlsServer } from '../support/servers.ts'
import { at, deliveriesOf, observe, reasonOf } from './observing.ts'

const { intermediate, leaf } = hierarchy()
const chain = serving([leaf, intermediate])
const rsa = leafOf(intermediate, { keyPair: rsaPair() })

const hangUp = (peer: Socket): unknown => peer.once('data', () => peer.end())
const reset = (peer: Socket): unknown => peer.once('data', () => peer.resetAndDestroy())
const silence = (peer: Socket): unknown => peer.resume()

describe('a server that fails twice and then answers is seen', () => {
  test.for([
    // A hello that is hung up on is followed by the old one at once: two connections a try.
    ['hangs up', hangUp, 4, 6],
    ['resets', reset, 4, 6],
    ['says nothing', silence, 2, 4],
  ] as const)('%s', async ([, fail, failing, connections]) => {
    const behind = await tlsServer(chain)
    const server = await tcpServer(
      inTurn((peer, count) => (count <= failing ? fail(peer) : handOn(peer, behind.port))),
    )

    const observation = await observe(at(server.port, { retries: 2, timeoutMs: 700 }))

    expect(reasonOf(observation)).toBe('known')
    expect(observation.connections).toBe(connections)
    expect(server.connections()).toBe(connections)
  })

  test('after two failures of the resolver', async () => {
    const { port } = await tlsServer(chain)
    let asked = 0
    const lookup = (): Promise<readonly { address: string }[]> =>
      ++asked < 3
        ? Promise.reject(Object.assign(new Error('queryA EAI_AGAIN'), { code: 'EAI_AGAIN' }))
        : Promise.resolve([{ address: '127.0.0.1' }])

    expect(reasonOf(await observe(at(port, { retries: 2 }), { lookup }))).toBe('known')
    expect(asked).toBe(3)
  })

  test('a question about the other key type is asked again, too', async () => {
    const behind = await tlsServer(chain)
    const server = await tcpServer(
      inTurn((peer, count) => (count === 2 ? silence(peer) : handOn(peer, behind.port))),
    )

    const { addresses } = await observe(at(server.port, { retries: 1, timeoutMs: 700 }))

    expect(addresses).toMatchObject([{ otherLeaf: { known: true, value: null } }])
    expect(server.connections()).toBe(3)
  })
})

describe('a server that hangs up on the question for the other key type', () => {
  const both = serving([rsa, intermediate], [leaf, intermediate])

  test.for([
    ['hangs up', hangUp],
    ['resets', reset],
  ] as const)('once: %s, and its other certificate is seen', async ([, fail]) => {
    const behind = await tlsServer(both)
    const server = await tcpServer(
      inTurn((peer, count) => (count === 2 ? fail(peer) : handOn(peer, behind.port))),
    )

    const observation = await observe(at(server.port, { retries: 1 }))

    expect(deliveriesOf(observation)).toHaveLength(2)
    expect(server.connections()).toBe(3)
  })

  test.for([
    ['hangs up', hangUp],
    ['resets', reset],
  ] as const)('every time: %s, and so says that it has none', async ([, fail]) => {
    const behind = await tlsServer(chain)
    const server = await tcpServer(
      inTurn((peer, count) => (count > 1 ? fail(peer) : handOn(peer, behind.port))),
    )

    const { addresses } = await observe(at(server.port, { retries: 1 }))

    expect(addresses).toMatchObject([{ otherLeaf: { known: true, value: null } }])
    expect(server.connections()).toBe(3)
  })
})

describe('how often a server is asked that never answers', () => {
  test.for([
    ['retries: 0, silent', silence, 0, 1, 'timed-out'],
    ['retries: 2, silent', silence, 2, 3, 'timed-out'],
    ['retries: 2, resets', reset, 2, 6, 'reset'],
    ['retries: 2, hangs up', hangUp, 2, 6, 'closed'],
  ] as const)('%s', async ([, serve, retries, connections, reason]) => {
    const server = await tcpServer(serve)

    const observation = await observe(at(server.port, { retries, timeoutMs: 100 }))

    expect(reasonOf(observation)).toBe(reason)
    expect(observation.connections).toBe(connections)
    expect(server.connections()).toBe(connections)
  })

  test('a closed port three times', async () => {
    const observation = await observe(at(await closedPort(), { retries: 2 }))

    expect(reasonOf(observation)).toBe('refused')
    expect(observation.connections).toBe(3)
  })

  test.for([
    ['a fatal alert', Buffer.from('15030300020228', 'hex'), null, 'refused-handshake', 2],
    ['another protocol', Buffer.from('SSH-2.0-OpenSSH_9.6\r\n'), null, 'not-tls', 1],
    ['a handshake that breaks the protocol', Buffer.from('16030300040e000000', 'hex'), null, 'malformed', 2],
    ['a refusal of STARTTLS', Buffer.from('554 go away\r\n'), 'smtp', 'starttls-refused', 1],
  ] as const)('%s is an answer: not asked again', async ([, said, starttls, reason, connections]) => {
    const server = await tcpServer((peer) => peer.resume().write(said))

    const observation = await observe(at(server.port, { retries: 2, starttls }))

    expect(reasonOf(observation)).toBe(reason)
    expect(server.connections()).toBe(connections)
    expect(observation.connections).toBe(connections)
  })

  test('a timeout says nothing about the other key type', async () => {
    const behind = await tlsServer(chain)
    const server = await tcpServer(
      inTurn((peer, count) => (count === 1 ? handOn(peer, behind.port) : silence(peer))),
    )

    const { addresses, deliveries } = await observe(at(server.port, { timeoutMs: 200 }))

    expect(deliveries.known).toBe(true)
    expect(addresses).toMatchObject([{ otherLeaf: { known: false, reason: 'timed-out' } }])
  })
})

describe('withRetries', () => {
  const passing = ['unresolved', 'refused', 'unreachable', 'timed-out', 'reset', 'closed']
  const never = new AbortController().signal

  test('asks once more for each failure that may pass, and takes the first answer or lasting failure', async () => {
    const answers = fc.array(fc.oneof(fc.constant('known' as const), fc.constantFrom(...reasons)), {
      minLength: 1,
    })
    await fc.assert(
      fc.asyncProperty(answers, fc.nat(4), async (script, retries) => {
        let asked = 0
        const ask = (): Promise<Answer<number>> => {
          const next: Reason | 'known' = script[Math.min(asked++, script.length - 1)] ?? 'bug'
          return Promise.resolve(next === 'known' ? known(asked) : unanswered(next, ''))
        }
        const answer = await withRetries(retries, 0, never, ask)

        const lasting = script.findIndex((one) => !passing.includes(one))
        const until = lasting < 0 ? Infinity : lasting + 1
        expect(asked).toBe(Math.min(until, retries + 1))
        const last = script[Math.min(asked, script.length) - 1] ?? 'bug'
        expect(answer.known ? 'known' : answer.reason).toBe(last)
      }),
    )
  })

  test('the pauses grow', async () => {
    const asked: number[] = []
    await withRetries(3, 20, never, () => {
      asked.push(performance.now())
      return Promise.resolve(unanswered('timed-out', ''))
    })

    const pauses = asked.slice(1).map((instant, i) => instant - (asked[i] ?? 0))
    expect(pauses.map((pause, i) => pause >= 20 * 2 ** i - 2)).toEqual([true, true, true])
  })

  test('a run that ends in a pause is waited for no longer, and has not observed anything', async () => {
    const run = new AbortController()
    setTimeout(() => run.abort(), 20)

    const answer = await withRetries(3, 3_600_000, run.signal, () =>
      Promise.resolve(unanswered('reset', 'x')),
    )

    expect(answer).toEqual(unanswered('not-observed', 'the run ended before the question was put again'))
  })
})
