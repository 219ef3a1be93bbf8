import { describe, expect, test } from 'vitest'

import { readClientHello } from '../../src/wire/client-hello.ts'
import { at, observe, onlyDelivery, reasonOf } from '../observe/observing.ts'
import { scanning, versions } from '../observe/scan/scanning.ts'
import { hierarchy } from '../support/mint.ts'
import { handOn, serving, tcpServer, tlsServer } from '../support/servers.ts'
import { type Cut, resettingRelay } from './relay.ts'

const { intermediate, leaf } = hierarchy()
const chain = serving([leaf, intermediate])

/** Messages of OpenSSL: ServerHello, Certificate, ServerKeyExchange, ServerHelloDone, NewSessionTicket, CCS, Finished. */
const stages12: readonly (readonly [string, Cut])[] = [
  ['in place of ServerHello', { how: 'before', message: 0 }],
  ['amid ServerHello', { how: 'amid', message: 0 }],
  ['after ServerHello', { how: 'before', message: 1 }],
  ['amid Certificate', { how: 'amid', message: 1 }],
  ['after Certificate', { how: 'before', message: 2 }],
  ['before ServerHelloDone', { how: 'before', message: 3 }],
]
/** ServerHello, ChangeCipherSpec, EncryptedExtensions, Certificate, CertificateVerify, Finished. */
const stages13: readonly (readonly [string, Cut])[] = [
  ['in place of ServerHello', { how: 'before', message: 0 }],
  ['amid ServerHello', { how: 'amid', message: 0 }],
  ['after ServerHello', { how: 'before', message: 1 }],
  ['amid Certificate', { how: 'amid', message: 3 }],
  ['after Certificate', { how: 'before', message: 4 }],
  ['amid Finished', { how: 'amid', message: 5 }],
]
const handshakes = [
  ...stages12.map(([stage, cut]) => ['TLSv1.2', stage, cut] as const),
  ...stages13.map(([stage, cut]) => ['TLSv1.3', stage, cut] as const),
]

describe('the certificate handshake', () => {
  test.for(handshakes)('%s, RST %s: the answer is "reset", and no certificate', async ([version, , cut]) => {
    const { port } = await tlsServer({ ...chain, minVersion: version, maxVersion: version })
    const resetting = await resettingRelay(port, cut)

    expect(reasonOf(await observe(at(resetting.port, { timeoutMs: 5000 })))).toBe('reset')
  })

  // Up to TLS 1.2 a server that wants a client certificate hangs up here, and has proved its own by a signature.
  test.for([
    ['TLSv1.2', 'in place of Finished', { how: 'before', message: 4 }],
    ['TLSv1.2', 'amid Finished', { how: 'amid', message: 6 }],
    ['TLSv1.2', 'after Finished', { how: 'after', message: 6 }],
    ['TLSv1.3', 'after Finished', { how: 'after', message: 5 }],
  ] as const)('%s, RST %s: the certificate was seen', async ([version, , cut]) => {
    const { port } = await tlsServer({ ...chain, minVersion: version, maxVersion: version })
    const resetting = await resettingRelay(port, cut)

    expect(onlyDelivery(await observe(at(resetting.port))).leaf.der).toEqual(leaf.der)
  })
})

/** Of the versions that the server has; what it lacks, it says. */
const offered = ['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'] as const
const every = { ...chain, minVersion: 'TLSv1', maxVersion: 'TLSv1.3' } as const

describe('a scan', () => {
  test.for([
    ['TLSv1.2', 'in place of every ServerHello', { how: 'before', message: 0 }],
    ['TLSv1.2', 'amid every ServerHello', { how: 'amid', message: 0 }],
  ] as const)('%s, RST %s: nothing is known', async ([, , cut]) => {
    const { port } = await tlsServer(every)
    const resetting = await resettingRelay(port, cut)
    const { tls } = await scanning(resetting.port, { timeoutMs: 5000 })

    expect(tls.known).toBe(false)
  })

  test.for(handshakes.filter(([, stage]) => stage !== 'in place of ServerHello'))(
    '%s, RST %s in every connection: no version that is there is said not to be',
    async ([version, , cut]) => {
      const { port } = await tlsServer({ ...every, ...(version === 'TLSv1.2' && { maxVersion: version }) })
      const resetting = await resettingRelay(port, cut)
      const { tls } = await scanning(resetting.port, { timeoutMs: 5000 })
      const found: Readonly<Record<string, unknown>> = tls.known ? versions(tls.value) : {}
      const there = offered.filter((one) => version === 'TLSv1.3' || one !== 'TLSv1.3')

      expect(there.filter((one) => found[one] === false)).toEqual([])
    },
  )

  test.for([0x0301, 0x0302, 0x0303])(
    'version %i alone breaks off amid its ServerHello: unknown, and all others known',
    async (number) => {
      const { port } = await tlsServer(every)
      const resetting = await resettingRelay(
        port,
        { how: 'amid', message: 0 },
        (octets) => versionOf(octets) === number,
      )
      const { tls } = await scanning(resetting.port, { timeoutMs: 5000 })
      const found = tls.known ? versions(tls.value) : {}
      const name = offered[number - 0x0301] ?? ''

      expect(found).toEqual({
        SSLv2: false,
        SSLv3: false,
        ...Object.fromEntries(offered.map((one) => [one, true])),
        [name]: expect.stringMatching(/^(?:reset|closed)$/),
      })
    },
  )

  test('SSL 2.0 that breaks off amid its ServerHello is unknown', async () => {
    const { port } = await tlsServer(every)
    const resetting = await tcpServer((peer) => {
      peer.once('data', (hello: Buffer) => {
        if (hello[0] === 0x16) {
          peer.pause().unshift(hello)
          return handOn(peer, port)
        }
        peer.write(Buffer.from('8023040001', 'hex')) // SERVER-HELLO, and not the rest of it
        setTimeout(() => peer.resetAndDestroy(), 40)
      })
    })
    const { tls } = await scanning(resetting.port, { timeoutMs: 5000 })

    expect(tls.known && versions(tls.value)).toMatchObject({ SSLv2: 'reset', SSLv3: false, 'TLSv1.2': true })
  })
})

/** The version that a hello asks for; `null`: it is one of SSL 2.0. Ours fit one record. */
function versionOf(octets: Buffer): number | null {
  if (octets[0] !== 0x16) return null
  const { legacyVersion, extensions } = readClientHello(octets.subarray(9))
  return extensions?.some(({ type }) => type === 43) === true ? 0x0304 : legacyVersion
}

describe('STARTTLS', () => {
  /** What is said before the RST: nothing, a greeting, what the server can do. */
  const dialogues: readonly (readonly [string, readonly string[]])[] = [
    ['in place of the greeting', []],
    ['after the greeting', ['220 mail.example ESMTP\r\n']],
    ['in place of consent', ['220 mail.example ESMTP\r\n', '250-mail.example\r\n250 STARTTLS\r\n']],
    [
      'in place of ServerHello',
      ['220 mail.example ESMTP\r\n', '250-mail.example\r\n250 STARTTLS\r\n', '220 go\r\n'],
    ],
  ]

  test.for(dialogues)('RST %s: "reset" for the handshake, and nothing known for a scan', async ([, says]) => {
    const { port } = await tcpServer((peer) => {
      let turn = 0
      const next = (): void => {
        const line = says[turn++]
        if (line === undefined) peer.resetAndDestroy()
        else peer.write(line)
      }
      peer.on('data', next)
      if (says.length === 0) setTimeout(next, 40)
      else next()
    })
    const observation = await observe(at(port, { starttls: 'smtp' }))
    const { tls } = await scanning(port, { starttls: 'smtp' })

    expect(reasonOf(observation)).toBe('reset')
    expect(tls.known).toBe(false)
  })

  test('a server that resets every other dialogue is scanned as if it did not', async () => {
    const { port } = await tlsServer(every)
    let count = 0
    const resetting = await tcpServer((peer) => {
      const odd = ++count % 2 === 1
      const lines = ['250-mail.example\r\n250 STARTTLS\r\n', '220 go\r\n']
      peer.write('220 mail.example ESMTP\r\n')
      peer.on('data', function hear() {
        if (odd) return void peer.resetAndDestroy()
        peer.write(lines.shift() ?? '')
        if (lines.length > 0) return
        peer.off('data', hear)
        handOn(peer, port)
      })
    })
    const { tls } = await scanning(resetting.port, { starttls: 'smtp', timeoutMs: 5000 })
    const found: Readonly<Record<string, unknown>> = tls.known ? versions(tls.value) : {}

    expect(offered.filter((one) => found[one] === false)).toEqual([])
    expect(Object.values(found)).toContain(true)
  })
})
