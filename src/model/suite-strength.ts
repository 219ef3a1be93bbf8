import type { CipherSuite } from './observation.ts'

export type Strength = 'secure' | 'weak' | 'insecure'

/** No encryption or no authentication, below 112 bits, or broken: RFC 9325 §4.1, RFC 7465, RFC 6151. */
const broken = ['SSLv2', 'NULL-ENC', 'ANON', 'EXPORT', 'RC4', 'RC2', 'DES', 'LT112', 'MD5-MAC']
/** Attacked again and again, or withdrawn: RFC 9325 §4.1 and §4.2, RFC 6655 §6.1. */
const frail = ['BLOCK64', 'CBC', 'CCM8', 'STATIC-RSA', 'STATIC-DH', 'PRE-RFC7905-DRAFT', 'EXPERIMENT-ENDED']

/** How well a suite protects; `null` for a number nobody registered. */
export function suiteStrength({ bits, flags, forwardSecrecy }: CipherSuite): Strength | null {
  if (flags.some((flag) => broken.includes(flag))) return 'insecure'
  if (bits === null && flags.length === 0) return null
  return forwardSecrecy === false || flags.some((flag) => frail.includes(flag)) ? 'weak' : 'secure'
}
