import { type Answer, known, type Reason, unanswered } from '../../src/model/answer.ts'
import type { Certificate } from '../../src/model/certificate.ts'
import { type Finding, type Severity, statusOf } from '../../src/model/finding.ts'
import type { Delivery, Obstacle } from '../../src/model/observation.ts'
import type { Assessment, Report } from '../../src/model/report.ts'
import type { RuleId } from '../../src/model/rule-id.ts'
import { endpointId } from '../../src/model/target.ts'
import { ordered } from '../../src/report/order.ts'
import { certificate, dns, fingerprint, intermediate, name, now, pin, root } from './certificate.ts'
import {
  delivery,
  fileTarget,
  hostname,
  ip,
  observation,
  policy,
  sighting,
  suite,
  target,
} from './observation.ts'

/** A healthy report of the endpoints given, or of example.com alone. */
export function report(differs: Partial<Report> = {}): Report {
  return {
    generator: {
      version: '1.0.0',
      node: '24.21.0',
      openssl: '3.5.8',
      trustStore: { name: 'bundled', roots: 145, sha256: fingerprint('store') },
    },
    run: { id: null, url: null, event: null, ref: null, sha: null, monitor: 'production', config: null },
    at: new Date(now.getTime() + 2500),
    now,
    durationMs: 2500,
    findings: [],
    demoted: null,
    ...differs,
    assessments: ordered(differs.assessments ?? [assessment()]),
  }
}

/** A healthy endpoint; its status follows from its findings. */
export function assessment(differs: Partial<Assessment> = {}): Assessment {
  const findings = differs.findings ?? []
  const status = differs.status ?? statusOf(findings)
  return {
    observation: observation(),
    policy: policy(),
    comparison: { changes: [], rotations: [], before: null },
    findings,
    status,
    judged: status,
    grade: null,
    ...differs,
  }
}

/** A finding at an endpoint of that name. */
export function finding(rule: RuleId, differs: Partial<Finding> = {}): Finding {
  return {
    rule,
    severity: 'error',
    message: 'something is wrong',
    fix: 'Put it right.',
    reference: `https://rules.example/#${rule.replace('/', '')}`,
    evidence: {},
    key: `${rule} example.com:443`,
    since: null,
    waivedUntil: null,
    ...differs,
  }
}

/** A chain whose every fingerprint follows from the host: golden files stay the same in any order of tests. */
export function chainFor(
  host: string,
  leaf: Partial<Certificate> = {},
  differs: Partial<Delivery> = {},
): Delivery {
  const made = certificate({
    sha256: fingerprint(host),
    spkiSha256: pin(host),
    subject: name(host),
    issuer: name('E7', 'Example Trust'),
    alternativeNames: dns(host),
    ...leaf,
  })
  const issuer = intermediate({ sha256: fingerprint('E7'), subject: name('E7', 'Example Trust') })
  const anchor = root({ sha256: fingerprint('root') })
  return delivery({
    leaf: made,
    chain: [made, issuer],
    trust: { paths: [{ certificates: [made, issuer, anchor], anchor: 'public' }], obstacle: null },
    ...differs,
  })
}

interface Seen {
  readonly deliveries?: readonly Delivery[]
  readonly silent?: Reason
  readonly detail?: string
  readonly name?: string
  readonly port?: number
  readonly findings?: readonly (readonly [RuleId, Severity, string, string, Partial<Finding>?])[]
}

/** An endpoint of that host with what was seen there; findings as rule, severity, message and fix. */
export function endpoint(host: string, seen: Seen = {}): Assessment {
  const { port = 443 } = seen
  const base = target({ host: hostname(host), port })
  const id = endpointId(base)
  const deliveries: Answer<readonly Delivery[]> =
    seen.silent === undefined
      ? known(seen.deliveries ?? [chainFor(host)])
      : unanswered(seen.silent, seen.detail ?? `${host}: no answer within 10 s`)
  const leaf = deliveries.known ? known((deliveries.value[0] ?? chainFor(host)).leaf.sha256) : deliveries
  return assessment({
    observation: observation({
      target: { ...base, id, name: seen.name ?? host },
      addresses:
        seen.silent === 'unresolved'
          ? []
          : [{ address: ip('192.0.2.1'), leaf, otherLeaf: leaf.known ? known(null) : leaf }],
      deliveries,
    }),
    findings: (seen.findings ?? []).map(([rule, severity, message, fix, differs]) =>
      finding(rule, { severity, message, fix, key: `${rule} ${id}`, ...differs }),
    ),
  })
}

const renew = 'Renew the certificate with `certbot renew` and reload the server.'

/** A dozen different endpoints, as the lab has them: healthy and ill, silent and waived, and a file. */
export function dozen(): Report {
  return report({
    run: {
      id: '4711',
      url: 'https://github.com/example/site/actions/runs/4711',
      event: 'schedule',
      ref: 'refs/heads/main',
      sha: '8a4618c0d1f5a4b0a7b1f0d5b8f7c6e5d4c3b2a1',
      monitor: 'production',
      config: { path: '.github/certificates.yml', sha256: fingerprint('config') },
    },
    assessments: [...troubled(), ...well()],
  })
}

function troubled(): readonly Assessment[] {
  const self: Obstacle = { kind: 'self-signed' }
  return [
    endpoint('expired.example.com', {
      deliveries: [chainFor('expired.example.com', { notAfter: new Date('2026-11-19T08:30:00Z') })],
      findings: [
        [
          'certificate/expired',
          'error',
          'The certificate expired 3 days ago, on 2026-11-19 08:30 UTC',
          renew,
          { evidence: { not_after: '2026-11-19T08:30:00.000Z' } },
        ],
      ],
    }),
    endpoint('soon.example.com', {
      deliveries: [chainFor('soon.example.com', { notAfter: new Date('2026-11-23T19:00:00Z') })],
      findings: [
        [
          'certificate/expiry',
          'error',
          'The certificate expires in 31 hours, on 2026-11-23 19:00 UTC',
          renew,
        ],
        ['chain/root-sent', 'notice', 'The server sends the root "Example Root"', 'Leave the root out.'],
      ],
    }),
    endpoint('api.example.com', {
      name: 'Payments API',
      port: 8443,
      deliveries: [chainFor('api.example.com', { notAfter: new Date('2026-12-10T00:00:00Z') })],
      findings: [
        [
          'certificate/expiry',
          'warning',
          'The certificate expires in 17 days, on 2026-12-10 00:00 UTC',
          renew,
        ],
      ],
    }),
    endpoint('wrong.example.com', {
      deliveries: [chainFor('wrong.example.com', { alternativeNames: dns('other.example.com') })],
      findings: [
        [
          'certificate/hostname',
          'error',
          'The certificate is for other.example.com, not for wrong.example.com',
          'Serve a certificate that names wrong.example.com.',
        ],
      ],
    }),
    endpoint('self.example.com', {
      deliveries: [chainFor('self.example.com', {}, { trust: { paths: [], obstacle: self } })],
      findings: [
        ['certificate/self-signed', 'error', 'The certificate is signed by itself', 'Have a CA issue one.'],
        [
          'certificate/weak-key',
          'error',
          'The key is RSA with 1024 bits',
          'Make a key of 2048 bits or more.',
        ],
        ['protocol/no-tls1.3', 'notice', 'The server does not speak TLS 1.3', 'Turn TLS 1.3 on.'],
      ],
    }),
    endpoint('silent.example.com', {
      silent: 'timed-out',
      findings: [
        [
          'endpoint/unanswered',
          'error',
          'The server did not answer in time: 192.0.2.1: no answer within 10 s',
          'Check that the server runs and that a firewall lets this runner in.',
        ],
      ],
    }),
    endpoint('gone.example.com', {
      silent: 'unresolved',
      detail: 'gone.example.com: DNS knows no address',
      findings: [
        [
          'endpoint/unanswered',
          'error',
          'The name has no address: gone.example.com: DNS knows no address',
          'Correct the name or its DNS.',
        ],
      ],
    }),
  ]
}

function well(): readonly Assessment[] {
  const both = [
    chainFor('two.example.com', { notAfter: new Date('2027-02-10T00:00:00Z') }),
    chainFor(
      'two.example.com',
      {
        sha256: fingerprint('rsa'),
        spkiSha256: pin('rsa'),
        key: { type: 'RSA', bits: 2048, curve: null, exponent: '65537', spki: new Uint8Array() },
      },
      {
        sightings: [
          sighting({
            asked: 'rsa',
            protocol: 'TLSv1.2',
            suite: suite({
              id: 0xc02f,
              name: 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256',
              openssl: 'ECDHE-RSA-AES128-GCM-SHA256',
            }),
          }),
        ],
      },
    ),
  ]
  const file = fileTarget({ path: 'certs/saml.pem' })
  return [
    endpoint('example.com'),
    endpoint('two.example.com', { deliveries: both }),
    endpoint('xn--mnchen-3ya.example', { name: '東京 店舗 🏪' }),
    endpoint('admin.example.com', {
      deliveries: [
        chainFor(
          'admin.example.com',
          {},
          { trust: { paths: [], obstacle: { kind: 'unknown-root', root: 'Office CA' } } },
        ),
      ],
      findings: [
        [
          'certificate/untrusted',
          'error',
          'The chain ends in "Office CA", which no store holds',
          'Name the root under trust.ca_files.',
          { waivedUntil: new Date('2027-03-31T00:00:00Z') },
        ],
      ],
    }),
    assessment({
      observation: observation({
        target: file,
        addresses: [],
        connections: 0,
        deliveries: known([
          chainFor('saml.example.com', { notAfter: new Date('2029-06-30T12:00:00Z') }, { sightings: [] }),
        ]),
      }),
    }),
  ]
}
