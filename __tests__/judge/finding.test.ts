import { expect, test } from 'vitest'

import { judge } from '../../src/judge/judge.ts'
import { unanswered } from '../../src/model/answer.ts'
import type { Severity } from '../../src/model/finding.ts'
import type { RuleId } from '../../src/model/rule-id.ts'
import { now } from '../support/certificate.ts'
import { addressAnswer, observation, policy, served, waiver } from '../support/observation.ts'

const tomorrow = new Date('2026-11-23T18:59:00Z')
const yesterday = new Date('2026-11-21T12:00:00Z')

test.each<[chosen: Severity | 'off', first: Severity | null, second: Severity | null]>([
  ['error', 'error', 'error'],
  ['notice', 'notice', 'error'],
  ['off', null, null],
])('expiry under `%s` is %s in its first stage and %s in its second', (chosen, first, second) => {
  const severities = new Map<RuleId, Severity | 'off'>([['certificate/expiry', chosen]])
  const severityAt = (notAfter: Date): Severity | undefined => {
    const seen = served({ notBefore: new Date('2026-09-01T00:00:00Z'), notAfter })
    return judge(seen, policy({ severities }), now)[0]?.severity
  }

  expect(severityAt(new Date('2026-12-08T00:00:00Z')) ?? null).toBe(first)
  expect(severityAt(tomorrow) ?? null).toBe(second)
})

test('a milder stage is never louder than the user wants the rule to be', () => {
  const unknown = addressAnswer({ otherLeaf: unanswered('timed-out', 'no answer within 10 s') })
  const seen = observation({ addresses: [unknown] })
  const severities = new Map<RuleId, Severity>([['endpoint/unanswered', 'notice']])

  expect(judge(seen, policy(), now)[0]?.severity).toBe('warning')
  expect(judge(seen, policy({ severities }), now)[0]?.severity).toBe('notice')
})

test('a waived finding stays, waived until the last day, behind all others', () => {
  const until = new Date('2026-12-31T00:00:00Z')
  const waivers = [
    waiver({ rule: 'certificate/expired', until }),
    waiver({ rule: 'certificate/must-*', until: yesterday }),
  ]
  const findings = judge(served({ notAfter: yesterday, mustStaple: true }), policy({ waivers }), now)

  expect(findings.at(-1)).toMatchObject({
    rule: 'certificate/expired',
    severity: 'error',
    waivedUntil: until,
  })
  expect(findings.filter(({ waivedUntil }) => waivedUntil !== null)).toHaveLength(1)
})

test('a waiver holds to the end of its last day, in UTC', () => {
  const waivers = [waiver({ until: new Date('2026-11-22T00:00:00Z') })]
  const waived = (at: string): unknown =>
    judge(served({ notAfter: yesterday }), policy({ waivers }), new Date(at))[0]?.waivedUntil

  expect(waived('2026-11-22T23:59:59Z')).toEqual(new Date('2026-11-22T00:00:00Z'))
  expect(waived('2026-11-23T00:00:00Z')).toBeNull()
})

test('of several waivers the longest counts', () => {
  const waivers = ['2026-12-01', '2027-03-31', '2026-11-30'].map((day) => waiver({ until: new Date(day) }))

  expect(judge(served({ notAfter: yesterday }), policy({ waivers }), now)[0]?.waivedUntil).toEqual(
    new Date('2027-03-31'),
  )
})
