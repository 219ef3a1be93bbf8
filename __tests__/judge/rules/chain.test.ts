import { expect, test } from 'vitest'

import { judge } from '../../../src/judge/judge.ts'
import type { Certificate } from '../../../src/model/certificate.ts'
import type { Finding } from '../../../src/model/finding.ts'
import type { TrustPath } from '../../../src/model/observation.ts'
import { certificate, intermediate, name, now, root } from '../../support/certificate.ts'
import { delivery, fileTarget, observation, policy, serving } from '../../support/observation.ts'

const leaf = certificate()
const issuer = intermediate()
const anchor = root()

/** A chain as sent, with the one path that the healthy issuer makes. */
function sent(...chain: Certificate[]): readonly Finding[] {
  return along({ certificates: [leaf, issuer, anchor], anchor: 'public' }, chain)
}

function along(path: TrustPath, chain = path.certificates.slice(0, -1)): readonly Finding[] {
  return judge(serving(delivery({ leaf, chain, trust: { paths: [path], obstacle: null } })), policy(), now)
}
test('a leaf with its issuers in order is all a server needs to send', () => {
  expect(sent(leaf, issuer)).toEqual([])
})

test('a chain out of order is told from one that holds doubles and strangers', () => {
  const upper = intermediate({ subject: name('Upper'), issuer: anchor.subject })
  const lower = intermediate({ issuer: upper.subject })
  const stranger = intermediate({ subject: name('Stranger') })
  const path: TrustPath = { certificates: [leaf, lower, upper, anchor], anchor: 'public' }
  const rules = (...chain: Certificate[]) => along(path, chain).map(({ rule }) => rule)

  expect(rules(leaf, lower, upper)).toEqual([])
  expect(rules(leaf, upper, lower)).toEqual(['chain/order'])
  expect(rules(leaf, lower, stranger, upper)).toEqual(['chain/extra'])
  expect(rules(leaf, leaf, lower, upper, lower)).toEqual(['chain/extra'])
  expect(rules(leaf, upper, lower, anchor, stranger)).toEqual([
    'chain/order',
    'chain/extra',
    'chain/root-sent',
  ])
})

test('cross-signs side by side are in order, and a valid one is nothing extra', () => {
  const cross = intermediate({ issuer: name('Older Root') })

  expect(sent(leaf, issuer, cross)).toEqual([])
  expect(sent(leaf, cross, issuer)).toEqual([])
})

test('an expired cross-sign that nobody needs is extra, not an alarm', () => {
  const cross = intermediate({ issuer: name('Older Root'), notAfter: new Date('2021-09-30T14:01:15Z') })

  expect(sent(leaf, issuer, cross)).toMatchObject([
    {
      rule: 'chain/extra',
      severity: 'notice',
      message:
        'The certificate comes with what no client needs: "Example Intermediate", expired on 2021-09-30 14:01 UTC',
    },
  ])
})

test('a root that is sent is superfluous, and its cross-sign by another root is not', () => {
  const rootX2 = root({ subject: name('ISRG Root X2'), issuer: name('ISRG Root X2') })
  const crossed = root({ subject: name('Root YE'), issuer: rootX2.subject })
  const lower = intermediate({ issuer: crossed.subject })
  const path: TrustPath = { certificates: [leaf, lower, crossed, rootX2], anchor: 'public' }

  expect(along(path)).toEqual([])
  expect(along(path, [leaf, lower, crossed, rootX2])).toMatchObject([
    {
      rule: 'chain/root-sent',
      severity: 'notice',
      message: 'The certificate comes with a root that no client needs: "ISRG Root X2"',
    },
  ])
})

test('the same name on both sides is no root when another key signed', () => {
  const rollover = root({ authorityKeyId: 'aa', subjectKeyId: 'bb' })

  expect(sent(leaf, issuer, rollover)).toEqual([])
})

test.each([
  ['2027-01-15T00:00:00Z', null],
  ['2026-12-22T12:00:00Z', 'warning'],
  ['2026-12-06T12:00:00Z', 'error'],
])('an issuer that ends on %s, before the leaf, is worth %s', (notAfter, severity) => {
  const soon = intermediate({ notAfter: new Date(notAfter) })
  const found = along({ certificates: [leaf, soon, anchor], anchor: 'public' })

  expect(found.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual(
    severity === null ? [] : [`chain/expiry ${severity}`],
  )
})

test.each([
  ['2026-12-06T12:00:00Z', 'expires in', 'error'],
  ['2026-11-01T00:00:00Z', 'expired', 'error'],
])(
  'in a file that no domain is named for, an issuer of the owner’s CA that ends on %s %s …',
  (end, says, severity) => {
    const own = intermediate({ notAfter: new Date(end) })
    const chain = [leaf, own]
    const unknown = { paths: [], obstacle: { kind: 'issuer-missing', issuer: 'Root', named: null } } as const
    const known = {
      paths: [{ certificates: [leaf, own, anchor], anchor: 'custom' }],
      obstacle: null,
    } as const

    for (const trust of [unknown, known]) {
      const held = observation({
        target: fileTarget(),
        addresses: [],
        deliveries: { known: true, value: [delivery({ leaf, chain, sightings: [], trust })] },
      })
      expect(judge(held, policy(), now)).toMatchObject([
        { rule: 'chain/expiry', severity, message: expect.stringContaining(`, which ${says}`) },
      ])
    }
  },
)

test('an issuer that outlives the leaf is no concern, however soon it ends', () => {
  const short = certificate({ notAfter: new Date('2026-12-01T00:00:00Z') })
  const soon = intermediate({ notAfter: new Date('2026-12-02T00:00:00Z') })
  const path: TrustPath = { certificates: [short, soon, anchor], anchor: 'public' }
  const seen = serving(
    delivery({ leaf: short, chain: [short, soon], trust: { paths: [path], obstacle: null } }),
  )

  expect(judge(seen, policy(), now).map(({ rule }) => rule)).not.toContain('chain/expiry')
})

test('only the path that lasts longest can expire', () => {
  const soon = intermediate({ notAfter: new Date('2026-11-30T00:00:00Z') })
  const paths: TrustPath[] = [
    { certificates: [leaf, soon, anchor], anchor: 'public' },
    { certificates: [leaf, issuer, anchor], anchor: 'public' },
  ]

  expect(
    judge(
      serving(delivery({ leaf, chain: [leaf, soon, issuer], trust: { paths, obstacle: null } })),
      policy(),
      now,
    ),
  ).toEqual([])
})

test('an intermediate of SHA-1 spoils the chain, and an anchor or root of SHA-1 does not', () => {
  const signatureAlgorithm = { name: 'sha1WithRSAEncryption', hash: 'SHA-1' }
  const weak = intermediate({ signatureAlgorithm })

  expect(along({ certificates: [leaf, weak, anchor], anchor: 'public' })).toMatchObject([
    { rule: 'chain/weak-signature', severity: 'error' },
  ])
  expect(along({ certificates: [leaf, issuer, root({ signatureAlgorithm })], anchor: 'public' })).toEqual([])
  expect(along({ certificates: [leaf, weak], anchor: 'custom' }, [leaf, weak])).toEqual([])
})

test('an expired root that is sent is a root that is sent, and nothing else', () => {
  const old = root({
    issuer: name('Older Root'),
    subject: name('Older Root'),
    notAfter: new Date('2021-09-30'),
  })
  const cross = intermediate({ issuer: name('Older Root') })

  expect(sent(leaf, issuer, cross, old).map(({ rule }) => rule)).toEqual(['chain/root-sent'])
})

test('an issuer whose name is written in another way is no stranger when a path goes through it', () => {
  const written = intermediate({ subject: name('EXAMPLE INTERMEDIATE', 'Example Trust') })

  expect(along({ certificates: [leaf, written, anchor], anchor: 'public' })).toEqual([])
  expect(sent(leaf, issuer, written).map(({ rule }) => rule)).toEqual(['chain/extra'])
})

test('a self-signed leaf that is sent twice is a double, not a root', () => {
  const alone = certificate({ issuer: name('example.com') })
  const path: TrustPath = { certificates: [alone], anchor: 'custom' }
  const seen = delivery({ leaf: alone, chain: [alone, alone], trust: { paths: [path], obstacle: null } })

  expect(judge(serving(seen), policy(), now).map(({ rule }) => rule)).toEqual(['chain/extra'])
})

test('a self-issued certificate of SHA-1 between leaf and anchor is left alone', () => {
  const own = root({ signatureAlgorithm: { name: 'sha1WithRSAEncryption', hash: 'SHA-1' } })

  expect(along({ certificates: [leaf, issuer, own, anchor], anchor: 'public' }, [leaf, issuer])).toEqual([])
})
