import { X509Certificate, createHmac, createPrivateKey, type KeyObject } from 'node:crypto'

import type forge from 'node-forge'

import { fileLimits } from '../model/limits.ts'
import { type Der, tags } from './der.ts'
import { orderedLeafFirst } from './leaf-first.ts'
import { Malformed, WrongPassword } from './malformed.ts'
import {
  type Bag,
  type Encrypted,
  type Mac,
  readAuthenticatedSafe,
  readPfx,
  readSafeContents,
} from './pfx.ts'
import { readAlgorithm } from './x509-algorithm.ts'
import { readCertificate } from './x509.ts'

/** What a client shows of itself: a private key as PKCS#8 PEM, and DER certificates, the key's own first. */
export interface Identity {
  readonly key: string
  readonly certificates: readonly Uint8Array[]
}

/**
 * Reads the certificates of a PKCS#12 file (RFC 7292) as DER, in the order of its bags. The cryptography is
 * node-forge's; its `pkcs12FromAsn1` is not used, because it refuses a file for one secret in it, rewrites
 * certificates, and iterates without limit to counts that it has only just decrypted. Throws `WrongPassword`
 * when the password does not fit, `Malformed` on everything else.
 */
export async function readPkcs12Certificates(
  bytes: Uint8Array,
  passphrase: string | null,
): Promise<readonly Uint8Array[]> {
  const { bags } = await openPkcs12(bytes, passphrase)
  return certificatesIn(bags)
}

/**
 * Reads the private key of a PKCS#12 file and the chain for it. Of several keys it is the first that one of
 * the certificates belongs to. Throws as `readPkcs12Certificates` does.
 */
export async function readPkcs12Identity(bytes: Uint8Array, passphrase: string | null): Promise<Identity> {
  const { bags, lock } = await openPkcs12(bytes, passphrase)
  const certificates = orderedLeafFirst(certificatesIn(bags).map((der) => readCertificate(der)))
  for (const bag of bags) {
    if (bag.kind === 'certificate') continue
    const key = privateKey(bag.kind === 'key' ? bag.der : decrypted(bag.encrypted, lock))
    const own = certificates.find(({ der }) => belongs(der, key))
    if (own === undefined) continue
    const chain = [own, ...certificates.filter((certificate) => certificate !== own)]
    const pem = key.export({ type: 'pkcs8', format: 'pem' })
    return { key: pem.toString(), certificates: chain.map(({ der }) => der) }
  }
  throw new Malformed('PKCS#12: no private key with its certificate')
}

function certificatesIn(bags: readonly Bag[]): readonly Uint8Array[] {
  return bags.flatMap((bag) => (bag.kind === 'certificate' ? [bag.der] : []))
}

function privateKey(pkcs8: Uint8Array): KeyObject {
  try {
    return createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' })
  } catch (thrown) {
    throw new Malformed(`PrivateKeyInfo: ${thrown instanceof Error ? thrown.message : String(thrown)}`)
  }
}

function belongs(certificate: Uint8Array, key: KeyObject): boolean {
  try {
    return new X509Certificate(certificate).checkPrivateKey(key)
  } catch {
    return false // OpenSSL cannot read its key: not a certificate to be shown to anybody
  }
}

/** A file with a password to try; `null` is no password at all, which PKCS#12 tells apart from an empty one. */
interface Lock {
  readonly forge: typeof forge
  readonly password: string | null
  /** Takes iterations from what is left for this password; throws `Malformed` beyond. */
  readonly spend: (iterations: number) => void
}

async function openPkcs12(
  bytes: Uint8Array,
  passphrase: string | null,
): Promise<{ readonly bags: readonly Bag[]; readonly lock: Lock }> {
  if (bytes.length > fileLimits.pkcs12Bytes)
    throw new Malformed(`PKCS#12: larger than ${fileLimits.pkcs12Bytes} octets`)
  const { safe, mac } = readPfx(bytes)
  const { default: forge } = await import('node-forge')
  // A file that opens without a password may have been written with an empty one or with none
  const passwords = passphrase === null || passphrase === '' ? ['', null] : [passphrase]
  const locks = passwords.map((password): Lock => ({ forge, password, spend: spender() }))
  const lock = locks.find((lock) => mac === undefined || macFits(mac, safe, lock))
  if (lock === undefined) throw new WrongPassword('PKCS#12: the MAC does not fit the password')
  const bags = readAuthenticatedSafe(safe).flatMap((contents) =>
    readSafeContents(contents instanceof Uint8Array ? contents : decrypted(contents, lock)),
  )
  return { bags, lock }
}

function spender(): Lock['spend'] {
  let left = fileLimits.pkcs12Iterations
  return (iterations) => {
    if (iterations < 1) throw new Malformed(`PKCS#12: ${iterations} iterations of key derivation`)
    left -= iterations
    if (left < 0) throw unsupported(`more than ${fileLimits.pkcs12Iterations} iterations of key derivation`)
  }
}

/** RFC 7292 appendix B.3: what a key is derived for. */
const purposes = { encryption: 1, iv: 2, mac: 3 } as const
const digests = ['md5', 'sha1', 'sha256', 'sha384', 'sha512'] as const

function macFits({ oid, value, salt, iterations }: Mac, safe: Uint8Array, lock: Lock): boolean {
  const { forge, password, spend } = lock
  const digest = digests.find((name) => forge.pki.oids[name] === oid)
  if (digest === undefined) throw unsupported(nameOf(oid, forge))
  spend(iterations)
  const md = forge.md[digest].create()
  const start = forge.util.createBuffer(binary(salt))
  const key = forge.pkcs12.generateKey(password, start, purposes.mac, iterations, md.digestLength, md)
  return createHmac(digest, octets(key)).update(safe).digest().equals(value)
}

function decrypted({ algorithm, ciphertext }: Encrypted, lock: Lock): Uint8Array {
  const { oid, parameters } = readAlgorithm(algorithm, 'encryptionAlgorithm')
  examine(algorithm, lock)
  if (parameters === undefined) throw new Malformed(`encryptionAlgorithm: ${oid} without parameters`)
  if (ciphertext.length % 8 > 0) throw new Malformed(`PKCS#12: ${ciphertext.length} octets in blocks of 8`)
  const rc2 = nameOf(oid, lock.forge).includes('RC2')
  if (rc2 && ciphertext.length > fileLimits.rc2Bytes)
    throw unsupported(`RC2 over more than ${fileLimits.rc2Bytes} octets`)
  const decipher =
    oid === rc2With128Bits ? rc2Decipher(parameters, lock) : forgesDecipher(oid, parameters, lock)
  decipher.update(lock.forge.util.createBuffer(binary(ciphertext)))
  const plain = decipher.finish() ? octets(decipher.output) : Buffer.of()
  // Without a MAC a wrong password shows only here; whatever is encrypted in these files is a SEQUENCE
  if (plain[0] !== 0x30) throw new WrongPassword('PKCS#12: the password does not decrypt it')
  return plain
}

/** Every algorithm named must be supported, and every INTEGER may be the count that node-forge iterates to. */
function examine(value: Der, lock: Lock): void {
  if (value.is(tags.integer)) lock.spend(value.smallInteger())
  if (value.is(tags.oid)) {
    const name = nameOf(value.oid(), lock.forge)
    if (!supported.has(name)) throw unsupported(name)
  }
  if (value.constructed) for (const member of value.members) examine(member, lock)
}

/** RFC 7292 appendix C, RFC 8018 appendix B, RFC 3565. Asked for HMAC with SHA-224, node-forge does another. */
const supported: ReadonlySet<string> = new Set([
  'pbeWithSHAAnd3-KeyTripleDES-CBC',
  'pbeWithSHAAnd128BitRC2-CBC',
  'pbewithSHAAnd40BitRC2-CBC',
  'pkcs5PBES2',
  'pkcs5PBKDF2',
  'hmacWithSHA1',
  'hmacWithSHA256',
  'hmacWithSHA384',
  'hmacWithSHA512',
  'des-EDE3-CBC',
  'aes128-CBC',
  'aes192-CBC',
  'aes256-CBC',
])

function forgesDecipher(oid: string, parameters: Der, { forge, password }: Lock): forge.cipher.BlockCipher {
  // RFC 8018 §3 takes the password as octets, RFC 7292 appendix B.1 as characters
  const utf8 = binary(Buffer.from(password ?? ''))
  const secret = oid === forge.pki.oids['pkcs5PBES2'] ? utf8 : password
  try {
    return forge.pki.pbe.getCipher(oid, forge.asn1.fromDer(binary(parameters.encoded)), secret)
  } catch (thrown) {
    throw new Malformed(`encryptionAlgorithm: ${thrown instanceof Error ? thrown.message : String(thrown)}`)
  }
}

const rc2With128Bits = '1.2.840.113549.1.12.1.5'

/** RFC 7292 appendix C: node-forge has the cipher and the key derivation, but not the two together. */
function rc2Decipher(parameters: Der, { forge, password }: Lock): forge.rc2.cipher {
  const [salt, count] = parameters.named('pkcs-12PbeParams').pair()
  const derived = (purpose: number, length: number): forge.util.ByteBuffer => {
    const start = forge.util.createBuffer(binary(salt.octetString()))
    return forge.pkcs12.generateKey(password, start, purpose, count.smallInteger(), length)
  }
  const decipher = forge.rc2.createDecryptionCipher(derived(purposes.encryption, 16), 128)
  decipher.start(derived(purposes.iv, 8))
  return decipher
}

/** What node-forge calls bytes: a string with one character for each octet. */
function binary(octets: Uint8Array): string {
  return Buffer.from(octets).toString('latin1')
}

function octets(buffer: forge.util.ByteBuffer): Buffer {
  return Buffer.from(buffer.getBytes(), 'latin1')
}

function nameOf(oid: string, { pki }: Lock['forge']): string {
  if (oid === '1.2.840.113549.1.5.14') return 'PBMAC1'
  return oid === '1.3.6.1.4.1.11591.4.11' ? 'scrypt' : (pki.oids[oid] ?? oid)
}

function unsupported(what: string): Malformed {
  const read = 'openssl pkcs12 -in OLD -nodes -out ALL.pem'
  const write = 'openssl pkcs12 -export -in ALL.pem -out NEW'
  return new Malformed(`PKCS#12: ${what}: not supported; "${read}" and then "${write}" writes one that is`)
}
