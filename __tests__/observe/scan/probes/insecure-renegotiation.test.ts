import { constants } from 'node:crypto'

import { expect, test } from 'vitest'

import type { TlsVersion } from '../../../../src/model/observation.ts'
import { insecureRenegotiation } from '../../../../src/observe/scan/probes/insecure-renegotiation.ts'
import { leaf } from '../../../support/mint.ts'
import { serving, tcpServer, tlsServer } from '../../../support/servers.ts'
import { playing } from '../../../support/tls-responder.ts'
import { offer, probed } from './probing.ts'

const rsa = leaf(undefined, { key: 'rsa2048' })
const ecdsa = leaf()
const clientMayAsk = 0x100 // SSL_OP_ALLOW_CLIENT_RENEGOTIATION of OpenSSL 3, which Node does not name
const unbound = constants.SSL_OP_ALLOW_UNSAFE_LEGACY_RENEGOTIATION

test.for<[TlsVersion, number, string]>([
  ['TLSv1', 0xc013, 'ECDHE, CBC with a chained vector'],
  ['TLSv1.1', 0x0035, 'RSA, CBC with a vector of its own'],
  ['TLSv1.2', 0x002f, 'RSA, CBC'],
  ['TLSv1.2', 0x009c, 'RSA, GCM'],
  ['TLSv1.2', 0xc030, 'ECDHE, GCM and SHA-384'],
])(
  'a server that lets such a client renegotiate is vulnerable: %s, suite %i, %s',
  async ([version, suite]) => {
    const { port } = await tlsServer({
      ...serving([rsa]),
      minVersion: 'TLSv1',
      maxVersion: version as 'TLSv1',
      secureOptions: unbound | clientMayAsk,
    })

    const { answer, connections } = await probed(insecureRenegotiation, port, {
      offers: [offer(version, suite)],
    })

    expect(answer).toEqual({
      known: true,
      value: {
        vulnerable: true,
        evidence: 'The server goes along with a renegotiation that nothing binds to its session (RFC 5746).',
      },
    })
    expect(connections).toBe(1)
  },
)

test('a server that lets only those renegotiate who can bind it is not vulnerable', async () => {
  const { port } = await tlsServer({
    ...serving([ecdsa]),
    maxVersion: 'TLSv1.2',
    secureOptions: clientMayAsk,
  })

  const { answer } = await probed(insecureRenegotiation, port, { offers: [offer('TLSv1.2', 0xc02b)] })

  expect(answer).toEqual({
    known: true,
    value: {
      vulnerable: false,
      evidence:
        'The server answers a renegotiation that nothing binds to its session (RFC 5746) with alert no_renegotiation (100).',
    },
  })
})

test('a server that lets no client renegotiate is not vulnerable, client certificate or not', async () => {
  const { port } = await tlsServer({
    ...serving([ecdsa]),
    maxVersion: 'TLSv1.2',
    secureOptions: constants.SSL_OP_NO_RENEGOTIATION,
    requestCert: true,
    rejectUnauthorized: false,
  })

  const { answer } = await probed(insecureRenegotiation, port, { offers: [offer('TLSv1.2', 0xc02b)] })

  expect(answer).toMatchObject({ known: true, value: { vulnerable: false } })
})

test('a server that does not finish the handshake has not said no', async () => {
  const part = { version: 0x0303, suite: 0x009c, chain: [rsa.der], react: () => undefined }
  const { port } = await tcpServer(playing(part))

  const { answer } = await probed(insecureRenegotiation, port, { offers: [offer('TLSv1.2', 0x009c)] }, 200)

  expect(answer).toMatchObject({ known: false, reason: 'timed-out' })
})

test('a server that turns such a client away from the start has not been asked', async () => {
  const { port } = await tcpServer((peer) =>
    peer.once('data', () => peer.end(Buffer.from('15030300020228', 'hex'))),
  )

  const { answer } = await probed(insecureRenegotiation, port, { offers: [offer('TLSv1.2', 0x009c)] })

  expect(answer).toMatchObject({ known: false, reason: 'refused-handshake' })
})

test.for([offer('TLSv1.3', 0x1301), offer('SSLv3', 0x002f), offer('TLSv1.2', 0x0004)])(
  'is not asked where it cannot be',
  async (only) => {
    const { answer, connections } = await probed(insecureRenegotiation, 1, { offers: [only] })

    expect(answer).toMatchObject({ known: false, reason: 'not-asked' })
    expect(connections).toBe(0)
  },
)
