import { createServer as createHttpsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'

import { describe, expect, onTestFinished, test } from 'vitest'

import { judge } from '../../../src/judge/judge.ts'
import { known, unanswered } from '../../../src/model/answer.ts'
import { withSslv2Elsewhere } from '../../../src/observe/sslv2-elsewhere.ts'
import { certificate } from '../../support/certificate.ts'
import { hierarchy, leaf as leafOf, rsaPair } from '../../support/mint.ts'
import { delivery, hostname, observation, policy, target } from '../../support/observation.ts'
import { alert, flight, scriptedTls, versionAsked } from '../../support/scripted-tls.ts'
import { closedPort, handOn, serving, tcpServer, tlsServer } from '../../support/servers.ts'
import { at, deliveriesOf, digests, observe } from '../observing.ts'
import { scanOf, valueOf, versions } from './scanning.ts'

const { intermediate, leaf } = hierarchy()
const rsa = leafOf(intermediate, { keyPair: rsaPair() })

describe('what a scan adds to an observation', () => {
  test('nothing where certificates alone are wanted', async () => {
    const { port, connections } = await tlsServer(serving([leaf, intermediate]))

    const { tls } = await observe(at(port))

    expect(tls).toMatchObject({ known: false, reason: 'not-asked' })
    expect(connections()).toBe(2)
  })

  test('a server too old for OpenSSL shows its versions and its certificate', async () => {
    const { port } = await scriptedTls((heard) =>
      versionAsked(heard) === 0x0300 && heard.hello.cipherSuites.includes(0x0004)
        ? flight({ version: 0x0300, suite: 0x0004, certificate: rsa.der })
        : alert(40),
    )

    const observation = await observe(at(port, { scan: 'tls' }))

    const [only] = deliveriesOf(observation)
    expect(digests([...(only?.chain ?? [])])).toEqual(digests([rsa]))
    expect(only?.sightings).toMatchObject([{ protocol: 'SSLv3', suite: { openssl: 'RC4-MD5' } }])
    expect(observation.addresses).toMatchObject([{ leaf: { known: true } }])
    expect(observation.tls.known && versions(observation.tls.value)).toEqual({
      SSLv2: false,
      SSLv3: true,
      TLSv1: false,
      'TLSv1.1': false,
      'TLSv1.2': false,
      'TLSv1.3': false,
    })
  })

  test('a certificate that only an old version shows is delivered, too', async () => {
    const real = await tlsServer({ ...serving([leaf, intermediate]), minVersion: 'TLSv1.3' })
    const { port } = await tcpServer((peer) => {
      peer.once('data', (octets: Buffer) => {
        // TLS 1.0 in legacy_version: record header (5), message header (4)
        if (octets[0] === 0x16 && octets.readUInt16BE(9) === 0x0301) {
          const offered = octets.includes(Buffer.from('002f', 'hex'))
          return void peer.end(
            offered ? flight({ version: 0x0301, suite: 0x002f, certificate: rsa.der }) : alert(40),
          )
        }
        peer.pause()
        peer.unshift(octets)
        handOn(peer, real.port)
      })
    })

    const observation = await observe(at(port, { scan: 'tls' }))

    expect(
      deliveriesOf(observation).map(({ leaf, sightings }) => [leaf.key.type, sightings.at(-1)?.protocol]),
    ).toEqual([
      ['EC', 'TLSv1.3'],
      ['RSA', 'TLSv1'],
    ])
    // No ordinary client is answered so: the scan asked for that version and for no other.
    const rules = judge(observation, policy(), new Date()).map(({ rule }) => rule)
    expect(rules).toContain('protocol/tls1.0')
    expect(rules).not.toContain('protocol/no-tls1.2-or-1.3')
    expect(rules).not.toContain('cipher/no-aead')
  })

  test.each([
    ['refused', () => closedPort()],
    ['timed-out', async () => (await tcpServer(() => undefined)).port],
    ['not-tls', async () => (await tcpServer((peer) => peer.end('SSH-2.0-OpenSSH_9.6\r\n'))).port],
  ] as const)('where the first handshake came to nothing (%s), no scan is begun', async (reason, open) => {
    const { tls, connections } = await observe(at(await open(), { scan: 'tls', timeoutMs: 300 }))

    expect(tls).toMatchObject({ known: false, reason })
    expect(connections).toBeLessThan(3)
  })
})

describe('HSTS', () => {
  /** An HTTPS server that answers with these octets, or with these fields. */
  async function https(fields: Readonly<Record<string, string | string[]>>, status = 200): Promise<number> {
    const server = createHttpsServer(
      { ...serving([leaf, intermediate]), ALPNProtocols: ['http/1.1'] },
      (_, response) => {
        response.writeHead(status, fields).end('<html></html>')
      },
    )
    server.listen(0, '127.0.0.1')
    onTestFinished(() => {
      server.close()
      server.closeAllConnections()
    })
    await new Promise((resolve) => server.once('listening', resolve))
    return (server.address() as AddressInfo).port
  }

  test.each([
    [{ 'Strict-Transport-Security': 'max-age=63072000' }, 200, 'max-age=63072000'],
    [{ 'strict-transport-security': ['max-age=1', 'max-age=2'] }, 200, 'max-age=1'],
    [{ 'Strict-Transport-Security': 'max-age=9', Location: 'https://other.example/' }, 301, 'max-age=9'],
    [{ 'Strict-Transport-Security': `max-age=9; padding=${'y'.repeat(1000)}` }, 200, 'malformed'],
    [{}, 200, null],
    [{}, 404, null],
  ])('%j with %i', async (fields, status, expected) => {
    expect(valueOf((await scanOf(await https(fields, status))).hsts)).toBe(expected)
  })

  test('is not asked for where HTTP is not spoken', async () => {
    const { port } = await tlsServer(serving([leaf, intermediate]))

    expect(valueOf((await scanOf(port)).hsts)).toBe('not-asked')
  })

  test('nor where the digits of a port that the system gave merely end in 443', async () => {
    const server = createTlsServer(serving([leaf, intermediate]))
    onTestFinished(() => void server.close())
    const listen = (port: number): Promise<number> =>
      new Promise((resolve) => {
        server.once('error', () => resolve(listen(port + 1000)))
        server.listen(port, '127.0.0.1', () => resolve(port))
      })

    expect(valueOf((await scanOf(await listen(33_443))).hsts)).toBe('not-asked')
  })

  test('a server that turns clients without a certificate away says nothing of it, and that is no bug', async () => {
    const { port } = await tlsServer({
      ...serving([leaf, intermediate]),
      ALPNProtocols: ['http/1.1'],
      maxVersion: 'TLSv1.2',
      requestCert: true,
      rejectUnauthorized: true,
      ca: [],
    })

    expect(valueOf((await scanOf(port)).hsts)).toBe('refused-handshake')
  })

  test.each([
    ['hello', 'malformed'],
    ['HTTP/1.1 200 OK\r\nX: ' + 'x'.repeat(70_000), 'malformed'],
    ['HTTP/1.1 200 OK\r\nX: y', 'closed'],
    [
      'HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 200 OK\r\nStrict-Transport-Security: max-age=7\r\n\r\n',
      'max-age=7',
    ],
    ['HTTP/1.1 200 OK\r\nstrict-transport-security:\tmax-age=8 \r\n\r\n', 'max-age=8'],
  ])('an answer that begins %j', async (answer, expected) => {
    const { port, server } = await tlsServer({
      ...serving([leaf, intermediate]),
      ALPNProtocols: ['http/1.1'],
    })
    server.on('secureConnection', (socket) => socket.once('data', () => socket.end(answer)))

    expect(valueOf((await scanOf(port)).hsts)).toBe(expected)
  })
})

describe('SSL 2.0 elsewhere (CVE-2016-0800)', () => {
  const scanned = (
    host: string,
    sslv2: boolean,
    spki: string,
    type = 'RSA',
  ): ReturnType<typeof observation> =>
    observation({
      target: target({ host: hostname(host) }),
      deliveries: known([
        delivery({
          leaf: certificate({ spkiSha256: spki, key: { ...certificate().key, type } as never }),
        }),
      ]),
      tls: known({
        versions: {
          SSLv2: known(sslv2),
          SSLv3: known(false),
          TLSv1: known(false),
          'TLSv1.1': known(false),
          'TLSv1.2': known(true),
          'TLSv1.3': known(true),
        },
        sslv2Elsewhere: [],
      } as never),
    })
  const elsewhere = (all: readonly ReturnType<typeof observation>[]): readonly (readonly string[])[] =>
    withSslv2Elsewhere(all).map(({ tls }) => (tls.known ? tls.value.sslv2Elsewhere : []))

  test('names the endpoints that speak it with the same RSA key', () => {
    const all = [
      scanned('a.example', false, 'K'),
      scanned('b.example', true, 'K'),
      scanned('c.example', false, 'L'),
    ]

    expect(elsewhere(all)).toEqual([['b.example:443'], [], []])
  })

  test('says nothing of keys that are not RSA, nor of itself', () => {
    expect(elsewhere([scanned('a.example', true, 'K')])).toEqual([[]])
    expect(
      elsewhere([scanned('a.example', true, 'K', 'EC'), scanned('b.example', false, 'K', 'EC')]),
    ).toEqual([[], []])
  })

  test('an endpoint that was not scanned is left as it is', () => {
    const unscanned = observation({ tls: unanswered('not-asked', 'scan: certificate') })

    expect(withSslv2Elsewhere([scanned('b.example', true, 'K'), unscanned])[1]).toBe(unscanned)
  })
})
