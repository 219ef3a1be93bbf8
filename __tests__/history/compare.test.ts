import { expect, test } from 'vitest'

import { known, unanswered } from '../../src/model/answer.ts'
import type { Delivery, Sighting } from '../../src/model/observation.ts'
import { dns, fingerprint, intermediate, name, now, pin, rsaKey } from '../support/certificate.ts'
import { daily, day, leaf, outage, rsaLeaf, serves, servesAt } from '../support/history.ts'
import { delivery, observation, serving, sighting, suite } from '../support/observation.ts'

const a = leaf('a')

test('the same answer twice is no change', () => {
  expect(daily(serves(a, rsaLeaf('r')), serves(a, rsaLeaf('r'))).last.comparison.changes).toEqual([])
})

test('everything that differs between a leaf and its successor is named, in the order of the contract', () => {
  const next = leaf('b', {
    notAfter: day(180),
    issuer: name('R3', 'Other Trust'),
    subject: name('shop.example.com', 'Example Ltd'),
    key: rsaKey(),
    alternativeNames: dns('shop.example.com', 'example.com'),
  })

  expect(daily(serves(a), serves(next)).last.comparison.changes).toEqual([
    { type: 'status', old: 'success', new: 'warning' },
    { type: 'expiration', old: '2027-01-29T23:59:59.000Z', new: day(180).toISOString() },
    { type: 'issuer', old: 'Example Intermediate (Example Trust)', new: 'R3 (Other Trust)' },
    { type: 'certificate', old: fingerprint('a'), new: fingerprint('b') },
    { type: 'subject', old: 'CN=example.com', new: 'CN=shop.example.com, O=Example Ltd' },
    { type: 'key', old: `EC P-256 sha256/${pin('a')}`, new: `RSA 2048 sha256/${pin('b')}` },
    {
      type: 'names',
      old: ['example.com', 'www.example.com'],
      new: ['example.com', 'shop.example.com'],
    },
  ])
})

test('names in another order are the same names', () => {
  const next = leaf('b', { alternativeNames: dns('www.example.com', 'example.com') })

  expect(daily(serves(a), serves(next)).last.comparison.changes.map(({ type }) => type)).toEqual([
    'certificate',
    'key',
  ])
})

test('a date that cannot be read is no change', () => {
  const types = daily(serves(a), serves(leaf('b', { notAfter: null }))).last.comparison.changes.map(
    ({ type }) => type,
  )

  expect(types).not.toContain('expiration')
})

test('what an RSA and an ECDSA leaf have in common is said once', () => {
  const issuer = name('E8', 'Example Trust')
  const { changes } = daily(serves(a, rsaLeaf('r')), serves(leaf('b', { issuer }), rsaLeaf('s', { issuer })))
    .last.comparison

  expect(changes.filter(({ type }) => type === 'issuer')).toHaveLength(1)
  expect(changes.filter(({ type }) => type === 'certificate')).toHaveLength(2)
})

function answers(differs: Partial<Sighting>, chain: Partial<Delivery> = {}): ReturnType<typeof serving> {
  return serving(delivery({ leaf: a, chain: [a], sightings: [sighting(differs)], ...chain }))
}

test('protocol, suite and chain are those that an ordinary client gets', () => {
  const weaker = suite({ name: 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256' })
  const issuer = intermediate()
  const next = answers({ protocol: 'TLSv1.2', suite: weaker }, { chain: [a, issuer] })

  expect(daily(answers({}), next).last.comparison.changes).toEqual([
    { type: 'status', old: 'success', new: 'warning' },
    { type: 'chain', old: '', new: issuer.sha256 },
    { type: 'protocol', old: 'TLSv1.3', new: 'TLSv1.2' },
    { type: 'cipher_suites', old: ['TLS_AES_128_GCM_SHA256'], new: [weaker.name] },
  ])
})

test('an endpoint that did not answer has changed in nothing but its status', () => {
  const { last, memory } = daily(serves(a), outage())

  expect(last.comparison.changes).toEqual([{ type: 'status', old: 'success', new: 'error' }])
  expect(daily(serves(a), outage(), serves(a)).last.comparison.changes).toEqual([
    { type: 'status', old: 'error', new: 'success' },
  ])
  expect(memory.lastAnswer).toMatchObject({ protocol: 'TLSv1.3' })
})

test('an endpoint that nobody looked at has not changed at all', () => {
  const cut = observation({ deliveries: unanswered('not-observed', 'the run was stopped') })

  expect(daily(serves(a), outage(), cut).last.comparison.changes).toEqual([])
})

test('the status is the one that the changes themselves lead to', () => {
  const { last } = daily(serves(a), serves(leaf('b', { issuer: name('R3', 'Other Trust') })))

  expect(last.findings).toMatchObject([
    { rule: 'change/issuer', severity: 'warning' },
    { severity: 'notice' },
  ])
  expect(last.comparison.changes[0]).toEqual({ type: 'status', old: 'success', new: 'warning' })
})

test('the order in which DNS names the addresses changes nothing', () => {
  const old = sighting({ protocol: 'TLSv1.2' })
  const both = servesAt(a, a)
  const one = {
    ...both,
    deliveries: known([delivery({ leaf: a, chain: [a], sightings: [sighting(), old] })]),
  }
  const other = {
    ...both,
    deliveries: known([delivery({ leaf: a, chain: [a], sightings: [old, sighting()] })]),
  }

  expect(daily(one, other).last.comparison.changes).toEqual([])
})

test('while an address is silent nobody can tell whether the answer got worse', () => {
  const old = servesAt(a, null)
  const weak = delivery({ leaf: a, sightings: [sighting({ protocol: 'TLSv1.2' })] })

  expect(
    daily(servesAt(a, a), { ...old, deliveries: known([weak]) }).last.comparison.changes,
  ).not.toContainEqual(expect.objectContaining({ type: 'protocol' }))
})

test('what was remembered stands beside what differs', () => {
  const { last } = daily(serves(a), serves(leaf('b')))

  expect(last.comparison.before).toMatchObject({
    id: 'example.com:443',
    settled: [a.sha256],
    certificates: [{ sha256: a.sha256, firstSeen: now }],
  })
})
