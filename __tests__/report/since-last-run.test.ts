import { expect, test } from 'vitest'

import { known, unanswered } from '../../src/model/answer.ts'
import { rememberedCertificate } from '../../src/model/remembered-certificate.ts'
import type { Assessment } from '../../src/model/report.ts'
import { rotatedCount, rotationCounts, sinceLastRun } from '../../src/report/since-last-run.ts'
import { dns, fingerprint, name, now } from '../support/certificate.ts'
import { dozenAgain, rotated, unchanged, wellAgain } from '../support/remembered.ts'
import { assessment, dozen, endpoint, finding, report } from '../support/report.ts'

function developments(...assessments: readonly Assessment[]): readonly string[] {
  return sinceLastRun(report({ assessments })).map(
    ({ words, assessments: those }) =>
      `${those.map(({ observation }) => observation.target.name).join(' ')}: ${words}`,
  )
}

function counts(...assessments: readonly Assessment[]): string {
  return rotationCounts(report({ assessments }))
}

test('a run in which nothing changed has nothing to tell', () => {
  expect(developments(unchanged(assessment()), endpoint('new.example'))).toEqual([])
  expect(counts(unchanged(assessment()))).toBe('')
})

test('endpoints of which the same is to be said are told together', () => {
  const lost = rotated('c.example', { alternativeNames: dns('c.example', 'www.c.example') })

  expect(developments(rotated('a.example', {}), rotated('b.example', {}), lost)).toEqual([
    'a.example b.example: renewed 21 days before expiry by the same CA with the same key',
    'c.example: renewed 21 days before expiry by the same CA with the same key; www.c.example was dropped',
  ])
})

test('an endpoint that is well again is told, unless a waiver or silence makes it look so', () => {
  const well = wellAgain('a.example')
  const waivedUntil = new Date('2027-03-31T00:00:00Z')
  const waived = { ...well, findings: [finding('certificate/untrusted', { waivedUntil })] }
  const silent = endpoint('b.example', { silent: 'not-observed' })

  expect(developments(well)).toEqual(['a.example: healthy again'])
  expect(developments(waived, { ...silent, comparison: well.comparison })).toEqual([])
})

test('what nobody could ask the CA about is not well again', () => {
  const well = wellAgain('a.example')
  const { before } = well.comparison
  if (before === null || !well.observation.deliveries.known) throw new TypeError('it is remembered, and seen')
  const silence = unanswered('timed-out', 'http://crl.example/1.crl: no answer within 10 s')
  const deliveries = well.observation.deliveries.value.map((delivery) => ({
    ...delivery,
    revocation: { ...delivery.revocation, checks: [{ certificate: delivery.leaf, answer: silence }] },
  }))
  const unsure: Assessment = {
    ...well,
    observation: { ...well.observation, deliveries: known(deliveries) },
    comparison: {
      ...well.comparison,
      before: {
        ...before,
        certificates: deliveries.map(({ leaf }) => rememberedCertificate(leaf, now, now)),
        troubles: [{ rule: 'certificate/revoked', since: now }],
      },
    },
  }

  expect(developments(unsure)).toEqual([])
})

test('a rotation that healed says both', () => {
  const seen = rotated('a.example', {}, { daysBeforeExpiry: -3.2 })
  const changes = [{ type: 'status', old: 'error', new: 'success' }] as const

  expect(developments({ ...seen, comparison: { ...seen.comparison, changes } })).toEqual([
    'a.example: renewed 3 days after it had expired by the same CA with the same key; healthy again',
  ])
})

test('certificates are counted by what happened to them, one on many endpoints once', () => {
  const wildcard = { current: fingerprint('wildcard'), kind: 'rekeyed' } as const
  const back = rotated('d.example', {}, { kind: 'rolled-back' })

  expect(counts(rotated('a.example', {}, wildcard), rotated('b.example', {}, wildcard))).toBe(
    '1 certificate was renewed since the last run',
  )
  expect(counts(rotated('a.example', {}, wildcard), rotated('c.example', {}), back)).toBe(
    '2 certificates were renewed, 1 was rolled back since the last run',
  )
  expect(counts(rotated('a.example', { issuer: name('R11', 'Other Trust') }, { kind: 'reissued' }))).toBe(
    '1 certificate was moved to another CA since the last run',
  )
})

test('endpoints with a rotation are counted only where something is remembered', () => {
  expect(rotatedCount(dozenAgain())).toBe(3)
  expect(rotatedCount(report({ assessments: [unchanged(assessment()), endpoint('new.example')] }))).toBe(0)
  expect(rotatedCount(dozen())).toBeNull()
  expect(rotatedCount(report({ assessments: [] }))).toBeNull()
})
