import { describe, expect, test } from 'vitest'

import { heardNow } from '../../src/history/heard.ts'
import { known } from '../../src/model/answer.ts'
import { nothingHeard } from '../../src/model/history.ts'
import type { LoggedEvidence } from '../../src/model/logged.ts'
import type { Observation } from '../../src/model/observation.ts'
import { certificate, now } from '../support/certificate.ts'
import { daily } from '../support/history.ts'
import { delivery, serving, silent } from '../support/observation.ts'

const leaf = certificate()
const window = (day: number): { start: Date; end: Date } => ({
  start: new Date(Date.UTC(2026, 11, day)),
  end: new Date(Date.UTC(2026, 11, day + 1)),
})

function advised(day: number): Observation {
  return serving(delivery({ leaf, renewal: known({ window: window(day), explanationUrl: null }) }))
}

function searched(...issuers: readonly string[]): Observation {
  const others = issuers.map((issuer, id): LoggedEvidence['others'][number] => ({
    id,
    issuer,
    issuerName: `O=${issuer}`,
    serial: String(id),
    names: ['example.com'],
    notBefore: now,
    notAfter: now,
  }))
  return serving(delivery({ leaf, logged: known({ own: [], others, otherNames: [], searchedAt: now }) }))
}

test('the first window of a leaf is the one that later ones are compared with', () => {
  const first = heardNow(nothingHeard, advised(20))
  expect(first.windows).toEqual([{ sha256: leaf.sha256, ...window(20) }])
  expect(heardNow(first, advised(1))).toEqual(first)
})

test('silence forgets nothing, and another leaf forgets the window of the one before', () => {
  const first = heardNow(nothingHeard, advised(20))
  expect(heardNow(first, silent('timed-out'))).toEqual(first)
  expect(heardNow(first, serving(delivery({ leaf })))).toEqual(first)
  expect(heardNow(first, serving(delivery())).windows).toEqual([])
})

test('the first search is the baseline, also where it found nothing', () => {
  expect(heardNow(nothingHeard, serving(delivery())).issuers).toBeNull()
  expect(heardNow(nothingHeard, searched()).issuers).toEqual([])
  const first = heardNow(nothingHeard, searched('Example Trust', 'Example Trust'))
  expect(first.issuers).toEqual(['Example Trust'])
  expect(heardNow(first, searched('Other Trust')).issuers).toEqual(['Example Trust'])
})

describe('day by day', () => {
  const rulesOf = (...seen: readonly Observation[]): readonly string[] =>
    daily(...seen).last.findings.map(({ rule }) => rule)

  test('a window that moves far ahead is a request, as long as it stays there', () => {
    expect(rulesOf(advised(30))).toEqual([])
    expect(rulesOf(advised(30), advised(1))).toEqual(['renewal/requested'])
    expect(rulesOf(advised(30), advised(1), silent('timed-out'), advised(1))).toEqual(['renewal/requested'])
  })

  test('a CA that the first search did not know is told, as long as its certificate is in force', () => {
    const unexpected = (...seen: readonly Observation[]): readonly string[] =>
      rulesOf(...seen).filter((rule) => rule === 'transparency/unexpected')
    const stranger = searched('Example Trust', 'Other Trust')
    expect(unexpected(stranger, stranger)).toEqual([])
    expect(unexpected(searched('Example Trust'), stranger)).toEqual(['transparency/unexpected'])
    expect(unexpected(searched('Example Trust'), stranger, silent('timed-out'), stranger)).toHaveLength(1)
    expect(unexpected(searched('Example Trust'), stranger, searched('Example Trust'))).toEqual([])
  })
})
