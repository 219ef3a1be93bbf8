import { expect, test } from 'vitest'

import { known, unanswered } from '../../src/model/answer.ts'
import type { Delivery } from '../../src/model/observation.ts'
import type { Report } from '../../src/model/report.ts'
import { renderJson, writeJson } from '../../src/report/json.ts'
import type { CertificateJson, ResultJson } from '../../src/report/report-json.ts'
import { certificate, dns, fingerprint, intermediate, name, now, pin, root } from '../support/certificate.ts'
import { acting, command, hostile } from '../support/hostile.ts'
import { logEntry, logged } from '../support/logged.ts'
import {
  delivery,
  fileTarget,
  ip,
  observation,
  policy,
  served,
  serving,
  sighting,
} from '../support/observation.ts'
import { assessment, chainFor, dozen, endpoint, finding, report } from '../support/report.ts'
import { complaints } from '../support/valid-report.ts'

function text(given: Report, indent?: 0 | 2): string {
  return [...writeJson(given, indent)].join('')
}

/** The result of one endpoint, from a report that its schema accepts. */
function result(seen: Parameters<typeof assessment>[0]): ResultJson {
  const json = renderJson(report({ assessments: [assessment(seen)] }))
  expect(complaints(json)).toEqual([])
  return json.results[0] as ResultJson
}

function certificateOf(seen: Parameters<typeof assessment>[0]): CertificateJson {
  return result(seen).certificates[0] as CertificateJson
}

test('a run of a dozen endpoints is reported as the contract has it', async () => {
  const given = dozen()

  expect(complaints(renderJson(given))).toEqual([])
  await expect(text(given)).toMatchFileSnapshot('../fixtures/reports/dozen.json')
})

test.each([0, 2] as const)('the text, indented by %i, is the report', (indent) => {
  const given = dozen()

  expect(JSON.parse(text(given, indent))).toEqual(renderJson(given))
  expect(text(given, indent)).toBe(`${JSON.stringify(renderJson(given), null, indent)}\n`)
})

test('a report without endpoints is valid', () => {
  const empty = report({ assessments: [] })

  expect(complaints(renderJson(empty))).toEqual([])
  expect(JSON.parse(text(empty))).toEqual(renderJson(empty))
})

test('the text of a report can act neither in a terminal nor in a log, and still says everything', () => {
  const given = report({
    assessments: hostile.map((evil) =>
      assessment({
        observation: served({ subject: name(evil), alternativeNames: dns(evil) }),
        findings: [finding('certificate/hostname', { message: evil, evidence: { [evil]: evil } })],
      }),
    ),
  })

  expect(text(given)).not.toMatch(acting)
  expect(text(given)).not.toMatch(command)
  expect(complaints(renderJson(given))).toEqual([])
  expect(JSON.parse(text(given))).toEqual(JSON.parse(JSON.stringify(renderJson(given))))
})

test('5,000 endpoints come in pieces, none of them large', () => {
  const one = endpoint('example.com')
  const given = report({ assessments: Array.from({ length: 5000 }, () => one) })
  const sizes = Array.from(writeJson(given), (piece) => piece.length)

  expect(sizes.length).toBeGreaterThan(5000)
  expect(Math.max(...sizes)).toBeLessThan(20_000)
})

test('the flat fields are those of the leaf that expires first, and the client an ordinary one', () => {
  const soon = chainFor('rsa', { notAfter: new Date('2026-12-01T00:00:00Z') })
  const late = chainFor('ecdsa', { notAfter: new Date('2027-01-01T00:00:00Z') })
  const only = { ...soon, sightings: [sighting({ asked: 'rsa', protocol: 'TLSv1.2' })] }
  const seen = result({ observation: serving(late, only) })

  expect(seen.certificates.map((one) => one.fingerprint_sha256)).toEqual([
    fingerprint('rsa'),
    fingerprint('ecdsa'),
  ])
  expect(seen).toMatchObject({
    fingerprint_sha256: fingerprint('rsa'),
    not_after: '2026-12-01T00:00:00.000Z',
    days_until_expiration: 8.5,
    protocol: 'TLSv1.3',
    cipher: ['TLS_AES_128_GCM_SHA256', 'TLSv1.3', 128],
  })
})

test('of several chains with one leaf, the one trusted least is reported', () => {
  const good = chainFor('example.com')
  const bad = chainFor(
    'example.com',
    {},
    {
      chain: [good.leaf],
      trust: { paths: [], obstacle: { kind: 'issuer-missing', issuer: 'E7', named: null } },
    },
  )
  const seen = result({ observation: serving(good, bad) })

  expect(seen.certificates).toHaveLength(1)
  expect(seen.certificates[0]).toMatchObject({
    trust: { trusted: false, reason: 'issuer-missing', anchor: null, store: null },
    chain: [{ fingerprint_sha256: fingerprint('example.com') }],
  })
})

test('trust is judged by the clock of the report: an issuer that has expired carries no path', () => {
  const leaf = certificate()
  const stale = intermediate({ notAfter: new Date('2026-11-01T00:00:00Z') })
  const paths = [{ certificates: [leaf, stale, root()], anchor: 'public' as const }]
  const seen = certificateOf({ observation: serving(delivery({ leaf, trust: { paths, obstacle: null } })) })

  expect(seen.trust).toEqual({ trusted: false, reason: 'out-of-date', anchor: null, store: null })
})

test('a pinned key is trusted by its pin, whatever the chain', () => {
  const self = chainFor('self', {}, { trust: { paths: [], obstacle: { kind: 'self-signed' } } })
  const pinned = policy({ expect: { issuer: null, spkiSha256: [pin('self')] } })
  const seen = certificateOf({ observation: serving(self), policy: pinned })

  expect(seen.trust).toEqual({ trusted: true, reason: null, anchor: null, store: 'pin' })
})

test('an endpoint without any answer is reported with nulls, and again among the errors', () => {
  const json = renderJson(report({ assessments: [endpoint('gone.example', { silent: 'timed-out' })] }))

  expect(complaints(json)).toEqual([])
  expect(json.results[0]).toMatchObject({
    days_until_expiration: null,
    fingerprint_sha256: null,
    protocol: null,
    cipher: null,
    certificates: [],
    addresses: [{ address: '192.0.2.1', answered: false, reason: 'timed-out', fingerprint_sha256: null }],
    message: 'Not checked: gone.example: no answer within 10 s',
  })
  expect(json.errors).toEqual([
    {
      id: 'gone.example:443',
      domain: 'gone.example',
      port: 443,
      reason: 'timed-out',
      message: 'Not checked: gone.example: no answer within 10 s',
    },
  ])
})

test('an address nobody asked has neither answered nor failed to', () => {
  const silent = { known: false, reason: 'not-asked', detail: 'the first address answered' } as const
  const addresses = [{ address: ip('2001:db8::1'), leaf: silent, otherLeaf: silent }]

  expect(result({ observation: observation({ addresses }) }).addresses).toEqual([
    { address: '2001:db8::1', answered: null, reason: 'not-asked', fingerprint_sha256: null },
  ])
})

test('a file has no port and no host name to match unless it names a domain', () => {
  const target = fileTarget()
  const seen = result({
    observation: observation({ target, addresses: [], deliveries: known([delivery({ sightings: [] })]) }),
  })

  expect(seen).toMatchObject({
    id: 'file:certs/signing.pem',
    kind: 'file',
    domain: null,
    port: null,
    cipher: null,
  })
  expect(seen.certificates[0]?.hostname).toEqual({ matches: null, matched_name: null })
})

test.each([
  [['2.23.140.1.2.1'], 'dv'],
  [['2.23.140.1.2.2', '1.3.6.1.4.1.99999.1'], 'ov'],
  [['2.23.140.1.2.3'], 'iv'],
  [['1.3.6.1.4.1.99999.1', '2.23.140.1.1'], 'ev'],
  [['1.3.6.1.4.1.99999.1'], null],
  [[], null],
])('policies %j mean %s', (policies, validation) => {
  expect(certificateOf({ observation: served({ policies }) }).validation).toBe(validation)
})

test('a certificate tells its names, serial number and host as they stand', () => {
  const wild = served({ serial: '00ab12', alternativeNames: dns('*.com', '*.example.com', 'example.com') })

  expect(certificateOf({ observation: wild })).toMatchObject({
    serial_number: '00:AB:12',
    alternative_names: ['*.com', '*.example.com', 'example.com'],
    hostname: { matches: true, matched_name: 'example.com' },
  })
})

test('dates that cannot be read are null, and their certificate stands behind the readable ones', () => {
  const dateless = chainFor('dateless', { notBefore: null, notAfter: null })
  const seen = result({ observation: serving(dateless, chainFor('dated')) })

  expect(seen.fingerprint_sha256).toBe(fingerprint('dated'))
  expect(seen.certificates[1]).toMatchObject({ not_before: null, not_after: null, lifetime_days: null })
})

test('the summary counts every endpoint once, in bands that do not overlap', () => {
  const ends = [
    '2026-11-22T11:00:00Z',
    '2026-11-22T13:00:00Z',
    '2026-12-22T12:00:00Z',
    '2026-12-22T13:00:00Z',
    '2027-02-20T12:00:00Z',
    '2027-02-20T13:00:00Z',
  ]
  const assessments = [
    ...ends.map((end, index) =>
      endpoint(`h${index}.example`, { deliveries: [chainFor(`h${index}`, { notAfter: new Date(end) })] }),
    ),
    endpoint('silent.example', { silent: 'refused' }),
  ]
  const { summary } = renderJson(report({ assessments }))

  expect(summary.total_domains).toBe(7)
  expect(summary.expiration_summary).toEqual({
    expired: 1,
    expires_within_30_days: 2,
    expires_within_90_days: 2,
    expires_after_90_days: 1,
    unknown: 1,
  })
  expect(summary.by_issuer).toEqual({ 'Example Trust': 6 })
  expect(summary.connections).toBe(14)
})

test('a report judged at another date says so', () => {
  const later = new Date('2027-03-15T00:00:00Z')
  const json = renderJson(report({ now: later, at: now }))

  expect(json.run.judged_at).toBe('2027-03-15T00:00:00.000Z')
  expect(json.summary.timestamp).toBe(now.toISOString())
  expect(json.results[0]?.days_until_expiration).toBeLessThan(0)
})

test('what the logs hold of a certificate is told, and which one took its place', () => {
  const leaf = certificate({ serial: '00abc123' })
  const newer = logEntry({ id: 9, serial: 'def', notBefore: new Date('2026-11-20T00:00:00Z') })
  const found = logged({
    own: [logEntry({ id: 8 }), logEntry({ id: 7 })],
    others: [newer],
    otherNames: ['x.example.com'],
  })
  const told = (evidence: Delivery['logged']): unknown =>
    certificateOf({ observation: serving(delivery({ leaf, logged: evidence })) }).transparency?.logged

  expect(told(known(found))).toEqual({
    found: true,
    entries: 2,
    first: {
      id: 7,
      issuer_name: 'C=XX, O=Example Trust, CN=Example Intermediate',
      not_before: '2026-11-01T00:00:00.000Z',
      not_after: '2027-01-29T23:59:59.000Z',
    },
    newest_undeployed: '0D:EF',
    other_names: ['x.example.com'],
  })
  expect(told(known(logged({ own: [] })))).toMatchObject({
    found: false,
    entries: 0,
    first: null,
    newest_undeployed: null,
  })
  expect(told(unanswered('timed-out', 'no answer within 30 s'))).toBeNull()
})
