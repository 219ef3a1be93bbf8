import { describe, expect, test } from 'vitest'

import { authority, hierarchy, leaf as leafOf, rsaPair } from '../support/mint.ts'
import { serving, tcpServer, tlsServer } from '../support/servers.ts'
import { at, deliveriesOf, digests, observe, onlyDelivery, reasonOf, trusting } from './observing.ts'

const { root, intermediate, leaf } = hierarchy()
const rsa = leafOf(intermediate, { keyPair: rsaPair() })

describe('a server that speaks nothing but an old version is seen', () => {
  test.for([
    ['TLSv1', rsa],
    ['TLSv1', leaf],
    ['TLSv1.1', rsa],
    ['TLSv1.1', leaf],
  ] as const)('%s', async ([version, only]) => {
    const { port } = await tlsServer({
      ...serving([only, intermediate]),
      minVersion: version,
      maxVersion: version,
    })

    const observation = await observe(at(port, trusting(root)))

    expect(onlyDelivery(observation)).toMatchObject({
      sightings: [{ asked: 'any', protocol: version, clientCertificateDemanded: false }],
      trust: { obstacle: null },
    })
    expect(observation.addresses).toMatchObject([{ otherLeaf: { known: true, value: null } }])
    expect(observation.connections).toBe(3) // today's hello, the old one, the other kind of key
  })

  test('with both of its certificates', async () => {
    const options = serving([rsa, intermediate], [leaf, intermediate])
    const { port } = await tlsServer({ ...options, minVersion: 'TLSv1', maxVersion: 'TLSv1' })

    const seen = deliveriesOf(await observe(at(port)))

    expect(seen.map(({ leaf }) => leaf.key.type).toSorted()).toEqual(['EC', 'RSA'])
  })

  test('that demands a client certificate', async () => {
    const { port } = await tlsServer({
      ...serving([rsa, intermediate]),
      minVersion: 'TLSv1',
      maxVersion: 'TLSv1',
      requestCert: true,
      ca: authority('Nobody').certificatePem,
    })

    const { chain, sightings } = onlyDelivery(await observe(at(port)))

    expect(digests(chain)).toEqual(digests([rsa, intermediate]))
    expect(sightings).toMatchObject([{ clientCertificateDemanded: true }])
  })
})

describe('a suite that today’s hello does not offer', () => {
  test.for([
    ['NULL-SHA256', 'TLS_RSA_WITH_NULL_SHA256'],
    ['AES128-SHA', 'TLS_RSA_WITH_AES_128_CBC_SHA'],
    ['CAMELLIA256-SHA', 'TLS_RSA_WITH_CAMELLIA_256_CBC_SHA'],
    ['AES128-CCM8', 'TLS_RSA_WITH_AES_128_CCM_8'],
  ])('%s', async ([ciphers, name]) => {
    const { port } = await tlsServer({
      ...serving([rsa, intermediate]),
      ciphers: `${ciphers}:@SECLEVEL=0`,
      maxVersion: 'TLSv1.2',
    })

    const { sightings } = onlyDelivery(await observe(at(port)))

    expect(sightings).toMatchObject([{ protocol: 'TLSv1.2', suite: { name, openssl: ciphers } }])
  })

  test('today’s hello is preferred: an old offer never lowers what a current client gets', async () => {
    const { port } = await tlsServer({ ...serving([leaf, intermediate]), minVersion: 'TLSv1' })

    const { sightings } = onlyDelivery(await observe(at(port)))

    expect(sightings).toMatchObject([{ protocol: 'TLSv1.3' }])
  })
})

/** record · ServerHello: version 3.3, a random, no session, TLS_RSA_WITH_AES_128_GCM_SHA256, no extensions. */
function serverHello(version: string): string {
  return `16${version}002a 02000026 ${version} ${'5a'.repeat(32)} 00 009c 00`
}

/** A TLS 1.2 server without RFC 5746 shows its certificate, and gives up: enough to see that we come so far. */
function flightWithoutRenegotiationInfo(der: Uint8Array): Buffer {
  const length = (octets: number, size: number): string => octets.toString(16).padStart(size * 2, '0')
  const listed = length(der.length, 3) + Buffer.from(der).toString('hex')
  const list = length(der.length + 3, 3) + listed
  const message = `0b${length(der.length + 6, 3)}${list}`
  const certificate = `160303${length(message.length / 2, 2)}${message}`
  const done = '1603030004 0e000000'
  return Buffer.from((serverHello('0303') + certificate + done).replaceAll(' ', ''), 'hex')
}

test('a server without secure renegotiation is not refused by us', async () => {
  const heard: Buffer[] = []
  const { port } = await tcpServer((peer) => {
    peer.once('data', () => {
      peer.write(flightWithoutRenegotiationInfo(rsa.der))
      // ClientKeyExchange: our side went on. OpenSSL without SSL_OP_LEGACY_SERVER_CONNECT answers an alert.
      peer.once('data', (octets: Buffer) => {
        heard.push(octets)
        peer.end(Buffer.from('15030300020228', 'hex'))
      })
    })
  })

  const observation = await observe(at(port))

  expect(heard[0]?.subarray(0, 6).toString('hex')).toMatch(/^160303....10$/)
  expect(reasonOf(observation)).toBe('known')
  expect(digests(onlyDelivery(observation).chain)).toEqual(digests([rsa]))
})
