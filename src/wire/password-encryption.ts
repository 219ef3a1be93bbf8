import { createDecipheriv } from 'node:crypto'

import type { Der } from './der.ts'
import { Malformed } from './malformed.ts'
import { type Password, pbkdf2Key, pkcs12Key, purposes } from './password.ts'
import { decryptedRc2 } from './rc2.ts'
import { readAlgorithm } from './x509-algorithm.ts'

/**
 * Decrypts what a password encrypts: PBES2 (RFC 8018 §6.2) with AES or triple DES, and the schemes of
 * RFC 7292 appendix C with triple DES or RC2. Answers `null` when the padding is wrong, which is what a wrong
 * password looks like; throws `Malformed` on anything unreadable or unsupported.
 */
export async function decrypted(
  algorithm: Der,
  ciphertext: Uint8Array,
  password: Password,
): Promise<Uint8Array | null> {
  const { oid, parameters } = readAlgorithm(algorithm, 'encryptionAlgorithm')
  if (parameters === undefined) throw new Malformed(`encryptionAlgorithm: ${oid} without parameters`)
  if (oid === pbes2) return decryptPbes2(parameters, ciphertext, password)
  const scheme = pkcs12Schemes.get(oid)
  if (scheme === undefined) throw new Malformed(`encryptionAlgorithm: ${oid} is not supported`)
  const [salt, iterations] = parameters.named('pkcs-12PbeParams').pair()
  const derivation = { salt: salt.octetString(), iterations: iterations.smallInteger() }
  const key = pkcs12Key(password, 'sha1', derivation, purposes.encryption, scheme.keyLength)
  const iv = pkcs12Key(password, 'sha1', derivation, purposes.iv, 8)
  if (scheme.cipher !== 'rc2') return decrypt(scheme.cipher, key, iv, ciphertext)
  return unpadded(await decryptedRc2(key, iv, ciphertext), 8)
}

const pbes2 = '1.2.840.113549.1.5.13'

/** RFC 7292 appendix C, without its two RC4 schemes: those are refused by their OID. */
const pkcs12Schemes: ReadonlyMap<string, { readonly cipher: string; readonly keyLength: number }> = new Map([
  ['1.2.840.113549.1.12.1.3', { cipher: 'des-ede3-cbc', keyLength: 24 }],
  ['1.2.840.113549.1.12.1.4', { cipher: 'des-ede-cbc', keyLength: 16 }],
  ['1.2.840.113549.1.12.1.5', { cipher: 'rc2', keyLength: 16 }],
  ['1.2.840.113549.1.12.1.6', { cipher: 'rc2', keyLength: 5 }],
])

/** RFC 8018 appendix B.2 and RFC 3565 §4.1. */
const pbes2Ciphers: ReadonlyMap<string, { readonly cipher: string; readonly keyLength: number }> = new Map([
  ['1.2.840.113549.3.7', { cipher: 'des-ede3-cbc', keyLength: 24 }],
  ['2.16.840.1.101.3.4.1.2', { cipher: 'aes-128-cbc', keyLength: 16 }],
  ['2.16.840.1.101.3.4.1.22', { cipher: 'aes-192-cbc', keyLength: 24 }],
  ['2.16.840.1.101.3.4.1.42', { cipher: 'aes-256-cbc', keyLength: 32 }],
])

async function decryptPbes2(
  parameters: Der,
  ciphertext: Uint8Array,
  password: Password,
): Promise<Uint8Array | null> {
  const [derivation, encryption] = parameters.named('PBES2-params').pair()
  const { oid, parameters: iv } = readAlgorithm(encryption, 'encryptionScheme')
  const scheme = pbes2Ciphers.get(oid)
  if (scheme === undefined || iv === undefined)
    throw new Malformed(`encryptionScheme: ${oid} is not supported`)
  const key = await pbkdf2Key(password, derivation, scheme.keyLength)
  return decrypt(scheme.cipher, key, iv.octetString(), ciphertext)
}

function decrypt(cipher: string, key: Uint8Array, iv: Uint8Array, ciphertext: Uint8Array): Uint8Array | null {
  const blockSize = cipher.startsWith('aes') ? 16 : 8
  if (iv.length !== blockSize)
    throw new Malformed(`${cipher}: an initialisation vector of ${iv.length} octets`)
  if (ciphertext.length % blockSize !== 0) throw new Malformed(`${cipher}: ${ciphertext.length} octets`)
  const decipher = createDecipheriv(cipher, key, iv)
  decipher.setAutoPadding(false)
  return unpadded(Buffer.concat([decipher.update(ciphertext), decipher.final()]), blockSize)
}

/** RFC 8018 §6.1.1: n octets of the value n. */
function unpadded(octets: Uint8Array, blockSize: number): Uint8Array | null {
  const padding = octets.at(-1) ?? 0
  if (padding < 1 || padding > blockSize) return null
  const end = octets.length - padding
  return octets.subarray(end).every((octet) => octet === padding) ? octets.subarray(0, end) : null
}
