import type { TlsVersion } from '../../model/observation.ts'

/** What a profile of Mozilla's Server Side TLS guidelines allows; an offer need not hold all of it. */
export interface MozillaProfile {
  readonly name: 'modern' | 'intermediate' | 'old'
  readonly version: string
  readonly versions: readonly TlsVersion[]
  readonly suites: ReadonlySet<string>
  readonly certificateTypes: readonly string[]
  readonly signatures: readonly string[]
  /** The least bits of DH parameters; `null`: no DH at all. */
  readonly leastDhBits: number | null
}

/** The same in all three. */
export const allowedGroups: readonly number[] = [
  0x11ec, // X25519MLKEM768
  0x001d, // x25519
  0x0017, // secp256r1
  0x0018, // secp384r1
]
export const allowedCurves: readonly string[] = ['P-256', 'P-384']
export const leastRsaBits = 2048

const tls13 = ['TLS_AES_128_GCM_SHA256', 'TLS_AES_256_GCM_SHA384', 'TLS_CHACHA20_POLY1305_SHA256']

const both = (...ends: readonly string[]): readonly string[] =>
  ends.flatMap((end) => [`TLS_ECDHE_ECDSA_WITH_${end}`, `TLS_ECDHE_RSA_WITH_${end}`])

const aead = both('AES_128_GCM_SHA256', 'AES_256_GCM_SHA384', 'CHACHA20_POLY1305_SHA256')

const old = [
  ...both('AES_128_CBC_SHA256', 'AES_128_CBC_SHA', 'AES_256_CBC_SHA384', 'AES_256_CBC_SHA'),
  'TLS_RSA_WITH_AES_128_GCM_SHA256',
  'TLS_RSA_WITH_AES_256_GCM_SHA384',
  'TLS_RSA_WITH_AES_128_CBC_SHA256',
  'TLS_RSA_WITH_AES_256_CBC_SHA256',
  'TLS_RSA_WITH_AES_128_CBC_SHA',
  'TLS_RSA_WITH_AES_256_CBC_SHA',
  'TLS_RSA_WITH_3DES_EDE_CBC_SHA',
]

const ecdsaSignatures = ['ecdsa-with-SHA256', 'ecdsa-with-SHA384', 'ecdsa-with-SHA512']

/** The best first. Version 6.0 of 2026-04-06 has two; `old` ended with 5.8. */
export const mozillaProfiles: readonly MozillaProfile[] = [
  {
    name: 'modern',
    version: '6.0',
    versions: ['TLSv1.3'],
    suites: new Set(tls13),
    certificateTypes: ['EC'],
    signatures: ecdsaSignatures,
    leastDhBits: null,
  },
  {
    name: 'intermediate',
    version: '6.0',
    versions: ['TLSv1.2', 'TLSv1.3'],
    suites: new Set([...tls13, ...aead]),
    certificateTypes: ['EC', 'RSA'],
    signatures: ['sha256WithRSAEncryption', ...ecdsaSignatures],
    leastDhBits: 2048,
  },
  {
    name: 'old',
    version: '5.8',
    versions: ['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'],
    suites: new Set([...tls13, ...aead, ...old]),
    certificateTypes: ['RSA'],
    signatures: ['sha256WithRSAEncryption'],
    leastDhBits: 2048,
  },
]
