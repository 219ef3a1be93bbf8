import { createHash } from 'node:crypto'

import type { DhParameters } from '../model/tls-scan.ts'
import { bitLength } from './server-key-exchange.ts'
import { knownPrimeRows } from './tables/known-primes.ts'

/** The group of a prime as ServerKeyExchange holds it: zeros may stand before the number (RFC 5246 §7.4.3). */
export function dhParameters(prime: Uint8Array, exportGrade: boolean): DhParameters {
  const hex = Buffer.from(prime).toString('hex').replace(/^0+/, '')
  const found = known.get(createHash('sha256').update(hex).digest('hex'))
  return {
    bits: bitLength(prime),
    prime: hex,
    known: found?.name ?? null,
    rfc7919: found?.rfc7919 ?? false,
    exportGrade,
  }
}

const known: ReadonlyMap<string, { readonly name: string; readonly rfc7919: boolean }> = new Map(
  knownPrimeRows.map(([digest, name, rfc7919]) => [digest, { name, rfc7919 }]),
)
