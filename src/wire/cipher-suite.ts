import { type CipherSuite, type TlsVersion, tlsVersions } from '../model/observation.ts'
import type { KeyExchangeKind } from './server-key-exchange.ts'
import { type CipherSuiteRow, cipherSuiteRows } from './tables/cipher-suites.ts'

/**
 * The cipher suite of that number: two octets in TLS, three in SSL 2.0. A number nobody registered has its
 * hex for a name, and nothing else is known about it.
 */
export function cipherSuite(id: number): CipherSuite {
  const unregistered = { name: `0x${id.toString(16).padStart(4, '0')}`, openssl: null, bits: null }
  return byId.get(id) ?? { id, ...unregistered, forwardSecrecy: null, flags: [] }
}

/** The cipher suite of that IANA or OpenSSL name, as node:tls gives them; TLS before SSL 2.0. */
export function cipherSuiteByName(name: string): CipherSuite | undefined {
  return byName.get(name)
}

const suites: readonly CipherSuite[] = cipherSuiteRows.map(
  ([id, name, openssl, bits, forwardSecrecy, flags]) => ({
    id,
    name,
    openssl,
    bits,
    forwardSecrecy,
    flags: flags === '' ? [] : flags.split(';'),
  }),
)

const byId: ReadonlyMap<number, CipherSuite> = new Map(suites.map((suite) => [suite.id, suite]))

// Reversed: of two suites with one name the lower number, which stands first, overwrites the higher
const byName: ReadonlyMap<string, CipherSuite> = new Map(
  suites.toReversed().flatMap((suite) => {
    const both = suite.openssl === null ? [suite.name] : [suite.openssl, suite.name]
    return both.map((name) => [name, suite] as const)
  }),
)

/** How a suite exchanges keys and authenticates, as the tables have it: `ECDHE`, `DHE_PSK`; `RSA`, `ECDSA`, `anon`. */
export interface SuiteTraits {
  readonly keyExchange: string
  readonly authentication: string
  /** `CBC`, `stream`, `AEAD-GCM` …; empty where nothing is encrypted. */
  readonly mode: string
  /** The shape of its ServerKeyExchange. */
  readonly exchangeKind: KeyExchangeKind
}

export function suiteTraits(id: number): SuiteTraits {
  return traitsById.get(id) ?? { keyExchange: '', authentication: '', mode: '', exchangeKind: 'other' }
}

/** All that a client may offer in a version, in the order of the numbers: never TLS_NULL_WITH_NULL_NULL. */
export function suitesOf(version: TlsVersion): readonly number[] {
  const alone = version === 'SSLv2' || version === 'TLSv1.3'
  const age = tlsVersions.indexOf(version)
  return cipherSuiteRows
    .filter(([id, , , , , , since]) => {
      const born = tlsVersions.findIndex((known) => known === since)
      if (id === 0 || born < 0) return false
      return alone || since === 'SSLv2' || since === 'TLSv1.3' ? since === version : born <= age
    })
    .map(([id]) => id)
}

function traitsOf([id, , , , , flags, , keyExchange, authentication, mode]: CipherSuiteRow): SuiteTraits {
  const exporting = flags.split(';').includes('EXPORT')
  const kinds: Readonly<Record<string, KeyExchangeKind>> = {
    ECDHE: 'ecdhe',
    DHE: 'dhe',
    RSA: exporting && id <= 0xffff ? 'rsa-export' : 'other',
  }
  return { keyExchange, authentication, mode, exchangeKind: kinds[keyExchange] ?? 'other' }
}

const traitsById: ReadonlyMap<number, SuiteTraits> = new Map(
  cipherSuiteRows.map((row) => [row[0], traitsOf(row)]),
)
