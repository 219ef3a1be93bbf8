import { expect, test } from 'vitest'

import { known } from '../../src/model/answer.ts'
import type { Assessment } from '../../src/model/report.ts'
import { renderHost } from '../../src/report/host.ts'
import { width } from '../../src/report/width.ts'
import { certificate, dns, intermediate, name, now, pin, root } from '../support/certificate.ts'
import { acting, command, hostile } from '../support/hostile.ts'
import {
  addressAnswer,
  delivery,
  ip,
  observation,
  policy,
  served,
  serving,
  sighting,
  untrusted,
} from '../support/observation.ts'
import { assessment, dozen, endpoint, finding } from '../support/report.ts'

const plain = { color: false, width: 90 }

function host(seen: Parameters<typeof assessment>[0]): string {
  return renderHost(assessment(seen), now, plain)
}

test.each([0, 2, 4, 6, 7, 9, 11])('endpoint %i of the dozen in depth', async (index) => {
  const text = renderHost(dozen().assessments[index] as Assessment, now, { color: false, width: 80 })

  expect(text.split('\n').filter((line) => width(line) > 80)).toEqual([])
  await expect(text).toMatchFileSnapshot(`../fixtures/reports/host-${index}.txt`)
})

test('the path of trust is drawn to its anchor, which the server need not send', () => {
  const text = host({ observation: served({}) })

  expect(text).toMatch(
    /Chain +trusted, by the public store\n +example\.com .*\n +└─ Example Intermediate .*\n +└─ Example Root  until 2039-12-31, trust anchor, from the store/u,
  )
})

test('a certificate that was sent without need is named beside the path', () => {
  const leaf = certificate()
  const issuer = intermediate()
  const stray = intermediate({ subject: name('Stray CA') })
  const paths = [{ certificates: [leaf, issuer, root()], anchor: 'custom' as const }]
  const text = host({
    observation: serving(delivery({ leaf, chain: [leaf, issuer, stray], trust: { paths, obstacle: null } })),
  })

  expect(text).toContain('trusted, by your own trust anchors')
  expect(text).toContain('Also sent: Stray CA')
})

test.each([
  [{ kind: 'self-signed' }, 'not trusted: signed by itself'],
  [{ kind: 'unknown-root', root: 'Office CA' }, 'not trusted: no store holds its root Office CA'],
  [{ kind: 'issuer-missing', issuer: 'R3', named: null }, 'not trusted: the issuer R3 is missing'],
  [{ kind: 'invalid', detail: 'the signature does not fit' }, 'not trusted: the signature does not fit'],
] as const)('an obstacle %j is told in words', (obstacle, words) => {
  expect(host({ observation: serving(untrusted(obstacle)) })).toContain(words)
})

test('trust by a pin is called that', () => {
  const leaf = certificate({ spkiSha256: pin('known') })
  const pinned = policy({ expect: { issuer: null, spkiSha256: [pin('known')] } })

  expect(
    host({ observation: serving(untrusted({ kind: 'self-signed' }, { leaf })), policy: pinned }),
  ).toContain('trusted, because its key is pinned')
})

test('a wildcard, a client certificate demanded and silent addresses are told', () => {
  const seen = delivery({
    leaf: certificate({ alternativeNames: dns('*.example.com', 'example.com') }),
    sightings: [sighting({ clientCertificateDemanded: true })],
  })
  const silent = { known: false, reason: 'timed-out', detail: 'no answer' } as const
  const text = host({
    observation: observation({
      deliveries: known([seen]),
      addresses: [
        addressAnswer(),
        addressAnswer({ address: ip('2001:db8::1'), leaf: silent }),
        addressAnswer({ address: null }),
      ],
    }),
  })

  expect(text).toContain('The server demands a client certificate.')
  expect(text).toContain('✗ 2001:db8::1  timed out')
  expect(text).toContain('✓ through the proxy')
})

test('an endpoint without a certificate shows its finding and no empty headings', () => {
  const text = renderHost(
    endpoint('gone.example', {
      silent: 'unresolved',
      findings: [['endpoint/unanswered', 'error', 'The name has no address', 'Correct it.']],
    }),
    now,
    plain,
  )

  expect(text.split('\n').slice(0, 4)).toEqual([
    '✗ gone.example needs you: name does not resolve',
    '',
    '✗ The name has no address',
    '  → Correct it.',
  ])
  expect(text).not.toMatch(/Certificate|Connection|Addresses/u)
})

test('a long command stands on a line of its own, whole, and the reference too', () => {
  const command = 'openssl s_client -connect example.com:443 -servername example.com -showcerts </dev/null'
  const reference = `https://rules.example/${'long/'.repeat(20)}`
  const fix = `Renew it with \`certbot renew\`. Then check with \`${command}\`.`
  const text = host({ findings: [finding('certificate/expired', { fix, reference })] })

  expect(text).toContain(`  → Renew it with \`certbot renew\`. Then check with\n      ${command}\n`)
  expect(text).toContain(`    ${reference}\n`)
})

test('evidence is told in words', () => {
  const evidence = {
    days_left: -3.14583,
    reason: null,
    certificates: [{ fingerprint_sha256: 'ab'.repeat(32), addresses: ['192.0.2.1', '192.0.2.2'], names: [] }],
  }

  const text = host({ findings: [finding('certificate/expired', { evidence })] })

  expect(text.replaceAll(/\s+/gu, ' ')).toContain(
    'days left -3.15, reason –, certificates (fingerprint sha256 abababab…, addresses 192.0.2.1; 192.0.2.2, names none)',
  )
})

test('a fix with a stray backtick stays prose', () => {
  expect(
    host({ findings: [finding('certificate/expired', { fix: `Look at \` ${'a '.repeat(60)}` })] }),
  ).toContain('  → Look at ` a a a')
})

test.each(hostile)('nothing can act in the terminal or break its frame: %j', (evil) => {
  const leaf = certificate({
    subject: name(evil, evil),
    issuer: name(evil, evil),
    alternativeNames: dns(evil),
    key: { type: evil, bits: null, curve: null, exponent: null, spki: new Uint8Array() },
    signatureAlgorithm: { name: evil, hash: null },
    problems: [evil],
  })
  const chain = [leaf, intermediate({ subject: name(evil) })]
  const text = host({
    observation: serving(untrusted({ kind: 'invalid', detail: evil }, { leaf, chain })),
    findings: [finding('certificate/malformed', { message: evil, fix: evil, evidence: { [evil]: [evil] } })],
  })

  expect(text).not.toMatch(acting)
  expect(text).not.toMatch(command)
  expect(text.split('\n').filter((line) => width(line) > 92)).toEqual([])
  expect(text.length).toBeLessThan(60_000)
})

test('when its CA suggests to renew, and what DNS names, stands with the certificate', () => {
  const window = { start: new Date('2026-12-31T00:00:00Z'), end: new Date('2027-01-01T00:00:00Z') }
  const record = { usage: 3, selector: 1, matching: 1, data: 'ab', matches: true }
  const text = host({
    observation: serving(
      delivery({
        renewal: known({ window, explanationUrl: null }),
        dane: known({ name: '_443._tcp.example.com', records: [record], proven: true }),
      }),
    ),
  })

  expect(text).toMatch(/Renewal +its CA suggests 2026-12-31 to 2027-01-01/u)
  expect(text).toMatch(/DANE +1 TLSA record, one of which names it, proven by DNSSEC/u)
})
