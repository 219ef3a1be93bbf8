import { describe, expect, test } from 'vitest'

import { judge } from '../../../src/judge/judge.ts'
import { known, unanswered } from '../../../src/model/answer.ts'
import type { CaaCheck, DaneEvidence, TlsaRecord } from '../../../src/model/dns-evidence.ts'
import type { Finding } from '../../../src/model/finding.ts'
import type { Delivery } from '../../../src/model/observation.ts'
import { certificate, name, now } from '../../support/certificate.ts'
import { delivery, policy, serving } from '../../support/observation.ts'

const leaf = certificate({ issuer: name('E7', "Let's Encrypt") })

function found(differs: Partial<Delivery>): readonly Finding[] {
  return judge(serving(delivery({ leaf, ...differs })), policy(), now)
}

describe('CAA', () => {
  function caa(host: string, ...values: readonly string[]): CaaCheck {
    const records = values.map((value) => ({ critical: false, tag: 'issue', value }))
    return { name: host, answer: known({ at: records.length === 0 ? null : 'example.com', records }) }
  }

  test('that permits the CA, or nobody in particular, is healthy', () => {
    expect(found({ caa: [caa('example.com', 'letsencrypt.org'), caa('www.example.com')] })).toEqual([])
  })

  test('that permits another CA foretells a renewal that fails', () => {
    expect(
      found({ caa: [caa('example.com', 'digicert.com'), caa('www.example.com', 'digicert.com')] }),
    ).toMatchObject([
      {
        rule: 'dns/caa',
        severity: 'warning',
        message:
          'The certificate cannot be renewed by "Let\'s Encrypt": CAA at example.com permits only digicert.com to issue for "example.com", and 1 further name likewise',
        fix: 'Add the record `example.com IN CAA 0 issue "letsencrypt.org"`, or have the next certificate issued by a CA that is permitted.',
      },
    ])
  })

  test('that permits nobody says so', () => {
    expect(found({ caa: [caa('example.com', ';')] })[0]?.message).toContain(
      'permits nobody to issue for "example.com"',
    )
  })

  test('with a critical property that nobody knows forbids everybody', () => {
    const records = [{ critical: true, tag: 'tbs', value: 'unknown' }]
    const [finding] = found({ caa: [{ name: 'example.com', answer: known({ at: 'example.com', records }) }] })
    expect(finding).toMatchObject({
      message:
        'The certificate cannot be renewed by "Let\'s Encrypt": CAA at example.com holds the critical property "tbs", which forbids every CA to issue for "example.com"',
      fix: 'Take the critical property "tbs" out of the CAA records at example.com, or ask the CA whether it knows it.',
    })
  })

  test('of a certificate with more names than are looked at says so', () => {
    const names = Array.from({ length: 45 }, (_, at) => `h${at}.example.com`)
    const crowded = certificate({
      issuer: leaf.issuer,
      alternativeNames: names.map((value) => ({ kind: 'dns' as const, value })),
    })
    const checks = names
      .slice(0, 20)
      .map((name) => caa(name, ...(name === 'h3.example.com' ? ['digicert.com'] : [])))
    const finding = found({ leaf: crowded, caa: checks }).find(({ rule }) => rule === 'dns/caa')
    expect(finding?.message).toMatch(/for "h3\.example\.com" \(only 20 of its 45 names were looked at\)$/)
    expect(finding?.evidence).toMatchObject({ certificates: [{ names_asked: 20, names_total: 45 }] })
  })

  test.each<[string, Partial<Delivery>]>([
    [
      'that could not be looked up',
      { caa: [{ name: 'a.example.com', answer: unanswered('timed-out', 'silent') }] },
    ],
    ['of a CA whose names are not known', { leaf: certificate(), caa: [caa('example.com', 'digicert.com')] }],
    [
      'of a private chain',
      {
        caa: [caa('example.com', 'digicert.com')],
        chain: [leaf],
        trust: { paths: [{ certificates: [leaf], anchor: 'custom' }], obstacle: null },
      },
    ],
  ])('%s is not judged', (_, differs) => {
    expect(found(differs)).toEqual([])
  })
})

describe('TLSA records', () => {
  function dane(proven: boolean, ...matches: readonly TlsaRecord['matches'][]): Partial<Delivery> {
    const records = matches.map((one) => ({ usage: 3, selector: 1, matching: 1, data: 'ab', matches: one }))
    const value: DaneEvidence = { name: '_443._tcp.example.com', records, proven }
    return { dane: known(value) }
  }

  test.each<[string, Partial<Delivery>]>([
    ['of which one matches', dane(true, false, true)],
    ['that do not exist', dane(true)],
    ['that no client can use', dane(true, null)],
    ['that could not be looked up', { dane: unanswered('timed-out', 'silent') }],
  ])('%s are no fault', (_, differs) => {
    expect(found(differs)).toEqual([])
  })

  test('of which none matches are an error where DNSSEC proves them', () => {
    const pin = Buffer.from(leaf.spkiSha256, 'base64').toString('hex')
    expect(found(dane(true, false, false, null))).toMatchObject([
      {
        rule: 'dns/dane',
        severity: 'error',
        message:
          'The certificate is not what DNS names: _443._tcp.example.com has 2 usable TLSA records, none of which matches',
        fix: `Publish \`_443._tcp.example.com IN TLSA 3 1 1 ${pin}\`, or let the server send the certificate that the records name.`,
        evidence: { certificates: [{ dnssec: 'proven', records: ['3 1 1 ab', '3 1 1 ab'] }] },
      },
    ])
  })

  test('of which none matches are a notice where that is not known', () => {
    expect(found(dane(false, false))).toMatchObject([
      {
        severity: 'notice',
        message:
          'The certificate is not what DNS names: _443._tcp.example.com has 1 usable TLSA record, which does not match (whether DNSSEC proves them is not known)',
      },
    ])
  })
})
