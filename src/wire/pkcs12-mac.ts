import { createHmac, timingSafeEqual } from 'node:crypto'

import type { Der } from './der.ts'
import { Malformed } from './malformed.ts'
import { type Digest, type Password, hmacDigest, pbkdf2Key, pkcs12Key, purposes } from './password.ts'
import { readAlgorithm } from './x509-algorithm.ts'

/**
 * Whether the password gives the MAC that protects a PKCS#12 file (RFC 7292 §4, RFC 9579): MacData ::=
 * SEQUENCE { mac DigestInfo, macSalt, iterations DEFAULT 1 }. Throws `Malformed`.
 */
export async function macFits(macData: Der, safe: Uint8Array, password: Password): Promise<boolean> {
  const [info, salt, count] = macData.named('MacData').sequence()
  if (info === undefined || salt === undefined) throw new Malformed('MacData: wanted mac and macSalt')
  const [algorithm, expected] = info.pair()
  const derivation = { salt: salt.pieces(), iterations: count?.smallInteger() ?? 1 }
  const { digest, key } = await macKey(algorithm, derivation, password)
  const mac = createHmac(digest, key).update(safe).digest()
  const wanted = expected.pieces()
  return mac.length === wanted.length && timingSafeEqual(mac, wanted)
}

interface MacKey {
  readonly digest: Digest
  readonly key: Uint8Array
}

async function macKey(
  algorithm: Der,
  derivation: { readonly salt: Uint8Array; readonly iterations: number },
  password: Password,
): Promise<MacKey> {
  const { oid, parameters } = readAlgorithm(algorithm, 'MacData')
  const digest = digests.get(oid)
  if (digest !== undefined) {
    const { name, length } = digest
    return { digest: name, key: pkcs12Key(password, name, derivation, purposes.mac, length) }
  }
  if (oid !== pbmac1 || parameters === undefined) throw new Malformed(`MacData: ${oid} is not supported`)
  // RFC 9579 §4: salt and iterations of MacData are not used; keyLength must be given
  const [keyDerivation, scheme] = parameters.named('PBMAC1-params').pair()
  const name = hmacDigest(readAlgorithm(scheme, 'messageAuthScheme').oid)
  return { digest: name, key: await pbkdf2Key(password, keyDerivation, null) }
}

const pbmac1 = '1.2.840.113549.1.5.14'

const digests: ReadonlyMap<string, { readonly name: Digest; readonly length: number }> = new Map([
  ['1.2.840.113549.2.5', { name: 'md5', length: 16 }],
  ['1.3.14.3.2.26', { name: 'sha1', length: 20 }],
  ['2.16.840.1.101.3.4.2.4', { name: 'sha224', length: 28 }],
  ['2.16.840.1.101.3.4.2.1', { name: 'sha256', length: 32 }],
  ['2.16.840.1.101.3.4.2.2', { name: 'sha384', length: 48 }],
  ['2.16.840.1.101.3.4.2.3', { name: 'sha512', length: 64 }],
])
