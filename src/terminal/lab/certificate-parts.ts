import type { Part } from './part.ts'

/** What goes well, then what goes wrong with certificates: dates, names, chains, keys. */
export const certificateParts: readonly Part[] = [
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
]
