import type { TLSSocket } from 'node:tls'

import { describe, expect, test } from 'vitest'

import { known } from '../../../src/model/answer.ts'
import { hierarchy, leaf as leafOf, rsaPair } from '../../support/mint.ts'
import { serving, tlsServer } from '../../support/servers.ts'
import { at, deliveriesOf, observe } from '../observing.ts'
import { groups, offerOf, scanning, scanOf, suites, valueOf, versions } from './scanning.ts'

const { intermediate, leaf } = hierarchy()
const rsa = leafOf(intermediate, { keyPair: rsaPair() })

const none = {
  SSLv2: false,
  SSLv3: false,
  TLSv1: false,
  'TLSv1.1': false,
  'TLSv1.2': false,
  'TLSv1.3': false,
}

describe('a server of today, with certificates of RSA and ECDSA', () => {
  const today = [
    'ECDHE-ECDSA-AES128-GCM-SHA256',
    'ECDHE-RSA-AES128-GCM-SHA256',
    'ECDHE-ECDSA-AES256-GCM-SHA384',
    'ECDHE-RSA-AES256-GCM-SHA384',
    'ECDHE-ECDSA-CHACHA20-POLY1305',
    'ECDHE-RSA-CHACHA20-POLY1305',
  ]
  const current = ['TLS_AES_128_GCM_SHA256', 'TLS_AES_256_GCM_SHA384', 'TLS_CHACHA20_POLY1305_SHA256']
  const options = {
    ...serving([rsa, intermediate], [leaf, intermediate]),
    minVersion: 'TLSv1.2',
    ciphers: [...current, ...today].join(':'),
    ecdhCurve: 'X25519:P-256:P-384:P-521:X448',
  } as const

  test('has exactly the suites and groups that it is configured with', async () => {
    const { port } = await tlsServer(options)

    const scan = await scanOf(port)

    expect(versions(scan)).toEqual({ ...none, 'TLSv1.2': true, 'TLSv1.3': true })
    expect(suites(offerOf(scan, 'TLSv1.2')).toSorted()).toEqual(today.toSorted())
    expect(suites(offerOf(scan, 'TLSv1.3')).toSorted()).toEqual(current.toSorted())
    for (const version of ['TLSv1.2', 'TLSv1.3'] as const)
      expect(groups(offerOf(scan, version)).toSorted()).toEqual([
        'secp256r1',
        'secp384r1',
        'secp521r1',
        'x25519',
        'x448',
      ])
    expect(scan.intolerances).toEqual([])
  })

  test('is seen whole in at most 25 connections, all of them counted', async () => {
    const { port, connections } = await tlsServer(options)

    const observation = await observe(at(port, { scan: 'tls' }))

    expect(observation.connections).toBe(connections())
    expect(observation.connections).toBeLessThanOrEqual(25)
    expect(
      deliveriesOf(observation)
        .map(({ leaf }) => leaf.key.type)
        .toSorted(),
    ).toEqual(['EC', 'RSA'])
  })

  test('of the Web is, too, with the question for HSTS', async () => {
    const { port, connections, server } = await tlsServer({
      ...options,
      honorCipherOrder: true,
      ciphers: [...current.slice(1), ...current.slice(0, 1), ...today].join(':'), // as OpenSSL has them
      ALPNProtocols: ['http/1.1'],
    })
    server.on('secureConnection', (socket: TLSSocket) =>
      socket.once('data', () => socket.end('HTTP/1.1 204 No Content\r\n\r\n')),
    )

    const { tls, connections: counted } = await observe(at(port, { scan: 'tls' }))

    expect(tls.known && [tls.value.alpn, tls.value.hsts]).toEqual([known(['http/1.1']), known(null)])
    expect(counted).toBe(connections())
    expect(counted).toBeLessThanOrEqual(25)
  })

  test('with honorCipherOrder picks by its own order, which is then known', async () => {
    const { port } = await tlsServer({ ...options, honorCipherOrder: true })

    const scan = await scanOf(port)

    expect(valueOf(offerOf(scan, 'TLSv1.2').serverPreference)).toBe(true)
    expect(suites(offerOf(scan, 'TLSv1.2'))).toEqual(today)
    expect(valueOf(offerOf(scan, 'TLSv1.3').serverPreference)).toBe(true)
    expect(suites(offerOf(scan, 'TLSv1.3'))).toEqual(current)
  })

  test('without it goes by ours', async () => {
    const { port } = await tlsServer({ ...options, honorCipherOrder: false })

    const scan = await scanOf(port)

    expect(valueOf(offerOf(scan, 'TLSv1.2').serverPreference)).toBe(false)
    expect(valueOf(offerOf(scan, 'TLSv1.3').serverPreference)).toBe(false)
  })

  test('one suite leaves nothing to pick', async () => {
    const { port } = await tlsServer({ ...options, maxVersion: 'TLSv1.2', ciphers: today[1] ?? '' })

    const { serverPreference } = offerOf(await scanOf(port), 'TLSv1.2')

    expect(valueOf(serverPreference)).toBe('not-asked')
  })
})

test('post-quantum groups are found without computing with one', async () => {
  const names = ['X25519MLKEM768', 'SecP256r1MLKEM768', 'SecP384r1MLKEM1024', 'MLKEM768', 'X25519']
  const { port } = await tlsServer({
    ...serving([leaf, intermediate]),
    minVersion: 'TLSv1.3',
    ciphers: 'TLS_AES_128_GCM_SHA256',
    ecdhCurve: names.join(':'),
  })

  const scan = await scanOf(port)

  expect(versions(scan)).toEqual({ ...none, 'TLSv1.3': true })
  expect(groups(offerOf(scan, 'TLSv1.3')).toSorted()).toEqual([...names.slice(0, 4), 'x25519'].toSorted())
  expect(offerOf(scan, 'TLSv1.3').groups.found.filter(({ postQuantum }) => postQuantum)).toHaveLength(4)
})

test('every version from TLS 1.0 on, with all that its library has', async () => {
  const { port } = await tlsServer({
    ...serving([rsa, intermediate]),
    minVersion: 'TLSv1',
    ciphers: 'ALL:COMPLEMENTOFALL:@SECLEVEL=0:!PSK:!SRP:!aNULL',
  })

  const scan = await scanOf(port)

  expect(versions(scan)).toMatchObject({ TLSv1: true, 'TLSv1.1': true, 'TLSv1.2': true, 'TLSv1.3': true })
  expect(suites(offerOf(scan, 'TLSv1'))).toEqual(suites(offerOf(scan, 'TLSv1.1')))
  expect(suites(offerOf(scan, 'TLSv1'))).toEqual(
    expect.arrayContaining(['NULL-MD5', 'AES128-SHA', 'ECDHE-RSA-AES256-SHA']),
  )
  expect(suites(offerOf(scan, 'TLSv1.2'))).toEqual(
    expect.arrayContaining([...suites(offerOf(scan, 'TLSv1')), 'AES128-CCM8', 'NULL-SHA256']),
  )
  expect(valueOf(scan.features.fallbackScsv)).toBe(true)
  expect(valueOf(scan.features.encryptThenMac)).toBe(true)
})

test('anonymous suites show no certificate, and are found', async () => {
  const { port } = await tlsServer({
    ...serving([rsa, intermediate]),
    maxVersion: 'TLSv1.2',
    ciphers: 'AECDH-AES128-SHA:AES128-SHA:@SECLEVEL=0',
  })

  expect(suites(offerOf(await scanOf(port), 'TLSv1.2')).toSorted()).toEqual([
    'AECDH-AES128-SHA',
    'AES128-SHA',
  ])
})

describe('an ECDSA certificate alone, whose own curve must be in every list (RFC 8422 §5.1)', () => {
  test.each([
    // What the server likes less than the curve that every list must hold, it takes from nobody.
    ['P-256:X25519', true, ['secp256r1']],
    ['P-256:X25519', false, ['secp256r1', 'x25519']],
    ['X25519:P-384:P-256', true, ['secp256r1', 'secp384r1', 'x25519']],
    ['X25519:P-384:P-256', false, ['secp256r1', 'secp384r1', 'x25519']],
  ])('of %s, honorCipherOrder %s', async (ecdhCurve, honorCipherOrder, expected) => {
    const { port } = await tlsServer({
      ...serving([leaf, intermediate]),
      maxVersion: 'TLSv1.2',
      ciphers: 'ECDHE-ECDSA-AES128-GCM-SHA256',
      ecdhCurve,
      honorCipherOrder,
    })

    expect(groups(offerOf(await scanOf(port), 'TLSv1.2')).toSorted()).toEqual(expected)
  })
})

describe('what a server shows besides', () => {
  const options = { ...serving([leaf, intermediate]), minVersion: 'TLSv1.2' } as const

  test.each([
    [
      ['h2', 'http/1.1'],
      ['h2', 'http/1.1'],
    ],
    [['http/1.1'], ['http/1.1']],
    [['h2'], ['h2']],
    [undefined, []],
  ])('ALPN %s', async (ALPNProtocols, expected) => {
    const protocols = ALPNProtocols === undefined ? {} : { ALPNProtocols }
    const { port } = await tlsServer({ ...options, ...protocols })

    expect(valueOf((await scanOf(port)).alpn)).toEqual(expected)
  })

  test('ALPN of a server without TLS 1.3', async () => {
    const { port } = await tlsServer({ ...options, maxVersion: 'TLSv1.2', ALPNProtocols: ['h2', 'http/1.1'] })

    expect(valueOf((await scanOf(port)).alpn)).toEqual(['h2', 'http/1.1'])
  })

  test.each(['TLSv1.2', 'TLSv1.3'] as const)(
    'the request for a client certificate in %s',
    async (version) => {
      const wanting = await tlsServer({
        ...options,
        minVersion: version,
        maxVersion: version,
        requestCert: true,
        rejectUnauthorized: false,
      })
      const other = await tlsServer({ ...options, minVersion: version, maxVersion: version })

      expect(valueOf((await scanOf(wanting.port)).features.clientCertificateRequested)).toBe(true)
      expect(valueOf((await scanOf(other.port)).features.clientCertificateRequested)).toBe(false)
    },
  )

  test.each(['TLSv1.2', 'TLSv1.3'] as const)('a stapled OCSP response in %s', async (version) => {
    const response = Buffer.from('30030a0106', 'hex')
    const { port, server } = await tlsServer({ ...options, minVersion: version, maxVersion: version })
    server.on('OCSPRequest', (_certificate, _issuer, callback) => callback(null, response))

    const { staple } = (await scanOf(port)).features

    expect(staple.known && staple.value !== null && Buffer.from(staple.value)).toEqual(response)
  })

  test('no staple is known only after a second look', async () => {
    const { port } = await tlsServer(options)

    expect(valueOf((await scanOf(port)).features.staple)).toBeNull()
  })

  test('what TLS 1.3 does not have is not asked', async () => {
    const { port } = await tlsServer({ ...options, minVersion: 'TLSv1.3' })

    const { features } = await scanOf(port)

    for (const name of [
      'secureRenegotiation',
      'extendedMasterSecret',
      'encryptThenMac',
      'fallbackScsv',
      'compression',
    ] as const)
      expect([name, valueOf(features[name])]).toEqual([name, 'not-asked'])
  })

  test('OpenSSL has secure renegotiation and extended master secret, and no compression', async () => {
    const { port } = await tlsServer({ ...options, maxVersion: 'TLSv1.2' })

    const { features } = await scanOf(port)

    expect(valueOf(features.secureRenegotiation)).toBe(true)
    expect(valueOf(features.extendedMasterSecret)).toBe(true)
    expect(valueOf(features.sessionTickets)).toBe(true)
    expect(valueOf(features.compression)).toBe(false)
    expect(valueOf(features.fallbackScsv)).toBe('not-asked') // one version: nothing to fall back to
  })
})

test('with the probes every scheme is asked for', async () => {
  const { port } = await tlsServer({
    ...serving([rsa, intermediate]),
    maxVersion: 'TLSv1.2',
    ciphers: 'ECDHE-RSA-AES128-GCM-SHA256',
    sigalgs: 'rsa_pss_rsae_sha256:RSA+SHA256:RSA+SHA384',
  })

  const { signatureSchemes } = offerOf(await scanOf(port, { probes: true }), 'TLSv1.2')

  expect(signatureSchemes.cut).toBeNull()
  expect(signatureSchemes.found.map(({ name }) => name).toSorted()).toEqual([
    'rsa_pkcs1_sha256',
    'rsa_pkcs1_sha384',
    'rsa_pss_rsae_sha256',
  ])
})

test('a Diffie-Hellman group of the server’s own is measured, whatever RFC 7919 says', async () => {
  const { port } = await tlsServer({
    ...serving([rsa, intermediate]),
    maxVersion: 'TLSv1.2',
    ciphers: 'DHE-RSA-AES128-GCM-SHA256:@SECLEVEL=0',
    dhparam: 'auto',
  })

  const { dh, offers } = await scanOf(port)

  expect(offers.map(({ version }) => version)).toEqual(['TLSv1.2'])
  expect(dh).toMatchObject([{ bits: 2048, known: 'RFC 3526 group 14', rfc7919: false, exportGrade: false }])
})

test('no more connections to one host at a time than the turnstile lets in', async () => {
  let open = 0
  let most = 0
  const { port, server } = await tlsServer({ ...serving([leaf, intermediate]), minVersion: 'TLSv1' })
  server.on('connection', (socket) => {
    most = Math.max(most, ++open)
    socket.once('close', () => open--)
  })

  await scanning(port)

  expect(most).toBeLessThanOrEqual(5) // a FIN may still be on its way while the next one comes in
})
