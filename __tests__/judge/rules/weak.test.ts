import { expect, test } from 'vitest'

import { judge } from '../../../src/judge/judge.ts'
import type { Certificate, PublicKey } from '../../../src/model/certificate.ts'
import type { Finding } from '../../../src/model/finding.ts'
import type { TrustPath } from '../../../src/model/observation.ts'
import { certificate, ecKey, intermediate, now, root, rsaKey } from '../../support/certificate.ts'
import { delivery, policy, served, serving } from '../../support/observation.ts'

function findings(leaf: Partial<Certificate>): readonly Finding[] {
  return judge(served(leaf), policy(), now)
}

/** The same leaf below an anchor of the user's own. */
function privately(leaf: Partial<Certificate>): readonly Finding[] {
  const made = certificate(leaf)
  const path: TrustPath = { certificates: [made, intermediate(), root()], anchor: 'custom' }
  return judge(serving(delivery({ leaf: made, trust: { paths: [path], obstacle: null } })), policy(), now)
}

const ec = (bits: number, curve: string): PublicKey => ({ ...ecKey, bits, curve })

test.each<[sentence: string, PublicKey]>([
  ['has an RSA key of 1024 bits; 2048 are the least', rsaKey(1024)],
  ['has an RSA key of 2047 bits; 2048 are the least', { ...rsaKey(2047), type: 'RSA-PSS' }],
  ['has an RSA key with the unsafe exponent 1', rsaKey(2048, '1')],
  ['has an RSA key with the unsafe exponent 65536', rsaKey(4096, '65536')],
  ['has a key on a curve of 192 bits (P-192); 256 are the least', ec(192, 'P-192')],
  ['has a DSA key', { ...ecKey, type: 'DSA', bits: 2048, curve: null }],
])('a public certificate that %s', (sentence, key) => {
  const weak = findings({ key, keyUsage: null })

  expect(weak).toMatchObject([
    { rule: 'certificate/weak-key', severity: 'error', message: `The certificate ${sentence}` },
  ])
})

test.each<PublicKey>([
  rsaKey(2048),
  rsaKey(4096, '3'),
  ec(521, 'P-521'),
  { ...ecKey, type: 'Ed25519', bits: null, curve: null },
  { ...ecKey, type: 'ML-DSA-65', bits: null, curve: null },
  { ...rsaKey(), bits: null, exponent: null },
])('a key of $type with $bits bits is strong, or unknown', (key) => {
  expect(findings({ key, keyUsage: null })).toEqual([])
})

test('a private CA may sign P-224, and a public one may not', () => {
  expect(privately({ key: ec(224, 'P-224') })).toEqual([])
  expect(privately({ key: ec(192, 'P-192') })).toHaveLength(1)
  expect(findings({ key: ec(224, 'P-224') })).toHaveLength(1)
})

test.each(['MD2', 'MD5', 'SHA-1'])('a leaf signed over %s is weak', (hash) => {
  expect(findings({ signatureAlgorithm: { name: 'x', hash } })).toMatchObject([
    { rule: 'certificate/weak-signature', message: `The certificate is signed with ${hash} (x)` },
  ])
})

test('what a root of SHA-1 says of itself in a file is no signature anybody checks', () => {
  const sha1 = { name: 'sha1WithRSAEncryption', hash: 'SHA-1' }
  const anchor = root({ signatureAlgorithm: sha1 })
  const seen = serving(delivery({ leaf: anchor, chain: [anchor] }))

  expect(judge(seen, policy(), now).map(({ rule }) => rule)).not.toContain('certificate/weak-signature')
})
