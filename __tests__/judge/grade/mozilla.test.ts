import { expect, test } from 'vitest'

import { mozillaProfiles } from '../../../src/judge/grade/mozilla-profiles.ts'
import { mozillaProfile } from '../../../src/judge/grade/mozilla.ts'
import { type Answer, known, unanswered } from '../../../src/model/answer.ts'
import type { Certificate } from '../../../src/model/certificate.ts'
import type { Delivery } from '../../../src/model/observation.ts'
import type { TlsScan } from '../../../src/model/tls-scan.ts'
import { certificate, rsaKey } from '../../support/certificate.ts'
import { delivery } from '../../support/observation.ts'
import { suiteTable } from '../../support/suite-table.ts'
import { dh, group, offer, p256, tlsScan, versions, x25519 } from '../../support/tls-scan.ts'

const late = unanswered('timed-out', 'no answer within 10 s')
const byRsa = { signatureAlgorithm: { name: 'sha256WithRSAEncryption', hash: 'SHA-256' } }

function profileOf(scan: Partial<TlsScan> = {}, ...leaves: readonly Partial<Certificate>[]) {
  const served = (leaves.length === 0 ? [{}] : leaves).map((leaf) => delivery({ leaf: certificate(leaf) }))
  return mozillaProfile(tlsScan(scan), known(served))
}

const onlyTls13: Partial<TlsScan> = {
  versions: versions('TLSv1.3'),
  offers: [offer('TLSv1.3', [0x1301, 0x1303])],
}
const oldest: Partial<TlsScan> = {
  versions: versions('TLSv1', 'TLSv1.1', 'TLSv1.2'),
  offers: [
    offer('TLSv1', [0xc013, 0x000a]),
    offer('TLSv1.1', [0xc013, 0x002f]),
    offer('TLSv1.2', [0xc02f, 0x009c]),
  ],
}

test('the lists are those of the guidelines, suite by suite', () => {
  for (const { name, version, suites } of mozillaProfiles) {
    const listed = suiteTable().filter(({ mozillaProfiles: all }) => all.includes(`${version}:${name}`))
    expect(new Set(listed.map((row) => row.name))).toEqual(suites)
  }
})

test('the best profile that holds everything offered is the answer', () => {
  expect(profileOf(onlyTls13)).toEqual({
    mozillaProfile: 'modern',
    mozillaVersion: '6.0',
    mozillaObstacle: null,
  })
  expect(profileOf()).toEqual({
    mozillaProfile: 'intermediate',
    mozillaVersion: '6.0',
    mozillaObstacle: expect.stringMatching(
      /^modern 6\.0 does not allow TLS 1\.2; TLS_ECDHE_ECDSA_WITH_AES_128/,
    ),
  })
  expect(profileOf(oldest, { key: rsaKey(), ...byRsa })).toEqual({
    mozillaProfile: 'old',
    mozillaVersion: '5.8',
    mozillaObstacle: expect.stringMatching(/^intermediate 6\.0 does not allow TLS 1\.0 and TLS 1\.1; /),
  })
})

test.each<[string, Partial<TlsScan>, Partial<Certificate>, string]>([
  ['a suite', { ...onlyTls13, offers: [offer('TLSv1.3', [0x1301, 0x1304])] }, {}, 'TLS_AES_128_CCM_SHA256'],
  [
    'a group',
    {
      ...onlyTls13,
      offers: [
        offer('TLSv1.3', [0x1301], { groups: { found: [x25519, group(0x19, 'secp521r1', 521)], cut: null } }),
      ],
    },
    {},
    'the group secp521r1',
  ],
  ['a key', onlyTls13, { key: rsaKey(4096) }, 'a certificate with the key RSA 4096'],
  ['a signature', onlyTls13, byRsa, 'a certificate signed with sha256WithRSAEncryption'],
])('%s that is not on the list is named as the obstacle', (_, scan, leaf, obstacle) => {
  expect(profileOf(scan, leaf).mozillaObstacle).toBe(`modern 6.0 does not allow ${obstacle}`)
})

test('where no profile fits, the obstacle is that of the nearest', () => {
  const wide = { found: [x25519, group(0x19, 'secp521r1', 521)], cut: null }
  const offers = [offer('TLSv1.2', [0xc02f], { groups: wide }), offer('TLSv1.3', [0x1301], { groups: wide })]

  expect(profileOf({ offers })).toEqual({
    mozillaProfile: 'none',
    mozillaVersion: '6.0',
    mozillaObstacle: 'intermediate 6.0 does not allow the group secp521r1',
  })
})

test('DH and RSA keys below 2,048 bits, and curves but P-256 and P-384, are in no profile', () => {
  const dhe = offer('TLSv1.2', [0xc02f, 0x009e])

  expect(
    profileOf({ ...tlsScan(), offers: [dhe], versions: versions('TLSv1.2'), dh: [dh({ bits: 1024 })] }),
  ).toMatchObject({
    mozillaProfile: 'none',
    mozillaVersion: '6.0',
    mozillaObstacle: expect.stringContaining('DH of 1024 bits'),
  })
  expect(profileOf(oldest, { key: rsaKey(1024), ...byRsa }).mozillaProfile).toBe('none')
})

test('up to TLS 1.2 a group of RFC 7919 is weighed as DH, which is how the guidelines speak of it', () => {
  const groups = { found: [x25519, p256, group(0x0100, 'ffdhe2048', 2048)], cut: null }
  const scan = { offers: [offer('TLSv1.2', [0xc02f, 0x009e], { groups })], versions: versions('TLSv1.2') }

  expect(profileOf({ ...scan, dh: [dh()] }, { key: rsaKey(), ...byRsa }).mozillaObstacle).toBe(
    'intermediate 6.0 does not allow TLS_DHE_RSA_WITH_AES_128_GCM_SHA256',
  )
})

test('what is not offered need not be: one group, one suite and no HSTS are enough', () => {
  const one = offer('TLSv1.3', [0x1302], { groups: { found: [p256], cut: null } })

  expect(profileOf({ ...onlyTls13, offers: [one], hsts: known(null) }).mozillaProfile).toBe('modern')
})

test('what nobody knows leaves no profile, unless something known rules it out', () => {
  const unsure = { ...onlyTls13, versions: { ...versions('TLSv1.3'), 'TLSv1.1': late } }
  const both: Answer<readonly Delivery[]> = late

  expect(profileOf(unsure)).toMatchObject({ mozillaProfile: null, mozillaObstacle: null })
  expect(mozillaProfile(tlsScan(onlyTls13), both).mozillaProfile).toBeNull()
  expect(profileOf({ ...unsure, offers: [offer('TLSv1.3', [0x1305])] }).mozillaProfile).toBe('none')
})
