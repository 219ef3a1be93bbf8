import { expect, test } from 'vitest'

import type { Memory } from '../../src/model/history.ts'
import type { Assessment } from '../../src/model/report.ts'
import { renderHost } from '../../src/report/host.ts'
import { width } from '../../src/report/width.ts'
import { dns, fingerprint, name, now } from '../support/certificate.ts'
import { acting, command, hostile } from '../support/hostile.ts'
import { memory, rememberedLeaf, rotated, rotation, unchanged, wellAgain } from '../support/remembered.ts'
import { assessment, endpoint, finding } from '../support/report.ts'

const plain = { color: false, width: 100 }

/** The lines below the heading, up to the next blank line; `undefined` without the heading. */
function history(seen: Assessment): string | undefined {
  return renderHost(seen, now, plain).split('\nHistory\n')[1]?.trimEnd().split('\n\n')[0]
}

function remembering(differs: Partial<Memory>): string | undefined {
  return history(unchanged(assessment(), differs))
}

test('what is seen for the first time has no history', () => {
  expect(history(assessment())).toBeUndefined()
})

test('what is as it was says so, and since when it is healthy', () => {
  expect(history(unchanged(assessment()))).toBe(
    '  Certificate unchanged since 3 May 2026\n  State       healthy since 3 May 2026',
  )
})

test('a rotation of this run is told in words, earlier ones with their day and certificate', () => {
  const at = (day: string): Date => new Date(`2026-${day}T05:17:00Z`)
  const current = ['b', 'c', 'd', 'e', 'f', 'g'].map(fingerprint)
  const rotations = ['05-01', '06-01', '07-01', '08-01', '09-01', '10-01'].map((day, index) =>
    rotation({ at: at(day), current: current[index] ?? fingerprint('h'), daysBeforeExpiry: 30 }),
  )
  const seen = rotated('example.com', { alternativeNames: dns('example.com', 'www.example.com') })
  const before = { ...(seen.comparison.before ?? memory([])), rotations }
  const text = history({ ...seen, comparison: { ...seen.comparison, before } })

  expect(text).toContain(
    '  Certificate renewed 21 days before expiry by the same CA with the same key; www.example.com was\n              dropped\n',
  )
  expect(text).toContain('  Habit       usually renewed 30 days before expiry')
  expect(text).toContain(
    `  Earlier     2026-10-01  ${fingerprint('g').slice(0, 8)}  renewed 30 days before expiry by the same CA`,
  )
  expect(text).toContain(`\n              2026-09-01  ${fingerprint('f').slice(0, 8)}  `)
  expect(text?.split('\n').at(-1)).toBe('              … and 1 before')
})

test('of former certificates only a few names are remembered: nobody says that names came or went', () => {
  const former = rememberedLeaf({ sha256: fingerprint('a'), alternativeNames: dns('a.example', 'b.example') })
  const latter = rememberedLeaf({ sha256: fingerprint('b'), alternativeNames: dns('a.example', 'c.example') })
  const rotations = [rotation({ previous: former.sha256, current: latter.sha256 })]

  expect(remembering({ certificates: [former, latter], rotations })).not.toMatch(/dropped|added/u)
})

test('trouble says since when it has been there', () => {
  const ill = endpoint('a.example', { findings: [['certificate/expired', 'error', 'Expired', 'Renew.']] })

  expect(history(unchanged(ill))).toContain('  State       in trouble since 3 May 2026')
})

test('a state that is new says what was before', () => {
  expect(history(wellAgain('a.example'))).toContain(
    '  State       healthy as of this run; in trouble from 3 May 2026 to 21 November 2026',
  )
})

test('what is healthy by a waiver only is called that', () => {
  const waivedUntil = new Date('2027-03-31T00:00:00Z')
  const waived = assessment({ findings: [finding('certificate/untrusted', { waivedUntil })] })

  expect(history(unchanged(waived))).toContain('  State       healthy, by a waiver since 3 May 2026')
})

test('what nobody looked at is not called healthy', () => {
  const lost = endpoint('lost.example', { silent: 'not-observed', detail: 'the run ended' })

  expect(history(unchanged(lost))).toBe('  Certificate last seen on 21 November 2026')
})

test('a finding that is older than the run says since when', () => {
  const old = finding('chain/order', { since: new Date('2026-05-03T05:17:00Z') })
  const fresh = finding('chain/extra', { since: now })
  const text = renderHost(assessment({ findings: [old, fresh] }), now, plain)

  expect(text).toContain('    chain/order, since 3 May 2026\n')
  expect(text).toContain('    chain/extra\n')
})

test.each(hostile)('nothing remembered can act in a terminal or break its frame: %j', (evil) => {
  const leaf = { issuer: name(evil, evil), alternativeNames: dns(evil, evil) }
  const seen = rotated('example.com', leaf, { kind: 'reissued' })
  const text = renderHost(seen, now, plain)

  expect(text).not.toMatch(acting)
  expect(text).not.toMatch(command)
  expect(text.split('\n').filter((line) => width(line) > 102)).toEqual([])
})
