import { describe, expect, test } from 'vitest'

import { judgeChanges } from '../../../src/judge/judge-changes.ts'
import { judge } from '../../../src/judge/judge.ts'
import { known, unanswered } from '../../../src/model/answer.ts'
import type { CaaCheck } from '../../../src/model/dns-evidence.ts'
import type { Finding } from '../../../src/model/finding.ts'
import type { LoggedEvidence } from '../../../src/model/logged.ts'
import type { Delivery } from '../../../src/model/observation.ts'
import type { Policy } from '../../../src/model/policy.ts'
import { certificate, now } from '../../support/certificate.ts'
import { logEntry, logged } from '../../support/logged.ts'
import { delivery, policy, serving } from '../../support/observation.ts'
import { memory, rememberedLeaf } from '../../support/remembered.ts'

const leaf = certificate({ serial: '00abc123' })

function found(
  evidence: Partial<LoggedEvidence>,
  differs: Partial<Delivery> = {},
  at = now,
): readonly Finding[] {
  const seen = delivery({ leaf, logged: known(logged(evidence)), ...differs })
  return judge(serving(seen), policy(), at).filter(({ rule }) => rule.startsWith('transparency/'))
}

describe('a certificate', () => {
  test('that stands in the logs is healthy', () => {
    expect(found({})).toEqual([])
  })

  test('that stands nowhere is told', () => {
    expect(found({ own: [] })).toMatchObject([
      {
        rule: 'transparency/unlogged',
        severity: 'warning',
        message: 'The certificate stands in no log of Certificate Transparency that the search knows',
        fix: expect.stringContaining('Search for the serial number 00abc123 at another service.'),
      },
    ])
  })

  const young = certificate({ ...leaf, notBefore: new Date('2026-11-21T13:00:00Z') })
  const expired = certificate({ ...leaf, notAfter: new Date('2026-11-21T13:00:00Z') })
  const ended = { paths: [{ certificates: [leaf], anchor: 'custom' as const }], obstacle: null }
  test.each<[string, Partial<LoggedEvidence>, Partial<Delivery>]>([
    ['issued within the day', {}, { leaf: young }],
    ['searched for within the day', { searchedAt: new Date('2026-11-01T13:00:00Z') }, {}],
    ['that has expired', {}, { leaf: expired }],
    ['of a private CA', {}, { trust: ended }],
    ['that nobody searched for', {}, { logged: unanswered('not-asked', 'nobody searched') }],
  ])('%s is not called unlogged', (_, evidence, differs) => {
    expect(found({ own: [], ...evidence }, differs)).toEqual([])
  })

  test('whose search failed is a notice, and not called unlogged', () => {
    expect(found({}, { logged: unanswered('timed-out', 'no answer within 30 s') })).toMatchObject([
      {
        rule: 'transparency/unlogged',
        severity: 'notice',
        message:
          'The certificate could not be looked up in the logs of Certificate Transparency: no answer within 30 s',
      },
    ])
  })
})

describe('a newer certificate', () => {
  const newer = logEntry({
    id: 2000,
    serial: 'def456',
    notBefore: new Date('2027-01-05T00:00:00Z'),
    notAfter: new Date('2027-04-05T00:00:00Z'),
  })
  const late = new Date('2027-01-08T12:00:00Z')

  test('that is logged and not served is told after its grace', () => {
    expect(found({ others: [newer, logEntry()] }, {}, late)).toMatchObject([
      {
        rule: 'transparency/undeployed',
        message:
          'The certificate is still served, although a newer one was issued 3 days ago, on 2027-01-05 00:00 UTC',
        evidence: { certificates: [{ newer_serial: 'def456', log_entry: 2000 }] },
      },
    ])
  })

  test.each<[string, LoggedEvidence['others'][number], Date]>([
    ['of yesterday may be on its way', newer, new Date('2027-01-06T12:00:00Z')],
    ['for other names is another one', { ...newer, names: ['example.com'] }, late],
    ['of another CA is another one', { ...newer, issuer: 'Other Trust' }, late],
    [
      'while the old one is young may be another server’s',
      { ...newer, notBefore: new Date('2026-11-20T00:00:00Z') },
      new Date('2026-12-01T00:00:00Z'),
    ],
    ['that is served beside the old one is deployed', { ...newer, serial: '00abc123' }, late],
  ])('%s', (_, entry, at) => {
    expect(found({ others: [entry] }, {}, at)).toEqual([])
  })
})

describe('a CA that is not known here', () => {
  const strange = logEntry({
    id: 3000,
    serial: 'bad',
    issuer: 'Other Trust',
    issuerName: 'O=Other Trust, CN=X1',
  })

  function rules(
    before: ReturnType<typeof memory> | null,
    differs: Partial<Delivery> = {},
    wishes: Partial<Policy> = {},
  ): readonly Finding[] {
    const seen = delivery({ leaf, logged: known(logged({ others: [strange, logEntry()] })), ...differs })
    return judgeChanges({ changes: [], rotations: [], before }, serving(seen), policy(wishes), now)
  }
  const baseline = (...issuers: readonly string[]): ReturnType<typeof memory> =>
    memory([], { heard: { issuers, windows: [] } })

  test('is told', () => {
    expect(rules(baseline('Example Trust'))).toMatchObject([
      {
        rule: 'transparency/unexpected',
        severity: 'warning',
        message:
          'The certificate is not the only one for this host: "Other Trust", which is not known here, issued one on 2026-11-01 00:00 UTC',
        evidence: {
          certificates: [{ unexpected: [{ log_entry: 3000, issuer_name: 'O=Other Trust, CN=X1' }] }],
        },
      },
    ])
  })

  const digicert = { logged: known(logged({ others: [{ ...strange, issuer: 'DigiCert Inc' }] })) }
  function caa(...values: readonly string[]): CaaCheck[] {
    const records = values.map((value) => ({ critical: false, tag: 'issue', value }))
    return [{ name: 'example.com', answer: known({ at: 'example.com', records }) }]
  }
  const unknownCaa: CaaCheck[] = [{ name: 'example.com', answer: unanswered('timed-out', 'silent') }]
  test.each<[string, readonly Finding[]]>([
    ['at the first run, which takes the baseline', rules(null)],
    ['at the first search, which takes it, too', rules(memory([]))],
    ['that stood in the baseline', rules(baseline('Other Trust'))],
    [
      'that the history knows',
      rules({
        ...baseline(),
        certificates: [
          rememberedLeaf({
            issuer: {
              ...leaf.issuer,
              attributes: [{ type: 'organizationName', value: 'Other Trust, Inc.' }],
            },
          }),
        ],
      }),
    ],
    ['that the user expects', rules(baseline(), {}, { expect: { issuer: 'other trust', spkiSha256: [] } })],
    ['that CAA names', rules(baseline(), { ...digicert, caa: caa('digicert.com') })],
    ['while nobody knows whom CAA names', rules(baseline(), { ...digicert, caa: unknownCaa })],
    ['while the search fails', rules(baseline(), { logged: unanswered('timed-out', 'silent') })],
  ])('is no news %s', (_, findings) => {
    expect(findings).toEqual([])
  })

  test('is news although CAA forbids nobody', () => {
    expect(rules(baseline(), { ...digicert, caa: caa() })).toHaveLength(1)
  })
})
