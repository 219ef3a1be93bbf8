import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { gradeOf } from '../../src/judge/grade.ts'
import { known, unanswered } from '../../src/model/answer.ts'
import type { Grade, Letter } from '../../src/model/grade.ts'
import type { Delivery, Observation, TlsVersion } from '../../src/model/observation.ts'
import type { Policy } from '../../src/model/policy.ts'
import type { TlsScan } from '../../src/model/tls-scan.ts'
import { certificate, dns, intermediate, now, rsaKey } from '../support/certificate.ts'
import {
  addressAnswer,
  delivery,
  ip,
  observation,
  policy,
  target,
  untrusted,
} from '../support/observation.ts'
import { revocation, revoked } from '../support/revocation.ts'
import { dh, features, offer, tlsScan, versions } from '../support/tls-scan.ts'

const late = unanswered('timed-out', 'no answer within 10 s')
const notAsked = unanswered('not-asked', 'TLS 1.3 has none')
const noProbes = tlsScan().probes

function graded(scan: Partial<TlsScan>, seen: Partial<Observation> = {}, under: Partial<Policy> = {}): Grade {
  const grade = gradeOf(observation({ tls: known(tlsScan(scan)), ...seen }), policy(under), now)
  if (grade === null) throw new TypeError('a scan is graded')
  // What to change comes first, as an imperative, and then why.
  for (const says of grade.caps) expect(says).toMatch(/^[A-Z][^:]+: (?!(?:Have|Install|Switch|Remove) )/)
  return grade
}

function serving(...deliveries: Delivery[]): Partial<Observation> {
  return { deliveries: known(deliveries) }
}

/** TLS 1.2 and 1.3 as ever, and other versions with these suites. */
function besides(older: Partial<Record<TlsVersion, readonly number[]>>): Partial<TlsScan> {
  const extra = Object.entries(older) as [TlsVersion, readonly number[]][]
  const { offers } = tlsScan()
  return {
    versions: versions(...extra.map(([version]) => version), 'TLSv1.2', 'TLSv1.3'),
    offers: [...extra.map(([version, suites]) => offer(version, suites)), ...offers],
  }
}

/** TLS 1.2 with these suites in the server's order, and TLS 1.3 as ever. */
function tls12(...suites: readonly number[]): Partial<TlsScan> {
  return { offers: [offer('TLSv1.2', suites), offer('TLSv1.3', [0x1301])] }
}

test('without a scan, and of a scan that was not answered, there is no grade', () => {
  expect(gradeOf(observation(), policy(), now)).toBeNull()
  expect(gradeOf(observation({ tls: late }), policy(), now)).toBeNull()
})

test('a server of today gets an A+, and nothing stands against it', () => {
  expect(graded({})).toMatchObject({
    letter: 'A+',
    trustIgnored: 'A+',
    guide: '2009r',
    scores: { protocol: 100, keyExchange: 90, cipher: 90 },
    securityScore: 93,
    caps: [],
    securityIssues: [],
    postQuantum: true,
  })
})

test('a server with nothing but TLS 1.3 loses nothing for what TLS 1.3 does not have', () => {
  const only = graded({
    versions: versions('TLSv1.3'),
    offers: [offer('TLSv1.3', [0x1301, 0x1302, 0x1303])],
    features: features({
      secureRenegotiation: notAsked,
      extendedMasterSecret: notAsked,
      compression: notAsked,
      sessionTickets: notAsked,
    }),
  })

  expect(only).toMatchObject({ letter: 'A+', caps: [], mozillaProfile: 'modern' })
  expect(only.notTested.join()).not.toMatch(/CRIME|ROBOT|Heartbleed|renegotiation|Ticketbleed|Padding/)
})

test.each<[string, Partial<TlsScan>, Letter, RegExp]>([
  [
    '2009c',
    besides({ SSLv2: [0x010080] }),
    'F',
    /^Switch SSL 2\.0 off: it is spoken, which makes the grade F .*2009c/,
  ],
  [
    '2009l',
    besides({ SSLv2: [] }),
    'F',
    /^Switch SSL 2\.0 off: it is spoken, though without a suite, .*2009l/,
  ],
  [
    '2009c',
    {
      probes: {
        ...noProbes,
        'insecure-renegotiation': known({ vulnerable: true, evidence: 'it renegotiated' }),
      },
    },
    'F',
    /: renegotiation is accepted in its insecure form/,
  ],
  [
    '2009i',
    { versions: versions('SSLv3'), offers: [offer('SSLv3', [0xc013])] },
    'F',
    /: nothing better than SSL 3\.0 is spoken/,
  ],
  [
    '2009n',
    tls12(0xc02f, 0x0009),
    'F',
    /^Remove the suites below 112 bits: the server accepts TLS_RSA_WITH_DES_CBC_SHA \(TLS 1\.2\)/,
  ],
  [
    '2009k',
    { versions: versions('TLSv1.2'), offers: [offer('TLSv1.2', [0xc011, 0x0005])] },
    'F',
    /: nothing but RC4 is accepted/,
  ],
  ['2009l', { sslv2Elsewhere: ['old.example:25+smtp'] }, 'F', /old\.example:25\+smtp \(DROWN\)/],
  [
    '2009o',
    { probes: { ...noProbes, robot: known({ vulnerable: true, evidence: 'it tells' }) } },
    'F',
    /ROBOT/,
  ],
  [
    'as SSL Labs practises it',
    { probes: { ...noProbes, heartbleed: known({ vulnerable: true, evidence: 'it bleeds' }) } },
    'F',
    /Heartbleed/,
  ],
  [
    'as SSL Labs practises it',
    { probes: { ...noProbes, 'ccs-injection': known({ vulnerable: true, evidence: 'too early' }) } },
    'F',
    /CCS injection/,
  ],
  ['2009g', besides({ SSLv3: [0xc013] }), 'C', /POODLE/],
  ['2009j', { features: features({ compression: known(true) }) }, 'C', /CRIME/],
  [
    '2009j',
    tls12(0xc02f, 0xc011),
    'C',
    /^Remove RC4: with TLS 1\.1 or later the server accepts TLS_ECDHE_RSA_WITH_RC4/,
  ],
  [
    '2009j',
    { versions: versions('TLSv1.1'), offers: [offer('TLSv1.1', [0xc013])] },
    'C',
    /^Switch on TLS 1\.2 and TLS 1\.3: neither is spoken/,
  ],
  [
    '2009n',
    tls12(0xc012, 0xc02f),
    'C',
    /: although AES is offered, TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA \(TLS 1\.2\) is picked \(SWEET32\)/,
  ],
  ['2009h', besides({ SSLv3: [0x0005] }), 'B', /^Switch SSL 3\.0 off: it is spoken, /],
  ['2009i', besides({ TLSv1: [0xc011] }), 'B', /^Remove RC4: the server accepts /],
  [
    '2009q',
    besides({ TLSv1: [0xc013], 'TLSv1.1': [0xc013] }),
    'B',
    /^Switch TLS 1\.0 and TLS 1\.1 off: they are spoken/,
  ],
  ['2009q', besides({ 'TLSv1.1': [0xc013] }), 'B', /^Switch TLS 1\.1 off: it is spoken, /],
  [
    '2009j',
    { ...tls12(0x009e, 0xc02f), dh: [dh({ bits: 1536 })] },
    'B',
    /: DH parameters of 1536 bits are used/,
  ],
  [
    '2009o',
    { versions: versions('TLSv1.2'), offers: [offer('TLSv1.2', [0x009c, 0xc02f])] },
    'B',
    /: clients of today get TLS_RSA_WITH_AES_128_GCM_SHA256 \(TLS 1\.2\) without forward secrecy/,
  ],
  [
    '2009o',
    { versions: versions('TLSv1.2'), offers: [offer('TLSv1.2', [0xc027, 0xc013])] },
    'B',
    /: no suite with authenticated encryption/,
  ],
  [
    '2009r',
    { versions: versions('TLSv1.2'), offers: [offer('TLSv1.2', [0xc02f])] },
    'A-',
    /^Switch TLS 1\.3 on: it is not spoken/,
  ],
  ['2009e', { features: features({ secureRenegotiation: known(false) }) }, 'A-', /: secure renegotiation/],
  ['2009r', { hsts: known('max-age=0') }, 'A-', /: HSTS is switched off/],
  ['2009r', { hsts: known('includeSubDomains') }, 'A-', /: HSTS counts for nothing/],
  ['2009e', { hsts: known('max-age=15767999') }, 'A', /: HSTS lasts 15767999 seconds/],
  ['2009e', { hsts: known(null) }, 'A', /^Send .*: no HSTS is sent, which keeps A\+ away/],
])('a rule of %s: %j', (version, scan, letter, says) => {
  const grade = graded(scan)

  expect(grade.letter).toBe(letter)
  expect(grade.caps.filter((one) => says.test(one))).toHaveLength(1)
  expect(grade.caps.find((one) => says.test(one))).toContain(`(rating guide, ${version})`)
})

test('six months of HSTS are enough for an A+', () => {
  expect(graded({ hsts: known('max-age=15768000') }).letter).toBe('A+')
})

test('where HTTP is not spoken, A is the best there is, and HSTS no fault', () => {
  const mail = graded({ hsts: unanswered('not-asked', 'no HTTP here') })

  expect(mail).toMatchObject({
    letter: 'A',
    caps: [expect.stringMatching(/^Be content with A: HSTS exists in HTTP only/)],
  })
  expect(mail.notTested.join()).not.toContain('HSTS')
})

test('what nobody knows keeps A+ away, but takes nothing', () => {
  expect(graded({ hsts: late })).toMatchObject({
    letter: 'A',
    notTested: expect.arrayContaining(['HSTS: no answer within 10 s']),
  })
  expect(graded({ features: features({ secureRenegotiation: late, compression: late }) })).toMatchObject({
    letter: 'A',
    notTested: expect.arrayContaining(['Secure renegotiation: no answer within 10 s']),
  })
})

test.each<[string, readonly number[], Partial<Parameters<typeof offer>[2]>]>([
  ['stands behind AES in the server’s order', [0xc02f, 0xc012], {}],
  ['is for a client to choose that prefers AES', [0xc012, 0xc02f], { serverPreference: known(false) }],
  ['may or may not be picked', [0xc012, 0xc02f], { serverPreference: late }],
])('a 64-bit suite that %s costs no points', (_, suites, differs) => {
  const grade = graded({ offers: [offer('TLSv1.2', suites, differs), offer('TLSv1.3', [0x1301])] })

  expect(grade.letter).toBe('A+')
  expect(grade.vulnerabilities.sweet32.vulnerable).toBe(true)
})

test('where nobody knows who chooses, it is said that SWEET32 was not judged', () => {
  const unknown = offer('TLSv1.2', [0xc012, 0xc02f], { serverPreference: late })

  expect(graded({ offers: [unknown, offer('TLSv1.3', [0x1301])] }).notTested).toContain(
    'Whether a suite with 64-bit blocks is picked: no answer within 10 s',
  )
})

test('a server that has nothing but 64-bit suites gives them to everybody', () => {
  const only = offer('TLSv1.2', [0xc012, 0x000a], { serverPreference: known(false) })

  expect(graded({ offers: [only, offer('TLSv1.3', [0x1301])] }).letter).toBe('C')
})

test('beside TLS 1.3 a client of today has forward secrecy, whatever TLS 1.2 prefers', () => {
  expect(graded(tls12(0x009c, 0xc02f)).letter).toBe('A+')
})

test('the heaviest cap comes first, and the score stays below the band', () => {
  const bad = graded({ ...besides({ SSLv3: [0xc013], TLSv1: [0xc013] }), hsts: known(null) })

  expect(bad).toMatchObject({ letter: 'C', scores: { protocol: 90 }, securityScore: 64 })
  expect(
    bad.caps.map((one) => /\(POODLE|^Switch SSL 3\.0 off: it is spoken,|TLS 1\.0|HSTS/.exec(one)?.[0]),
  ).toEqual(['(POODLE', 'Switch SSL 3.0 off: it is spoken,', 'TLS 1.0', 'HSTS'])
})

test('points alone can cost the letter, and then the item is named', () => {
  const weak = { versions: versions('TLSv1.2'), offers: [offer('TLSv1.2', [0x0033])] }
  const grade = graded({ ...weak, dh: [dh({ bits: 768 })] })

  expect(grade).toMatchObject({ scores: { protocol: 100, keyExchange: 40, cipher: 80 }, letter: 'B' })
  expect(grade.caps).toContain(
    'Use 2,048 bits or more, P-256 or X25519: key exchange scores 40 of 100 for DH of 768 bits, which allows no better grade than B (rating guide, scores)',
  )
})

test('anonymous key exchange is worth nothing, and neither is the rest then; no larger key mends that', () => {
  const grade = graded(tls12(0xc02f, 0xc018))

  expect(grade).toMatchObject({ letter: 'F', securityScore: 0, scores: { keyExchange: 0 } })
  expect(grade.caps).toContainEqual(
    expect.stringMatching(/^Remove the anonymous suites: key exchange scores 0 of 100 /),
  )
})

const leaf = certificate()
const issuer = intermediate()

test.each<[string, Partial<Observation>, Letter | 'T' | 'M', RegExp]>([
  ['expired', serving(delivery({ leaf: certificate({ notAfter: new Date('2026-11-01') }) })), 'T', /expired/],
  [
    'early',
    serving(delivery({ leaf: certificate({ notBefore: new Date('2027-01-01') }) })),
    'T',
    /not valid yet/,
  ],
  ['self-signed', serving(untrusted({ kind: 'self-signed' }, { leaf })), 'T', /self-signed/],
  ['of nobody', serving(untrusted({ kind: 'unknown-root', root: 'X' }, { leaf })), 'T', /no trusted root/],
  [
    'for another',
    serving(delivery({ leaf: certificate({ alternativeNames: dns('x.example') }) })),
    'M',
    /^Have a certificate issued for example\.com: /,
  ],
  [
    'revoked',
    serving(delivery({ leaf, revocation: revocation(leaf, issuer, { leaf: known(revoked) }) })),
    'T',
    /has been revoked/,
  ],
  [
    'of a revoked issuer',
    serving(
      delivery({
        leaf,
        chain: [leaf, issuer],
        revocation: revocation(leaf, issuer, { issuer: known(revoked) }),
      }),
    ),
    'T',
    /depends on an issuer that has been revoked/,
  ],
  [
    'signed with SHA-1',
    serving(delivery({ leaf: certificate({ signatureAlgorithm: { name: 'x', hash: 'SHA-1' } }) })),
    'T',
    /SHA-1/,
  ],
  [
    'signed with MD5',
    serving(delivery({ leaf: certificate({ signatureAlgorithm: { name: 'x', hash: 'MD5' } }) })),
    'F',
    /MD5/,
  ],
  ['of 1000 bits', serving(delivery({ leaf: certificate({ key: rsaKey(1000) }) })), 'F', /RSA 1024/],
  ['of 1024 bits', serving(delivery({ leaf: certificate({ key: rsaKey(1024) }) })), 'B', /RSA 2048/],
  [
    'with exponent 1',
    serving(delivery({ leaf: certificate({ key: rsaKey(2048, '1') }) })),
    'F',
    /exponent 1/,
  ],
  [
    'without its intermediate',
    serving(
      untrusted(
        {
          kind: 'issuer-missing',
          issuer: 'I',
          named: { kind: 'aia', url: 'http://ca.example/i', proved: [] },
        },
        { leaf },
      ),
    ),
    'B',
    /without its intermediate/,
  ],
])('a certificate %s', (_, seen, letter, says) => {
  const grade = graded({}, seen)

  expect(grade.letter).toBe(letter)
  expect(grade.caps[0]).toMatch(says)
  expect(grade.trustIgnored).toBe(letter === 'T' || letter === 'M' ? 'A+' : letter)
  expect(grade.securityScore).toBe({ F: 19, B: letter === 'B' ? 79 : 0 }[letter as string] ?? 93)
})

test('T comes before M, both hide an F, and every reason is told', () => {
  const wrong = untrusted(
    { kind: 'self-signed' },
    { leaf: certificate({ alternativeNames: dns('x.example') }) },
  )
  const grade = graded(besides({ SSLv2: [0x010080] }), serving(wrong))

  expect(grade).toMatchObject({ letter: 'T', trustIgnored: 'F' })
  expect(grade.caps.slice(0, 3)).toEqual([
    expect.stringContaining('makes the grade T'),
    expect.stringContaining('makes the grade M'),
    expect.stringContaining('makes the grade F'),
  ])
})

test('one of several certificates is enough, and is told apart', () => {
  const old = delivery({ leaf: certificate({ notAfter: new Date('2026-11-01'), key: rsaKey() }) })

  expect(graded({}, serving(delivery(), old)).caps[0]).toMatch(
    /: the RSA certificate [0-9a-f]{8} at 192\.0\.2\.1 has expired/,
  )
})

test('a private CA, a pin and a silenced check leave the grade alone', () => {
  const self = serving(untrusted({ kind: 'self-signed' }, { leaf }))
  const other = serving(delivery({ leaf: certificate({ alternativeNames: dns('x.example') }) }))
  const own = delivery({
    trust: { paths: [{ certificates: [leaf, intermediate()], anchor: 'custom' }], obstacle: null },
  })

  expect(graded({}, serving(own)).letter).toBe('A+')
  expect(graded({}, self, { expect: { issuer: null, spkiSha256: [leaf.spkiSha256] } }).letter).toBe('A+')
  expect(graded({}, self, { checkChain: false }).letter).toBe('A+')
  expect(graded({}, other, { verifyHostname: false }).letter).toBe('A+')
})

test('between mail servers the configuration is graded, and trust has findings of its own', () => {
  const self = serving(untrusted({ kind: 'self-signed' }, { leaf }))
  const [transfer, submission] = [25, 587].map((port) => target({ port, starttls: 'smtp' }))

  expect(graded({}, { ...self, target: transfer ?? target() }).letter).toBe('A+')
  expect(graded({}, { ...self, target: submission ?? target() }).letter).toBe('T')
})

test('a category that could not be measured leaves no letter, and never an F', () => {
  const dead = {
    ...besides({ SSLv2: [0x010080] }),
    versions: { ...versions('SSLv2'), 'TLSv1.3': late },
  }
  const noKey = graded({}, { deliveries: late })

  expect(graded(dead)).toMatchObject({
    letter: null,
    trustIgnored: null,
    securityScore: null,
    scores: { protocol: null },
    caps: expect.arrayContaining([expect.stringContaining('Switch SSL 2.0 off')]),
    notTested: expect.arrayContaining(['Protocol: not every version answered']),
  })
  expect(noKey).toMatchObject({ letter: null, scores: { protocol: 100, keyExchange: null, cipher: 90 } })
})

test('the issues are the errors and warnings about TLS', () => {
  const grade = graded(
    { ...besides({ TLSv1: [0xc011] }), hsts: known(null) },
    serving(untrusted({ kind: 'self-signed' })),
  )

  expect(grade.securityIssues).toEqual([
    'A suite is accepted that uses the broken stream cipher RC4: TLS_ECDHE_RSA_WITH_RC4_128_SHA (TLS 1.0)',
    'TLS 1.0 is spoken',
  ])
})

test('without probes it is said what the guide asks and nobody tested', () => {
  expect(graded(tls12(0xc02f, 0x002f)).notTested).toEqual([
    'Heartbleed, CCS injection, ROBOT and insecure renegotiation: not probed: the probes were not asked for',
    'Padding oracles of suites in CBC mode: POODLE against TLS, GOLDENDOODLE and their kin, CVE-2016-2107',
    'Ticketbleed (CVE-2016-9244)',
    'Keys of the Debian OpenSSL flaw (CVE-2008-0166)',
  ])
})

test('of several addresses one is scanned, and that is said', () => {
  const addresses = ['192.0.2.1', '192.0.2.2', '192.0.2.3'].map((text) =>
    addressAnswer({ address: ip(text) }),
  )
  const untested = 'Versions and suites at 2 other addresses: only 192.0.2.1 was scanned'

  expect(graded({}, { target: target({ addresses: 'all' }), addresses }).notTested).toContain(untested)
  expect(graded({}, { target: target(), addresses }).notTested).not.toContain(untested)
  expect(graded({}, { target: target({ addresses: 'all' }) }).notTested).not.toContain(untested)
})

test('revocation is not tested where the CA was not asked, or did not answer', () => {
  const silent = revocation(leaf, issuer, { issuer: late })
  const untested = 'Revocation of the certificate'

  expect(graded({}).notTested).not.toContain(untested)
  expect(graded({}, serving(delivery({ leaf, revocation: silent }))).notTested).toContain(untested)
  const unasked = { checks: [], staple: known(null) }
  expect(graded({}, serving(delivery({ leaf, revocation: unasked }))).notTested).toContain(untested)
})

test('less known never makes a better grade, nor an F', () => {
  const answers = fc.constantFrom(known(true), known(false), late)
  fc.assert(
    fc.property(answers, answers, answers, answers, (ssl3, tls1, tls12Spoken, tls13) => {
      const spoken = { ...versions(), SSLv3: ssl3, TLSv1: tls1, 'TLSv1.2': tls12Spoken, 'TLSv1.3': tls13 }
      const offers = (['SSLv3', 'TLSv1', 'TLSv1.2'] as const)
        .filter((version) => spoken[version].known && spoken[version].value)
        .map((version) => offer(version, [0xc013, 0xc02f].slice(version === 'TLSv1.2' ? 1 : 0, 2)))
      const modern = tls13.known && tls13.value ? [offer('TLSv1.3', [0x1301])] : []
      const { letter } = graded({ versions: spoken, offers: [...offers, ...modern] })
      const unknown = [ssl3, tls1, tls12Spoken, tls13].some((answer) => !answer.known)

      expect(letter === null).toBe(unknown || offers.length + modern.length === 0)
    }),
  )
})
