import { describe, expect, test } from 'vitest'

import { known, unanswered } from '../../src/model/answer.ts'
import { appleVerdict, chromeVerdict, type CtVerdict } from '../../src/model/ct-policy.ts'
import type { CtLog, LogState, ObservedSct } from '../../src/model/transparency.ts'
import { now } from '../support/certificate.ts'
import { ctLog, otherLog, sct, transparency } from '../support/transparency.ts'

const notBefore = new Date('2026-11-01T00:00:00Z')
const days = (count: number, seconds = -1): Date =>
  new Date(notBefore.getTime() + count * 86_400_000 + seconds * 1000)
const third = ctLog({ name: 'Third 2026h2', operator: 'Third Logs' })
const sibling = ctLog({ name: 'Log 2026h2 b' })

interface Case {
  readonly scts?: readonly ObservedSct[]
  readonly notAfter?: Date
  readonly at?: Date
}

function both({ scts, notAfter = days(90), at = now }: Case): readonly (boolean | null)[] {
  const subject = { evidence: transparency(scts), notBefore, notAfter, now: at }
  return [chromeVerdict(subject).compliant, appleVerdict(subject).compliant]
}

function state(kind: LogState, since = '2025-01-01T00:00:00Z'): Pick<CtLog, 'state'> {
  return { state: { kind, since: new Date(since) } }
}

const late = '2026-11-15T00:00:00Z'
const early = '2026-10-01T00:00:00Z'

describe('embedded SCTs, as Chrome and as Apple see them', () => {
  test.each<[string, Case, boolean, boolean]>([
    ['two operators do for 90 days', {}, true, true],
    ['and for 180 days less a second', { notAfter: days(180) }, true, true],
    ['180 days and a second are 181 to Apple', { notAfter: days(180, 0) }, true, false],
    ['181 days want three logs', { notAfter: days(181) }, false, false],
    [
      'which three operators give',
      { scts: [sct(), sct(otherLog()), sct(third)], notAfter: days(181) },
      true,
      true,
    ],
    [
      'or two, one of them twice',
      { scts: [sct(), sct(sibling), sct(third)], notAfter: days(181) },
      true,
      true,
    ],
    ['but not one alone', { scts: [sct(), sct(sibling)] }, false, false],
    ['one log twice is one log', { scts: [sct(), sct()] }, false, false],
    [
      'static-ct alone is not enough for Apple',
      { scts: [sct(otherLog()), sct(ctLog({ kind: 'static-ct' }))] },
      true,
      false,
    ],
    [
      'a third SCT that nobody knows does no harm',
      { scts: [sct(), sct(third), sct(ctLog(), { logs: { chrome: null, apple: null }, signed: null })] },
      true,
      true,
    ],
    ['a bad signature does not count', { scts: [sct(), sct(third, { signed: false })] }, false, false],
    ['nor does an SCT from the future', { scts: [sct(), sct(third, { timestamp: days(40) })] }, false, false],
  ])('%s', (_, subject, chrome, apple) => {
    expect(both(subject)).toEqual([chrome, apple])
  })

  test.each<[string, Pick<CtLog, 'state'>, boolean]>([
    ['qualified', state('qualified'), true],
    ['readonly', state('readonly'), true],
    ['retired after the SCT', state('retired', late), true],
    ['retired before the SCT', state('retired', early), false],
    ['pending', state('pending'), false],
    ['rejected', state('rejected'), false],
    ['of no programme', { state: null }, false],
    ['retired only after now', state('retired', '2026-12-01T00:00:00Z'), true],
    ['usable only after now, and so qualified', state('usable', '2026-12-01T00:00:00Z'), true],
    ['qualified only after now, and so pending', state('qualified', '2026-12-01T00:00:00Z'), false],
  ])('a log that is %s', (_, differs, counts) => {
    expect(both({ scts: [sct(), sct(otherLog(differs))] })).toEqual([counts, counts])
  })

  test('logs that are all retired are not enough', () => {
    const gone = state('retired', late)
    expect(both({ scts: [sct(ctLog(gone)), sct(otherLog(gone))] })).toEqual([false, false])
  })

  test('the operator at the time of the SCT counts, not the one of today', () => {
    const until = (date: string): Pick<CtLog, 'previousOperators'> => ({
      previousOperators: [{ name: 'Example Logs', until: new Date(date) }],
    })
    expect(both({ scts: [sct(), sct(otherLog(until('2026-11-10T00:00:00Z')))] })).toEqual([false, false])
    expect(both({ scts: [sct(), sct(otherLog(until('2026-10-01T00:00:00Z')))] })).toEqual([true, true])
  })
})

describe('SCTs by TLS and OCSP', () => {
  const tls = { source: 'tls' } as const
  const ocsp = { source: 'ocsp' } as const

  test.each<[string, Case, boolean, boolean]>([
    [
      'two by TLS do, however long the certificate lives',
      { scts: [sct(ctLog(), tls), sct(third, tls)], notAfter: days(390) },
      true,
      true,
    ],
    [
      'two by OCSP do for Apple, and Chrome does not look',
      { scts: [sct(ctLog(), ocsp), sct(third, ocsp)] },
      false,
      true,
    ],
    ['one embedded and one by TLS do for Apple', { scts: [sct(), sct(third, tls)] }, false, true],
    [
      'a retired log by TLS does for nobody',
      { scts: [sct(ctLog(), tls), sct(ctLog({ ...third, ...state('retired', late) }), tls)] },
      false,
      false,
    ],
  ])('%s', (_, subject, chrome, apple) => {
    expect(both(subject)).toEqual([chrome, apple])
  })
})

describe('what is not known', () => {
  const unknown = unanswered('not-asked', 'the TLS extension was not looked at')
  const list = unanswered('timed-out', 'the list of logs could not be fetched')

  function verdicts(evidence: ReturnType<typeof transparency>): readonly CtVerdict[] {
    const subject = { evidence, notBefore, notAfter: days(90), now }
    return [chromeVerdict(subject), appleVerdict(subject)]
  }

  test('what is compliant by what was seen is compliant', () => {
    const evidence = transparency(undefined, { tls: unknown, ocsp: unknown })
    expect(verdicts(evidence).map(({ compliant }) => compliant)).toEqual([true, true])
  })

  test('what is not compliant so far is not judged before everything was looked at', () => {
    expect(verdicts(transparency([], { tls: unknown }))).toEqual([
      { compliant: null, because: unknown.detail },
      { compliant: null, because: unknown.detail },
    ])
  })

  test('without a list there is no verdict', () => {
    expect(verdicts(transparency([], {}, list))).toEqual([
      { compliant: null, because: list.detail },
      { compliant: null, because: list.detail },
    ])
  })

  test('a list of 70 days is used, an older one is not', () => {
    const aged = (count: number): ReturnType<typeof transparency> =>
      transparency([], {}, known(new Date(now.getTime() - count * 86_400_000)))
    expect(verdicts(aged(70)).map(({ compliant }) => compliant)).toEqual([false, false])
    expect(verdicts(aged(71)).map(({ compliant }) => compliant)).toEqual([null, null])
  })

  test('a signature that could not be checked is no bad one', () => {
    const evidence = transparency([sct(ctLog(), { signed: null }), sct(third, { signed: null })])
    expect(verdicts(evidence).map(({ compliant }) => compliant)).toEqual([null, null])
  })
})
