import { expect, test } from 'vitest'

import { remember } from '../../src/history/remember.ts'
import type { Assessment } from '../../src/model/report.ts'
import { dns, fingerprint } from '../support/certificate.ts'
import { day, leaf, outage, run, serves } from '../support/history.ts'
import { endpoint, report } from '../support/report.ts'
import { type ReadCell, readSheets, rowOf } from '../support/workbook.ts'

const may = new Date('2026-05-03T06:00:00Z')
const old = leaf('old', {
  notBefore: new Date('2026-05-01T00:00:00Z'),
  notAfter: day(61.7),
  alternativeNames: dns('example.com', 'www.example.com'),
})
const first = run(null, { ...serves(old), at: may }, may)
const before = remember(first, may, 50)

interface Rows {
  readonly certificate: Readonly<Record<string, ReadCell>>
  /** Of the first change. */
  readonly change: Readonly<Record<string, ReadCell>>
}

async function rows(...assessments: readonly Assessment[]): Promise<Rows> {
  const sheets = await readSheets(report({ assessments }))
  const [certificates, changes] = [sheets.get('Certificates'), sheets.get('Changes')]
  if (certificates === undefined || changes === undefined) throw new TypeError('a sheet is missing')
  return { certificate: rowOf(certificates, 2), change: rowOf(changes, 2) }
}

test('what is seen for the first time has not changed, and not stayed the same either', async () => {
  const { certificate, change } = await rows(first)
  expect(certificate).not.toHaveProperty('Changed')
  expect(certificate['History']?.text).toBe('first seen')
  expect(change['Domain']?.text).toBe('Nothing is remembered yet to compare with.')
})

test('what is as it was is told with the day it was first seen', async () => {
  const { certificate, change } = await rows(run(before, serves(old), day(0)))
  expect(certificate).toMatchObject({
    Changed: { type: 'b', text: '0' },
    History: { text: 'unchanged since 3 May 2026' },
    'First Seen': { type: null, text: '46145.25' },
  })
  expect(change['Domain']?.text).toBe('Nothing changed.')
})

test('a rotation is told in words, with both leaves and the days that were left', async () => {
  const renewed = leaf('new', { spkiSha256: old.spkiSha256, alternativeNames: dns('example.com') })
  const { certificate, change } = await rows(run(before, serves(renewed), day(0)))
  const words = 'renewed 61 days before expiry by the same CA with the same key; www.example.com was dropped'
  expect(certificate).toMatchObject({ Changed: { type: 'b', text: '1' }, History: { text: words } })
  expect(change).toMatchObject({
    Change: { text: 'renewed' },
    'In Words': { text: words },
    Before: { text: fingerprint('old') },
    After: { text: fingerprint('new') },
    'Days Before Expiry': { type: null, text: '61' },
  })
})

test('single changes stand with what was and what is', async () => {
  const compared = endpoint('example.com')
  const changes = [{ type: 'cipher_suites', old: ['a', 'b'], new: ['a'] }] as const
  const { certificate, change } = await rows({ ...compared, comparison: { changes, rotations: [], before } })
  expect(certificate['Changed']).toMatchObject({ type: 'b', text: '1' })
  expect(change).toMatchObject({
    Change: { text: 'cipher suites' },
    Before: { text: 'a, b' },
    After: { text: 'a' },
  })
  expect(change).not.toHaveProperty('In Words')
})

test('an outage is told with the day of the last answer', async () => {
  const { certificate, change } = await rows(run(before, outage(), day(0)))
  expect(certificate['History']?.text).toBe('last seen on 3 May 2026')
  expect(change['Change']?.text).toBe('status')
})

test('an endpoint that was watched for long has a habit', async () => {
  const rotations = [1, 2, 3].map((number) => ({
    kind: 'renewed' as const,
    at: day(number * 60 - 240),
    previous: fingerprint(`leaf ${number}`),
    current: fingerprint(`leaf ${number + 1}`),
    daysBeforeExpiry: 30,
  }))
  const { certificate } = await rows(run({ ...before, rotations }, serves(old), day(0)))
  expect(certificate['Renewal Habit']?.text).toBe('usually renewed 30 days before expiry, every 60 days')
})

test('where some endpoints are new, "nothing changed" says so', async () => {
  const { change } = await rows(run(before, serves(old), day(0)), endpoint('new.example.com'))
  expect(change['Domain']?.text).toBe('Nothing changed; 1 of 2 are new here.')
})

test('an end of validity that moved is told to the minute, as everywhere in the workbook', async () => {
  const moved = {
    type: 'expiration',
    old: '2026-12-01T06:30:00.000Z',
    new: '2027-03-01T00:00:00.000Z',
  } as const
  const comparison = { changes: [moved], rotations: [], before }
  const { change } = await rows({ ...endpoint('example.com'), comparison })
  expect(change).toMatchObject({
    Change: { text: 'expiration' },
    Before: { text: '2026-12-01 06:30' },
    After: { text: '2027-03-01 00:00' },
  })
})
