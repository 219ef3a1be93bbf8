import { describe, expect, test } from 'vitest'

import { judge } from '../../../src/judge/judge.ts'
import { type Answer, known, unanswered } from '../../../src/model/answer.ts'
import type { Certificate } from '../../../src/model/certificate.ts'
import type { Finding } from '../../../src/model/finding.ts'
import type { RevocationEvidence, Staple } from '../../../src/model/revocation.ts'
import { certificate, intermediate, name, now, root } from '../../support/certificate.ts'
import { delivery, policy, serving } from '../../support/observation.ts'
import { revocation, revoked } from '../../support/revocation.ts'

const leaf = certificate()
const issuer = intermediate()
const other = intermediate({ subject: name('Other Intermediate', 'Example Trust') })

function found(evidence: RevocationEvidence, paths = [[leaf, issuer, root()]]): readonly Finding[] {
  const trust = {
    paths: paths.map((certificates) => ({ certificates, anchor: 'public' as const })),
    obstacle: null,
  }
  return judge(serving(delivery({ leaf, chain: [leaf, issuer], revocation: evidence, trust })), policy(), now)
}

test('a certificate that no CRL names is healthy', () => {
  expect(found(revocation(leaf, issuer))).toEqual([])
})

test('a revoked certificate is told with date and reason', () => {
  expect(found(revocation(leaf, issuer, { leaf: known(revoked) }))).toMatchObject([
    {
      rule: 'certificate/revoked',
      severity: 'error',
      message: 'The certificate was revoked on 2026-11-20 12:00 UTC (keyCompromise)',
      evidence: {
        certificates: [{ reason: 'keyCompromise', method: 'crl', revoked_at: '2026-11-20T12:00:00.000Z' }],
      },
    },
  ])
})

test('a revoked certificate without a reason has none', () => {
  const silent = known({ ...revoked, reason: null } as typeof revoked)
  expect(found(revocation(leaf, issuer, { leaf: silent }))[0]?.message).toBe(
    'The certificate was revoked on 2026-11-20 12:00 UTC',
  )
})

test('a revoked intermediate is told where every path needs it', () => {
  expect(found(revocation(leaf, issuer, { issuer: known(revoked) }))).toMatchObject([
    {
      rule: 'certificate/revoked',
      message:
        'The certificate depends on "Example Intermediate", which was revoked on 2026-11-20 12:00 UTC (keyCompromise)',
    },
  ])
})

test('a revoked intermediate that another path goes around is no fault', () => {
  const around = [
    [leaf, issuer, root()],
    [leaf, other, root()],
  ]
  expect(found(revocation(leaf, issuer, { issuer: known(revoked) }), around)).toEqual([])
})

test('a way around a revoked intermediate that has expired is none', () => {
  const ended = intermediate({ subject: other.subject, notAfter: new Date('2026-11-01T00:00:00Z') })
  const around = [
    [leaf, issuer, root()],
    [leaf, ended, root()],
  ]
  const findings = found(revocation(leaf, issuer, { issuer: known(revoked) }), around)

  expect(findings.map(({ rule }) => rule)).toContain('certificate/revoked')
})

test('where no way holds any more, a revoked intermediate is told if it stands on all of them', () => {
  const ended = intermediate({ notAfter: new Date('2026-11-01T00:00:00Z') })
  const findings = found(revocation(leaf, ended, { issuer: known(revoked) }), [[leaf, ended, root()]])

  expect(findings.map(({ rule }) => rule)).toEqual(
    expect.arrayContaining(['certificate/revoked', 'certificate/untrusted']),
  )
})

test('what could not be found out is a notice that names the cause', () => {
  const silent = unanswered('timed-out', 'no answer within 30 s')
  expect(found(revocation(leaf, issuer, { leaf: silent, issuer: silent }))).toMatchObject([
    {
      rule: 'revocation/unavailable',
      severity: 'notice',
      message:
        'The certificate could not be checked for revocation: no answer within 30 s and of its issuer "Example Intermediate": no answer within 30 s',
    },
  ])
})

test.each(['not-asked', 'not-observed'] as const)('what was %s is no news', (reason) => {
  expect(found(revocation(leaf, issuer, { leaf: unanswered(reason, 'nobody asked') }))).toEqual([])
})

describe('a staple', () => {
  const out: Answer<Staple | null> = known({
    sound: false,
    fault: 'ocsp: out of date since 2026-11-01T00:00:00.000Z',
  })
  const unknown: Answer<Staple | null> = known({ sound: true, says: 'unknown', nextUpdate: null })
  const sound: Answer<Staple | null> = known({ sound: true, says: 'good', nextUpdate: null })
  const notSeen: Answer<Staple | null> = unanswered('not-asked', 'the handshake ended before')

  function rules(staple: Answer<Staple | null>, differs: Partial<Certificate>): readonly string[] {
    const made = certificate(differs)
    const served = delivery({ leaf: made, revocation: revocation(made, issuer, { staple }) })
    return judge(serving(served), policy(), now).map(({ rule, severity }) => `${rule} ${severity}`)
  }

  test.each<[string, Answer<Staple | null>, boolean, readonly string[]]>([
    ['that is sound is healthy', sound, false, []],
    ['that is missing harms nobody', known(null), false, []],
    ['that is out of date is worse than none', out, false, ['revocation/stapling notice']],
    ['of a responder that knows nothing is worse than none', unknown, false, ['revocation/stapling notice']],
    ['that is sound keeps the promise of must-staple', sound, true, []],
    ['that is missing breaks it', known(null), true, ['certificate/must-staple warning']],
    ['that is out of date breaks it', out, true, ['certificate/must-staple warning']],
    ['that nobody looked at is no fault', notSeen, true, []],
  ])('%s', (_, staple, mustStaple, expected) => {
    expect(rules(staple, { mustStaple, ocspUrls: ['http://ocsp.example'] })).toEqual(expected)
  })
})
