import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { gradeOf } from '../../../src/judge/grade.ts'
import { judge, rules } from '../../../src/judge/judge.ts'
import { known, unanswered } from '../../../src/model/answer.ts'
import type { Finding } from '../../../src/model/finding.ts'
import { followsFrom } from '../../../src/model/follows.ts'
import { type Observation, type TlsVersion, tlsVersions } from '../../../src/model/observation.ts'
import { type RuleId, ruleIds } from '../../../src/model/rule-id.ts'
import type { StartTls } from '../../../src/model/target.ts'
import { probeNames, type TlsScan } from '../../../src/model/tls-scan.ts'
import { cipherSuite } from '../../../src/wire/cipher-suite.ts'
import { now } from '../../support/certificate.ts'
import { delivery, ip, observation, policy, sighting, target } from '../../support/observation.ts'
import { dh, features, group, offer, p256, tlsScan, versions, x25519 } from '../../support/tls-scan.ts'

const late = unanswered('timed-out', 'no answer within 10 s')

function found(scan: Partial<TlsScan>, seen: Partial<Observation> = {}): readonly Finding[] {
  return judge(observation({ tls: known(tlsScan(scan)), ...seen }), policy(), now)
}

function idsOf(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ rule, severity }) => `${rule} ${severity}`)
}

/** TLS 1.3 as ever, and under another version these suites in the server's order. */
function under(version: TlsVersion, ...suites: readonly number[]): Partial<TlsScan> {
  return {
    versions: versions(version, 'TLSv1.3'),
    offers: [offer(version, suites), offer('TLSv1.3', [0x1301])],
  }
}

test('a server of today gives a scan nothing to say', () => {
  expect(found({})).toEqual([])
})

test('a scan that was not asked for gives the new rules nothing to say', () => {
  const about = /^(key-exchange|vulnerability|tls|http)\/|^cipher\/order$/
  const unasked = rules.filter(({ id }) => about.test(id))

  expect(unasked).toHaveLength(19)
  for (const rule of unasked) expect(rule.judge(observation(), policy(), now), rule.id).toBeNull()
})

test.each<[TlsVersion, readonly string[]]>([
  ['SSLv2', ['protocol/ssl2 error', 'vulnerability/drown error']],
  ['SSLv3', ['protocol/ssl3 error']],
  ['TLSv1', ['protocol/tls1.0 warning']],
  ['TLSv1.1', ['protocol/tls1.1 warning']],
])('%s beside TLS 1.3 is found, although nobody is given it', (version, expected) => {
  expect(idsOf(found(under(version)))).toEqual(expected)
})

test('without TLS 1.2 and 1.3 it is said what the best is', () => {
  const old: Partial<TlsScan> = { versions: versions('TLSv1.1'), offers: [offer('TLSv1.1', [0xc013])] }

  expect(found(old).find(({ rule }) => rule === 'protocol/no-tls1.2-or-1.3')).toMatchObject({
    severity: 'error',
    message: 'Nothing better than TLS 1.1 is spoken',
    evidence: { versions: ['TLSv1.1'] },
  })
  expect(idsOf(found(old))).not.toContain('protocol/no-tls1.3 notice')
})

test('TLS 1.2 without 1.3 is a notice', () => {
  expect(found({ versions: versions('TLSv1.2'), offers: [offer('TLSv1.2', [0xc02f])] })).toMatchObject([
    { rule: 'protocol/no-tls1.3', message: 'TLS 1.3 is not spoken, only TLS 1.2' },
  ])
})

test('a version that did not answer is neither spoken nor missing', () => {
  const unsure = { ...versions('TLSv1.2'), 'TLSv1.3': late, TLSv1: late }
  const ids = idsOf(found({ versions: unsure, offers: [offer('TLSv1.2', [0xc02f])] }))

  expect(ids).toEqual(['endpoint/unanswered notice'])
})

test.each<[readonly number[], readonly string[]]>([
  [[0xc010], ['null error']],
  [[0xc018], ['anonymous error']],
  [[0x0062], ['export error', 'block64 warning']],
  [[0x0015], ['weak error', 'block64 warning']],
  [[0xc011], ['rc4 error']],
  [[0xc012], ['block64 warning']],
])('a suite that nobody of today picks is found all the same: %j', (suites, expected) => {
  const scan = { ...under('TLSv1.2', 0xc02f, ...suites), dh: [dh()] }
  const ids = idsOf(found(scan)).filter((id) => id.startsWith('cipher/'))

  expect(ids.toSorted()).toEqual(expected.map((id) => `cipher/${id}`).toSorted())
})

test('one finding names every suite of its kind, with its versions', () => {
  const scan: Partial<TlsScan> = {
    versions: versions('TLSv1', 'TLSv1.2'),
    offers: [offer('TLSv1', [0xc011]), offer('TLSv1.2', [0xc02f, 0xc011, 0x0005])],
  }
  const [rc4, ...others] = found(scan).filter(({ rule }) => rule === 'cipher/rc4')

  expect(others).toEqual([])
  expect(rc4).toMatchObject({
    message:
      '2 suites are accepted, each of which uses the broken stream cipher RC4: TLS_ECDHE_RSA_WITH_RC4_128_SHA (TLS 1.0 and TLS 1.2) and TLS_RSA_WITH_RC4_128_SHA (TLS 1.2)',
    evidence: {
      offered: [
        { cipher: 'TLS_ECDHE_RSA_WITH_RC4_128_SHA', bits: 128, protocols: ['TLSv1', 'TLSv1.2'] },
        { cipher: 'TLS_RSA_WITH_RC4_128_SHA', bits: 128, protocols: ['TLSv1.2'] },
      ],
    },
  })
})

test('a suite for old clients at the end of the list takes nothing from those of today', () => {
  expect(idsOf(found(under('TLSv1.2', 0xc02f, 0x009c, 0xc013, 0x002f)))).toEqual([])
})

test.each<[string, readonly number[], string]>([
  [
    'no-forward-secrecy',
    [0x009c, 0xc02f],
    'Under TLS 1.2 clients of today get no forward secrecy: TLS_RSA_WITH_AES_128_GCM_SHA256',
  ],
  [
    'no-aead',
    [0xc027, 0xc02f],
    'Under TLS 1.2 clients of today get no authenticated encryption (AEAD): TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256',
  ],
])('what clients without TLS 1.3 get is judged, too: %s', (rule, suites, message) => {
  const findings = found(under('TLSv1.2', ...suites))

  expect(findings.find(({ rule: id }) => id === `cipher/${rule}`)).toMatchObject({
    severity: 'warning',
    message,
  })
})

test('where the client chooses, it gets what it wants as long as that is there', () => {
  const chooses = offer('TLSv1.2', [0xc02f, 0x009c, 0xc027], { serverPreference: known(false) })

  expect(idsOf(found({ offers: [chooses, offer('TLSv1.3', [0x1301])] }))).toEqual(['cipher/order notice'])
})

test('what another address negotiates counts beside the scan of one', () => {
  const seen = delivery({
    sightings: [sighting(), sighting({ address: ip('192.0.2.2'), protocol: 'TLSv1' })],
  })

  expect(idsOf(found({}, { deliveries: known([seen]) }))).toEqual([
    'protocol/no-tls1.2-or-1.3 error',
    'protocol/tls1.0 warning',
  ])
})

test.each<[string, Partial<Parameters<typeof offer>[2]>, readonly number[], string | null]>([
  ['weak after strong is in order', {}, [0xc02f, 0xc030, 0xc013], null],
  ['equally strong in any order is in order', {}, [0xc030, 0xcca8, 0xc02f], null],
  [
    'weak before strong is not',
    {},
    [0xc013, 0xc02f],
    'Under TLS 1.2 the server prefers TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA to stronger suites',
  ],
  ['equally strong without an order is fine', { serverPreference: known(false) }, [0xc02f, 0xc030], null],
  [
    'weak and strong without an order is not',
    { serverPreference: known(false) },
    [0xc02f, 0xc013],
    'Under TLS 1.2 the client chooses, and TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA is weaker than the rest',
  ],
  ['who chooses is not known', { serverPreference: late }, [0xc013, 0xc02f], null],
  ['a number nobody registered', {}, [0x5a5a, 0xc02f], null],
])('order: %s', (_, differs, suites, message) => {
  const scan = { offers: [offer('TLSv1.2', suites, differs), offer('TLSv1.3', [0x1301])] }

  expect(found(scan).find(({ rule }) => rule === 'cipher/order')?.message ?? null).toBe(message)
})

test.each<[number, string | null]>([
  [1023, 'error'],
  [1024, 'warning'],
  [2047, 'warning'],
  [2048, null],
])('DH of %i bits: %s', (bits, severity) => {
  const findings = found({
    ...under('TLSv1.2', 0xc02f, 0x009e),
    dh: [dh({ bits, known: null, rfc7919: false })],
  })

  expect(findings.map((finding) => finding.severity)).toEqual(severity === null ? [] : [severity])
})

test('all DH groups that are too small stand in one sentence', () => {
  const group2 = dh({ bits: 1024, known: 'RFC 2409 Oakley group 2', rfc7919: false })
  const scan = {
    ...under('TLSv1.2', 0xc02f, 0x009e),
    dh: [dh({ bits: 512, exportGrade: true, known: null }), group2],
  }

  expect(found(scan).find(({ rule }) => rule === 'key-exchange/weak-dh')).toMatchObject({
    severity: 'error',
    message:
      'Diffie-Hellman is done with 512 bits of export grade and 1024 bits (RFC 2409 Oakley group 2); 2048 are the least',
    evidence: { dh: [{ bits: 512 }, { bits: 1024, known_as: 'RFC 2409 Oakley group 2', rfc7919: false }] },
  })
})

test.each<[string, Partial<Parameters<typeof dh>[0]>, boolean]>([
  ['a small prime that others have', { bits: 1536, known: 'RFC 3526 group 5', rfc7919: false }, true],
  ['a small prime of its own', { bits: 1536, known: null, rfc7919: false }, false],
  ['a group without safe primes', { known: 'RFC 5114 group 24', rfc7919: false }, true],
  ['a prime beyond reach', { known: 'RFC 3526 group 14', rfc7919: false }, false],
  ['a prime that is shared on purpose', {}, false],
])('common prime: %s', (_, differs, expected) => {
  const ids = idsOf(found({ ...under('TLSv1.2', 0xc02f, 0x009e), dh: [dh(differs)] }))

  expect(ids.includes('key-exchange/common-prime warning')).toBe(expected)
})

test('post-quantum key exchange is a rule for those who ask for it', () => {
  const classic = { found: [x25519, p256], cut: null }
  const scan = known(
    tlsScan({ ...under('TLSv1.2', 0xc02f), offers: [offer('TLSv1.3', [0x1301], { groups: classic })] }),
  )
  const asked = policy({
    severities: new Map<RuleId, 'warning'>([['key-exchange/no-post-quantum', 'warning']]),
  })

  expect(judge(observation({ tls: scan }), policy(), now)).toEqual([])
  expect(judge(observation({ tls: scan }), asked, now)).toMatchObject([
    {
      rule: 'key-exchange/no-post-quantum',
      severity: 'warning',
      message: 'No post-quantum key exchange is offered',
      evidence: { groups: ['x25519', 'secp256r1'] },
    },
  ])
})

test('whether a search for groups that broke off missed a post-quantum one, nobody knows', () => {
  const asked = policy({
    severities: new Map<RuleId, 'notice'>([['key-exchange/no-post-quantum', 'notice']]),
  })
  const cut = offer('TLSv1.3', [0x1301], { groups: { found: [x25519], cut: late } })
  const ids = (scan: TlsScan) => idsOf(judge(observation({ tls: known(scan) }), asked, now))

  expect(ids(tlsScan({ offers: [cut] }))).not.toContain('key-exchange/no-post-quantum notice')
  expect(ids(tlsScan({ versions: versions('TLSv1.2'), offers: [offer('TLSv1.2', [0xc02f])] }))).toContain(
    'key-exchange/no-post-quantum notice',
  )
  expect(
    ids(
      tlsScan({
        offers: [
          offer('TLSv1.3', [0x1301], {
            groups: { found: [group(0x0201, 'MLKEM768', null, true)], cut: null },
          }),
        ],
      }),
    ),
  ).toEqual([])
})

test('what a probe saw is a finding with its evidence and its CVE', () => {
  const seen = known({ vulnerable: true, evidence: 'It sent 64 octets of its memory' })
  const probes = Object.fromEntries(probeNames.map((name) => [name, seen])) as TlsScan['probes']
  const findings = found({ probes })

  expect(idsOf(findings)).toEqual([
    'vulnerability/heartbleed error',
    'vulnerability/ccs-injection error',
    'vulnerability/robot error',
    'tls/insecure-renegotiation error',
  ])
  expect(findings[0]).toMatchObject({
    message: 'It sent 64 octets of its memory',
    evidence: { vulnerability: 'heartbleed', cve: 'CVE-2014-0160', seen: 'It sent 64 octets of its memory' },
    key: 'vulnerability/heartbleed example.com:443',
  })
})

test('a probe that saw nothing, or got no answer, is no finding', () => {
  const safe = known({ vulnerable: false, evidence: 'It hung up' })

  expect(
    found({
      probes: { heartbleed: safe, 'ccs-injection': safe, robot: safe, 'insecure-renegotiation': safe },
    }),
  ).toEqual([])
  expect(
    idsOf(
      found({
        probes: { heartbleed: late, 'ccs-injection': safe, robot: safe, 'insecure-renegotiation': safe },
      }),
    ),
  ).toEqual(['endpoint/unanswered notice'])
})

test.each<[Partial<TlsScan['features']>, string | null]>([
  [{ secureRenegotiation: known(false) }, 'tls/no-secure-renegotiation notice'],
  [{ extendedMasterSecret: known(false) }, 'tls/no-extended-master-secret notice'],
  [{ fallbackScsv: known(false) }, 'tls/fallback-scsv notice'],
  [{ encryptThenMac: known(false), sessionTickets: known(false) }, null],
])('a feature that is missing: %j', (differs, id) => {
  expect(idsOf(found({ features: features(differs) }))).toEqual(id === null ? [] : [id])
})

test('of renegotiation only the graver thing is said', () => {
  const probes = {
    ...tlsScan().probes,
    'insecure-renegotiation': known({ vulnerable: true, evidence: 'it did' }),
  }

  expect(idsOf(found({ probes, features: features({ secureRenegotiation: known(false) }) }))).toEqual([
    'tls/insecure-renegotiation error',
  ])
})

test.each([
  [null, 'No HSTS is sent: there is no Strict-Transport-Security in the answer over HTTPS'],
  ['max-age=0', 'HSTS is switched off by max-age=0'],
  ['preload', 'HSTS counts for nothing, because the field has no max-age: "preload"'],
  ['max-age=86400', 'HSTS lasts 1 day only; six months are the least'],
])('HSTS %j', (field, message) => {
  expect(found({ hsts: known(field) })).toMatchObject([{ rule: 'http/hsts', severity: 'notice', message }])
})

test('HSTS that holds, and an endpoint without HTTP, are no finding', () => {
  expect(found({ hsts: known('max-age=15768000') })).toEqual([])
  expect(found({ hsts: unanswered('not-asked', 'no HTTP here') })).toEqual([])
})

test.each<[StartTls | null, string]>([
  [null, 'nginx: `ssl_protocols TLSv1.2 TLSv1.3;`; Apache: `SSLProtocol -all +TLSv1.2 +TLSv1.3`.'],
  ['smtp', 'Postfix: `smtpd_tls_protocols = >=TLSv1.2`.'],
  ['imap', 'Dovecot: `ssl_min_protocol = TLSv1.2`.'],
  ['postgres', "PostgreSQL: `ssl_min_protocol_version = 'TLSv1.2'`."],
  ['irc', 'and the older versions off.'],
])('the fix ends in what the usual software of %s wants to hear', (starttls, ending) => {
  const [finding] = found(under('TLSv1'), { target: target({ starttls }) })

  expect(finding?.fix.endsWith(ending)).toBe(true)
})

test('a vulnerability stands beside what it follows from, and never without need', () => {
  const old: Partial<TlsScan> = {
    versions: versions('SSLv2', 'SSLv3', 'TLSv1', 'TLSv1.2'),
    offers: [
      offer('SSLv2', [0x010080]),
      offer('SSLv3', [0x000a]),
      offer('TLSv1', [0x0003, 0x0014]),
      offer('TLSv1.2', [0x0033]),
    ],
    dh: [dh({ bits: 512, exportGrade: true, known: null, rfc7919: false })],
  }
  const ids = found(old).map(({ rule }) => rule)
  const follows = ids.filter((id) => followsFrom(id).length > 0)

  expect(follows.toSorted()).toEqual(
    ['beast', 'drown', 'freak', 'logjam', 'poodle', 'sweet32'].map((name) => `vulnerability/${name}`),
  )
  for (const id of follows)
    expect(
      followsFrom(id).some((cause) => ids.some((other) => other === cause)),
      id,
    ).toBe(true)
})

test('what follows from a rule names rules only', () => {
  for (const id of ruleIds)
    for (const cause of followsFrom(id))
      expect(
        ruleIds.some((other) => other === cause),
        cause,
      ).toBe(true)
})

test('a hostile server that accepts everything under any name makes no endless sentence', () => {
  const everything = Array.from({ length: 400 }, (_, id) => cipherSuite(id))
  const scan = tlsScan({
    versions: versions(...tlsVersions),
    offers: tlsVersions.map((version) => offer(version, [], { suites: { found: everything, cut: null } })),
    hsts: known('x'.repeat(1_000_000)),
    probes: { ...tlsScan().probes, robot: known({ vulnerable: true, evidence: 'x'.repeat(1_000_000) }) },
    sslv2Elsewhere: Array.from({ length: 500 }, (_, index) => `h${index}.example:443`),
  })

  const seen = observation({ tls: known(scan) })

  for (const finding of judge(seen, policy(), now))
    expect(JSON.stringify(finding).length, finding.rule).toBeLessThan(200_000)
  for (const says of gradeOf(seen, policy(), now)?.caps ?? []) expect(says.length).toBeLessThan(2000)
})

test('whatever is known, there is at most one finding for each rule', () => {
  const answer = fc.constantFrom(known(true), known(false), late)
  fc.assert(
    fc.property(
      fc.tuple(answer, answer, answer, answer, answer, answer),
      fc.array(fc.constantFrom(0x0003, 0x0005, 0x000a, 0x0033, 0x002f, 0xc013, 0xc018, 0xc02f, 0x5a5a)),
      answer,
      fc.constantFrom(null, late),
      (spoken, suites, serverPreference, cut) => {
        const named = Object.fromEntries(tlsVersions.map((version, index) => [version, spoken[index]]))
        const scan = {
          versions: named as TlsScan['versions'],
          offers: tlsVersions
            .filter((_, index) => spoken[index]?.known && spoken[index].value)
            .map((version) =>
              offer(version, [], { serverPreference, suites: { found: suites.map(cipherSuite), cut } }),
            ),
        }
        const ids = found(scan).map(({ rule }) => rule)

        expect(new Set(ids).size).toBe(ids.length)
      },
    ),
  )
})
