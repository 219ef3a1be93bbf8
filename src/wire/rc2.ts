import { Malformed } from './malformed.ts'

/**
 * Decrypts RC2 in CBC mode (RFC 2268), with as many effective bits as the key has; the padding is left on.
 * OpenSSL 3 keeps RC2 in a provider that Node does not load: hence node-forge, loaded when such a file comes.
 */
export async function decryptedRc2(
  key: Uint8Array,
  iv: Uint8Array,
  ciphertext: Uint8Array,
): Promise<Uint8Array> {
  if (ciphertext.length % 8 !== 0) throw new Malformed(`rc2: ${ciphertext.length} octets`)
  const [{ default: rc2 }, { default: util }] = await Promise.all([
    import('node-forge/lib/rc2.js'),
    import('node-forge/lib/util.js'),
  ])
  const cipher = rc2.createDecryptionCipher(binary(key), key.length * 8)
  cipher.start(binary(iv))
  cipher.update(util.createBuffer(binary(ciphertext)))
  cipher.finish(() => true) // the caller takes the padding off: node-forge believes any last octet
  return Buffer.from(cipher.output.getBytes(), 'latin1')
}

/** What node-forge calls bytes: a string with one character for each octet. */
function binary(octets: Uint8Array): string {
  return Buffer.from(octets).toString('latin1')
}
