import { expect, test } from 'vitest'

import { judgeChanges } from '../../../src/judge/judge-changes.ts'
import { keyStrength } from '../../../src/judge/key-strength.ts'
import { known, unanswered } from '../../../src/model/answer.ts'
import type { Finding } from '../../../src/model/finding.ts'
import type { CipherSuite, Observation, Sighting } from '../../../src/model/observation.ts'
import type { RuleId } from '../../../src/model/rule-id.ts'
import type { Offer } from '../../../src/model/tls-scan.ts'
import { dns, ecKey, name, rsaKey } from '../../support/certificate.ts'
import { daily, day, leaf, outage, rsaLeaf, serves } from '../../support/history.ts'
import { delivery, fileTarget, policy, serving, sighting, suite, waiver } from '../../support/observation.ts'
import { offer, tlsScan, versions } from '../../support/tls-scan.ts'

const [a, b] = [leaf('a', { notAfter: day(22) }), leaf('b')]

function found(...seen: readonly Observation[]): readonly Finding[] {
  return daily(...seen).last.findings.filter(({ rule }) => rule.startsWith('change/'))
}

test('nothing is said on first sight, of the same certificate, and of an outage', () => {
  expect(found(serves(a))).toEqual([])
  expect(found(serves(a), serves(a))).toEqual([])
  expect(found(serves(a), outage())).toEqual([])
})

test('a plain renewal is a notice that says how', () => {
  expect(found(serves(a), serves(leaf('b', { spkiSha256: a.spkiSha256 })))).toEqual([
    {
      rule: 'change/rotated',
      severity: 'notice',
      message: 'The certificate was renewed 21 days before expiry by the same CA with the same key',
      fix: 'Nothing is left to do if this was planned. If it was not, find out who ordered the certificate.',
      reference: expect.stringMatching(/RULES\.md#changerotated$/),
      evidence: {
        rotations: [
          {
            kind: 'renewed',
            previous_fingerprint: a.sha256,
            fingerprint_sha256: leaf('b').sha256,
            days_before_expiry: 21,
          },
        ],
      },
      key: 'change/rotated example.com:443',
      since: day(1),
      waivedUntil: null,
    },
  ])
})

test('two key types that rotate together are told apart', () => {
  const [seen] = found(serves(a, rsaLeaf('r')), serves(b, rsaLeaf('s')))

  expect(seen?.message).toMatch(
    /^The ECDSA certificate 3e23e816 was renewed .* new key; the RSA certificate 043a7187 was renewed /,
  )
})

test('another organisation is a warning, another intermediate is none', () => {
  const other = leaf('b', { issuer: name('R3', 'Other Trust') })
  const sibling = leaf('b', { issuer: name('R3', 'Example Trust') })

  expect(found(serves(a), serves(other))).toMatchObject([
    {
      rule: 'change/issuer',
      severity: 'warning',
      message: 'The certificate now comes from "Other Trust"; the one before came from "Example Trust"',
    },
    {
      rule: 'change/rotated',
      message:
        'The certificate was replaced 21 days before expiry by a certificate of "Other Trust" instead of "Example Trust", with a new key',
    },
  ])
  expect(found(serves(a), serves(sibling)).map(({ rule }) => rule)).toEqual(['change/rotated'])
})

test.each([
  [rsaKey(2048), ecKey, 'another kind of key: EC P-256 instead of RSA 2048'],
  [rsaKey(4096), rsaKey(2048), 'a weaker key than before: RSA 2048 instead of RSA 4096'],
  [rsaKey(2048), rsaKey(4096), 'another kind of key: RSA 4096 instead of RSA 2048'],
  [ecKey, rsaKey(2048), 'a weaker key than before: RSA 2048 instead of EC P-256'],
])('a key of another kind or size is said, and a weaker one is called so', (before, after, says) => {
  const seen = found(serves(leaf('a', { key: before })), serves(leaf('b', { key: after })))

  expect(seen.find(({ rule }) => rule === 'change/key')).toMatchObject({
    severity: 'notice',
    message: `The certificate has ${says}`,
  })
})

test('a new key of the same kind is what a good renewal makes', () => {
  expect(found(serves(a), serves(b)).map(({ rule }) => rule)).toEqual(['change/rotated'])
})

test('a lost name is a warning that names it', () => {
  const fewer = leaf('b', { alternativeNames: dns('example.com') })

  expect(found(serves(a), serves(fewer))).toMatchObject([
    {
      rule: 'change/names-lost',
      severity: 'warning',
      message: 'The certificate no longer holds www.example.com',
      fix: expect.stringContaining('openssl s_client -connect example.com:443'),
    },
    { rule: 'change/rotated', message: expect.stringMatching(/; www\.example\.com was dropped$/) },
  ])
})

test('a name under a wildcard is not lost', () => {
  const wild = leaf('b', { alternativeNames: dns('EXAMPLE.com', '*.example.com') })

  expect(found(serves(a), serves(wild)).map(({ rule }) => rule)).toEqual(['change/rotated'])
})

test('an earlier certificate that is back after a week is a rollback', () => {
  const weekLong = Array.from({ length: 8 }, () => serves(b))

  expect(found(serves(a), ...weekLong, serves(a))).toMatchObject([
    {
      rule: 'change/rolled-back',
      severity: 'warning',
      message: 'The certificate was rolled back to the certificate of 1 November 2026',
      evidence: { rotations: [{ kind: 'rolled-back', not_after: day(22).toISOString() }] },
    },
  ])
})

test('two certificates that take turns within a week are one notice, and no rollback', () => {
  const turns = [serves(a), serves(b), serves(a), serves(b)]

  for (const count of [3, 4])
    expect(found(...turns.slice(0, count))).toMatchObject([
      { rule: 'change/alternating', severity: 'notice' },
    ])
  expect(daily(...turns.slice(0, 3)).last.comparison.rotations).toMatchObject([{ kind: 'rolled-back' }])
})

test('a rollback to the certificate before the last is one, however quick', () => {
  const seen = found(serves(a), serves(b), serves(leaf('c')), serves(a))

  expect(seen.map(({ rule }) => rule)).toEqual(['change/rolled-back'])
})

function answers(suiteName: string, differs: Partial<Sighting> & Partial<CipherSuite> = {}): Observation {
  const seen = sighting({ suite: suite({ name: suiteName }), protocol: differs.protocol ?? 'TLSv1.2' })
  return serving(delivery({ leaf: b, chain: [b], sightings: [seen] }))
}

test.each([
  ['TLS_RSA_WITH_AES_128_GCM_SHA256', ': no forward secrecy'],
  ['TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA', ': no authenticated encryption (AEAD)'],
  [
    'TLS_RSA_WITH_RC4_128_SHA',
    ': a broken or short cipher, no forward secrecy and no authenticated encryption (AEAD)',
  ],
])('a suite that is weaker than the last one known: %s', (weaker, why) => {
  const strong = answers('TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384')

  expect(found(strong, answers(weaker))).toMatchObject([
    {
      rule: 'change/downgraded',
      severity: 'warning',
      message: `An ordinary client is now answered with ${weaker} instead of TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384${why}`,
    },
  ])
  expect(found(answers(weaker), strong)).toEqual([])
  expect(found(strong, outage(), answers(weaker))).toHaveLength(1)
})

test('AES-128 in place of AES-256 is no downgrade, and a suite nobody registered proves nothing', () => {
  const strong = answers('TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384')

  expect(found(strong, answers('TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256'))).toEqual([])
  expect(found(strong, answers('0x5a5a'))).toEqual([])
})

test('an older protocol is a downgrade, a newer one is not', () => {
  const modern = answers('TLS_AES_128_GCM_SHA256', { protocol: 'TLSv1.3' })
  const older = answers('TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256')

  expect(found(modern, older)).toMatchObject([
    {
      rule: 'change/downgraded',
      message: 'An ordinary client is now answered with TLS 1.2 instead of TLS 1.3',
    },
  ])
  expect(found(older, modern)).toEqual([])
})

function scans(...offers: readonly Offer[]): Observation {
  const scan = tlsScan({ offers, versions: versions(...offers.map(({ version }) => version)) })
  return { ...serving(delivery({ leaf: b, chain: [b] })), tls: known(scan) }
}

const tls10 = offer('TLSv1', [0xc013]) // ECDHE, CBC
const tls12 = offer('TLSv1.2', [0xc02f]) // ECDHE, GCM
const tls13 = offer('TLSv1.3', [0x1301])

test('an old version that came back is a downgrade, and one that went is none', () => {
  expect(found(scans(tls12, tls13), scans(tls10, tls12, tls13))).toMatchObject([
    { rule: 'change/downgraded', message: 'The server now agrees to TLS 1.0, which it had refused' },
  ])
  expect(found(scans(tls10, tls12, tls13), scans(tls12, tls13))).toEqual([])
})

test('a new version that went is a downgrade, and one that came is none', () => {
  expect(found(scans(tls12, tls13), scans(tls12))).toMatchObject([
    { rule: 'change/downgraded', message: 'The server no longer agrees to TLS 1.3' },
  ])
  expect(found(scans(tls12), scans(tls12, tls13))).toEqual([])
})

test('a weak suite that came back is a downgrade, although no ordinary client is given it', () => {
  expect(found(scans(tls12), scans(offer('TLSv1.2', [0xc02f, 0x009c])))).toMatchObject([
    {
      rule: 'change/downgraded',
      message: 'The server now agrees to TLS_RSA_WITH_AES_128_GCM_SHA256: no forward secrecy',
    },
  ])
})

test('a scan that was cut short is no change, and what the last whole one found is still known after it', () => {
  const cut = { ...tls12, suites: { found: [], cut: unanswered('timed-out', 'no answer within 10 s') } }

  expect(found(scans(tls10, tls12), scans(cut))).toEqual([])
  expect(found(scans(tls12), scans(cut), scans(tls10, tls12))).toHaveLength(1)
})

test('severities and waivers hold for changes as for everything else', () => {
  const { last } = daily(serves(a), serves(leaf('b', { issuer: name('R3', 'Other Trust') })))
  const under = policy({
    severities: new Map<RuleId, 'off' | 'error'>([
      ['change/rotated', 'off'],
      ['change/issuer', 'error'],
    ]),
    waivers: [waiver({ rule: 'change/*' })],
  })

  expect(judgeChanges(last.comparison, last.observation, under, day(1))).toMatchObject([
    { rule: 'change/issuer', severity: 'error', waivedUntil: waiver().until },
  ])
})

test('of a file that nobody serves, changes are history and no findings', () => {
  const seen = (served: typeof a): Observation => ({
    ...serves(served),
    target: fileTarget(),
    addresses: [],
  })
  const { last } = daily(seen(a), seen(b))

  expect(last.comparison.rotations).toHaveLength(1)
  expect(last.findings).toEqual([])
})

test.each([
  ['RSA 1024', 80],
  ['RSA 2048', 112],
  ['RSA-PSS 4096', 128],
  ['EC P-256', 128],
  ['EC secp256k1', 128],
  ['EC brainpoolP384r1', 192],
  ['Ed25519', 128],
  ['ML-DSA-65', 192],
  ['1.2.3.4', null],
])('a key %s has %s bits of strength', (key, bits) => {
  expect(keyStrength(key)).toBe(bits)
})
