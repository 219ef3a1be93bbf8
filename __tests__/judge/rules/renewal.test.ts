import { describe, expect, test } from 'vitest'

import { judgeChanges } from '../../../src/judge/judge-changes.ts'
import { known } from '../../../src/model/answer.ts'
import type { Certificate } from '../../../src/model/certificate.ts'
import type { Finding } from '../../../src/model/finding.ts'
import type { Memory } from '../../../src/model/history.ts'
import { certificate, fingerprint, now } from '../../support/certificate.ts'
import { delivery, policy, serving } from '../../support/observation.ts'
import { memory, rememberedLeaf, rotation } from '../../support/remembered.ts'

/** 1 November to 29 January. */
const leaf = certificate()

function found(
  start: string,
  end: string,
  first: readonly [string, string] | null = null,
  at = now,
): readonly Finding[] {
  const window = { start: new Date(start), end: new Date(end) }
  const windows =
    first === null ? [] : [{ sha256: leaf.sha256, start: new Date(first[0]), end: new Date(first[1]) }]
  const before = memory([], { heard: { issuers: null, windows } })
  const seen = delivery({ leaf, renewal: known({ window, explanationUrl: 'https://ca.example/why' }) })
  return judgeChanges({ changes: [], rotations: [], before }, serving(seen), policy(), at)
}

describe('a window', () => {
  test('that is still open, or ahead, is no news', () => {
    expect(found('2026-12-31T00:00:00Z', '2027-01-01T00:00:00Z')).toEqual([])
    expect(
      found('2026-12-31T00:00:00Z', '2027-01-01T00:00:00Z', null, new Date('2026-12-31T12:00:00Z')),
    ).toEqual([])
  })

  test('that is over is a renewal overdue', () => {
    const at = new Date('2027-01-04T00:00:00Z')
    expect(found('2026-12-31T00:00:00Z', '2027-01-01T00:00:00Z', null, at)).toMatchObject([
      {
        rule: 'renewal/overdue',
        severity: 'warning',
        message:
          'The certificate should have been renewed by 2027-01-01 00:00 UTC, 3 days ago: its CA suggests so (it says why at https://ca.example/why)',
      },
    ])
  })

  test('over a certificate that has expired is for certificate/expired to say', () => {
    expect(
      found('2026-12-31T00:00:00Z', '2027-01-01T00:00:00Z', null, new Date('2027-03-01T00:00:00Z')),
    ).toEqual([])
  })

  test('that has moved into the past is a request, and not overdue besides', () => {
    const first = ['2026-12-31T00:00:00Z', '2027-01-01T00:00:00Z'] as const
    expect(found('2026-11-21T00:00:00Z', '2026-11-21T01:00:00Z', first)).toMatchObject([
      {
        rule: 'renewal/requested',
        message:
          'The certificate is wanted back early: its CA asks to renew it between 2026-11-21 00:00 UTC and 2026-11-21 01:00 UTC; before, it was from 2026-12-31 00:00 UTC (it says why at https://ca.example/why)',
        evidence: { certificates: [{ previous_window_start: '2026-12-31T00:00:00.000Z' }] },
      },
    ])
  })

  test('in the first part of a life is a request at first sight', () => {
    expect(found('2026-11-10T00:00:00Z', '2026-11-11T00:00:00Z').map(({ rule }) => rule)).toEqual([
      'renewal/requested',
    ])
  })

  test('that has moved a little is none', () => {
    const first = ['2026-12-31T00:00:00Z', '2027-01-01T00:00:00Z'] as const
    expect(found('2026-12-29T00:00:00Z', '2026-12-30T00:00:00Z', first)).toEqual([])
  })
})

describe('a habit', () => {
  /** So many leaves of 90 days, each replaced with so many days left. */
  function renewed(daysLeft: readonly number[], differs: Partial<Certificate> = {}): Memory {
    const leaves = daysLeft.map((_, index) =>
      rememberedLeaf({ sha256: fingerprint(`former ${index}`), ...differs }),
    )
    return memory(leaves, {
      rotations: daysLeft.map((daysBeforeExpiry, index) =>
        rotation({
          previous: fingerprint(`former ${index}`),
          current: fingerprint(`former ${index + 1}`),
          daysBeforeExpiry,
        }),
      ),
    })
  }

  function rules(before: Memory, at: string): readonly string[] {
    const seen = serving(delivery({ leaf }))
    return judgeChanges({ changes: [], rotations: [], before }, seen, policy(), new Date(at)).map(
      ({ rule, message }) => `${rule}: ${message}`,
    )
  }

  const late = '2027-01-08T00:00:00Z' // 22 days left
  test('of three renewals is passed by more than its margin', () => {
    expect(rules(renewed([30, 31, 30]), late)).toEqual([
      'renewal/late: The certificate expires in 21 days, and is usually renewed 30 days before',
    ])
  })

  test.each<[string, Memory, string]>([
    ['is kept within its margin', renewed([30, 31, 30]), '2027-01-05T00:00:00Z'],
    ['is none after two renewals', renewed([30, 30]), late],
    ['is none where renewals differ', renewed([60, 30, 5]), late],
    [
      'of longer certificates is none of this one',
      renewed([60, 60, 60], { notBefore: new Date('2026-01-01T00:00:00Z') }),
      late,
    ],
    [
      'of another kind of key is none of this one',
      renewed([30, 30, 30], { key: { ...leaf.key, type: 'RSA' } }),
      late,
    ],
    ['is over once the certificate has expired', renewed([30, 30, 30]), '2027-02-01T00:00:00Z'],
  ])('%s', (_, before, at) => {
    expect(rules(before, at)).toEqual([])
  })
})
