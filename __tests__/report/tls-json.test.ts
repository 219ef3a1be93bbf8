import { expect, test } from 'vitest'

import { known, unanswered } from '../../src/model/answer.ts'
import { renderJson } from '../../src/report/json.ts'
import type { TlsJson } from '../../src/report/report-json.ts'
import { hostile } from '../support/hostile.ts'
import { observation } from '../support/observation.ts'
import { assessment, endpoint, report } from '../support/report.ts'
import { saying, withScan } from '../support/scanned.ts'
import { dh, features, offer, tlsScan, versions } from '../support/tls-scan.ts'
import { complaints } from '../support/valid-report.ts'

const slow = unanswered('timed-out', 'no answer within 10 s')

/** The scan of an endpoint, from a report that its schema accepts. */
function tls(given: Parameters<typeof withScan>[1]): TlsJson {
  const json = renderJson(report({ assessments: [withScan(endpoint('example.com'), given)] }))
  expect(complaints(json)).toEqual([])
  return json.results[0]?.tls as TlsJson
}

test('without a scan there is null, whether it was not asked for or did not succeed', () => {
  const cut = assessment({ observation: observation({ tls: slow }) })
  const json = renderJson(report({ assessments: [assessment(), cut] }))

  expect(complaints(json)).toEqual([])
  expect(json.results.map((result) => result.tls)).toEqual([null, null])
})

test('a timeout is not a "no"', () => {
  const seen = tls({ scan: { versions: { ...versions('TLSv1.2', 'TLSv1.3'), SSLv3: slow } } })

  expect(seen.versions).toEqual({
    SSLv2: false,
    SSLv3: null,
    TLSv1: false,
    'TLSv1.1': false,
    'TLSv1.2': true,
    'TLSv1.3': true,
  })
})

test("suites stand in the server's order with number, names, bits and strength", () => {
  const seen = tls({
    scan: { offers: [offer('SSLv2', [0x010080]), offer('TLSv1', [0x5a5a, 0x002f, 0xc013])] },
  })

  expect(seen.cipher_suites).toEqual({
    SSLv2: [
      {
        id: '0x010080',
        name: 'SSL_CK_RC4_128_WITH_MD5',
        openssl: 'RC4-MD5',
        bits: 128,
        strength: 'insecure',
      },
    ],
    TLSv1: [
      { id: '0x5a5a', name: '0x5a5a', openssl: null, bits: null, strength: null },
      {
        id: '0x002f',
        name: 'TLS_RSA_WITH_AES_128_CBC_SHA',
        openssl: 'AES128-SHA',
        bits: 128,
        strength: 'weak',
      },
      {
        id: '0xc013',
        name: 'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA',
        openssl: 'ECDHE-RSA-AES128-SHA',
        bits: 128,
        strength: 'weak',
      },
    ],
  })
})

test('a list that was cut short keeps what was found, and says so; one without anything is missing', () => {
  const { found } = offer('TLSv1.2', [0xc02f]).suites
  const seen = tls({
    scan: {
      offers: [
        offer('TLSv1.2', [], { suites: { found, cut: slow }, groups: { found: [], cut: slow } }),
        offer('TLSv1.3', [0x1301], { serverPreference: slow }),
      ],
    },
  })

  expect(seen.cipher_suites['TLSv1.2']?.map(({ id }) => id)).toEqual(['0xc02f'])
  expect(Object.keys(seen.groups)).toEqual(['TLSv1.3'])
  expect(seen.server_preference).toEqual({ 'TLSv1.2': true, 'TLSv1.3': null })
  expect(seen.incomplete).toEqual([
    { list: 'cipher_suites', version: 'TLSv1.2', reason: 'timed-out', message: 'no answer within 10 s' },
    { list: 'groups', version: 'TLSv1.2', reason: 'timed-out', message: 'no answer within 10 s' },
  ])
})

test('a version without any suite has an empty list: SSL 2.0 is offered all the same (CVE-2015-3197)', () => {
  const seen = tls({ scan: { versions: versions('SSLv2'), offers: [offer('SSLv2', [])] } })

  expect(seen.cipher_suites).toEqual({ SSLv2: [] })
})

test('the smallest Diffie-Hellman group is the one that counts', () => {
  const groups = [dh({ bits: 1024, known: 'RFC 2409 Oakley group 2', rfc7919: false }), dh()]

  expect(tls({ scan: { dh: groups } })).toMatchObject({
    dh_bits: 1024,
    dh_groups: [
      { bits: 1024, name: 'RFC 2409 Oakley group 2', rfc7919: false, export: false },
      { bits: 2048, name: 'RFC 7919 ffdhe2048', rfc7919: true, export: false },
    ],
  })
  expect(tls({}).dh_bits).toBeNull()
})

test('features are true, false or null; no header is not the same as no answer', () => {
  const staple = known(Buffer.of(0x30))
  const without = tls({ scan: { hsts: known(null), features: features({ staple, compression: slow }) } })

  expect(without.features).toEqual({
    secure_renegotiation: true,
    insecure_renegotiation: null,
    extended_master_secret: true,
    encrypt_then_mac: null,
    fallback_scsv: null,
    compression: null,
    session_tickets: true,
    ocsp_staple: true,
    signed_certificate_timestamps: false,
    client_certificate_requested: false,
    hsts: false,
    hsts_header: null,
  })
  expect(tls({ scan: { hsts: slow, alpn: slow } })).toMatchObject({
    alpn: null,
    features: { hsts: null, hsts_header: null },
  })
  const probes = {
    ...tlsScan().probes,
    'insecure-renegotiation': known({ vulnerable: true, evidence: 'accepted' }),
  }
  expect(tls({ scan: { probes } }).features).toMatchObject({
    insecure_renegotiation: true,
    hsts_header: 'max-age=63072000; includeSubDomains',
  })
})

test('the grade tells why it is not better', () => {
  const caps = ['Turn TLS 1.0 off: it caps the grade at B (2009q)']
  const seen = tls({ grade: { letter: 'T', trustIgnored: 'B', securityScore: 79, caps } })

  expect(seen).toMatchObject({
    grade: 'T',
    grade_trust_ignored: 'B',
    grade_guide: '2009r',
    security_score: 79,
    scores: { protocol: 100, key_exchange: 90, cipher: 90 },
    caps,
    mozilla_profile: 'intermediate',
    mozilla_version: '6.0',
    post_quantum: true,
  })
})

test.each(hostile)('whatever a server says, the report is valid: %j', (evil) => {
  expect(tls(saying(evil)).alpn).toEqual([evil])
})
