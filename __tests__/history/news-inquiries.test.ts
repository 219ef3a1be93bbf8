import { expect, test } from 'vitest'

import { type Answer, known, unanswered } from '../../src/model/answer.ts'
import type { Certificate } from '../../src/model/certificate.ts'
import type { CaaSet } from '../../src/model/dns-evidence.ts'
import type { Memory } from '../../src/model/history.ts'
import type { Delivery, Observation } from '../../src/model/observation.ts'
import type { RevocationStatus } from '../../src/model/revocation.ts'
import { verdict } from '../../src/report/webhook/entry.ts'
import { intermediate, name } from '../support/certificate.ts'
import { day, leaf, serves } from '../support/history.ts'
import { delivery } from '../support/observation.ts'
import { revocation, revoked } from '../support/revocation.ts'
import { channel, inShort, tell } from '../support/telling.ts'
import { sct, transparency } from '../support/transparency.ts'

const good: Answer<RevocationStatus> = known({
  status: 'good',
  source: 'crl',
  thisUpdate: day(0),
  nextUpdate: day(30),
})
const silence = unanswered('timed-out', 'http://crl.example/1.crl: no answer within 10 s')

const issuer = intermediate()

/** The endpoint with a certificate, and what was found out about it from others than its server. */
function seen(served: Certificate, differs: Partial<Delivery>): Observation {
  return {
    ...serves(served),
    deliveries: known([delivery({ leaf: served, chain: [served, issuer], ...differs })]),
  }
}

function checked(
  word: string,
  leafAnswer: Answer<RevocationStatus>,
  issuerAnswer: Answer<RevocationStatus> = good,
): Observation {
  const served = leaf(word)
  return seen(served, { revocation: revocation(served, issuer, { leaf: leafAnswer, issuer: issuerAnswer }) })
}

/** What a channel hears, run by run; `null`: nothing. */
function heard(...runs: readonly Observation[]): readonly (string | null)[] {
  let before: Memory | null = null
  return runs.map((observation, index) => {
    const { message, memory } = tell(before, observation, day(index), { ...channel(), arrives: true })
    before = memory
    return message === null ? null : inShort(message)
  })
}

test('a revoked certificate is no better for a CRL that cannot be fetched', () => {
  const story = heard(checked('a', known(revoked)), checked('a', silence), checked('a', known(revoked)))

  expect(story).toEqual(['CRITICAL trouble: certificate/revoked', null, null])
})

test('once the CA says so, the certificate is not revoked any more', () => {
  expect(heard(checked('a', known(revoked)), checked('a', silence), checked('a', good))).toEqual([
    'CRITICAL trouble: certificate/revoked',
    null,
    'OK recovery',
  ])
})

test('a new certificate is not taken for the revoked one, whatever its CA fails to say', () => {
  expect(heard(checked('a', known(revoked)), checked('b', silence))[1]).toContain('OK recovery')
})

test('a revoked intermediate below a new certificate is still not known to be good', () => {
  expect(heard(checked('a', good, known(revoked)), checked('b', good, silence))).toEqual([
    'CRITICAL trouble: certificate/revoked',
    null,
  ])
})

test('CAA that did not answer permits nobody', () => {
  const served = leaf('a', { issuer: name('R10', "Let's Encrypt") })
  const asked = (answer: Answer<CaaSet>): Observation =>
    seen(served, { caa: [{ name: 'example.com', answer }] })
  const others = [{ critical: false, tag: 'issue', value: 'other.example' }]

  expect(
    heard(
      asked(known({ at: 'example.com', records: others })),
      asked(silence),
      asked(known({ at: null, records: [] })),
    ),
  ).toEqual(['WARNING trouble: dns/caa', null, 'OK recovery'])
})

test('whoever is asked no more hides nothing', () => {
  const off = unanswered('not-asked', 'revocation: { enabled: false }')

  expect(heard(checked('a', known(revoked)), checked('a', off))[1]).toBe('OK recovery')
})

test('a list of logs that cannot be had does not make too few timestamps enough', () => {
  const served = leaf('a')
  const logged = (list: Answer<Date>): Observation =>
    seen(served, { transparency: transparency([sct()], {}, list) })

  expect(heard(logged(known(day(-1))), logged(silence))).toEqual([
    'WARNING trouble: transparency/policy',
    null,
  ])
})

test('a reminder of what cannot be seen says so, and not that all is well', () => {
  const to = { ...channel(), arrives: true }
  const well = tell(null, checked('a', good), day(0), to)
  const told = tell(well.memory, checked('a', known(revoked)), day(1), to)
  const { message } = tell(told.memory, checked('a', silence), day(9), to)

  expect(message?.occasion).toBe('reminder')
  expect(message && verdict(message, day(9))).toBe(
    'Still so, since 23 November 2026: Found before, and not known to be over: certificate/revoked. ' +
      'The certificate could not be checked for revocation: http://crl.example/1.crl: no answer within 10 s',
  )
})
