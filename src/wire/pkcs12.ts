import { X509Certificate, createPrivateKey, type KeyObject } from 'node:crypto'

import { type Der, readBer } from './der.ts'
import { orderedLeafFirst } from './leaf-first.ts'
import { Malformed, WrongPassword } from './malformed.ts'
import { decrypted } from './password-encryption.ts'
import { type Password, passwordOf } from './password.ts'
import { macFits } from './pkcs12-mac.ts'
import { readCertificate } from './x509.ts'

/** What a client shows of itself: a private key as PKCS#8 PEM, and DER certificates, the key's own first. */
export interface Identity {
  readonly key: string
  readonly certificates: readonly Uint8Array[]
}

/** In octets. */
const largestPkcs12 = 1_048_576

/**
 * Reads the certificates of a PKCS#12 file (RFC 7292) as DER, in the order of its bags. Throws
 * `WrongPassword` when the password does not fit, `Malformed` on everything else.
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
  const { bags, password } = await openPkcs12(bytes, passphrase)
  const certificates = orderedLeafFirst(certificatesIn(bags).map((der) => readCertificate(der)))
  for (const bag of bags) {
    const key = await keyIn(bag, password)
    const own = key && certificates.find(({ der }) => belongs(der, key))
    if (key === undefined || own === undefined) continue
    const chain = [own, ...certificates.filter((certificate) => certificate !== own)]
    const pem = key.export({ type: 'pkcs8', format: 'pem' })
    return { key: pem.toString(), certificates: chain.map(({ der }) => der) }
  }
  throw new Malformed('PKCS#12: no private key with its certificate')
}

/** RFC 7292 §4.2: what a SafeBag holds; keys may still be encrypted. */
interface Bag {
  readonly type: string
  readonly value: Der
}

const bagTypes = {
  key: '1.2.840.113549.1.12.10.1.1',
  shroudedKey: '1.2.840.113549.1.12.10.1.2',
  certificate: '1.2.840.113549.1.12.10.1.3',
  safeContents: '1.2.840.113549.1.12.10.1.6',
} as const

const contentTypes = { data: '1.2.840.113549.1.7.1', encryptedData: '1.2.840.113549.1.7.6' } as const

/** RFC 7292 §4: PFX ::= SEQUENCE { version (v3), authSafe ContentInfo, macData MacData OPTIONAL } */
async function openPkcs12(
  bytes: Uint8Array,
  passphrase: string | null,
): Promise<{ readonly bags: readonly Bag[]; readonly password: Password }> {
  if (bytes.length > largestPkcs12) throw new Malformed(`PKCS#12: larger than ${largestPkcs12} octets`)
  const [version, authSafe, macData] = readBer(bytes, 'PKCS#12').sequence()
  if (version === undefined || authSafe === undefined)
    throw new Malformed('PKCS#12: wanted version and authSafe')
  if (version.smallInteger() !== 3) throw new Malformed('PKCS#12: wanted version 3')
  const { type, content } = readContentInfo(authSafe)
  if (type !== contentTypes.data) throw new Malformed(`PKCS#12: protected by ${type}, not by a password`)
  const safe = content.pieces()
  const password = await provenPassword(macData, safe, passphrase)
  const bags: Bag[] = []
  for (const contentInfo of readBer(safe, 'AuthenticatedSafe').sequence()) {
    bags.push(...readSafeContents(readBer(await openContent(contentInfo, password), 'SafeContents')))
  }
  return { bags, password }
}

/** RFC 5652 §3: ContentInfo ::= SEQUENCE { contentType, content [0] EXPLICIT ANY } */
function readContentInfo(contentInfo: Der): { readonly type: string; readonly content: Der } {
  const [type, content] = contentInfo.pair()
  return { type: type.oid(), content: content.explicit() }
}

async function openContent(contentInfo: Der, password: Password): Promise<Uint8Array> {
  const { type, content } = readContentInfo(contentInfo)
  if (type === contentTypes.data) return content.pieces()
  if (type !== contentTypes.encryptedData) throw new Malformed(`PKCS#12: content of type ${type}`)
  const [, encrypted] = content.named('EncryptedData').sequence()
  const [, algorithm, ciphertext] = encrypted?.sequence() ?? []
  if (algorithm === undefined || ciphertext === undefined)
    throw new Malformed('EncryptedData: nothing inside')
  return opened(algorithm, ciphertext, password)
}

async function opened(algorithm: Der, ciphertext: Der, password: Password): Promise<Uint8Array> {
  const plain = await decrypted(algorithm, ciphertext.pieces(), password)
  // Without a MAC a wrong password shows only here; whatever is encrypted in these files is a SEQUENCE
  if (plain?.[0] !== 0x30) throw new WrongPassword('PKCS#12: the password does not decrypt it')
  return plain
}

/** RFC 7292 §4.2: SafeBag ::= SEQUENCE { bagId, bagValue [0] EXPLICIT ANY, bagAttributes SET OPTIONAL } */
function readSafeContents(safeContents: Der): readonly Bag[] {
  return safeContents.sequence().flatMap((bag) => {
    const [id, wrapped] = bag.sequence()
    if (id === undefined || wrapped === undefined) throw new Malformed('SafeBag: wanted bagId and bagValue')
    const type = id.oid()
    const value = wrapped.explicit()
    return type === bagTypes.safeContents ? readSafeContents(value) : [{ type, value }]
  })
}

const x509Certificate = '1.2.840.113549.1.9.22.1'

/** RFC 7292 §4.2.3: CertBag ::= SEQUENCE { certId, certValue [0] EXPLICIT OCTET STRING } */
function certificatesIn(bags: readonly Bag[]): readonly Uint8Array[] {
  return bags.flatMap(({ type, value }) => {
    if (type !== bagTypes.certificate) return []
    const [id, wrapped] = value.named('CertBag').pair()
    return id.oid() === x509Certificate ? [wrapped.explicit().pieces()] : []
  })
}

async function keyIn({ type, value }: Bag, password: Password): Promise<KeyObject | undefined> {
  if (type === bagTypes.key) return privateKey(value.encoded)
  if (type !== bagTypes.shroudedKey) return undefined
  const [algorithm, ciphertext] = value.named('EncryptedPrivateKeyInfo').pair()
  return privateKey(await opened(algorithm, ciphertext, password))
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

/** A file that opens without a password may have been written with an empty one or with none. */
async function provenPassword(
  macData: Der | undefined,
  safe: Uint8Array,
  passphrase: string | null,
): Promise<Password> {
  if (macData === undefined) return passwordOf(passphrase ?? '')
  for (const text of passphrase === null || passphrase === '' ? ['', null] : [passphrase]) {
    const password = passwordOf(text)
    if (await macFits(macData, safe, password)) return password
  }
  throw new WrongPassword('PKCS#12: the MAC does not fit the password')
}
