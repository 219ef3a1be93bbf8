import { expect, test } from 'vitest'

import { remember } from '../../src/history/remember.ts'
import { known } from '../../src/model/answer.ts'
import type { Memory } from '../../src/model/history.ts'
import { dns, name, now } from '../support/certificate.ts'
import { daily, day, leaf, outage, rsaLeaf, run, serves } from '../support/history.ts'
import { delivery, observation } from '../support/observation.ts'

const [a, b, c, d] = [leaf('a'), leaf('b'), leaf('c'), leaf('d')]
const expiring = leaf('a', { notBefore: day(-75), notAfter: day(15) })

test('a healthy endpoint is remembered with all that later runs compare with', () => {
  expect(daily(serves(a)).memory).toEqual({
    id: 'example.com:443',
    certificates: [
      {
        sha256: a.sha256,
        spkiSha256: a.spkiSha256,
        keyType: 'EC',
        key: 'EC P-256',
        subject: 'CN=example.com',
        issuer: 'Example Intermediate',
        issuerOrganisation: 'Example Trust',
        serial: a.serial,
        notBefore: a.notBefore,
        notAfter: a.notAfter,
        names: ['example.com', 'www.example.com'],
        firstSeen: now,
        lastSeen: now,
      },
    ],
    settled: [a.sha256],
    rotations: [],
    states: [{ status: 'success', from: now, to: now, message: 'healthy' }],
    troubles: [],
    lastAnswer: {
      protocol: 'TLSv1.3',
      suite: 'TLS_AES_128_GCM_SHA256',
      chain: [expect.stringMatching(/^[0-9a-f]{64}$/)],
    },
    lastScan: null,
    told: [],
    issue: null,
    heard: { issuers: null, windows: [] },
  })
})

test('a leaf is known from its first sight to its last, and new ones come last', () => {
  const { certificates } = daily(serves(a), serves(b), outage(), serves(a)).memory

  expect(certificates).toMatchObject([
    { sha256: a.sha256, firstSeen: day(0), lastSeen: day(3) },
    { sha256: b.sha256, firstSeen: day(1), lastSeen: day(1) },
  ])
})

test('the certificates not seen for longest are forgotten, those compared with never', () => {
  const { memory } = daily(serves(a), serves(b), serves(a), serves(c), serves(a))
  const { certificates, rotations } = remember(run(memory, serves(d, rsaLeaf('r')), day(5)), day(5), 1)

  expect(certificates.map(({ sha256 }) => sha256)).toEqual([d.sha256, rsaLeaf('r').sha256])
  expect(rotations).toHaveLength(1)
  expect(
    remember(run(memory, serves(d), day(5)), day(5), 3).certificates.map(({ sha256 }) => sha256),
  ).toEqual([a.sha256, c.sha256, d.sha256])
})

test('a period of one status goes on with its latest message, and another status begins a new one', () => {
  const { states } = daily(serves(expiring), serves(expiring), outage(), outage(), serves(b)).memory

  expect(states).toMatchObject([
    { status: 'warning', from: day(0), to: day(1), message: expect.stringContaining('expires in 14 days') },
    { status: 'error', from: day(2), to: day(3), message: expect.stringContaining('did not answer') },
    { status: 'success', from: day(4), to: day(4), message: 'healthy' },
  ])
})

test('the oldest periods are forgotten', () => {
  let memory: Memory | null = null
  for (let hour = 0; hour < 300; hour++) {
    const at = day(hour / 24)
    memory = remember(run(memory, hour % 2 === 0 ? serves(a) : outage(), at), at, 50)
  }

  expect(memory?.states).toHaveLength(200)
  expect(memory?.states.at(-1)?.from).toEqual(day(299 / 24))
})

test('a trouble keeps the day it was first seen, over an outage, too', () => {
  const { last, memory } = daily(serves(expiring), outage(), serves(expiring))
  const silent = daily(serves(expiring), outage(), outage()).memory

  expect(last.findings).toMatchObject([{ rule: 'certificate/expiry', since: day(0) }])
  expect(memory.troubles).toEqual([{ rule: 'certificate/expiry', since: day(0) }])
  expect(silent.troubles).toEqual([
    { rule: 'certificate/expiry', since: day(0) },
    { rule: 'endpoint/unanswered', since: day(1) },
  ])
})

test('a trouble that was gone for a run begins anew', () => {
  const { findings } = daily(serves(expiring), serves(b), serves(expiring)).last

  expect(findings).toContainEqual(expect.objectContaining({ rule: 'certificate/expiry', since: day(2) }))
})

test('without a memory nobody can tell since when', () => {
  expect(daily(serves(expiring)).last.findings).toMatchObject([{ since: null }])
})

test('an endpoint that was silent from the first day on is first seen when it answers', () => {
  const { last, memory } = daily(outage(), serves(a))

  expect(last.comparison.rotations).toEqual([])
  expect(last.comparison.changes).toEqual([{ type: 'status', old: 'error', new: 'success' }])
  expect(memory.settled).toEqual([a.sha256])
})

test('runs that finish in the wrong order move no last sight back', () => {
  const { memory } = daily(serves(a), serves(a), serves(a))
  const late = remember(run(memory, serves(a), day(1)), day(1), 50)

  expect(late.certificates).toMatchObject([{ firstSeen: day(0), lastSeen: day(2) }])
  expect(late.states).toMatchObject([{ from: day(0), to: day(2) }])
})

test('a hostile certificate fills no memory', () => {
  const many = Array.from({ length: 5000 }, (_, index) => `n${index}.example.com`)
  const hostile = leaf('h', {
    subject: name('x'.repeat(1_000_000)),
    issuer: name('y'.repeat(1_000_000), 'z'.repeat(1_000_000)),
    serial: '00'.repeat(100_000),
    alternativeNames: dns('w'.repeat(100_000), ...many),
  })
  const { memory } = daily(serves(hostile))
  const [remembered] = memory.certificates

  expect(remembered?.names).toHaveLength(1000)
  expect(JSON.stringify({ ...remembered, names: [] }).length).toBeLessThan(2000)
  expect(daily(serves(hostile), serves(a)).memory.certificates[0]?.names).toEqual([])
})

test('a name is not lost because too many were there to remember it', () => {
  const many = Array.from({ length: 1500 }, (_, index) => `n${index}.example.com`)
  const [one, other] = [
    leaf('1', { alternativeNames: dns('example.com', ...many) }),
    leaf('2', { alternativeNames: dns(...many.toReversed(), 'example.com') }),
  ]
  const { findings, comparison } = daily(serves(one), serves(other)).last

  expect(findings.map(({ rule }) => rule)).not.toContain('change/names-lost')
  expect(comparison.changes.map(({ type }) => type)).not.toContain('names')
})

test('a file is remembered like an endpoint that answers', () => {
  const seen = observation({ addresses: [], deliveries: known([delivery({ leaf: a, sightings: [] })]) })

  expect(daily(seen).memory).toMatchObject({ settled: [a.sha256] })
})
