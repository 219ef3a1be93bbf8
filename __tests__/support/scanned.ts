import { known, unanswered } from '../../src/model/answer.ts'
import type { Grade } from '../../src/model/grade.ts'
import type { Assessment, Report } from '../../src/model/report.ts'
import type { RuleId } from '../../src/model/rule-id.ts'
import type { TlsScan } from '../../src/model/tls-scan.ts'
import { cipherSuite } from '../../src/wire/cipher-suite.ts'
import { grade, vulnerabilities } from './grade.ts'
import { sighting } from './observation.ts'
import { chainFor, dozen, endpoint, report } from './report.ts'
import { dh, features, group, offer, p256, tlsScan, versions, x25519 } from './tls-scan.ts'

interface Scan {
  readonly scan?: Partial<TlsScan>
  readonly grade?: Partial<Grade>
}

/** The endpoint with a scan and its grade; healthy as far as nothing else is said. */
export function withScan(seen: Assessment, { scan = {}, grade: worth = {} }: Scan = {}): Assessment {
  return {
    ...seen,
    observation: { ...seen.observation, connections: 22, tls: known(tlsScan(scan)) },
    grade: grade(worth),
  }
}

/** A scan in which everything that a server may put into words is that text. */
export function saying(text: string): Scan {
  const named = [group(1, text, null)]
  const cut = unanswered('reset', text)
  const suites = { found: [{ ...cipherSuite(0x0005), name: text, openssl: text }], cut }
  return {
    scan: {
      offers: [offer('TLSv1.2', [], { suites, groups: { found: named, cut } })],
      dh: [dh({ known: text })],
      alpn: known([text]),
      hsts: known(text),
      intolerances: [text],
      probes: {
        ...tlsScan().probes,
        'insecure-renegotiation': known({ vulnerable: true, evidence: text }),
      },
      sslv2Elsewhere: [text],
    },
    grade: {
      caps: [text, text],
      notTested: [text],
      securityIssues: [text],
      mozillaObstacle: text,
      vulnerabilities: vulnerabilities({
        poodle: { vulnerable: true, evidence: text },
        robot: { vulnerable: null, evidence: text },
      }),
    },
  }
}

/** Half a dozen scanned servers from very good to very bad, one that did not stand it, and a file. */
export function scanned(): Report {
  const { run } = dozen()
  return report({ run, assessments: [...servers(), ...dozen().assessments.slice(-1)] })
}

function servers(): readonly Assessment[] {
  return [
    withScan(endpoint('example.com')),
    legacy(),
    museum(),
    untrusted(),
    halfway(),
    endpoint('plain.example.com'),
  ]
}

const slow = unanswered('timed-out', 'no answer within 10 s')
const cbc = [0xc02f, 0xc030, 0xc013, 0xc014, 0x002f, 0x0035]
const intermediateOnly = 'Turn TLS 1.0 and TLS 1.1 off: they are offered, which caps the grade at B (2009q)'

/** An office gateway that still speaks TLS 1.0 and 3DES. */
function legacy(): Assessment {
  const seen = endpoint('legacy.example.com', {
    name: 'Office gateway',
    port: 8443,
    findings: [
      [rule('protocol/tls1.0'), 'warning', 'The server offers TLS 1.0', 'Turn TLS 1.0 off.'],
      [rule('protocol/tls1.1'), 'warning', 'The server offers TLS 1.1', 'Turn TLS 1.1 off.'],
      [
        rule('cipher/block64'),
        'warning',
        'The server offers TLS_RSA_WITH_3DES_EDE_CBC_SHA, whose blocks have 64 bits',
        'Remove 3DES from the list of suites.',
      ],
      [
        rule('vulnerability/sweet32'),
        'warning',
        'The server accepts TLS_RSA_WITH_3DES_EDE_CBC_SHA',
        'Remove 3DES from the list of suites.',
      ],
      [
        rule('vulnerability/beast'),
        'notice',
        'The server accepts suites in CBC mode under TLS 1.0',
        'Turn TLS 1.0 off.',
      ],
    ],
  })
  return withScan(seen, {
    scan: {
      versions: versions('TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'),
      offers: [
        offer('TLSv1', [0xc013, 0xc014, 0x002f, 0x0035, 0x000a]),
        offer('TLSv1.1', [0xc013, 0xc014, 0x002f, 0x0035, 0x000a]),
        offer('TLSv1.2', [...cbc, 0x000a]),
        offer('TLSv1.3', [0x1302, 0x1303, 0x1301], {
          groups: { found: [x25519, p256], cut: null },
          serverPreference: known(false),
        }),
      ],
      features: features({
        encryptThenMac: known(false),
        fallbackScsv: known(true),
        staple: known(Buffer.of(0)),
      }),
      hsts: known(null),
    },
    grade: {
      letter: 'B',
      trustIgnored: 'B',
      scores: { protocol: 95, keyExchange: 90, cipher: 90 },
      securityScore: 79,
      caps: [
        intermediateOnly,
        'Send Strict-Transport-Security with a max-age of six months or more: without it there is no A+ (2009e)',
      ],
      vulnerabilities: vulnerabilities({
        sweet32: { vulnerable: true, evidence: 'TLS_RSA_WITH_3DES_EDE_CBC_SHA is offered' },
        beast: { vulnerable: true, evidence: 'suites in CBC mode are offered under TLS 1.0' },
      }),
      securityIssues: ['TLS 1.0 and TLS 1.1 are offered', '3DES is offered'],
      postQuantum: false,
      mozillaProfile: 'none',
      mozillaObstacle: 'TLS_RSA_WITH_3DES_EDE_CBC_SHA is offered under TLS 1.1',
    },
  })
}

/** Everything that ever was. */
function museum(): Assessment {
  const bad = (name: RuleId, message: string, fix: string) => [name, 'error', message, fix] as const
  const ordinary = sighting({ protocol: 'TLSv1', suite: cipherSuite(0x0004) })
  const seen = endpoint('museum.example.com', {
    deliveries: [chainFor('museum.example.com', {}, { sightings: [ordinary] })],
    findings: [
      bad(rule('protocol/ssl2'), 'The server offers SSL 2.0', 'Turn SSL 2.0 off.'),
      bad(rule('protocol/ssl3'), 'The server offers SSL 3.0', 'Turn SSL 3.0 off.'),
      bad(rule('cipher/export'), 'The server offers 2 export suites', 'Remove EXPORT suites.'),
      bad(rule('cipher/rc4'), 'The server offers TLS_RSA_WITH_RC4_128_MD5', 'Remove RC4.'),
      bad(
        rule('key-exchange/weak-dh'),
        'The smallest Diffie-Hellman group has 512 bits',
        'Make a group of 2048 bits.',
      ),
      bad(
        rule('vulnerability/poodle'),
        'The server accepts TLS_RSA_WITH_3DES_EDE_CBC_SHA (SSL 3.0)',
        'Turn SSL 3.0 off.',
      ),
      bad(rule('vulnerability/drown'), 'SSL 2.0 is spoken here', 'Turn SSL 2.0 off.'),
      bad(
        rule('vulnerability/freak'),
        'The server accepts TLS_RSA_EXPORT_WITH_RC4_40_MD5',
        'Remove EXPORT suites.',
      ),
      bad(
        rule('vulnerability/logjam'),
        'The server accepts TLS_DHE_RSA_EXPORT_WITH_DES40_CBC_SHA',
        'Remove EXPORT suites.',
      ),
      bad(
        rule('vulnerability/heartbleed'),
        'The server answers a Heartbeat with more than it was sent',
        'Update OpenSSL, change the key and the certificate.',
      ),
    ],
  })
  return withScan(seen, {
    scan: {
      versions: versions('SSLv2', 'SSLv3', 'TLSv1'),
      offers: [
        offer('SSLv2', [0x010080, 0x020080], { groups: none, serverPreference: slow }),
        offer('SSLv3', [0x0004, 0x0005, 0x000a, 0x0003, 0x0014], { groups: none }),
        offer('TLSv1', [0x0004, 0x0005, 0x002f, 0x000a, 0x0014, 0x5a5a], {
          groups: { found: [group(0x0015, 'secp224r1', 224)], cut: slow },
          suites: {
            found: offer('TLSv1', [0x0004, 0x0005, 0x002f, 0x000a, 0x0014, 0x5a5a]).suites.found,
            cut: slow,
          },
        }),
      ],
      dh: [
        dh({ bits: 512, known: null, rfc7919: false, exportGrade: true }),
        dh({ bits: 1024, known: 'RFC 2409 Oakley group 2', rfc7919: false }),
      ],
      alpn: unanswered('timed-out', 'no answer within 10 s'),
      features: features({
        secureRenegotiation: known(false),
        extendedMasterSecret: known(false),
        compression: known(true),
        sessionTickets: slow,
        clientCertificateRequested: known(true),
      }),
      probes: {
        heartbleed: known({ vulnerable: true, evidence: 'a Heartbeat of 3 octets was answered with 64' }),
        'ccs-injection': known({ vulnerable: false, evidence: 'an early ChangeCipherSpec was refused' }),
        robot: slow,
        'insecure-renegotiation': known({ vulnerable: true, evidence: 'a renegotiation was accepted' }),
      },
      intolerances: ['A ClientHello of more than 255 octets gets no answer'],
      hsts: unanswered('not-asked', 'no HTTP is spoken here'),
    },
    grade: {
      letter: 'F',
      trustIgnored: 'F',
      scores: { protocol: 45, keyExchange: 20, cipher: 50 },
      securityScore: 19,
      caps: [
        'Turn SSL 2.0 off: a server that speaks it gets F (2009c)',
        'Update OpenSSL: Heartbleed gives F',
        'Remove TLS_RSA_EXPORT_WITH_RC4_40_MD5 and the other suites below 112 bits: they give F (2009n)',
        'Make a Diffie-Hellman group of 2048 bits or more: 512 bits cap key exchange at 20',
        'Turn RC4 off: it caps the grade at B (2009i)',
        'Turn TLS 1.2 and TLS 1.3 on: without either no better grade than C is left (2009j)',
        'Turn TLS compression off: it caps the grade at C (2009j)',
      ],
      notTested: ['ROBOT: no answer within 10 s', 'Ticketbleed and the padding oracles of 2019'],
      vulnerabilities: vulnerabilities({
        heartbleed: { vulnerable: true, evidence: 'a Heartbeat of 3 octets was answered with 64' },
        'ccs-injection': { vulnerable: false, evidence: 'an early ChangeCipherSpec was refused' },
        robot: { vulnerable: null, evidence: 'no answer within 10 s' },
        poodle: { vulnerable: true, evidence: 'SSL 3.0 is offered with suites in CBC mode' },
        drown: { vulnerable: true, evidence: 'SSL 2.0 is offered' },
        freak: { vulnerable: true, evidence: 'TLS_RSA_EXPORT_WITH_RC4_40_MD5 is offered' },
        logjam: { vulnerable: true, evidence: 'TLS_DHE_RSA_EXPORT_WITH_DES40_CBC_SHA is offered' },
        crime: { vulnerable: true, evidence: 'the server agrees to DEFLATE' },
        sweet32: { vulnerable: true, evidence: 'TLS_RSA_WITH_3DES_EDE_CBC_SHA is offered' },
        rc4: { vulnerable: true, evidence: 'TLS_RSA_WITH_RC4_128_MD5 is offered' },
      }),
      securityIssues: ['SSL 2.0 and SSL 3.0 are offered', 'RC4 is offered', 'Memory leaks by Heartbleed'],
      postQuantum: false,
      mozillaProfile: 'none',
      mozillaObstacle: 'SSL 2.0 is offered',
    },
  })
}

const none = { found: [], cut: null }

/** A good configuration under a certificate that nobody trusts. */
function untrusted(): Assessment {
  const trust = { paths: [], obstacle: { kind: 'self-signed' } } as const
  const seen = endpoint('self.example.com', {
    deliveries: [chainFor('self.example.com', {}, { trust })],
    findings: [
      ['certificate/self-signed', 'error', 'The certificate is signed by itself', 'Have a CA issue one.'],
    ],
  })
  return withScan(seen, {
    scan: {
      versions: versions('TLSv1.3'),
      offers: [offer('TLSv1.3', [0x1301, 0x1302, 0x1303])],
      hsts: known(null),
    },
    grade: {
      letter: 'T',
      trustIgnored: 'A',
      scores: { protocol: 100, keyExchange: 90, cipher: 90 },
      caps: ['Have a CA issue the certificate: it is signed by itself, which gives T'],
      mozillaProfile: 'modern',
      mozillaObstacle: null,
    },
  })
}

/** A server that fell silent in the middle of the scan. */
function halfway(): Assessment {
  return withScan(endpoint('halfway.example.com'), {
    scan: {
      versions: { ...versions('TLSv1.2', 'TLSv1.3'), SSLv2: slow, SSLv3: slow, TLSv1: slow, 'TLSv1.1': slow },
      offers: [
        offer('TLSv1.2', [], {
          suites: { found: [], cut: slow },
          groups: { found: [], cut: slow },
          serverPreference: slow,
        }),
        offer('TLSv1.3', [0x1301], {
          suites: { found: offer('TLSv1.3', [0x1301]).suites.found, cut: slow },
          serverPreference: slow,
        }),
      ],
      alpn: slow,
      hsts: slow,
      features: features({ secureRenegotiation: slow, extendedMasterSecret: slow, compression: slow }),
    },
    grade: {
      letter: null,
      trustIgnored: null,
      scores: { protocol: null, keyExchange: 90, cipher: null },
      securityScore: null,
      notTested: ['SSL 2.0 to TLS 1.1: no answer within 10 s'],
      vulnerabilities: vulnerabilities({
        poodle: { vulnerable: null, evidence: 'whether SSL 3.0 is offered is not known' },
      }),
      mozillaProfile: null,
      mozillaObstacle: null,
    },
  })
}

/** Rules of the scan, some of which nothing judges by yet. */
function rule(id: string): RuleId {
  return id as RuleId
}
