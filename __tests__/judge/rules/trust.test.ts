import { expect, test } from 'vitest'

import { judge } from '../../../src/judge/judge.ts'
import type { Certificate } from '../../../src/model/certificate.ts'
import type { Finding } from '../../../src/model/finding.ts'
import type { Obstacle, TrustPath } from '../../../src/model/observation.ts'
import { certificate, fingerprint, intermediate, name, now, root } from '../../support/certificate.ts'
import { delivery, ip, policy, serving, sighting, untrusted } from '../../support/observation.ts'

const leaf = certificate()
const issuer = intermediate()
const anchor = root()

/** A chain as sent, with the one path that the healthy issuer makes. */
function along(path: TrustPath, chain = path.certificates.slice(0, -1)): readonly Finding[] {
  return judge(serving(delivery({ leaf, chain, trust: { paths: [path], obstacle: null } })), policy(), now)
}

function blocked(obstacle: Obstacle): readonly Finding[] {
  return judge(serving(untrusted(obstacle, { leaf, chain: [leaf, issuer] })), policy(), now)
}

test('a self-signed leaf is not a root that was sent', () => {
  const alone = certificate({ issuer: name('example.com') })
  const seen = serving(untrusted({ kind: 'self-signed' }, { leaf: alone, chain: [alone] }))

  expect(judge(seen, policy(), now)).toMatchObject([
    {
      rule: 'certificate/self-signed',
      fix: expect.stringContaining(`spki_sha256: ["${alone.spkiSha256}"]`),
    },
  ])
})

test('an incomplete chain names what to append and where to get it', () => {
  expect(
    blocked({
      kind: 'issuer-missing',
      issuer: 'R11',
      named: { kind: 'aia', url: 'http://r11.example/r11.der', proved: [] },
    }),
  ).toMatchObject([
    {
      rule: 'chain/incomplete',
      severity: 'error',
      message: 'The certificate comes without its issuer "R11", which ends the chain before a root',
      fix: expect.stringContaining(
        'Append the certificate "R11" to the chain the server sends: it is to be had at http://r11.example/r11.der.',
      ),
      evidence: {
        certificates: [{ issuer: 'R11', found: { source: 'aia', url: 'http://r11.example/r11.der' } }],
      },
    },
  ])
})

test('an issuer that another endpoint sends is to be had there', () => {
  const sha256 = fingerprint('issuer')
  const named = { kind: 'run', target: 'www.example.com:443', sha256 } as const

  expect(blocked({ kind: 'issuer-missing', issuer: 'R11', named })[0]?.fix).toContain(
    `www.example.com:443 sends it (SHA-256 ${sha256})`,
  )
})

test.each<[sentence: string, Obstacle]>([
  [
    'its issuer "R11" is neither sent nor known, and nothing says where to get it',
    { kind: 'issuer-missing', issuer: 'R11', named: null },
  ],
  ['it leads to the root "Our Root", which is in no store', { kind: 'unknown-root', root: 'Our Root' }],
  ['"CA" is no CA', { kind: 'invalid', detail: '"CA" is no CA' }],
])('a certificate is not trusted: %s', (sentence, obstacle) => {
  expect(blocked(obstacle)).toMatchObject([
    {
      rule: 'certificate/untrusted',
      severity: 'error',
      message: `The certificate is not trusted: ${sentence}`,
    },
  ])
})

test('a hostile address of an issuer is never part of a command', () => {
  const url = 'http://ca.example/$(reboot)`reboot`;reboot'
  const [finding] = blocked({
    kind: 'issuer-missing',
    issuer: 'R11',
    named: { kind: 'aia', url, proved: [] },
  })
  const commands = [...(finding?.fix ?? '').matchAll(/`(openssl [^`]*)`/g)].map(([, command]) => command)

  expect(commands).toEqual([
    'openssl s_client -connect example.com:443 -servername example.com -showcerts </dev/null',
  ])
})

test.each<[sentence: string, Partial<Certificate>]>([
  [
    'its issuer "Example Intermediate" expired 3 days ago, on 2026-11-19 00:00 UTC',
    { notAfter: new Date('2026-11-19T00:00:00Z') },
  ],
  [
    'its issuer "Example Intermediate" is valid only from 2027-01-01 00:00 UTC on',
    { notBefore: new Date('2027-01-01T00:00:00Z') },
  ],
  ['the validity of its issuer "Example Intermediate" cannot be read', { notAfter: null }],
])('where no path holds now, %s', (sentence, differs) => {
  expect(along({ certificates: [leaf, intermediate(differs), anchor], anchor: 'public' })).toMatchObject([
    { rule: 'certificate/untrusted', message: `The certificate is not trusted: ${sentence}` },
  ])
})

test('where one leaf comes with two chains, the message says which address sends the bad one', () => {
  const seen = serving(
    delivery({ leaf }),
    untrusted(
      { kind: 'issuer-missing', issuer: 'R11', named: null },
      { leaf, chain: [leaf], sightings: [sighting({ address: ip('192.0.2.2') })] },
    ),
  )

  expect(judge(seen, policy(), now)[0]?.message).toBe(
    `The ECDSA certificate ${leaf.sha256.slice(0, 8)} at 192.0.2.2 is not trusted: its issuer "R11" is neither sent nor known, and nothing says where to get it`,
  )
})
