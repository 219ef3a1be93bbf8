import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { sizeScore } from '../../../src/judge/grade/key-exchanges.ts'
import { bandOf, letterOf, scoreUnder, totalOf } from '../../../src/judge/grade/letters.ts'
import { groupEquivalent, keyEquivalent } from '../../../src/judge/grade/rsa-equivalent.ts'
import { scoresOf, suiteScore } from '../../../src/judge/grade/scores.ts'
import { type Answer, known, unanswered } from '../../../src/model/answer.ts'
import type { PublicKey } from '../../../src/model/certificate.ts'
import { letters } from '../../../src/model/grade.ts'
import type { Delivery, TlsVersion } from '../../../src/model/observation.ts'
import type { TlsScan } from '../../../src/model/tls-scan.ts'
import { cipherSuite } from '../../../src/wire/cipher-suite.ts'
import { certificate, ecKey, rsaKey } from '../../support/certificate.ts'
import { delivery } from '../../support/observation.ts'
import { dh, group, mlkem, offer, p256, tlsScan, versions, x25519 } from '../../support/tls-scan.ts'

const late = unanswered('timed-out', 'no answer within 10 s')

function keyed(...keys: readonly PublicKey[]): Answer<readonly Delivery[]> {
  return known(keys.map((key) => delivery({ leaf: certificate({ key }) })))
}

function score(category: 'protocol' | 'keyExchange' | 'cipher', scan: TlsScan, served = keyed(ecKey)) {
  return scoresOf(scan, served)[category]?.score ?? null
}

test.each<[readonly TlsVersion[], number]>([
  [['TLSv1.3'], 100],
  [['TLSv1.2'], 100],
  [['TLSv1.2', 'TLSv1.3'], 100],
  [['TLSv1.1', 'TLSv1.2'], 97],
  [['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'], 95],
  [['SSLv3', 'TLSv1.2'], 90],
  [['SSLv2', 'TLSv1.3'], 50],
  [['SSLv3'], 80],
  [['SSLv2'], 0],
])('protocol is the middle of the best and the worst: %s', (spoken, expected) => {
  expect(score('protocol', tlsScan({ versions: versions(...spoken) }))).toBe(expected)
})

test('a version that did not answer leaves no protocol score, and its suites no cipher score', () => {
  const scan = tlsScan({ versions: { ...versions('TLSv1.2', 'TLSv1.3'), SSLv3: late } })

  expect(scoresOf(scan, keyed(ecKey))).toMatchObject({ protocol: null, keyExchange: null, cipher: null })
})

test.each([
  [0x0002, 0], // TLS_RSA_WITH_NULL_SHA
  [0x0003, 20], // TLS_RSA_EXPORT_WITH_RC4_40_MD5
  [0x0009, 20], // TLS_RSA_WITH_DES_CBC_SHA
  [0x000a, 80], // TLS_RSA_WITH_3DES_EDE_CBC_SHA: 168 bits of key
  [0x0700c0, 80], // SSL_CK_DES_192_EDE3_CBC_WITH_MD5
  [0x0005, 80], // TLS_RSA_WITH_RC4_128_SHA
  [0x1301, 80], // TLS_AES_128_GCM_SHA256
  [0x1303, 100], // TLS_CHACHA20_POLY1305_SHA256
  [0x5a5a, null],
])('suite %i scores %s', (id, expected) => {
  expect(suiteScore(cipherSuite(id))).toBe(expected)
})

test('cipher is the middle of the strongest and the weakest suite of all versions', () => {
  const offers = [offer('TLSv1.2', [0xc030, 0x0009]), offer('TLSv1.3', [0x1302])]

  expect(score('cipher', tlsScan({ offers }))).toBe(60)
})

test('a search that was cut short, and a suite nobody registered, leave no cipher score', () => {
  const cut = offer('TLSv1.2', [], { suites: { found: [cipherSuite(0xc02f)], cut: late } })
  const unheard = offer('TLSv1.2', [0xc02f, 0x5a5a])

  for (const older of [cut, unheard])
    expect(score('cipher', tlsScan({ offers: [older, offer('TLSv1.3', [0x1301])] }))).toBeNull()
})

test.each([
  [511, 20],
  [512, 40],
  [1023, 40],
  [1024, 80],
  [2047, 80],
  [2048, 90],
  [4095, 90],
  [4096, 100],
])('a key of %i bits of RSA scores %i', (bits, expected) => {
  expect(sizeScore(bits)).toBe(expected)
})

// NIST SP 800-57 part 1 rev. 5, table 2
test.each<[string, Partial<PublicKey>, number | null]>([
  ['P-224', { bits: 224 }, 2048],
  ['P-256', { bits: 256 }, 3072],
  ['P-384', { bits: 384 }, 7680],
  ['P-521', { bits: 521 }, 15_360],
  ['Ed25519', { type: 'Ed25519', bits: null }, 3072],
  ['RSA 4096', { type: 'RSA', bits: 4096 }, 4096],
  ['a type nobody knows', { type: '1.2.3.4', bits: null }, null],
])('a key of %s is as strong as RSA', (_, differs, modulus) => {
  expect(keyEquivalent({ ...ecKey, ...differs })).toBe(modulus)
})

test.each([
  [x25519, 3072],
  [p256, 3072],
  [group(0x0018, 'secp384r1', 384), 7680],
  [group(0x001e, 'x448', 448), 7680],
  [group(0x0010, 'secp160r1', 160), 1024],
  [group(0x0100, 'ffdhe2048', 2048), 2048],
  [mlkem, 7680],
  [group(0x0200, 'MLKEM512', null, true), 3072],
  [group(0x5a5a, '0x5a5a', null), null],
])('a group is as strong as RSA: $name', (one, modulus) => {
  expect(groupEquivalent(one)).toBe(modulus)
})

test('in key exchange P-256 and X25519 score 90, and P-384 and larger 100', () => {
  const strong = group(0x0018, 'secp384r1', 384)
  const p384 = { ...ecKey, bits: 384, curve: 'P-384' }
  const offers = (...found: readonly (typeof p256)[]) => [
    offer('TLSv1.2', [0xc02f], { groups: { found, cut: null } }),
    offer('TLSv1.3', [0x1301], { groups: { found: [strong], cut: null } }),
  ]

  expect(score('keyExchange', tlsScan(), keyed(p384))).toBe(90)
  expect(score('keyExchange', tlsScan({ offers: offers(strong) }), keyed(p384))).toBe(100)
  expect(score('keyExchange', tlsScan({ offers: offers(strong) }), keyed(rsaKey(2048)))).toBe(90)
  expect(score('keyExchange', tlsScan({ offers: offers(strong, p256) }), keyed(p384))).toBe(90)
})

test('the weakest of all certificates and parameters counts, and is named', () => {
  const small = tlsScan({
    offers: [offer('TLSv1.2', [0x009e, 0xc02f])],
    versions: versions('TLSv1.2'),
    dh: [dh({ bits: 1024 }), dh()],
  })

  expect(scoresOf(small, keyed(ecKey, rsaKey(4096))).keyExchange).toEqual({
    score: 80,
    weakest: 'DH of 1024 bits',
    change: 'Use 2,048 bits or more, P-256 or X25519',
  })
  expect(scoresOf(tlsScan(), keyed(ecKey, rsaKey(1000))).keyExchange).toEqual({
    score: 40,
    weakest: 'a certificate key of RSA 1000',
    change: 'Use 2,048 bits or more, P-256 or X25519',
  })
})

test.each([
  [0x0003, 40], // TLS_RSA_EXPORT_WITH_RC4_40_MD5
  [0x0034, 0], // TLS_DH_anon_WITH_AES_128_CBC_SHA
  [0xc018, 0], // TLS_ECDH_anon_WITH_AES_128_CBC_SHA
])('what a suite says about its key exchange counts: %i', (id, expected) => {
  const scan = tlsScan({ offers: [offer('TLSv1.2', [id]), offer('TLSv1.3', [0x1301])], dh: [dh()] })

  expect(score('keyExchange', scan)).toBe(expected)
})

test('what was not seen of the key exchange leaves no score', () => {
  const dhe = tlsScan({ offers: [offer('TLSv1.2', [0x009e]), offer('TLSv1.3', [0x1301])] })
  const cut = offer('TLSv1.2', [0xc02f], { groups: { found: [x25519], cut: late } })

  expect(score('keyExchange', dhe)).toBeNull()
  expect(score('keyExchange', tlsScan({ offers: [cut, offer('TLSv1.3', [0x1301])] }))).toBeNull()
  expect(score('keyExchange', tlsScan(), late)).toBeNull()
  expect(score('keyExchange', tlsScan(), keyed({ ...ecKey, type: '1.2.3', bits: null }))).toBeNull()
})

test('no group of TLS 1.3 scores below 90, so that those not seen count only where the rest is better', () => {
  const strong = group(0x0018, 'secp384r1', 384)
  const only = (found: typeof strong) =>
    tlsScan({
      versions: versions('TLSv1.3'),
      offers: [offer('TLSv1.3', [0x1301], { groups: { found: [found], cut: late } })],
    })
  const p384 = { ...ecKey, bits: 384, curve: 'P-384' }

  expect(score('keyExchange', only(x25519), keyed(p384))).toBe(90)
  expect(score('keyExchange', only(strong), keyed(ecKey))).toBe(90)
  expect(score('keyExchange', only(strong), keyed(p384))).toBeNull()
})

test('groups below TLS 1.3 are the server’s: asked for under one version, they hold for all', () => {
  const notAsked = { found: [], cut: unanswered('not-asked', 'asked for under TLS 1.2') }
  const old = offer('TLSv1.1', [0xc013], { groups: notAsked })
  const two = tlsScan({ versions: versions('TLSv1.1', 'TLSv1.2'), offers: [old, offer('TLSv1.2', [0xc02f])] })
  const alone = tlsScan({ versions: versions('TLSv1.1'), offers: [old] })

  expect(score('keyExchange', two)).toBe(90)
  expect(score('keyExchange', alone)).toBeNull()
})

test.each([
  [100, 90, 90, 93], // TLS 1.2 and 1.3, RSA 2048, AES-128 and AES-256: the guide's own example
  [100, 100, 100, 100],
  [97, 90, 90, 92],
  [50, 40, 20, 35],
  [100, 0, 100, 0],
  [0, 100, 100, 0],
  [100, 100, 0, 0],
])('the total of %i, %i and %i is %i', (protocol, keyExchange, cipher, total) => {
  const category = (points: number) => ({ score: points, weakest: '', change: '' })

  expect(
    totalOf({
      protocol: category(protocol),
      keyExchange: category(keyExchange),
      cipher: category(cipher),
    }),
  ).toBe(total)
})

test.each([
  [100, 'A'],
  [80, 'A'],
  [79, 'B'],
  [65, 'B'],
  [64, 'C'],
  [50, 'C'],
  [49, 'D'],
  [35, 'D'],
  [34, 'E'],
  [20, 'E'],
  [19, 'F'],
  [0, 'F'],
])('%i points are %s', (total, letter) => {
  expect(bandOf(total)).toBe(letter)
})

test('a cap does not lift, and the score never reaches above the band of the letter', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 100 }),
      fc.array(fc.constantFrom(...letters, 'T' as const, 'M' as const)),
      (total, limits) => {
        const letter = letterOf(
          total,
          limits.map((limit) => ({ limit, says: '' })),
        )
        const worse = (one: (typeof letters)[number]) => letters.indexOf(one)

        expect(worse(letter)).toBeGreaterThanOrEqual(worse(bandOf(total) === 'A' ? 'A+' : bandOf(total)))
        for (const limit of limits)
          if (limit !== 'T' && limit !== 'M') expect(worse(letter)).toBeGreaterThanOrEqual(worse(limit))
        expect(bandOf(scoreUnder(letter, total))).toBe(letter.startsWith('A') ? 'A' : letter)
      },
    ),
  )
})
