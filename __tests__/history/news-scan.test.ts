import { expect, test } from 'vitest'

import { type Answer, known, unanswered } from '../../src/model/answer.ts'
import type { Memory } from '../../src/model/history.ts'
import type { Observation } from '../../src/model/observation.ts'
import type { TlsScan } from '../../src/model/tls-scan.ts'
import { day, leaf, serves } from '../support/history.ts'
import { channel, inShort, tell } from '../support/telling.ts'
import { offer, tlsScan, versions } from '../support/tls-scan.ts'

const late = unanswered('timed-out', 'no answer within 10 s')
const good = tlsScan()
const old = tlsScan({
  versions: versions('TLSv1', 'TLSv1.2', 'TLSv1.3'),
  offers: [offer('TLSv1', [0xc013]), ...good.offers],
})
const endpoint = serves(leaf('a'))

/** What a channel hears, run by run; `null`: nothing. */
function heard(...scans: readonly Answer<TlsScan>[]): readonly (string | null)[] {
  let before: Memory | null = null
  return scans.map((tls, index) => {
    const seen: Observation = { ...endpoint, tls }
    const { message, memory } = tell(before, seen, day(index), { ...channel(), arrives: true })
    before = memory
    return message === null ? null : inShort(message)
  })
}

test('an old version that is switched off is a recovery', () => {
  expect(heard(known(old), known(good))).toEqual([
    'WARNING trouble: protocol/tls1.0, vulnerability/beast',
    'OK recovery',
  ])
})

test('a scan that got no answer is no recovery, and the old version no news once it is seen again', () => {
  expect(heard(known(old), late, known(old), known(good))).toEqual([
    'WARNING trouble: protocol/tls1.0, vulnerability/beast',
    'WARNING trouble: endpoint/unanswered',
    null,
    'OK recovery',
  ])
})

test('of a version that did not answer nobody knows whether it is gone', () => {
  const unsure = tlsScan({ versions: { ...versions('TLSv1.2', 'TLSv1.3'), TLSv1: late } })

  expect(heard(known(old), known(unsure), known(good)).slice(1)).toEqual([null, 'OK recovery'])
})

test('a firewall that swallows every hello of SSL 2.0 keeps nobody from recovering', () => {
  const swallowed = (scan: TlsScan) => known({ ...scan, versions: { ...scan.versions, SSLv2: late } })

  expect(heard(swallowed(old), swallowed(good))).toEqual([
    'WARNING trouble: protocol/tls1.0, endpoint/unanswered, vulnerability/beast',
    'OK recovery: endpoint/unanswered',
  ])
})

test('without a scan nothing of it is expected', () => {
  expect(heard(known(old), unanswered('not-asked', 'scan: certificate'))[1]).toBe('OK recovery')
})
