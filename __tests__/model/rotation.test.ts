import { expect, test } from 'vitest'

import type { Rotation, RotationKind } from '../../src/model/change.ts'
import type { RememberedCertificate } from '../../src/model/history.ts'
import { rememberedCertificate, sameOrganisation } from '../../src/model/remembered-certificate.ts'
import { lostNames, namesWords, rotationWords } from '../../src/model/rotation.ts'
import { certificate, dns, ecKey, fingerprint, name, now, rsaKey } from '../support/certificate.ts'
import { leaf } from '../support/history.ts'

function remembered(...[differs]: Parameters<typeof certificate>): RememberedCertificate {
  return rememberedCertificate(certificate(differs), now, now)
}

function rotation(kind: RotationKind, daysBeforeExpiry: number | null = 21.9): Rotation {
  return { kind, at: now, previous: fingerprint('a'), current: fingerprint('b'), daysBeforeExpiry }
}

const previous = rememberedCertificate(leaf('a'), now, now)
const sameKey = rememberedCertificate(leaf('b', { spkiSha256: previous.spkiSha256 }), now, now)
const otherKey = rememberedCertificate(leaf('b'), now, now)
const rsa = rememberedCertificate(leaf('b', { key: rsaKey() }), now, now)
const other = rememberedCertificate(leaf('b', { issuer: name('R3', 'Other Trust') }), now, now)

test.each<[Rotation, RememberedCertificate | null, string]>([
  [rotation('renewed'), sameKey, 'renewed 21 days before expiry by the same CA with the same key'],
  [rotation('renewed', 1.5), sameKey, 'renewed 36 hours before expiry by the same CA with the same key'],
  [rotation('renewed', -3), sameKey, 'renewed 3 days after it had expired by the same CA with the same key'],
  [rotation('renewed', null), sameKey, 'renewed by the same CA with the same key'],
  [rotation('rekeyed'), otherKey, 'renewed 21 days before expiry by the same CA with a new key'],
  [
    rotation('rekeyed'),
    rsa,
    'renewed 21 days before expiry by the same CA with a new key (RSA 2048 instead of EC P-256)',
  ],
  [
    rotation('reissued'),
    other,
    'replaced 21 days before expiry by a certificate of "Other Trust" instead of "Example Trust", with a new key',
  ],
  [rotation('reissued'), null, 'replaced 21 days before expiry by a certificate of another CA'],
  [rotation('rolled-back'), otherKey, 'rolled back to the certificate of 1 November 2026'],
  [rotation('rolled-back'), null, 'rolled back to a certificate it had before'],
])('a rotation in words: %#', (happened, current, words) => {
  expect(rotationWords(happened, { previous, current })).toBe(words)
})

test.each([
  [['example.com', 'www.example.com'], ''],
  [['WWW.example.com', 'Example.com'], ''],
  [['example.com'], '; www.example.com was dropped'],
  [['example.com', '*.example.com'], '; *.example.com was added'],
  [
    ['example.org', 'example.net'],
    '; example.com and www.example.com were dropped; example.org and example.net were added',
  ],
])('what became of the names when they are %j', (names, words) => {
  const current = remembered({ alternativeNames: dns(...names) })

  expect(namesWords({ previous, current })).toBe(words)
})

test('of names that nobody remembers nothing is said', () => {
  expect(namesWords({ previous: { ...previous, names: [] }, current: otherKey })).toBe('')
  expect(namesWords({ previous, current: { ...otherKey, names: [] } })).toBe('')
  expect(namesWords({ previous: null, current: otherKey })).toBe('')
})

test.each([
  [['a.example.com'], ['*.example.com'], []],
  [['a.b.example.com'], ['*.example.com'], ['a.b.example.com']],
  [['*.example.com'], ['a.example.com'], ['*.example.com']],
  [['example.com'], ['*.example.com'], ['example.com']],
  [['192.0.2.1'], ['*.0.2.1'], ['192.0.2.1']],
  [['2001:db8::1', 'mailto:a@example.com'], ['2001:db8::1'], ['mailto:a@example.com']],
])('of %j, %j leaves out %j', (earlier, later, lost) => {
  expect(lostNames(earlier, later)).toEqual(lost)
})

test.each([
  ['DigiCert Inc', 'DigiCert, Inc.', true],
  ['Google Trust Services LLC', 'Google Trust Services', true],
  ["Let's Encrypt", 'Let’s Encrypt', true],
  ['SSL Corp', 'SSL Corporation', true],
  ['Example Trust', 'Example Trust 2', false],
  ['Sectigo Limited', 'COMODO CA Limited', false],
])('%j and %j are one organisation: %s', (one, another, same) => {
  const of = (organisation: string): RememberedCertificate => remembered({ issuer: name('CA', organisation) })

  expect(sameOrganisation(of(one), of(another))).toBe(same)
})

test('an issuer without an organisation is known by its common name', () => {
  expect(remembered({ issuer: name('Office CA') })).toMatchObject({
    issuer: 'Office CA',
    issuerOrganisation: 'Office CA',
  })
})

test.each([
  [ecKey, 'EC', 'EC P-256'],
  [rsaKey(3072), 'RSA', 'RSA 3072'],
  [{ ...rsaKey(2048), type: 'RSA-PSS' }, 'RSA', 'RSA-PSS 2048'],
  [{ ...ecKey, type: 'Ed25519', curve: null }, 'Ed25519', 'Ed25519'],
  [{ ...ecKey, type: '1.2.3', curve: null, bits: null }, '1.2.3', '1.2.3'],
])('a key is compared by its type and told by its size: %#', (key, keyType, told) => {
  expect(remembered({ key })).toMatchObject({ keyType, key: told })
})
