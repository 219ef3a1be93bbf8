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
  readonly versions?: readonly [
    lowest: 'TLSv1' | 'TLSv1.2' | 'TLSv1.3',
    highest: 'TLSv1' | 'TLSv1.2' | 'TLSv1.3',
  ]
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
    },
    plays: { kind: 'tls', versions: ['TLSv1', 'TLSv1'] },
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
