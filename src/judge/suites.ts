import type { CipherSuite } from '../model/observation.ts'

/**
 * Whether encryption and integrity are one (RFC 5116), by the suite's registered name. A number nobody registered is
 * none, and proves nothing either way.
 */
export function isAead({ name }: CipherSuite): boolean {
  return /GCM|CCM|POLY1305|AEGIS|MGM/.test(name)
}

/** A suite whose key exchange uses ephemeral DH parameters, below TLS 1.3. */
export function usesDh({ name }: CipherSuite): boolean {
  return /_DHE_|_DH_anon_/.test(name)
}

/** A suite whose key exchange uses an ephemeral key on a curve, below TLS 1.3. */
export function usesCurve({ name }: CipherSuite): boolean {
  return /_ECDHE_|_ECDH_anon_/.test(name)
}

/** A suite that the clients of today offer: what they are given says what people get. */
export function isOfToday({ name, flags }: CipherSuite): boolean {
  return /AES|CHACHA20/.test(name) && !flags.includes('ANON') && !/_(PSK|SRP|KRB5)_/.test(name)
}

export const flagged =
  (flag: string) =>
  ({ flags }: CipherSuite): boolean =>
    flags.includes(flag)
