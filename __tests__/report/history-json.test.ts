import { expect, test } from 'vitest'

import type { Assessment } from '../../src/model/report.ts'
import { renderJson } from '../../src/report/json.ts'
import type { ReportJson, ResultJson } from '../../src/report/report-json.ts'
import { certificate, fingerprint } from '../support/certificate.ts'
import { observation, serving, untrusted } from '../support/observation.ts'
import { memory, rememberedLeaf, rotated, rotation, unchanged } from '../support/remembered.ts'
import { assessment, chainFor, endpoint, finding, report } from '../support/report.ts'
import { complaints } from '../support/valid-report.ts'

function json(...assessments: readonly Assessment[]): ReportJson {
  const given = renderJson(report({ assessments }))
  expect(complaints(given)).toEqual([])
  return given
}

function result(seen: Assessment): ResultJson {
  return json(seen).results[0] as ResultJson
}

test('what is seen for the first time has no past', () => {
  expect(result(assessment())).toMatchObject({
    changes: [],
    rotation: null,
    rotations: [],
    history: { first_seen: '2026-11-22T12:00:00.000Z', unchanged_since: null, words: 'first seen' },
  })
})

test('what is as it was says since when', () => {
  expect(result(unchanged(assessment())).history).toEqual({
    first_seen: '2026-05-03T05:17:00.000Z',
    unchanged_since: '2026-05-03T05:17:00.000Z',
    words: 'unchanged since 3 May 2026',
  })
})

test('an endpoint that never answered has not been seen yet', () => {
  expect(result(endpoint('gone.example', { silent: 'timed-out' })).history).toEqual({
    first_seen: null,
    unchanged_since: null,
    words: 'not seen yet',
  })
})

test('an outage keeps the first sight, and nobody claims that nothing has changed', () => {
  const { first_seen, unchanged_since, words } = result(
    unchanged(endpoint('gone.example', { silent: 'timed-out' })),
  ).history

  expect(first_seen).toBe('2026-05-03T05:17:00.000Z')
  expect(unchanged_since).toBeNull()
  expect(words).toBe('last seen on 21 November 2026')
})

test('a rotation is told with what it replaced, and leads the rotations before it', () => {
  const seen = rotated('example.com', {})
  const summer = rotation({ at: new Date('2026-07-01T00:00:00Z'), daysBeforeExpiry: null })
  const spring = rotation({ at: new Date('2026-06-01T00:00:00Z'), kind: 'rolled-back' })
  const before = { ...(seen.comparison.before ?? memory([])), rotations: [spring, summer] }
  const found = result({ ...seen, comparison: { ...seen.comparison, before } })

  expect(found.rotation).toEqual({
    kind: 'renewed',
    at: '2026-11-22T12:00:00.000Z',
    previous_fingerprint: fingerprint('example.com before'),
    days_before_expiry: 21.4,
  })
  expect(found.rotations.map(({ kind, at }) => `${kind} ${at}`)).toEqual([
    'renewed 2026-11-22T12:00:00.000Z',
    'renewed 2026-07-01T00:00:00.000Z',
    'rolled-back 2026-06-01T00:00:00.000Z',
  ])
  expect(found.history).toMatchObject({
    unchanged_since: '2026-11-22T12:00:00.000Z',
    words: 'renewed 21 days before expiry by the same CA with the same key',
  })
})

test('of two leaves that rotated in one run, the one that expires first is told', () => {
  const soon = chainFor('soon', { notAfter: new Date('2026-12-01T00:00:00Z') })
  const late = chainFor('late', { notAfter: new Date('2027-01-01T00:00:00Z') })
  const [second, first] = [late, soon].map(({ leaf }, index) =>
    rotation({ current: leaf.sha256, previous: fingerprint(`before ${index}`) }),
  )
  const rotations = [second, first].filter((one) => one !== undefined)
  const before = memory([rememberedLeaf()])
  const found = result(
    assessment({ observation: serving(late, soon), comparison: { changes: [], rotations, before } }),
  )

  expect(found.rotation?.previous_fingerprint).toBe(fingerprint('before 1'))
  expect(found.rotations).toHaveLength(2)
})

test('a rotation of another leaf than the one that expires first is still told', () => {
  const leaf = certificate({ notAfter: new Date('2026-12-01T00:00:00Z') })
  const rotations = [rotation({ current: fingerprint('other') })]
  const before = memory([rememberedLeaf()])
  const found = result(
    assessment({
      observation: serving(untrusted({ kind: 'self-signed' }, { leaf })),
      comparison: { changes: [], rotations, before },
    }),
  )

  expect(found.rotation?.kind).toBe('renewed')
})

test('changes are told as they are: names as lists, times in ISO 8601', () => {
  const changes = [
    { type: 'expiration', old: '2026-12-01T00:00:00.000Z', new: '2027-03-01T00:00:00.000Z' },
    { type: 'names', old: ['a.example', 'b.example'], new: ['a.example'] },
  ] as const

  expect(result(assessment({ comparison: { changes, rotations: [], before: null } })).changes).toEqual(
    changes,
  )
})

test('a finding says since when', () => {
  const since = new Date('2026-05-03T05:17:00Z')

  expect(result(assessment({ findings: [finding('chain/order', { since })] })).findings[0]?.since).toBe(
    '2026-05-03T05:17:00.000Z',
  )
})

test('the run counts endpoints with a rotation; without any memory nobody can count', () => {
  const [one, other] = [rotated('a.example', {}), rotated('b.example', {})]

  expect(json(one, other, unchanged(endpoint('c.example'))).summary.changed_certificates).toBe(2)
  expect(json(unchanged(assessment()), endpoint('new.example')).summary.changed_certificates).toBe(0)
  expect(json(assessment()).summary.changed_certificates).toBeNull()
})

test('what nobody looked at keeps its past', () => {
  const silent = { known: false, reason: 'not-observed', detail: 'the run ended' } as const
  const seen = unchanged(assessment({ observation: observation({ deliveries: silent, addresses: [] }) }))

  expect(result(seen)).toMatchObject({ rotation: null, history: { unchanged_since: null } })
})
