import { expect, test } from 'vitest'

import type { Assessment } from '../../src/model/report.ts'
import { sentence, validity, verdict } from '../../src/report/words.ts'
import { certificate, now } from '../support/certificate.ts'
import { dozenAgain, rotated } from '../support/remembered.ts'
import { dozen, endpoint, finding, report } from '../support/report.ts'

function verdictOf(...assessments: readonly Assessment[]): string {
  return verdict(report({ assessments }))
}

test.each([
  ['2027-01-29T23:59:59Z', 'Valid for 68 more days, until 2027-01-29'],
  ['2026-11-23T19:00:00Z', 'Valid for 31 more hours, until 2026-11-23'],
  ['2026-11-22T12:00:00Z', 'Valid for less than a minute, until 2026-11-22'],
  ['2026-11-19T08:30:00Z', 'Expired 3 days ago, on 2026-11-19'],
])('a certificate that ends at %s: %s', (end, words) => {
  expect(validity(certificate({ notAfter: new Date(end) }), now)).toBe(words)
})

test('a certificate of tomorrow, or without a readable end, is not called valid', () => {
  const tomorrow = certificate({ notBefore: new Date('2026-11-23T00:00:00Z') })

  expect(validity(tomorrow, now)).toBe('Not valid before 2026-11-23')
  expect(validity(certificate({ notAfter: null }), now)).toBe('The end of its validity cannot be read')
})

test('an endpoint says its worst finding; a notice leaves it healthy', () => {
  const ill = endpoint('a.example', {
    findings: [['certificate/expired', 'error', 'It expired', 'Renew it.']],
  })
  const noted = endpoint('a.example', { findings: [['chain/order', 'notice', 'Out of order', 'Sort it.']] })

  expect(sentence(ill, now)).toBe('It expired')
  expect(sentence(noted, now)).toBe('Valid for 68 more days, until 2027-01-29')
})

test('a waived finding is still said, with the end of its waiver', () => {
  const waivedUntil = new Date('2027-03-31T00:00:00Z')
  const waived = endpoint('a.example', {
    findings: [['certificate/self-signed', 'error', 'It is self-signed', 'Replace it.', { waivedUntil }]],
  })

  expect(sentence(waived, now)).toBe('It is self-signed (waived until 2027-03-31)')
})

test('the verdict counts each endpoint once, by its worst finding', () => {
  expect(verdict(dozen())).toBe(
    '7 of 12 endpoints need you: 1 expired, 2 expire soon, 1 with the wrong name, 1 not trusted, 2 do not answer.',
  )
})

test('when all is well the verdict names what ends next', () => {
  expect(verdictOf(endpoint('a.example'), endpoint('b.example'))).toBe(
    'All 2 endpoints are healthy; the next to expire is a.example, in 68 days, on 2027-01-29.',
  )
  expect(verdictOf(endpoint('a.example'))).toBe(
    'The endpoint is healthy; it expires in 68 days, on 2027-01-29.',
  )
})

test('an endpoint that was not checked is never counted among the healthy', () => {
  const lost = endpoint('lost.example', { silent: 'not-observed', detail: 'the run ended' })

  expect(verdictOf(endpoint('a.example'), lost)).toBe(
    '1 of 2 endpoints was not checked; the others are healthy.',
  )
  const muted = endpoint('muted.example', {
    silent: 'timed-out',
    findings: [['endpoint/unanswered', 'notice', 'No answer', 'Wait.']],
  })

  expect(verdictOf(muted, endpoint('a.example'))).toBe(
    '1 of 2 endpoints was not checked; the others are healthy.',
  )
  expect(verdictOf(lost)).toBe('1 of 1 endpoint was not checked.')
  expect(verdictOf()).toBe('Nothing was checked.')
})

test('endpoints that were not checked are told beside those in trouble', () => {
  const ill = endpoint('a.example', { findings: [['certificate/untrusted', 'error', 'No root', 'Add it.']] })
  const lost = ['b.example', 'c.example'].map((host) => endpoint(host, { silent: 'not-observed' }))

  expect(verdictOf(ill, ...lost)).toBe(
    '1 of 3 endpoints needs you: 1 not trusted; 2 of 3 endpoints were not checked.',
  )
})

test('a waiver does not pass for health', () => {
  const waivedUntil = new Date('2027-03-31T00:00:00Z')
  const waived = endpoint('a.example', {
    findings: [['certificate/self-signed', 'error', 'It is self-signed', 'Replace it.', { waivedUntil }]],
  })

  expect(verdictOf(waived, endpoint('b.example'))).toContain(
    'All 2 endpoints are healthy, 1 of them by a waiver',
  )
})

test('the verdict tells of rotations, in a healthy run and in a troubled one', () => {
  expect(verdictOf(rotated('a.example', {}), rotated('b.example', {}), endpoint('c.example'))).toMatch(
    /^All 3 endpoints are healthy; the next .*; 2 certificates were renewed since the last run\.$/u,
  )
  expect(verdict(dozenAgain())).toMatch(
    /need you: .*, 1 changed for the worse, .*; 1 certificate was renewed, 1 was moved to another CA since the last run\.$/u,
  )
})

test('trouble with the run itself is part of the verdict', () => {
  const findings = [finding('monitor/incomplete', { message: 'Shard 2 of 8 is missing' })]

  expect(verdict(report({ findings }))).toBe('The endpoint is healthy, but the run itself needs you.')
  expect(verdict(report({ ...dozen(), findings }))).toMatch(
    /2 do not answer; the run itself needs you, too\.$/u,
  )
})

test('a gate says what it looked away from, and calls nobody healthy for it', () => {
  const assessments = [endpoint('a.example'), endpoint('b.example')]
  const ill = endpoint('c.example', {
    findings: [['certificate/expired', 'error', 'It expired', 'Renew it.']],
  })

  expect(verdict(report({ assessments, demoted: { findings: 3, endpoints: 2 } }))).toBe(
    'Nothing that this change touches needs you; the next to expire is a.example, in 68 days, on 2027-01-29; ' +
      '3 findings on 2 endpoints this change does not touch are notices.',
  )
  expect(
    verdict(report({ assessments: [...assessments, ill], demoted: { findings: 1, endpoints: 1 } })),
  ).toBe(
    '1 of 3 endpoints needs you: 1 expired; 1 finding on 1 endpoint this change does not touch is a notice.',
  )
})

test('an endpoint that a gate looked away from and that did not answer makes nobody else healthy', () => {
  const silent = endpoint('b.example', { silent: 'timed-out' })

  expect(
    verdict(report({ assessments: [endpoint('a.example'), silent], demoted: { findings: 1, endpoints: 1 } })),
  ).toBe('1 of 2 endpoints was not checked; 1 finding on 1 endpoint this change does not touch is a notice.')
})
