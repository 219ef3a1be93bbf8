import { expect, test } from 'vitest'

import { vulnerabilitiesOf } from '../../src/judge/vulnerabilities.ts'
import { known, unanswered } from '../../src/model/answer.ts'
import { type VulnerabilityName, vulnerabilityNames } from '../../src/model/grade.ts'
import type { TlsScan } from '../../src/model/tls-scan.ts'
import { cipherSuite } from '../../src/wire/cipher-suite.ts'
import { dh, features, offer, tlsScan, versions } from '../support/tls-scan.ts'

const late = unanswered('timed-out', 'no answer within 10 s')
const notAsked = unanswered('not-asked', 'TLS 1.3 has none')

/** A server with this version beside TLS 1.3, and with these suites under it. */
function withSuites(
  version: 'SSLv2' | 'SSLv3' | 'TLSv1' | 'TLSv1.2',
  ...suites: readonly number[]
): Partial<TlsScan> {
  return {
    versions: versions(version, 'TLSv1.3'),
    offers: [offer(version, suites), offer('TLSv1.3', [0x1301])],
  }
}

function of(name: VulnerabilityName, scan: Partial<TlsScan>) {
  return vulnerabilitiesOf(tlsScan(scan))[name]
}

test.each<[VulnerabilityName, Partial<TlsScan>, string]>([
  [
    'poodle',
    withSuites('SSLv3', 0x0005, 0x002f),
    'The server accepts TLS_RSA_WITH_AES_128_CBC_SHA (SSL 3.0)',
  ],
  ['drown', withSuites('SSLv2'), 'SSL 2.0 is spoken here'],
  [
    'drown',
    { sslv2Elsewhere: ['old.example:443'] },
    'SSL 2.0 is spoken with the same RSA key at old.example:443',
  ],
  ['freak', withSuites('TLSv1', 0x0003), 'The server accepts TLS_RSA_EXPORT_WITH_RC4_40_MD5 (TLS 1.0)'],
  [
    'logjam',
    withSuites('TLSv1.2', 0x0014),
    'The server accepts TLS_DHE_RSA_EXPORT_WITH_DES40_CBC_SHA (TLS 1.2)',
  ],
  [
    'logjam',
    {
      ...withSuites('TLSv1.2', 0x0033),
      dh: [dh({ bits: 1024, known: 'RFC 2409 Oakley group 2', rfc7919: false })],
    },
    'The server uses DH of 1024 bits with the prime of RFC 2409 Oakley group 2',
  ],
  ['crime', { features: features({ compression: known(true) }) }, 'The server compresses with DEFLATE'],
  [
    'sweet32',
    withSuites('TLSv1.2', 0x000a, 0xc02f),
    'The server accepts TLS_RSA_WITH_3DES_EDE_CBC_SHA (TLS 1.2)',
  ],
  ['beast', withSuites('TLSv1', 0xc013), 'The server accepts TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA (TLS 1.0)'],
  ['rc4', withSuites('TLSv1.2', 0xc011), 'The server accepts TLS_ECDHE_RSA_WITH_RC4_128_SHA (TLS 1.2)'],
  [
    'robot',
    { probes: { ...tlsScan().probes, robot: known({ vulnerable: true, evidence: 'It answered twice.' }) } },
    'It answered twice.',
  ],
])('%s is there, and why', (name, scan, evidence) => {
  expect(of(name, scan)).toEqual({ vulnerable: true, evidence })
})

test.each<[VulnerabilityName, Partial<TlsScan>]>([
  ['poodle', withSuites('SSLv3', 0x0005)],
  ['poodle', {}],
  ['drown', {}],
  ['freak', withSuites('TLSv1', 0x0062)],
  ['logjam', { ...withSuites('TLSv1.2', 0x0033), dh: [dh({ bits: 1024, known: null, rfc7919: false })] }],
  ['logjam', { ...withSuites('TLSv1.2', 0x0033), dh: [dh({ known: 'RFC 3526 group 14', rfc7919: false })] }],
  ['crime', {}],
  ['sweet32', {}],
  ['beast', withSuites('TLSv1.2', 0xc013)],
  ['rc4', {}],
  ['robot', {}],
])('%s is not there', (name, scan) => {
  expect(of(name, scan).vulnerable).toBe(false)
})

test('a server with nothing but TLS 1.3 is open to none of them, and no probe need ask', () => {
  const only = tlsScan({
    versions: versions('TLSv1.3'),
    offers: [offer('TLSv1.3', [0x1301])],
    features: features({ compression: notAsked }),
  })

  for (const name of vulnerabilityNames) expect(vulnerabilitiesOf(only)[name].vulnerable, name).toBe(false)
})

test('what was not asked, and what was not answered, is not known', () => {
  const silent = tlsScan({
    versions: { ...versions('TLSv1.2'), SSLv2: late, SSLv3: late, TLSv1: late },
    offers: [offer('TLSv1.2', [], { suites: { found: [cipherSuite(0xc02f)], cut: late } })],
    features: features({ compression: late }),
    probes: { ...tlsScan().probes, heartbleed: late },
  })

  for (const name of vulnerabilityNames) expect(vulnerabilitiesOf(silent)[name].vulnerable, name).toBeNull()
  expect(vulnerabilitiesOf(silent).heartbleed.evidence).toBe(
    'The probe gave no answer: no answer within 10 s',
  )
  expect(vulnerabilitiesOf(silent).rc4.evidence).toBe('Not established: no answer within 10 s')
})

test('what was found is certain, even where the search broke off', () => {
  const cut = offer('TLSv1.2', [], { suites: { found: [cipherSuite(0x000a)], cut: late } })

  expect(of('sweet32', { offers: [cut] }).vulnerable).toBe(true)
  expect(of('logjam', withSuites('TLSv1.2', 0x0033)).vulnerable).toBeNull()
})
