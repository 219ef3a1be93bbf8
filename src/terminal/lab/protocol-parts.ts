import type { Part } from './part.ts'

/** What goes wrong with versions, suites and groups, and some that go well. */
export const protocolParts: readonly Part[] = [
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
]
