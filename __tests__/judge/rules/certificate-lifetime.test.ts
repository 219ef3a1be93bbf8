import { expect, test } from 'vitest'

import { judge } from '../../../src/judge/judge.ts'
import type { Certificate } from '../../../src/model/certificate.ts'
import type { Finding } from '../../../src/model/finding.ts'
import type { TrustPath } from '../../../src/model/observation.ts'
import { certificate, intermediate, now, root } from '../../support/certificate.ts'
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

function validFor(days: number, notBefore: string): Partial<Certificate> {
  const from = new Date(notBefore)
  return { notBefore: from, notAfter: new Date(from.getTime() + days * 86_400_000 - 1000) }
}

test.each([
  [398, '2026-03-12T23:59:59Z', 'the old cap'],
  [398, '2026-03-14T00:00:00Z', 'within 48 hours before the border'],
  [398, '2026-03-16T23:59:59Z', 'within 48 hours after the border'],
  [200, '2026-06-01T00:00:00Z', 'the cap of 2026'],
  [200, '2027-03-16T00:00:00Z', 'within 48 hours after the next border'],
  [100, '2027-06-01T00:00:00Z', 'the cap of 2027'],
  [47, '2029-03-17T00:00:00Z', 'the cap of 2029'],
  [825, '2018-03-10T00:00:00Z', 'the cap of 2018'],
  [1187, '2017-06-01T00:00:00Z', 'the time before caps in days'],
])('%d days from %s are within %s', (days, notBefore) => {
  const life = findings(validFor(days, notBefore)).filter(({ rule }) => rule === 'certificate/lifetime')

  expect(life).toEqual([])
})

test.each([
  [399, '2026-03-12T00:00:00Z', 398],
  [399, '2026-03-15T00:00:00Z', 398],
  [201, '2026-03-17T00:00:00Z', 200],
  [101, '2027-03-17T00:00:00Z', 100],
  [48, '2029-03-17T00:00:00Z', 47],
  [826, '2018-04-01T00:00:00Z', 825],
])('%d days from %s break the cap of %d', (days, notBefore, cap) => {
  const life = findings(validFor(days, notBefore)).find(({ rule }) => rule === 'certificate/lifetime')

  expect(life).toMatchObject({
    severity: 'warning',
    message: `The certificate is valid for ${days} days; a public one issued on ${notBefore.slice(0, 10)} may be valid for ${cap}`,
  })
})

test('one second more than the cap is one day more', () => {
  const { notBefore = null, notAfter = null } = validFor(200, '2026-06-01T00:00:00Z')
  const longer = new Date((notAfter?.getTime() ?? 0) + 1000)

  const life = findings({ notBefore, notAfter: longer }).find(({ rule }) => rule === 'certificate/lifetime')

  expect(life).toMatchObject({ evidence: { certificates: [{ lifetime_days: 201, cap_days: 200 }] } })
})

test('a private CA may issue for as long as it likes', () => {
  expect(privately(validFor(3650, '2026-06-01T00:00:00Z'))).toEqual([])
})
