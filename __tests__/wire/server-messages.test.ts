import { X509Certificate } from 'node:crypto'

import { describe, expect, test } from 'vitest'

import {
  readCertificateEntries,
  readCertificateList,
  readCertificateStatus,
} from '../../src/wire/certificate-message.ts'
import { readCertificateRequest } from '../../src/wire/certificate-request.ts'
import { suiteTraits } from '../../src/wire/cipher-suite.ts'
import { dhParameters } from '../../src/wire/dh-parameters.ts'
import { handshakeType } from '../../src/wire/handshake-message.ts'
import { readServerHello } from '../../src/wire/server-hello.ts'
import {
  bitLength,
  readServerKeyExchange,
  type ServerKeyExchange,
} from '../../src/wire/server-key-exchange.ts'
import * as rfc8448 from '../fixtures/handshakes/rfc8448.ts'
import { bodyOf, hex, messagesOf, recorded } from './handshakes.ts'

function exchangeIn(name: string): ServerKeyExchange | null {
  const messages = messagesOf(recorded(name).server)
  const hello = readServerHello(bodyOf(messages, handshakeType.serverHello))
  const { exchangeKind, authentication } = suiteTraits(hello.cipherSuite)
  return readServerKeyExchange(bodyOf(messages, handshakeType.serverKeyExchange), {
    exchange: exchangeKind,
    anonymous: authentication === 'anon',
    version: hello.legacyVersion,
  })
}

describe('ServerKeyExchange', () => {
  // s_client: "Server Temp Key: X25519", "Peer signature type: RSA-PSS", "Peer signing digest: SHA256"
  test('x25519, signed with RSA-PSS', () => {
    expect(exchangeIn('tls12-ecdhe-rsa')).toEqual({
      kind: 'named-curve',
      group: 0x001d,
      signature: { scheme: 0x0804 },
    })
  })

  // s_client: "Server Temp Key: ECDH, prime256v1", "ECDSA", "SHA256"
  test('P-256, signed with ECDSA', () => {
    expect(exchangeIn('tls12-ecdhe-ecdsa')).toEqual({
      kind: 'named-curve',
      group: 0x0017,
      signature: { scheme: 0x0403 },
    })
  })

  // s_client: "Server Temp Key: DH, 2048 bits", "RSA-PSS", "SHA256"; before TLS 1.2 no scheme is named
  test.each([
    ['tls12-dhe-rsa', 0x0804],
    ['tls10-dhe-rsa', null],
  ])('%s: a prime of 2048 bits', (name, scheme) => {
    const exchange = exchangeIn(name)

    expect(exchange).toMatchObject({ kind: 'dh', signature: { scheme } })
    expect(exchange?.kind === 'dh' && dhParameters(exchange.prime, false)).toMatchObject({
      bits: 2048,
      known: 'RFC 3526 group 14', // what OpenSSL takes by itself
    })
  })

  // s_client: "Server Temp Key: DH, 1024 bits"
  test('an anonymous one has no signature', () => {
    const exchange = exchangeIn('tls12-adh')

    expect(exchange).toMatchObject({ kind: 'dh', signature: null })
    expect(exchange?.kind === 'dh' && bitLength(exchange.prime)).toBe(1024)
  })

  const signed = '0401 0002 abcd'
  test('an explicit curve in a prime field', () => {
    const curve = `01 02 0fff ${'01 05'.repeat(6)}`

    expect(
      readServerKeyExchange(hex(`${curve} ${signed}`), {
        exchange: 'ecdhe',
        anonymous: false,
        version: 0x0303,
      }),
    ).toEqual({ kind: 'explicit-curve', field: 'prime', bits: 12, signature: { scheme: 0x0401 } })
  })

  test.each([
    ['01', 1],
    ['02', 3],
  ])('an explicit curve in a binary field, basis %s', (basis, exponents) => {
    const curve = `02 00a3 ${basis} ${'01 05'.repeat(exponents)} ${'01 05'.repeat(6)}`

    expect(
      readServerKeyExchange(hex(`${curve} ${signed}`), {
        exchange: 'ecdhe',
        anonymous: false,
        version: 0x0303,
      }),
    ).toEqual({ kind: 'explicit-curve', field: 'char2', bits: 163, signature: { scheme: 0x0401 } })
  })

  test('the short-lived RSA key of an export suite', () => {
    const body = hex('0002 ffff 0001 03 0002 abcd')

    expect(
      readServerKeyExchange(body, { exchange: 'rsa-export', anonymous: false, version: 0x0301 }),
    ).toEqual({
      kind: 'rsa',
      modulus: hex('ffff'),
    })
  })

  test('what we do not take apart is not read', () => {
    expect(
      readServerKeyExchange(hex('ff'), { exchange: 'other', anonymous: false, version: 0x0303 }),
    ).toBeNull()
  })

  test.each([
    ['ecdhe', '04', 'curve_type: 4 instead of 1, 2 or 3'],
    ['ecdhe', '03 0017 02 04', 'public: wanted 2 octets, found 1 octet'],
    ['ecdhe', '02 00a3 03', 'basis: 3 instead of 1 or 2'],
    ['ecdhe', '03 0017 01 04 0804 0001 aa ff', 'ServerKeyExchange: 1 octet after its end'],
    ['dhe', '0002 ffff 0001', 'dh_g: wanted 1 octet, found 0 octets'],
  ] as const)('malformed: %s %s', (exchange, octets, message) => {
    expect(() => readServerKeyExchange(hex(octets), { exchange, anonymous: false, version: 0x0303 })).toThrow(
      message,
    )
  })
})

describe('Certificate', () => {
  test('as sent up to TLS 1.2', () => {
    const [leaf, ...others] = readCertificateList(
      bodyOf(messagesOf(recorded('tls12-rsa').server), handshakeType.certificate),
    )

    expect(others).toEqual([])
    expect(new X509Certificate(leaf ?? new Uint8Array()).subject).toBe('CN=recorded.example\nO=RSA')
  })

  test('of TLS 1.3, from RFC 8448 §3', () => {
    // EncryptedExtensions has 40 octets, and the certificate a header of four.
    const [entry, ...others] = readCertificateEntries(rfc8448.serverFlight.subarray(44, 40 + 445))

    expect(others).toEqual([])
    expect(new X509Certificate(entry?.der ?? new Uint8Array()).subject).toBe('CN=rsa')
    expect(entry?.extensions).toEqual(new Map())
  })

  test.each([
    [() => readCertificateList(hex('000005 000002 30')), 'certificate_list: wanted 5 octets, found 4 octets'],
    [() => readCertificateList(hex('000004 000002 30')), 'ASN.1Cert: wanted 2 octets, found 1 octet'],
    [() => readCertificateList(hex('000000 00')), 'Certificate: 1 octet after its end'],
    [
      () => readCertificateEntries(hex('00 000004 000001 30')),
      'extensions length: wanted 2 octets, found 0 octets',
    ],
    [() => readCertificateEntries(hex('00 000006 000001 30 0000 00')), 'Certificate: 1 octet after its end'],
  ])('malformed: %#', (read, message) => {
    expect(read).toThrow(message)
  })
})

test('CertificateStatus holds an OCSPResponse and nothing else', () => {
  expect(readCertificateStatus(hex('01 000003 300100'))).toEqual(hex('300100'))
  expect(() => readCertificateStatus(hex('02 000000'))).toThrow('status_type: 2 instead of ocsp (1)')
  expect(() => readCertificateStatus(hex('01 000001 30 00'))).toThrow(
    'CertificateStatus: 1 octet after its end',
  )
})

test('CertificateRequest', () => {
  const body = bodyOf(messagesOf(recorded('tls12-ecdhe-rsa').server), handshakeType.certificateRequest)

  // s_server: rsa_sign, dss_sign, ecdsa_sign
  expect(readCertificateRequest(body, 0x0303)).toMatchObject({
    certificateTypes: [1, 2, 64],
    authorities: [],
  })
  expect(readCertificateRequest(hex('01 01 0003 0001 30'), 0x0301)).toEqual({
    certificateTypes: [1],
    signatureAlgorithms: null,
    authorities: [hex('30')],
  })
  expect(() => readCertificateRequest(hex('01 01 0002 0401'), 0x0303)).toThrow(
    'certificate_authorities length',
  )
})
