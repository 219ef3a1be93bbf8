import { expect, test } from 'vitest'

import { judge } from '../../../src/judge/judge.ts'
import type { CipherSuite, Sighting, TlsVersion } from '../../../src/model/observation.ts'
import { now } from '../../support/certificate.ts'
import { delivery, ip, policy, serving, sighting, suite } from '../../support/observation.ts'

function rulesFor(...sightings: Sighting[]): readonly string[] {
  return judge(serving(delivery({ sightings })), policy(), now).map(
    ({ rule, severity }) => `${rule} ${severity}`,
  )
}

test.each<[TlsVersion, readonly string[]]>([
  ['SSLv2', ['protocol/ssl2 error', 'protocol/no-tls1.2-or-1.3 error']],
  ['SSLv3', ['protocol/ssl3 error', 'protocol/no-tls1.2-or-1.3 error']],
  ['TLSv1', ['protocol/no-tls1.2-or-1.3 error', 'protocol/tls1.0 warning']],
  ['TLSv1.1', ['protocol/no-tls1.2-or-1.3 error', 'protocol/tls1.1 warning']],
  ['TLSv1.2', ['protocol/no-tls1.3 notice']],
  ['TLSv1.3', []],
])('a server that answers with %s', (protocol, expected) => {
  expect(rulesFor(sighting({ protocol }))).toEqual(expected)
})

test.each<[string, Partial<CipherSuite>, readonly string[]]>([
  ['TLS_ECDHE_RSA_WITH_NULL_SHA', { bits: 0, flags: ['NULL-ENC'] }, ['null error']],
  ['TLS_ECDH_anon_WITH_AES_128_GCM_SHA256', { flags: ['ANON'] }, ['anonymous error']],
  [
    'TLS_RSA_EXPORT_WITH_RC4_40_MD5',
    { bits: 40, forwardSecrecy: false, flags: ['EXPORT', 'RC4', 'STATIC-RSA', 'LT112'] },
    ['export error', 'rc4 error', 'no-forward-secrecy warning', 'no-aead warning'],
  ],
  [
    'TLS_DHE_RSA_WITH_DES_CBC_SHA',
    { bits: 56, flags: ['DES', 'BLOCK64', 'CBC', 'LT112'] },
    ['weak error', 'block64 warning', 'no-aead warning'],
  ],
  [
    'TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA',
    { bits: 112, flags: ['BLOCK64', 'CBC'] },
    ['block64 warning', 'no-aead warning'],
  ],
  [
    'TLS_RSA_WITH_AES_128_GCM_SHA256',
    { forwardSecrecy: false, flags: ['STATIC-RSA'] },
    ['no-forward-secrecy warning'],
  ],
  ['TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA', { flags: ['CBC'] }, ['no-aead warning']],
  ['TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256', { bits: 256 }, []],
  ['TLS_AES_128_CCM_8_SHA256', { flags: ['CCM8'] }, []],
  ['0x5a5a', { bits: null, forwardSecrecy: null, openssl: null }, []],
])('a server that picks %s', (name, differs, expected) => {
  const seen = sighting({ suite: suite({ name, ...differs }) })

  expect(rulesFor(seen).filter((finding) => finding.startsWith('cipher/'))).toEqual(
    expected.map((finding) => `cipher/${finding}`),
  )
})

test.each(['rsa', 'ecdsa', 'scan'] as const)(
  'a hello that offers less proves nothing of the server’s choice: %s',
  (asked) => {
    const less = sighting({ asked, protocol: 'TLSv1.2', suite: suite({ flags: ['RC4'] }) })

    expect(rulesFor(sighting(), less)).toEqual([])
  },
)

test('an address that differs from the others is named', () => {
  const old = sighting({ address: ip('192.0.2.2'), protocol: 'TLSv1' })

  expect(judge(serving(delivery({ sightings: [sighting(), old] })), policy(), now)).toMatchObject([
    { message: 'An ordinary client gets no better version than TLS 1.0 (at 192.0.2.2)' },
    { message: 'An ordinary client is answered with TLS 1.0 (at 192.0.2.2)' },
  ])
})

test('the sentence names the suite, and the evidence what was negotiated', () => {
  const weak = suite({ name: 'TLS_RSA_WITH_RC4_128_SHA', flags: ['RC4'], forwardSecrecy: null })

  expect(
    judge(serving(delivery({ sightings: [sighting({ suite: weak })] })), policy(), now)[0],
  ).toMatchObject({
    rule: 'cipher/rc4',
    message: 'An ordinary client is given TLS_RSA_WITH_RC4_128_SHA, which uses the broken stream cipher RC4',
    evidence: {
      negotiated: [
        { address: '192.0.2.1', protocol: 'TLSv1.3', cipher: 'TLS_RSA_WITH_RC4_128_SHA', bits: 128 },
      ],
    },
  })
})
