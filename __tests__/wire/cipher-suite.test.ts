import { getCiphers } from 'node:tls'

import { expect, test } from 'vitest'

import { cipherSuite, cipherSuiteByName, suitesOf, suiteTraits } from '../../src/wire/cipher-suite.ts'

test.each([
  [0x1301, 'TLS_AES_128_GCM_SHA256', 'TLS_AES_128_GCM_SHA256', 128, true, []],
  [0xc02f, 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256', 'ECDHE-RSA-AES128-GCM-SHA256', 128, true, []],
  [0x002f, 'TLS_RSA_WITH_AES_128_CBC_SHA', 'AES128-SHA', 128, false, ['CBC', 'STATIC-RSA']],
  [0x000a, 'TLS_RSA_WITH_3DES_EDE_CBC_SHA', 'DES-CBC3-SHA', 112, false, ['BLOCK64', 'CBC', 'STATIC-RSA']],
  [0x0034, 'TLS_DH_anon_WITH_AES_128_CBC_SHA', 'ADH-AES128-SHA', 128, true, ['ANON', 'CBC']],
])('knows suite %i', (id, name, openssl, bits, forwardSecrecy, flags) => {
  const suite = { id, name, openssl, bits, forwardSecrecy, flags }

  expect(cipherSuite(id)).toEqual(suite)
  expect(cipherSuiteByName(name)).toEqual(suite)
  expect(cipherSuiteByName(openssl)).toEqual(suite)
})

test('a name that TLS and SSL 2.0 share means the suite of TLS', () => {
  expect(cipherSuiteByName('RC4-MD5')?.id).toBe(0x0004)
})

test('a number nobody registered keeps its hex and tells nothing', () => {
  const nothing = { openssl: null, bits: null, forwardSecrecy: null, flags: [] }

  expect(cipherSuite(0x5a5a)).toEqual({ id: 0x5a5a, name: '0x5a5a', ...nothing })
  expect(cipherSuite(0x0a)).not.toMatchObject(nothing)
  expect(cipherSuite(0xfe)).toEqual({ id: 0xfe, name: '0x00fe', ...nothing })
  expect(cipherSuiteByName('TLS_MADE_UP')).toBeUndefined()
})

test('every suite that node:tls can negotiate is known by its name', () => {
  const unknown = getCiphers().filter((name) => cipherSuiteByName(name.toUpperCase()) === undefined)

  expect(unknown).toEqual([])
})

test('a hello of TLS 1.3 offers its suites alone, and an older one none of them', () => {
  expect(suitesOf('TLSv1.3').map((id) => id.toString(16))).toEqual([
    'c6',
    'c7',
    '1301',
    '1302',
    '1303',
    '1304',
    '1305',
    '1306',
    '1307',
    'c0b4',
    'c0b5',
    'c103',
    'c104',
    'c105',
    'c106',
  ])
  expect(suitesOf('TLSv1.2')).not.toContain(0x1301)
})

test('AEAD and SHA-256 belong to TLS 1.2; what SSL 3.0 had is offered in every version after it', () => {
  for (const old of ['SSLv3', 'TLSv1', 'TLSv1.1'] as const) {
    expect(suitesOf(old)).not.toContain(0xc02f)
    expect(suitesOf(old)).not.toContain(0x003c)
    expect(suitesOf(old)).toContain(0x0004)
    expect(suitesOf(old)).toContain(0xc014) // OpenSSL 1.0.1 negotiates ECDHE in SSL 3.0
  }
  expect(suitesOf('TLSv1.2')).toEqual(expect.arrayContaining([0xc02f, 0x003c, 0x0004]))
})

test('neither TLS_NULL_WITH_NULL_NULL nor a signalling value is ever offered as a suite', () => {
  expect(suitesOf('TLSv1.2')).not.toEqual(expect.arrayContaining([0]))
  expect(suitesOf('SSLv3')).not.toContain(0x00ff)
  expect(suitesOf('TLSv1.2')).not.toContain(0x5600)
})

test('SSL 2.0 has seven suites of the specification, and what was built since', () => {
  expect(suitesOf('SSLv2')).toEqual(
    expect.arrayContaining([0x010080, 0x020080, 0x030080, 0x040080, 0x050080, 0x060040, 0x0700c0]),
  )
})

test.each([
  [0xc02f, 'ecdhe', 'RSA'],
  [0xc018, 'ecdhe', 'anon'],
  [0x0033, 'dhe', 'RSA'],
  [0x0034, 'dhe', 'anon'],
  [0x0014, 'dhe', 'RSA'],
  [0x0003, 'rsa-export', 'RSA'],
  [0x002f, 'other', 'RSA'],
  [0x0090, 'other', 'PSK'],
  [0x1301, 'other', 'any'],
] as const)('suite %i exchanges keys as %s', (id, exchangeKind, authentication) => {
  expect(suiteTraits(id)).toMatchObject({ exchangeKind, authentication })
})
