import type { CipherSuite } from '../model/observation.ts'
import { cipherSuiteRows } from './tables/cipher-suites.ts'

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
