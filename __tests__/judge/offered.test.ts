import { expect, test } from 'vitest'

import { offered, someSuites, suiteList, versionList } from '../../src/judge/offered.ts'
import { isAead, isOfToday, usesDh, usesCurve } from '../../src/judge/suites.ts'
import { unanswered } from '../../src/model/answer.ts'
import type { TlsVersion } from '../../src/model/observation.ts'
import { cipherSuite } from '../../src/wire/cipher-suite.ts'
import { suiteTable } from '../support/suite-table.ts'
import { offer, tlsScan, versions } from '../support/tls-scan.ts'

const late = unanswered('timed-out', 'no answer within 10 s')

test.each<[readonly TlsVersion[], string]>([
  [[], ''],
  [['TLSv1.2'], 'TLS 1.2'],
  [['TLSv1', 'TLSv1.1'], 'TLS 1.0 and TLS 1.1'],
  [['SSLv3', 'TLSv1', 'TLSv1.1', 'TLSv1.2'], 'SSL 3.0 to TLS 1.2'],
  [['SSLv3', 'TLSv1', 'TLSv1.2'], 'SSL 3.0, TLS 1.0 and TLS 1.2'],
])('versions in words: %j', (list, words) => {
  expect(versionList(list)).toBe(words)
})

test('a suite stands once, with all its versions, and a cap names a few', () => {
  const scan = tlsScan({
    versions: versions('TLSv1', 'TLSv1.1', 'TLSv1.2'),
    offers: (['TLSv1', 'TLSv1.1', 'TLSv1.2'] as const).map((version) =>
      offer(version, [0xc013, 0xc014, 0x002f, 0x0035]),
    ),
  })
  const { suites, cut } = offered(scan)

  expect(cut).toBeNull()
  expect(suiteList(suites.slice(0, 1))).toBe('TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA (TLS 1.0 to TLS 1.2)')
  expect(someSuites(suites)).toMatch(/, TLS_RSA_WITH_AES_128_CBC_SHA \(TLS 1\.0 to TLS 1\.2\) and 1 more$/)
})

test('more may be there when a version, or the list of one, is not known', () => {
  const cut = { ...offer('TLSv1.2', [0xc02f]), suites: { found: [cipherSuite(0xc02f)], cut: late } }

  expect(offered(tlsScan({ versions: { ...versions('TLSv1.3'), SSLv3: late } })).cut).toBe(late)
  expect(offered(tlsScan({ offers: [cut, offer('TLSv1.3', [0x1301])] })).cut).toBe(late)
  expect(offered(tlsScan({ offers: [offer('TLSv1.3', [0x1301])] })).cut).not.toBeNull()
  expect(
    offered(tlsScan({ offers: [cut, offer('TLSv1.3', [0x1301])] }), undefined, ['TLSv1.3']).cut,
  ).toBeNull()
})

// The table's columns, which nobody derived from names
test('what names say of suites agrees with the registry, suite by suite', () => {
  const rows = suiteTable().filter(({ id }) => id <= 0xffff && !/CECPQ1|ECCPWD/.test(cipherSuite(id).name))

  expect(rows.length).toBeGreaterThan(350)
  for (const { id, kx, auth, mode } of rows) {
    const suite = cipherSuite(id)
    if (mode !== '') expect(isAead(suite), suite.name).toBe(mode.startsWith('AEAD'))
    expect(usesDh(suite), suite.name).toBe(kx.startsWith('DHE') || (kx === 'DH' && auth === 'anon'))
    expect(usesCurve(suite), suite.name).toBe(kx.startsWith('ECDHE') || (kx === 'ECDH' && auth === 'anon'))
    if (auth === 'anon' || /PSK|SRP|KRB5/.test(kx)) expect(isOfToday(suite), suite.name).toBe(false)
  }
})
