import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { changeRules } from '../../src/judge/judge-changes.ts'
import { runRules } from '../../src/judge/judge-run.ts'
import { judge, rules } from '../../src/judge/judge.ts'
import { known, reasons } from '../../src/model/answer.ts'
import type { Obstacle } from '../../src/model/observation.ts'
import { ruleIds } from '../../src/model/rule-id.ts'
import {
  certificate,
  dns,
  fingerprint,
  intermediate,
  name,
  now,
  root,
  rsaKey,
} from '../support/certificate.ts'
import {
  delivery,
  fileTarget,
  hostname,
  observation,
  policy,
  served,
  serving,
  sighting,
  silent,
  suite,
  target,
  untrusted,
} from '../support/observation.ts'

const tomorrow = new Date('2026-11-23T18:59:00Z')
const yesterday = new Date('2026-11-21T12:00:00Z')

function ruleIdsOf(...given: Parameters<typeof judge>): readonly string[] {
  return judge(...given).map(({ rule }) => rule)
}

/** Trouble for every rule that looks at certificates, chains and negotiated suites. */
function wretched(): ReturnType<typeof observation> {
  const leaf = certificate({
    notAfter: yesterday,
    alternativeNames: [],
    key: rsaKey(1024),
    signatureAlgorithm: { name: 'sha1WithRSAEncryption', hash: 'SHA-1' },
    extendedKeyUsage: ['clientAuth'],
    basicConstraints: { ca: true, pathLength: null },
    mustStaple: true,
    problems: ['serialNumber: negative'],
  })
  const stranger = intermediate({ subject: name('Stranger') })
  return serving(
    untrusted(
      { kind: 'unknown-root', root: 'Example Root' },
      {
        leaf,
        chain: [leaf, root(), intermediate(), stranger],
        sightings: [
          sighting({
            protocol: 'TLSv1',
            suite: suite({ name: 'TLS_RSA_WITH_RC4_128_SHA', forwardSecrecy: false, flags: ['RC4'] }),
          }),
        ],
      },
    ),
  )
}

test('nothing is said of a healthy endpoint', () => {
  expect(judge(observation(), policy(), now)).toEqual([])
})

test('every rule id has one rule, in the order of the ids', () => {
  expect([...rules, ...changeRules, ...runRules].map(({ id }) => id)).toEqual([...ruleIds])
})

test('a finding is a sentence, a fix, evidence and a stable key', () => {
  expect(judge(served({ sha256: fingerprint('leaf'), notAfter: tomorrow }), policy(), now)).toEqual([
    {
      rule: 'certificate/expiry',
      severity: 'error',
      message: 'The certificate expires in 30 hours, on 2026-11-23 18:59 UTC',
      fix:
        'Renew the certificate (with certbot: `certbot renew`) and reload the server. Then check with ' +
        '`openssl s_client -connect example.com:443 -servername example.com </dev/null | openssl x509 -noout -dates`.',
      reference:
        'https://github.com/certificate-monitor/certificate-monitor/blob/main/RULES.md#certificateexpiry',
      evidence: {
        certificates: [
          {
            fingerprint_sha256: fingerprint('leaf'),
            name: 'example.com',
            addresses: ['192.0.2.1'],
            not_after: '2026-11-23T18:59:00.000Z',
            days_left: (tomorrow.getTime() - now.getTime()) / 86_400_000,
            warning_days: expect.closeTo(5.7, 2),
            critical_days: expect.closeTo(2.28, 2),
          },
        ],
      },
      key: 'certificate/expiry example.com:443',
      since: null,
      waivedUntil: null,
    },
  ])
})

test('trouble never hides other trouble: time, trust, name and strength are judged apart', () => {
  expect(ruleIdsOf(wretched(), policy(), now)).toEqual([
    'certificate/expired',
    'certificate/hostname',
    'certificate/untrusted',
    'certificate/weak-key',
    'certificate/weak-signature',
    'certificate/key-usage',
    'certificate/malformed',
    'protocol/no-tls1.2-or-1.3',
    'cipher/rc4',
    'certificate/ca-as-leaf',
    'certificate/must-staple',
    'protocol/tls1.0',
    'cipher/no-forward-secrecy',
    'cipher/no-aead',
    'chain/order',
    'chain/extra',
    'chain/root-sent',
  ])
})

test('the same facts at the same instant give the same findings', () => {
  const seen = wretched()

  expect(judge(seen, policy(), now)).toEqual(judge(seen, policy(), now))
})

test('check_chain: false silences the chain and its trust, and nothing else', () => {
  const left = ruleIdsOf(wretched(), policy({ checkChain: false }), now)

  expect(left).toContain('certificate/expired')
  expect(left.filter((id) => id.startsWith('chain/') || id === 'certificate/untrusted')).toEqual([])
  expect(ruleIdsOf(serving(untrusted({ kind: 'self-signed' })), policy({ checkChain: false }), now)).toEqual(
    [],
  )
})

test('verify_hostname: false silences the name and nothing else', () => {
  const all = ruleIdsOf(wretched(), policy(), now)

  expect(ruleIdsOf(wretched(), policy({ verifyHostname: false }), now)).toEqual(
    all.filter((id) => id !== 'certificate/hostname'),
  )
})

test('of a file without a domain only what the certificate itself says is judged', () => {
  const seen = { ...wretched(), target: fileTarget(), addresses: [] }

  expect(ruleIdsOf(seen, policy({ expect: { issuer: 'Nobody', spkiSha256: ['x'] } }), now)).toEqual([
    'certificate/expired',
    'certificate/weak-key',
    'certificate/weak-signature',
    'certificate/malformed',
    'identity/issuer',
    'identity/pin',
  ])
})

test('a file with a domain is judged like a certificate served for that name', () => {
  const leaf = certificate({ alternativeNames: dns('other.example') })
  const file = fileTarget({ domain: hostname('saml.example.com') })
  const seen = observation({
    target: file,
    addresses: [],
    deliveries: known([untrusted({ kind: 'self-signed' }, { leaf, chain: [leaf], sightings: [] })]),
  })

  expect(ruleIdsOf(seen, policy(), now)).toEqual(['certificate/hostname', 'certificate/self-signed'])
})

const obstacles: readonly Obstacle[] = [
  { kind: 'self-signed' },
  { kind: 'unknown-root', root: 'Root' },
  { kind: 'invalid', detail: 'the signature does not fit' },
  { kind: 'issuer-missing', issuer: 'Intermediate', named: null },
  {
    kind: 'issuer-missing',
    issuer: 'Intermediate',
    named: { kind: 'aia', url: 'http://ca.example/i', proved: [] },
  },
]

test('one certificate is never both expired and expiring, nor untrusted in two ways', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -400, max: 400 }),
      fc.constantFrom(...obstacles, null),
      fc.boolean(),
      (hours, obstacle, pinned) => {
        const leaf = certificate({ notAfter: new Date(now.getTime() + hours * 3_600_000) })
        const chain = obstacle === null ? delivery({ leaf }) : untrusted(obstacle, { leaf })
        const spkiSha256 = pinned ? [leaf.spkiSha256] : []
        const ids = ruleIdsOf(serving(chain), policy({ expect: { issuer: null, spkiSha256 } }), now)
        const trust = ids.filter((id) => /self-signed|untrusted|incomplete/.test(id))

        expect(ids.filter((id) => /expired|expiry/.test(id)).length).toBeLessThanOrEqual(1)
        expect(trust).toHaveLength(obstacle === null || pinned ? 0 : 1)
      },
    ),
  )
})

test('of an endpoint that gave no certificate only the silence is reported', () => {
  fc.assert(
    fc.property(fc.constantFrom(...reasons), fc.string(), fc.boolean(), (reason, detail, isFile) => {
      const seen = silent(reason, detail)
      const ids = ruleIdsOf(isFile ? { ...seen, target: fileTarget(), addresses: [] } : seen, policy(), now)
      const quiet = reason === 'not-asked' || reason === 'not-observed'

      expect(ids).toEqual(
        quiet ? [] : ['endpoint/unanswered', ...(reason === 'malformed' ? ['certificate/malformed'] : [])],
      )
    }),
  )
})

test('a field that could not be read is reported once and judged by nobody else', () => {
  const leaf = certificate({
    notBefore: null,
    notAfter: null,
    key: { ...rsaKey(), type: '1.2.3.4', bits: null, exponent: null },
    signatureAlgorithm: { name: '1.2.3.5', hash: null },
    keyUsage: null,
    extendedKeyUsage: null,
    basicConstraints: null,
    problems: ['validity: month 13'],
  })

  expect(ruleIdsOf(serving(delivery({ leaf })), policy(), now)).toEqual(['certificate/malformed'])
})

test('a suite nobody registered is judged by nobody', () => {
  const unheard = suite({ name: '0x5a5a', openssl: null, bits: null, forwardSecrecy: null })

  expect(judge(serving(delivery({ sightings: [sighting({ suite: unheard })] })), policy(), now)).toEqual([])
})

test('what a certificate says is shortened in every sentence', () => {
  const monster = 'x'.repeat(1_000_000)
  const leaf = certificate({
    subject: name(monster, monster),
    issuer: name(monster, monster),
    alternativeNames: dns(monster, monster),
    problems: [monster],
    extendedKeyUsage: [monster],
    signatureAlgorithm: { name: monster, hash: 'MD5' },
  })
  const chain = Array.from({ length: 500 }, () => intermediate({ subject: name('x'.repeat(1000)) }))
  const obstacle = {
    kind: 'issuer-missing',
    issuer: monster,
    named: { kind: 'aia', url: monster, proved: [] },
  } as const
  const seen = serving(untrusted(obstacle, { leaf, chain: [leaf, ...chain] }))
  const findings = judge(seen, policy({ expect: { issuer: 'Us', spkiSha256: [] } }), now)

  expect(findings.map(({ rule }) => rule)).toEqual([
    'certificate/hostname',
    'certificate/weak-signature',
    'certificate/key-usage',
    'certificate/malformed',
    'chain/incomplete',
    'identity/issuer',
    'chain/extra',
  ])
  for (const finding of findings) expect(JSON.stringify(finding).length).toBeLessThan(10_000)
})

test('STARTTLS, a port, another server name and another address stand in the command to check with', () => {
  const asked = target({
    host: hostname('mail.example'),
    port: 25,
    starttls: 'smtp',
    servername: hostname('mx.example'),
  })
  const leaf = certificate({ notAfter: yesterday, alternativeNames: dns('mx.example') })
  const seen = { ...serving(delivery({ leaf })), target: asked }

  expect(judge(seen, policy(), now)[0]).toMatchObject({
    key: 'certificate/expired mail.example:25+smtp/mx.example',
    fix: expect.stringContaining(
      '`openssl s_client -connect mail.example:25 -servername mx.example -starttls smtp </dev/null | openssl x509 -noout -dates`',
    ),
  })
})
