import { describe, expect, test } from 'vitest'

import { judge } from '../../../src/judge/judge.ts'
import { known, unanswered } from '../../../src/model/answer.ts'
import type { Finding } from '../../../src/model/finding.ts'
import type { Delivery, TrustPath } from '../../../src/model/observation.ts'
import type { TransparencyEvidence } from '../../../src/model/transparency.ts'
import { certificate, intermediate, now, root } from '../../support/certificate.ts'
import { delivery, policy, serving, untrusted } from '../../support/observation.ts'
import { ctLog, otherLog, sct, transparency } from '../../support/transparency.ts'

function found(
  evidence: TransparencyEvidence,
  differs: Partial<Delivery> = {},
  at = now,
): readonly Finding[] {
  const all = judge(serving(delivery({ transparency: evidence, ...differs })), policy(), at)
  return all.filter(({ rule }) => rule.startsWith('transparency/'))
}

function rulesOf(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ rule, severity }) => `${rule} ${severity}`)
}

const unseen = unanswered('not-asked', 'the TLS extension was not looked at')

describe('a public certificate', () => {
  test('with SCTs of two operators is healthy', () => {
    expect(found(transparency())).toEqual([])
  })

  test('without any SCT is refused by browsers', () => {
    const [finding, ...more] = found(transparency([]))
    expect(more).toEqual([])
    expect(finding).toMatchObject({
      rule: 'transparency/missing',
      severity: 'error',
      message: 'The certificate comes without any signed certificate timestamp, and browsers refuse it',
    })
  })

  test.each(['embedded', 'tls', 'ocsp'] as const)('is not called unlogged before %s was looked at', (way) => {
    expect(found(transparency([], { [way]: unseen }))).toEqual([])
  })

  test('with too few SCTs says what each browser lacks', () => {
    expect(found(transparency([sct()]))).toMatchObject([
      {
        rule: 'transparency/policy',
        severity: 'warning',
        message:
          'The certificate is not logged as browsers demand: for Chrome it has SCTs of 1 of the 2 approved logs that it wants and for Apple it counts SCTs of 1 of the 2 approved logs that it wants',
        evidence: { certificates: [{ chrome: false, apple: false, logs: ['Log 2026h2'] }] },
      },
    ])
  })

  test('with a signature that does not verify is told by the name of the log', () => {
    const forged = sct(ctLog({ name: 'Third', operator: 'Third Logs' }), { signed: false })
    expect(found(transparency([sct(), sct(otherLog()), forged]))).toMatchObject([
      {
        rule: 'transparency/invalid',
        severity: 'error',
        message:
          'The certificate comes with signed certificate timestamps that prove nothing: Third did not sign the one of 2026-11-01 00:10 UTC',
      },
    ])
  })

  test('with an SCT of a log that no list holds says nothing of its signature', () => {
    const strange = sct(ctLog(), { logs: { chrome: null, apple: null }, signed: null })
    expect(found(transparency([sct(), sct(otherLog()), strange]))).toEqual([])
  })

  test('with an SCT from the future is told, one of a clock that runs ahead is not', () => {
    const ahead = (hours: number): TransparencyEvidence => {
      const timestamp = new Date(now.getTime() + hours * 3_600_000)
      return transparency([sct(), sct(otherLog()), sct(ctLog({ name: 'Third' }), { timestamp })])
    }
    expect(rulesOf(found(ahead(25)))).toEqual(['transparency/invalid error'])
    expect(found(ahead(23))).toEqual([])
  })

  test.each([
    ['embedded', 'those in it'],
    ['tls', 'those in the TLS handshake'],
    ['ocsp', 'those in the stapled OCSP answer'],
  ] as const)('with a list of SCTs that cannot be read is told: %s', (way, which) => {
    const broken = unanswered('malformed', 'sct_list: empty')
    const findings = found(transparency([], { [way]: broken }))

    expect(rulesOf(findings)).toEqual(['transparency/invalid error'])
    expect(findings[0]?.message).toContain(`${which} cannot be read (sct_list: empty)`)
  })

  test('at one address with its chain and at another without is judged by the one that leads to a root', () => {
    const incomplete = untrusted({ kind: 'issuer-missing', issuer: 'X', named: null })
    const whole = delivery({ transparency: transparency([]) })
    const findings = judge(serving(incomplete, whole), policy(), now)

    expect(findings.map(({ rule }) => rule)).toContain('transparency/missing')
  })
})

describe('when the lists of logs', () => {
  const outage = unanswered('timed-out', 'no answer within 15 s')

  test('cannot be fetched, a notice says so and nothing else is said', () => {
    expect(found(transparency([sct()], {}, outage))).toMatchObject([
      {
        rule: 'transparency/policy',
        severity: 'notice',
        message:
          'The certificate cannot be judged by the policies on Certificate Transparency: for Chrome, no answer within 15 s and for Apple, no answer within 15 s',
      },
    ])
  })

  test('are more than 70 days old, a notice says so', () => {
    const old = known(new Date(now.getTime() - 71 * 86_400_000))
    expect(rulesOf(found(transparency([sct()], {}, old)))).toEqual(['transparency/policy notice'])
  })

  test('were not asked for, nothing is said', () => {
    expect(found(transparency([sct()], {}, unseen))).toEqual([])
  })
})

describe('nobody demands SCTs', () => {
  test('of a private chain', () => {
    const leaf = certificate()
    const path: TrustPath = { certificates: [leaf, intermediate(), root()], anchor: 'custom' }
    expect(found(transparency([]), { leaf, trust: { paths: [path], obstacle: null } })).toEqual([])
  })

  test('of what has expired: its logs may have been closed since', () => {
    const closed = ctLog({ state: { kind: 'rejected', since: new Date('2027-01-01T00:00:00Z') } })
    expect(found(transparency([sct(closed)]), {}, new Date('2027-02-01T00:00:00Z'))).toEqual([])
  })
})
