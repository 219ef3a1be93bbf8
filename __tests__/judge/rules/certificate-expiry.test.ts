import { expect, test } from 'vitest'

import { judge } from '../../../src/judge/judge.ts'
import { thresholds } from '../../../src/judge/thresholds.ts'
import { known } from '../../../src/model/answer.ts'
import type { Expiry } from '../../../src/model/policy.ts'
import { certificate, fingerprint, now, rsaKey } from '../../support/certificate.ts'
import {
  delivery,
  fileTarget,
  ip,
  observation,
  policy,
  served,
  serving,
  sighting,
} from '../../support/observation.ts'

const hour = 3_600_000
const day = 24 * hour
const auto: Expiry = { warningDays: 'auto', criticalDays: 'auto' }

/** A certificate of that life which has that much of it left, the last second included. */
function lived(lifetimeMs: number, leftMs: number): ReturnType<typeof certificate> {
  const notAfter = new Date(now.getTime() + leftMs)
  return certificate({ notAfter, notBefore: new Date(notAfter.getTime() - lifetimeMs + 1000) })
}

test.each([
  [398, 30, 14],
  [200, 30, 14],
  [100, 25, 10],
  [90, 22.5, 9],
  [64, 16, 6.4],
  [47, 11.75, 4.7],
  [45, 11.25, 4.5],
  [160 / 24, 40 / 24, 16 / 24],
  [1, 0.25, 0.1],
])('a life of %d days warns at %d and is critical at %d', (lifetime, warningDays, criticalDays) => {
  expect(thresholds(lived(lifetime * day, day), auto)).toEqual({
    warningDays: expect.closeTo(warningDays, 9),
    criticalDays: expect.closeTo(criticalDays, 9),
  })
})

test('a written threshold is taken as it is, and an automatic one stays below a written warning', () => {
  const leaf = lived(398 * day, day)

  expect(thresholds(leaf, { warningDays: 60, criticalDays: 30.5 })).toEqual({
    warningDays: 60,
    criticalDays: 30.5,
  })
  expect(thresholds(leaf, { warningDays: 7, criticalDays: 'auto' })).toEqual({
    warningDays: 7,
    criticalDays: 7,
  })
  expect(thresholds(leaf, { warningDays: 'auto', criticalDays: 20 })).toEqual({
    warningDays: 30,
    criticalDays: 20,
  })
})

test('an unknown life counts as a long one', () => {
  expect(thresholds(certificate({ notBefore: null }), auto)).toEqual({ warningDays: 30, criticalDays: 14 })
})

test.each([
  ['one millisecond above the warning line', 30 * day + 1, null],
  ['on the warning line', 30 * day, 'warning'],
  ['one millisecond above the critical line', 14 * day + 1, 'warning'],
  ['on the critical line', 14 * day, 'error'],
  ['in the last instant', 0, 'error'],
])('%s', (_where, leftMs, severity) => {
  const [finding] = judge(serving(delivery({ leaf: lived(398 * day, leftMs) })), policy(), now)

  expect(finding?.severity ?? null).toBe(severity)
  expect(finding?.rule ?? 'certificate/expiry').toBe('certificate/expiry')
})

test('one millisecond after notAfter the certificate is expired, and no longer expiring', () => {
  const findings = judge(serving(delivery({ leaf: lived(90 * day, -1) })), policy(), now)

  expect(findings.map(({ rule }) => rule)).toEqual(['certificate/expired'])
  expect(findings[0]?.message).toMatch(
    /^The certificate expired less than a minute ago, on 2026-11-22 11:59 UTC$/,
  )
})

test.each([
  [3.5 * day, 'The certificate expires in 3 days, on 2026-11-26 00:00 UTC'],
  [31.5 * hour, 'The certificate expires in 31 hours, on 2026-11-23 19:30 UTC'],
  [0, 'The certificate expires in less than a minute, on 2026-11-22 12:00 UTC'],
  [-3.5 * day, 'The certificate expired 3 days ago, on 2026-11-19 00:00 UTC'],
])('with %d milliseconds left it says so', (leftMs, message) => {
  expect(judge(serving(delivery({ leaf: lived(90 * day, leftMs) })), policy(), now)[0]?.message).toBe(message)
})

test('a healthy 160-hour certificate is not measured by 30 days', () => {
  expect(judge(serving(delivery({ leaf: lived(160 * hour, 41 * hour) })), policy(), now)).toEqual([])
})

test('of several certificates the worst comes first and decides', () => {
  const rsa = certificate({
    sha256: fingerprint('rsa'),
    key: rsaKey(),
    keyUsage: ['digitalSignature', 'keyEncipherment'],
    notAfter: new Date('2026-12-10T12:00:00Z'),
    notBefore: new Date('2026-01-01T00:00:00Z'),
  })
  const ecdsa = certificate({ sha256: fingerprint('ecdsa'), notAfter: new Date('2026-11-24T13:00:00Z') })
  const seen = serving(
    delivery({ leaf: rsa, sightings: [sighting()] }),
    delivery({ leaf: ecdsa, sightings: [sighting({ asked: 'ecdsa', address: ip('192.0.2.2') })] }),
    delivery({ leaf: ecdsa, sightings: [sighting({ address: ip('192.0.2.3') })] }),
  )

  expect(judge(seen, policy(), now)).toMatchObject([
    {
      rule: 'certificate/expiry',
      severity: 'error',
      message:
        `The ECDSA certificate ${fingerprint('ecdsa').slice(0, 8)} at 192.0.2.2 and 192.0.2.3 expires in 2 days, on 2026-11-24 13:00 UTC; ` +
        `the RSA certificate ${fingerprint('rsa').slice(0, 8)} at 192.0.2.1 expires in 18 days, on 2026-12-10 12:00 UTC`,
    },
  ])
})

test('one expired certificate does not hide that another expires', () => {
  const seen = serving(
    delivery({ leaf: lived(90 * day, -day) }),
    delivery({ leaf: lived(90 * day, day), sightings: [sighting({ asked: 'rsa' })] }),
  )

  expect(judge(seen, policy(), now).map(({ rule }) => rule)).toEqual([
    'certificate/expired',
    'certificate/expiry',
  ])
})

test('a certificate of the future is not yet valid, and says from when on', () => {
  const findings = judge(served({ notBefore: new Date('2026-11-23T00:30:00Z') }), policy(), now)

  expect(findings).toMatchObject([
    {
      rule: 'certificate/not-yet-valid',
      severity: 'error',
      message: 'The certificate is not valid yet: it becomes so in 12 hours, on 2026-11-23 00:30 UTC',
    },
  ])
})

test('a certificate in a file is named by its subject', () => {
  const leaves = [lived(90 * day, 30 * day), lived(90 * day, -day)]
  const seen = observation({
    target: fileTarget(),
    addresses: [],
    deliveries: known(leaves.map((leaf) => delivery({ leaf, chain: [leaf], sightings: [] }))),
  })

  expect(judge(seen, policy(), now)).toMatchObject([
    {
      key: 'certificate/expired file:certs/signing.pem',
      message: expect.stringMatching(
        /^The certificate "example\.com" \([0-9a-f]{8}\) expired 24 hours ago, on /,
      ),
      fix: 'Renew the certificate now and put it into certs/signing.pem.',
    },
  ])
})
