import { expect, test } from 'vitest'

import { bestPath, endsInPublicRoot, firstToExpire, trustAt } from '../../src/model/trust.ts'
import { certificate, intermediate, name, now, root } from '../support/certificate.ts'
import { delivery, untrusted } from '../support/observation.ts'

const leaf = certificate()
const healthy = intermediate()
const expired = intermediate({ notAfter: new Date('2026-11-19T00:00:00Z') })

test('a chain is trusted as soon as one of its paths holds', () => {
  const old = { certificates: [leaf, expired, root()], anchor: 'public' as const }
  const current = { certificates: [leaf, healthy, root()], anchor: 'public' as const }
  const sent = delivery({ leaf, trust: { paths: [old, current], obstacle: null } })

  expect(trustAt(sent, [], now)).toEqual({ trusted: true, by: 'path', path: current })
})

test('the best path is the one whose issuers last longest', () => {
  const short = {
    certificates: [leaf, intermediate({ notAfter: new Date('2027-01-01') }), root()],
    anchor: 'public' as const,
  }
  const long = { certificates: [leaf, healthy, root()], anchor: 'custom' as const }

  expect(bestPath(delivery({ leaf, trust: { paths: [short, long], obstacle: null } }), now)).toBe(long)
})

test('trust leaves the dates of the leaf aside', () => {
  const gone = certificate({ notAfter: new Date('2026-11-01T00:00:00Z') })

  expect(trustAt(delivery({ leaf: gone }), [], now).trusted).toBe(true)
})

test('an expired, a future and an unreadable issuer each break a path, and are named', () => {
  const broken = [
    expired,
    intermediate({ notBefore: new Date('2027-01-01T00:00:00Z') }),
    intermediate({ notAfter: null }),
  ]
  for (const issuer of broken) {
    const paths = [{ certificates: [leaf, issuer, root()], anchor: 'public' as const }]
    expect(trustAt(delivery({ leaf, trust: { paths, obstacle: null } }), [], now)).toEqual({
      trusted: false,
      obstacle: { kind: 'out-of-date', issuers: [issuer] },
    })
  }
})

test('an expired anchor holds nothing', () => {
  const paths = [
    { certificates: [leaf, healthy, root({ notAfter: new Date('2026-01-01') })], anchor: 'custom' as const },
  ]

  expect(trustAt(delivery({ leaf, trust: { paths, obstacle: null } }), [], now).trusted).toBe(false)
})

test('a leaf that is itself an anchor needs no issuer', () => {
  const path = { certificates: [leaf], anchor: 'custom' as const }

  expect(trustAt(delivery({ leaf, trust: { paths: [path], obstacle: null } }), [], now).trusted).toBe(true)
  expect(firstToExpire(path)).toBeNull()
})

test('a pinned key is trusted whatever the chain is worth', () => {
  const alone = untrusted({ kind: 'self-signed' }, { leaf })

  expect(trustAt(alone, [leaf.spkiSha256], now)).toEqual({ trusted: true, by: 'pin', path: null })
  expect(trustAt(alone, ['another'], now)).toEqual({ trusted: false, obstacle: { kind: 'self-signed' } })
})

test('only a path to the public store makes a chain public', () => {
  const custom = { certificates: [leaf, root({ subject: name('Our Root') })], anchor: 'custom' as const }

  expect(endsInPublicRoot(delivery())).toBe(true)
  expect(endsInPublicRoot(delivery({ leaf, trust: { paths: [custom], obstacle: null } }))).toBe(false)
})

test('of several paths that fail, the one with the fewest faults is named', () => {
  const gone = root({ notAfter: new Date('2026-01-01T00:00:00Z') })
  const paths = [
    { certificates: [leaf, expired, gone], anchor: 'public' as const },
    { certificates: [leaf, healthy, gone], anchor: 'public' as const },
  ]

  expect(trustAt(delivery({ leaf, trust: { paths, obstacle: null } }), [], now)).toEqual({
    trusted: false,
    obstacle: { kind: 'out-of-date', issuers: [gone] },
  })
})
