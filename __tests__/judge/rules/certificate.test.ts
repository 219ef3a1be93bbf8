import { expect, test } from 'vitest'

import { judge } from '../../../src/judge/judge.ts'
import { known } from '../../../src/model/answer.ts'
import type { Certificate } from '../../../src/model/certificate.ts'
import type { Finding } from '../../../src/model/finding.ts'
import type { Sighting, TrustPath } from '../../../src/model/observation.ts'
import { certificate, dns, intermediate, name, now, root } from '../../support/certificate.ts'
import {
  delivery,
  hostname,
  ip,
  observation,
  policy,
  served,
  serving,
  sighting,
  silent,
  suite,
  target,
} from '../../support/observation.ts'

function findings(leaf: Partial<Certificate>): readonly Finding[] {
  return judge(served(leaf), policy(), now)
}

test('a certificate for another name says for which names it is good', () => {
  const asked = { ...served({ alternativeNames: dns('a.example', '*.b.example') }), target: target() }

  expect(judge(asked, policy(), now)).toMatchObject([
    {
      rule: 'certificate/hostname',
      severity: 'error',
      message: 'The certificate is not good for example.com, but for a.example and *.b.example',
      evidence: { certificates: [{ host: 'example.com', alternative_names: ['a.example', '*.b.example'] }] },
    },
  ])
})

test('servername is the name to verify, and an address is verified as an address', () => {
  const leaf = certificate({
    alternativeNames: [...dns('origin.example'), { kind: 'ip', value: ip('192.0.2.7') }],
  })
  const asked = (host: 'servername' | 'address') =>
    observation({
      target:
        host === 'servername'
          ? target({ servername: hostname('origin.example') })
          : target({ host: ip('192.0.2.7') }),
      deliveries: known([delivery({ leaf })]),
    })

  expect(judge(asked('servername'), policy(), now)).toEqual([])
  expect(judge(asked('address'), policy(), now)).toEqual([])
})

test('a common name counts for nothing', () => {
  expect(findings({ alternativeNames: [] })).toMatchObject([
    {
      rule: 'certificate/hostname',
      message: 'The certificate is not good for example.com, but for no host at all',
    },
    { rule: 'certificate/names', message: 'The certificate has no subject alternative name' },
  ])
})

test('a thousand names are fine and one more is not', () => {
  const names = (count: number) =>
    dns('example.com', ...Array.from({ length: count - 1 }, (_, i) => `h${i}.example`))

  expect(findings({ alternativeNames: names(1000) })).toEqual([])
  expect(findings({ alternativeNames: names(1001) })).toMatchObject([
    {
      rule: 'certificate/names',
      severity: 'warning',
      evidence: { certificates: [{ alternative_names_total: 1001 }] },
    },
  ])
})

test.each<[uses: readonly string[] | null, severity: string | null]>([
  [null, null],
  [['clientAuth', 'serverAuth'], null],
  [['anyExtendedKeyUsage'], null],
  [['2.5.29.37.0'], null],
  [['clientAuth'], 'error'],
  [[], 'error'],
])('an extended key usage of %j', (extendedKeyUsage, severity) => {
  expect(findings({ extendedKeyUsage }).map((finding) => finding.severity)).toEqual(
    severity === null ? [] : [severity],
  )
})

const oldSuite = (suiteName: string): Sighting =>
  sighting({ protocol: 'TLSv1.2', suite: suite({ name: suiteName }) })

test.each<[bit: string | null, keyUsage: readonly string[] | null, Sighting]>([
  [null, null, sighting()],
  [null, ['digitalSignature'], sighting()],
  ['digitalSignature', ['keyEncipherment'], sighting()],
  ['digitalSignature', [], oldSuite('TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256')],
  ['digitalSignature', ['keyAgreement'], oldSuite('TLS_DHE_RSA_WITH_AES_128_GCM_SHA256')],
  ['keyEncipherment', ['digitalSignature'], oldSuite('TLS_RSA_WITH_AES_128_GCM_SHA256')],
  ['keyAgreement', ['digitalSignature'], oldSuite('TLS_ECDH_ECDSA_WITH_AES_128_GCM_SHA256')],
  [null, ['keyEncipherment'], oldSuite('TLS_RSA_WITH_AES_128_GCM_SHA256')],
  [null, ['keyEncipherment'], oldSuite('TLS_RSA_PSK_WITH_AES_128_GCM_SHA256')],
  [null, ['keyEncipherment'], oldSuite('0x5a5a')],
])('the bit missing is %s when the key usage is %j', (bit, keyUsage, seen) => {
  const made = judge(serving(delivery({ leaf: certificate({ keyUsage }), sightings: [seen] })), policy(), now)
  const usage = made.filter(({ rule }) => rule === 'certificate/key-usage')

  expect(usage).toMatchObject(
    bit === null ? [] : [{ severity: 'warning', evidence: { certificates: [{ missing: bit }] } }],
  )
})

test('a server does not show the certificate of a CA', () => {
  expect(findings({ basicConstraints: { ca: true, pathLength: null } })).toMatchObject([
    { rule: 'certificate/ca-as-leaf', severity: 'warning' },
  ])
})

test('must-staple needs somebody to ask', () => {
  expect(findings({ mustStaple: true })).toMatchObject([
    { rule: 'certificate/must-staple', severity: 'warning' },
  ])
})

test('a malformed certificate says what is wrong with it, and how much more', () => {
  expect(findings({ problems: ['serialNumber: negative', 'validity: month 13'] })).toMatchObject([
    {
      rule: 'certificate/malformed',
      severity: 'error',
      message: 'The certificate breaks its specification: serialNumber: negative and 1 more problem',
    },
  ])
})

test('an unparsable leaf is both unanswered and malformed', () => {
  expect(judge(silent('malformed', 'tbsCertificate: truncated'), policy(), now)).toMatchObject([
    { rule: 'endpoint/unanswered' },
    {
      rule: 'certificate/malformed',
      message: 'No certificate can be read from what was sent: tbsCertificate: truncated',
    },
  ])
})

test('a malformed issuer counts where the chain needs it, and a malformed root or stranger does not', () => {
  const problems = ['version: 4']
  const leaf = certificate()
  const issuer = intermediate({ problems })
  const stranger = intermediate({ subject: name('Stranger'), problems })
  const anchor = root({ problems })
  const sent = (...paths: TrustPath[]) =>
    judge(
      serving(delivery({ leaf, chain: [leaf, issuer, stranger], trust: { paths, obstacle: null } })),
      policy(),
      now,
    )
      .filter(({ rule }) => rule === 'certificate/malformed')
      .map(({ message }) => message)

  expect(sent({ certificates: [leaf, issuer, anchor], anchor: 'public' })).toEqual([
    'The certificate breaks its specification: in "Example Intermediate", version: 4',
  ])
  expect(sent({ certificates: [leaf, intermediate(), anchor], anchor: 'public' })).toEqual([])
})

test('what is sent above the leaf and is no certificate makes the chain malformed', () => {
  const seen = serving(delivery({ unreadable: ['certificate 3: truncated'] }))

  expect(judge(seen, policy(), now)).toMatchObject([
    {
      rule: 'certificate/malformed',
      message: 'The certificate breaks its specification: in what is sent above it, certificate 3: truncated',
      evidence: { certificates: [{ problems: ['certificate 3: truncated'] }] },
    },
  ])
})
