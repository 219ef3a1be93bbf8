import type { SecureVersion } from 'node:tls'

import type { Severity } from '../../model/finding.ts'
import type { RuleId } from '../../model/rule-id.ts'
import type { Authorities, Recipe } from './authorities.ts'

/** One server of the lab, told in data. */
export interface Part {
  readonly name: string
  /** For the reader of the lab's config. */
  readonly story: string
  /** Exactly what a check finds, and how grave it is. */
  readonly expect: Expectation
  /** What a check finds once the lab has rotated; left out: the same as before. */
  readonly expectRotated?: Expectation
  readonly plays: Role
}

type Expectation = Readonly<Partial<Record<RuleId, Severity>>>

type Role =
  | TlsRole
  /** Accepts the connection, and nothing more. */
  | { readonly kind: 'silent' }
  /** Answers whatever it hears in plain HTTP. */
  | { readonly kind: 'http' }
  | { readonly kind: 'closed' }

export interface TlsRole {
  readonly kind: 'tls'
  /** One leaf for each kind of key; left out: a healthy one. */
  readonly leaves?: readonly Recipe[]
  /** What it serves once the lab has rotated; left out: the same as before. */
  readonly renewal?: readonly Recipe[]
  /** What follows the leaf; left out: the intermediate. */
  readonly sends?: readonly (keyof Authorities)[]
  readonly versions?: readonly [lowest: SecureVersion, highest: SecureVersion]
  /** OpenSSL's list of the suites up to TLS 1.2; left out: sound ones, or Node's where a version is older. */
  readonly suites?: string
  /** OpenSSL's list of groups; left out: those of OpenSSL, a post-quantum one first. */
  readonly groups?: string
  /** Whether it has Diffie-Hellman without curves, too: OpenSSL makes it as strong as the key of the certificate. */
  readonly finiteField?: boolean
  /** Whether the client picks the suite. */
  readonly clientPicks?: boolean
  readonly demandsClientCertificate?: boolean
  readonly starttls?: 'smtp'
}

/** Who plays in the lab: what goes well, then what goes wrong, from dates and names to the bare port. */
export const roster: readonly Part[] = [
  {
    name: 'healthy ECDSA',
    story: 'All is well',
    expect: {},
    plays: { kind: 'tls', leaves: [{ lifetimeDays: 47, daysLeft: 30 }] },
  },
  {
    name: 'healthy RSA',
    story: 'All is well with RSA, too',
    expect: {},
    plays: { kind: 'tls', leaves: [{ key: 'rsa2048' }] },
  },
  {
    name: 'healthy mail',
    story: 'Speaks SMTP first and begins TLS when asked',
    expect: {},
    plays: { kind: 'tls', starttls: 'smtp' },
  },
  {
    name: 'client certificate',
    story: 'Demands a client certificate; its own is seen all the same',
    expect: {},
    plays: { kind: 'tls', versions: ['TLSv1.3', 'TLSv1.3'], demandsClientCertificate: true },
  },
  {
    name: 'client certificate TLS 1.2',
    story: 'The same with TLS 1.2, where the server hangs up in mid-handshake',
    expect: { 'protocol/no-tls1.3': 'notice' },
    plays: { kind: 'tls', versions: ['TLSv1.2', 'TLSv1.2'], demandsClientCertificate: true },
  },
  {
    name: 'forgotten RSA',
    story: 'An old RSA certificate beside a new ECDSA one, unseen by current clients',
    expect: { 'certificate/expiry': 'warning' },
    plays: { kind: 'tls', leaves: [{}, { key: 'rsa2048', daysLeft: 12.5 }] },
  },
  {
    name: 'expiring soon',
    story: 'A certificate of 47 days with 8 of them left',
    expect: { 'certificate/expiry': 'warning' },
    expectRotated: { 'change/rotated': 'notice' },
    plays: {
      kind: 'tls',
      leaves: [{ lifetimeDays: 47, daysLeft: 8.5 }],
      renewal: [{ lifetimeDays: 47, daysLeft: 46.5 }],
    },
  },
  {
    name: 'expiring now',
    story: 'The last days of a certificate that nobody renewed',
    expect: { 'certificate/expiry': 'error' },
    plays: { kind: 'tls', leaves: [{ daysLeft: 2.5 }] },
  },
  {
    name: 'expired',
    story: 'Ended yesterday',
    expect: { 'certificate/expired': 'error' },
    plays: { kind: 'tls', leaves: [{ daysLeft: -1 }] },
  },
  {
    name: 'not yet valid',
    story: 'Begins the day after tomorrow',
    expect: { 'certificate/not-yet-valid': 'error' },
    plays: { kind: 'tls', leaves: [{ lifetimeDays: 47, daysLeft: 49.5 }] },
  },
  {
    name: 'wrong name',
    story: 'Shows the certificate of its neighbour',
    expect: { 'certificate/hostname': 'error' },
    plays: { kind: 'tls', leaves: [{ name: 'neighbour.lab.example' }] },
  },
  {
    name: 'three faults',
    story: 'Three faults at once, and all are told',
    expect: {
      'certificate/expired': 'error',
      'certificate/hostname': 'error',
      'certificate/untrusted': 'error',
    },
    plays: {
      kind: 'tls',
      leaves: [{ daysLeft: -100, name: 'neighbour.lab.example', issuer: 'foreign' }],
      sends: ['foreign'],
    },
  },
  {
    name: 'self-signed',
    story: 'Vouches for itself',
    expect: { 'certificate/self-signed': 'error' },
    plays: { kind: 'tls', leaves: [{ issuer: null }], sends: [] },
  },
  {
    name: 'unknown CA',
    story: 'A sound chain to a root that is in no store',
    expect: { 'certificate/untrusted': 'error' },
    plays: { kind: 'tls', leaves: [{ issuer: 'foreign' }], sends: ['foreign'] },
  },
  {
    name: 'incomplete chain',
    story: 'Leaves out the intermediate, which its neighbours send',
    expect: { 'chain/incomplete': 'error' },
    plays: { kind: 'tls', sends: [] },
  },
  {
    name: 'wrong order',
    story: 'The root before the intermediate, and no client needs the root',
    expect: { 'chain/order': 'notice', 'chain/root-sent': 'notice' },
    plays: { kind: 'tls', sends: ['root', 'intermediate'] },
  },
  {
    name: 'SHA-1',
    story: 'Signed over a hash that can be collided',
    expect: { 'certificate/weak-signature': 'error' },
    plays: { kind: 'tls', leaves: [{ hash: 'sha1' }] },
  },
  {
    name: 'weak key',
    story: 'RSA with 1,024 bits',
    expect: { 'certificate/weak-key': 'error' },
    plays: { kind: 'tls', leaves: [{ key: 'rsa1024' }] },
  },
  {
    name: 'TLS 1.0 only',
    story: 'Speaks what no current client speaks any more',
    expect: {
      'protocol/no-tls1.2-or-1.3': 'error',
      'protocol/tls1.0': 'warning',
      'cipher/no-aead': 'warning',
      'vulnerability/beast': 'notice',
    },
    plays: { kind: 'tls', versions: ['TLSv1', 'TLSv1'] },
  },
  {
    name: 'old versions',
    story: 'Speaks TLS 1.3, and still TLS 1.0 and 1.1',
    expect: { 'protocol/tls1.0': 'warning', 'protocol/tls1.1': 'warning', 'vulnerability/beast': 'notice' },
    plays: { kind: 'tls', versions: ['TLSv1', 'TLSv1.3'] },
  },
  {
    name: 'TLS 1.1 only',
    story: 'Stopped in 2006',
    expect: {
      'protocol/no-tls1.2-or-1.3': 'error',
      'protocol/tls1.1': 'warning',
      'cipher/no-aead': 'warning',
    },
    plays: { kind: 'tls', versions: ['TLSv1.1', 'TLSv1.1'] },
  },
  {
    name: 'no TLS 1.3',
    story: 'Sound, and without the version of 2018',
    expect: { 'protocol/no-tls1.3': 'notice' },
    plays: { kind: 'tls', versions: ['TLSv1.2', 'TLSv1.2'] },
  },
  {
    name: 'TLS 1.3 only',
    story: 'Nothing but the newest version',
    expect: {},
    plays: { kind: 'tls', versions: ['TLSv1.3', 'TLSv1.3'] },
  },
  {
    name: 'no encryption',
    story: 'Takes suites that encrypt nothing',
    expect: { 'cipher/null': 'error' },
    plays: { kind: 'tls', suites: 'ECDHE+AESGCM:ECDHE-ECDSA-NULL-SHA' },
  },
  {
    name: 'anonymous',
    story: 'Takes suites in which anybody may pose as the server',
    expect: { 'cipher/anonymous': 'error' },
    plays: { kind: 'tls', suites: 'ECDHE+AESGCM:AECDH-AES128-SHA' },
  },
  {
    name: 'no forward secrecy',
    story: 'Who gets its key reads all that was recorded before',
    expect: { 'cipher/no-forward-secrecy': 'warning', 'protocol/no-tls1.3': 'notice' },
    plays: {
      kind: 'tls',
      leaves: [{ key: 'rsa2048' }],
      versions: ['TLSv1.2', 'TLSv1.2'],
      suites: 'AES256-GCM-SHA384:AES128-GCM-SHA256',
    },
  },
  {
    name: 'CBC only',
    story: 'Forward secrecy, and nothing but CBC',
    expect: { 'cipher/no-aead': 'warning', 'protocol/no-tls1.3': 'notice' },
    plays: {
      kind: 'tls',
      leaves: [{ key: 'rsa2048' }],
      versions: ['TLSv1.2', 'TLSv1.2'],
      suites: 'ECDHE-RSA-AES256-SHA384:ECDHE-RSA-AES128-SHA256',
    },
  },
  {
    name: 'small DH',
    story: 'RSA with 1,024 bits, and Diffie-Hellman of the same size, with a prime that many share',
    expect: {
      'certificate/weak-key': 'error',
      'key-exchange/weak-dh': 'warning',
      'key-exchange/common-prime': 'warning',
      'vulnerability/logjam': 'error',
    },
    plays: {
      kind: 'tls',
      leaves: [{ key: 'rsa1024' }],
      suites: 'ECDHE+AESGCM:DHE-RSA-AES128-GCM-SHA256',
      finiteField: true,
    },
  },
  {
    name: 'sound DH',
    story: 'Diffie-Hellman of 2,048 bits',
    expect: {},
    plays: {
      kind: 'tls',
      leaves: [{ key: 'rsa2048' }],
      suites: 'ECDHE+AESGCM:DHE-RSA-AES128-GCM-SHA256',
      finiteField: true,
    },
  },
  {
    name: 'client picks',
    story: 'Lets the client pick a suite without forward secrecy',
    expect: { 'cipher/order': 'notice' },
    plays: {
      kind: 'tls',
      leaves: [{ key: 'rsa2048' }],
      suites: 'ECDHE-RSA-AES128-GCM-SHA256:AES128-GCM-SHA256',
      clientPicks: true,
    },
  },
  {
    name: 'no post-quantum group',
    story: 'Takes no post-quantum group: only who asks for key-exchange/no-post-quantum is told',
    expect: {},
    plays: { kind: 'tls', groups: 'X25519:P-256' },
  },
  {
    name: 'post-quantum only',
    story: 'Takes X25519MLKEM768, and no other group',
    expect: {},
    plays: { kind: 'tls', versions: ['TLSv1.3', 'TLSv1.3'], groups: 'X25519MLKEM768' },
  },
  {
    name: 'silent',
    story: 'Accepts the connection and never says a word',
    expect: { 'endpoint/unanswered': 'error' },
    plays: { kind: 'silent' },
  },
  {
    name: 'not TLS',
    story: 'Speaks plain HTTP on this port',
    expect: { 'endpoint/unanswered': 'error' },
    plays: { kind: 'http' },
  },
  {
    name: 'closed',
    story: 'Nobody listens',
    expect: { 'endpoint/unanswered': 'error' },
    plays: { kind: 'closed' },
  },
]
