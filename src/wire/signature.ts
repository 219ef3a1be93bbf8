import { constants, createPublicKey, type KeyObject, verify } from 'node:crypto'

import type { Der } from './der.ts'
import { Malformed } from './malformed.ts'
import { readSignatureAlgorithm } from './x509-algorithm.ts'

/** Hashes that a signature may be made over, as OpenSSL calls them; MD5 and older prove nothing. */
const hashes: ReadonlyMap<string, string> = new Map([
  ['SHA-1', 'sha1'],
  ['SHA-224', 'sha224'],
  ['SHA-256', 'sha256'],
  ['SHA-384', 'sha384'],
  ['SHA-512', 'sha512'],
])

/**
 * Whether the key made the signature over these octets by the AlgorithmIdentifier that stands beside it: RSA PKCS #1,
 * RSASSA-PSS, ECDSA, EdDSA and ML-DSA. Throws `Malformed` for an algorithm that we cannot check.
 */
export function signatureVerifies(
  algorithm: Der,
  signed: Uint8Array,
  signature: Uint8Array,
  key: KeyObject,
): boolean {
  const { name, hash } = readSignatureAlgorithm(algorithm, 'signatureAlgorithm')
  const type = key.asymmetricKeyType
  if (ownHash.has(name)) return type === ownHash.get(name) && verify(null, signed, key, signature)
  const digest = hash === null ? undefined : hashes.get(hash)
  if (digest === undefined) throw new Malformed(`signatureAlgorithm: ${name} is not checked here`)
  if (name === 'id-RSASSA-PSS') {
    const padding = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO }
    return (type === 'rsa' || type === 'rsa-pss') && verify(digest, signed, { key, ...padding }, signature)
  }
  if (name.startsWith('ecdsa-with-')) return type === 'ec' && verify(digest, signed, key, signature)
  if (name.endsWith('WithRSAEncryption')) return type === 'rsa' && verify(digest, signed, key, signature)
  throw new Malformed(`signatureAlgorithm: ${name} is not checked here`)
}

/** A key that signatures are checked with. Throws `Malformed` where OpenSSL cannot use it: an unknown kind, a bad point. */
export function publicKeyOf(spki: Uint8Array, what: string): KeyObject {
  try {
    return createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' })
  } catch (thrown) {
    throw new Malformed(`${what} cannot be used`, { cause: thrown })
  }
}

/** Algorithms that bring their own hash, with the key type that Node calls them by. */
const ownHash: ReadonlyMap<string, string> = new Map([
  ['id-Ed25519', 'ed25519'],
  ['id-Ed448', 'ed448'],
  ['id-ml-dsa-44', 'ml-dsa-44'],
  ['id-ml-dsa-65', 'ml-dsa-65'],
  ['id-ml-dsa-87', 'ml-dsa-87'],
])
