import type { Socket } from 'node:net'

import { describe, expect, test } from 'vitest'

import type { EndpointTarget } from '../../src/model/target.ts'
import { ask } from '../../src/observe/ask.ts'
import { authority, hierarchy, leaf as leafOf } from '../support/mint.ts'
import { ip } from '../support/observation.ts'
import { closedPort, serving, tcpServer, tlsServer } from '../support/servers.ts'
import { at, detailOf, observe, onlyDelivery, reasonOf, watcher } from './observing.ts'

const { intermediate, leaf } = hierarchy()
const hex = (octets: string): Buffer => Buffer.from(octets.replaceAll(' ', ''), 'hex')

/** Says this to every hello. */
const saying =
  (octets: string | Buffer) =>
  (peer: Socket): void => {
    peer.once('data', () => peer.write(octets))
  }
/** Says this at once, and listens. */
const greeting =
  (octets: string | Buffer) =>
  (peer: Socket): void => {
    peer.resume().write(octets)
  }

describe('every reason has its real cause', () => {
  test.for([
    ['reset', 'an RST in answer to the hello', (peer) => peer.once('data', () => peer.resetAndDestroy())],
    ['closed', 'a FIN in answer to the hello', (peer) => peer.once('data', () => peer.end())],
    ['closed', 'a FIN at once', (peer) => peer.end()],
    [
      'closed',
      'a FIN in the middle of a ServerHello',
      (peer) => peer.once('data', () => peer.end(hex('160303002a 020000'))),
    ],
    ['closed', 'a warning and a FIN', (peer) => peer.once('data', () => peer.end(hex('1503030002 01 70')))],
    ['not-tls', 'HTTP', saying('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n')],
    ['not-tls', 'the banner of SSH', greeting('SSH-2.0-OpenSSH_9.6\r\n')],
    ['not-tls', 'the banner of a mail server', greeting('220 mail.example ESMTP\r\n')],
    ['not-tls', 'zeroes', saying(Buffer.alloc(100))],
    [
      'not-tls',
      'an HTTP server that hangs up',
      (peer) => peer.once('data', () => peer.end('HTTP/1.1 400 Bad Request\r\n\r\n')),
    ],
    ['malformed', 'a record of garbage', saying(hex(`1603030020 ${'aa'.repeat(32)}`))],
    ['malformed', 'a message out of turn', saying(hex('1603030004 0e000000'))],
    ['malformed', 'application data before the handshake', saying(hex('1703030005 0102030405'))],
    ['malformed', 'a ServerHello cut short', saying(hex('1603030008 02000004 03035a5a'))],
    [
      'malformed',
      'a suite that was not offered',
      saying(hex(`160303002a 02000026 0303 ${'5a'.repeat(32)} 00 fefe 00`)),
    ],
    ['refused-handshake', 'SSL 3.0', saying(hex(`160300002a 02000026 0300 ${'5a'.repeat(32)} 00 000a 00`))],
    ['timed-out', 'silence', (peer) => peer.resume()],
  ] satisfies readonly (readonly [string, string, (peer: Socket) => unknown])[])(
    '%s: %s',
    async ([reason, , serve]) => {
      const { port } = await tcpServer(serve)

      expect(reasonOf(await observe(at(port, { timeoutMs: reason === 'timed-out' ? 200 : 5000 })))).toBe(
        reason,
      )
    },
  )

  test.for([
    [40, 'handshake_failure'],
    [70, 'protocol_version'],
    [71, 'insufficient_security'],
    [80, 'internal_error'],
    [112, 'unrecognized_name'],
  ] as const)('refused-handshake: alert %i is called %s', async ([alert, name]) => {
    const { port } = await tcpServer(saying(Buffer.from([21, 3, 3, 0, 2, 2, alert])))

    const observation = await observe(at(port))

    expect(reasonOf(observation)).toBe('refused-handshake')
    expect(detailOf(observation)).toContain(name)
    expect(detailOf(observation)).toContain(String(alert))
  })

  test.for([
    ['refused', async () => at(await closedPort())],
    ['unreachable', async () => at(443, { connectTo: ip('224.0.0.1') })],
    [
      'starttls-refused',
      async () => at((await tcpServer(greeting('554 no\r\n'))).port, { starttls: 'smtp' }),
    ],
    ['not-tls', async () => at((await tcpServer(greeting('SSH-2.0-x\r\n'))).port, { starttls: null })],
  ] satisfies readonly (readonly [string, () => Promise<EndpointTarget>])[])('%s', async ([reason, made]) => {
    expect(reasonOf(await observe(await made()))).toBe(reason)
  })

  test('reset or closed: an RST at once, which a write of ours may swallow, leaving a FIN to be read', async () => {
    const { port } = await tcpServer((peer) => peer.resetAndDestroy())

    expect(['reset', 'closed']).toContain(reasonOf(await observe(at(port))))
  })

  test('unresolved: a name that DNS does not know', async () => {
    const lookup = (): Promise<never> =>
      Promise.reject(Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' }))

    const observation = await observe(at(443), { lookup })

    expect(reasonOf(observation)).toBe('unresolved')
    expect(detailOf(observation)).toContain('service.example')
  })

  test('malformed: a server whose certificate is none', async () => {
    const certificate = '0b000009 000006 000003 300100'
    const { port } = await tcpServer(
      saying(
        hex(
          `160303002a 02000026 0303 ${'5a'.repeat(32)} 00 009c 00 160303000d ${certificate} 1603030004 0e000000`,
        ),
      ),
    )

    expect(reasonOf(await observe(at(port)))).toBe('malformed')
  })

  test('not-observed: a run that is over', async () => {
    expect(reasonOf(await observe(at(443), { run: AbortSignal.abort() }))).toBe('not-observed')
  })
})

describe('what nobody has named is ours', () => {
  test('an error without a name keeps its stack, and what is thrown without being an error its text', async () => {
    const impossible = await ask(() => Promise.reject(new TypeError('an impossible state')))
    const text = await ask(() => Promise.reject('a mere string'))

    expect(impossible).toMatchObject({ known: false, reason: 'bug' })
    expect(impossible.known ? '' : impossible.detail).toMatch(
      /^TypeError: an impossible state\n +at .*reasons\.test\.ts/,
    )
    expect(text).toMatchObject({
      known: false,
      reason: 'bug',
      detail: expect.stringContaining('a mere string') as string,
    })
  })
})

describe('an observation never fails as a whole', () => {
  test('an anchor that cannot be read is said, not thrown', async () => {
    const { port } = await tlsServer(serving([leaf, intermediate]))
    const trust = { anchors: [leaf.der, Buffer.from('3000', 'hex')], public: false }

    const observation = await observe(at(port, { trust }))

    expect(reasonOf(observation)).toBe('malformed')
    expect(detailOf(observation)).toContain('trust anchor 2 of 2')
  })

  test('a certificate with everything wrong in it is seen', async () => {
    const odd = authority('\u001B[31m::error::', { organizationName: 'x'.repeat(60_000) })
    const { port } = await tlsServer(serving([leafOf(odd, { names: ['a'.repeat(300), '\u0000'] })]))

    expect(onlyDelivery(await observe(at(port))).leaf.alternativeNames).toHaveLength(2)
  })

  test('an observer outlives each failure', async () => {
    const watching = watcher()
    const { port } = await tlsServer(serving([leaf, intermediate]))
    const failing = await tcpServer((peer) => peer.once('data', () => peer.resetAndDestroy()))

    expect(reasonOf(await watching.observe(at(failing.port)))).toBe('reset')
    expect(reasonOf(await watching.observe(at(port)))).toBe('known')
  })
})
