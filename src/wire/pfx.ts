import { type Der, readBer } from './der.ts'
import { Malformed } from './malformed.ts'
import { readAlgorithm } from './x509-algorithm.ts'

/** RFC 7292 §4: the outside of a PKCS#12 file. `safe` is what the MAC protects, an AuthenticatedSafe in BER. */
interface Pfx {
  readonly safe: Uint8Array
  readonly mac: Mac | undefined
}

export interface Mac {
  readonly oid: string
  readonly value: Uint8Array
  readonly salt: Uint8Array
  readonly iterations: number
}

/** Octets of BER, and the AlgorithmIdentifier of their encryption. */
export interface Encrypted {
  readonly algorithm: Der
  readonly ciphertext: Uint8Array
}

/** RFC 7292 §4.2: the bags that concern us; a key is PKCS#8. */
export type Bag =
  | { readonly kind: 'certificate'; readonly der: Uint8Array }
  | { readonly kind: 'key'; readonly der: Uint8Array }
  | { readonly kind: 'encrypted-key'; readonly encrypted: Encrypted }

/** Reads PFX ::= SEQUENCE { version (v3), authSafe ContentInfo, macData OPTIONAL }. Throws `Malformed`. */
export function readPfx(bytes: Uint8Array): Pfx {
  const [version, authSafe, macData] = readBer(bytes, 'PKCS#12').sequence()
  if (version?.smallInteger() !== 3 || authSafe === undefined)
    throw new Malformed('PKCS#12: wanted version 3 and authSafe')
  const { type, content } = readContentInfo(authSafe)
  if (type !== data) throw new Malformed(`PKCS#12: protected by ${type}, not by a password`)
  return { safe: content.pieces(), mac: macData && readMac(macData) }
}

/** MacData ::= SEQUENCE { mac DigestInfo, macSalt OCTET STRING, iterations INTEGER DEFAULT 1 } */
function readMac(macData: Der): Mac {
  const [info, salt, iterations] = macData.named('MacData').sequence()
  if (info === undefined || salt === undefined) throw new Malformed('MacData: wanted mac and macSalt')
  const [algorithm, value] = info.pair()
  return {
    oid: readAlgorithm(algorithm, 'MacData').oid,
    value: value.pieces(),
    salt: salt.pieces(),
    iterations: iterations?.smallInteger() ?? 1,
  }
}

const data = '1.2.840.113549.1.7.1'
const encryptedData = '1.2.840.113549.1.7.6'

/** RFC 5652 §3: ContentInfo ::= SEQUENCE { contentType, content [0] EXPLICIT ANY } */
function readContentInfo(contentInfo: Der): { readonly type: string; readonly content: Der } {
  const [type, content] = contentInfo.pair()
  return { type: type.oid(), content: content.explicit() }
}

/** Reads AuthenticatedSafe ::= SEQUENCE OF ContentInfo (RFC 7292 §4.1), each a SafeContents. Throws `Malformed`. */
export function readAuthenticatedSafe(safe: Uint8Array): readonly (Uint8Array | Encrypted)[] {
  return readBer(safe, 'AuthenticatedSafe')
    .sequence()
    .map((contentInfo) => {
      const { type, content } = readContentInfo(contentInfo)
      if (type === data) return content.pieces()
      if (type !== encryptedData) throw new Malformed(`PKCS#12: content of type ${type}`)
      const [, encrypted] = content.named('EncryptedData').sequence()
      const [, algorithm, ciphertext] = encrypted?.sequence() ?? []
      if (algorithm === undefined || ciphertext === undefined)
        throw new Malformed('EncryptedData: nothing inside')
      return { algorithm, ciphertext: ciphertext.pieces() }
    })
}

/** Reads SafeContents ::= SEQUENCE OF SafeBag (RFC 7292 §4.2), those inside it included. Throws `Malformed`. */
export function readSafeContents(bytes: Uint8Array): readonly Bag[] {
  return bagsIn(readBer(bytes, 'SafeContents'))
}

/** SafeBag ::= SEQUENCE { bagId, bagValue [0] EXPLICIT ANY, bagAttributes SET OPTIONAL } */
function bagsIn(safeContents: Der): readonly Bag[] {
  return safeContents.sequence().flatMap((bag) => {
    const [id, wrapped] = bag.sequence()
    if (id === undefined || wrapped === undefined) throw new Malformed('SafeBag: wanted bagId and bagValue')
    return readBag(id.oid(), wrapped.explicit())
  })
}

const bagTypes = '1.2.840.113549.1.12.10.1'
const x509Certificate = '1.2.840.113549.1.9.22.1'

function readBag(type: string, value: Der): readonly Bag[] {
  switch (type) {
    case `${bagTypes}.1`:
      return [{ kind: 'key', der: value.encoded }]
    case `${bagTypes}.2`: {
      const [algorithm, ciphertext] = value.named('EncryptedPrivateKeyInfo').pair()
      return [{ kind: 'encrypted-key', encrypted: { algorithm, ciphertext: ciphertext.pieces() } }]
    }
    case `${bagTypes}.3`: {
      const [id, wrapped] = value.named('CertBag').pair()
      return id.oid() === x509Certificate ? [{ kind: 'certificate', der: wrapped.explicit().pieces() }] : []
    }
    case `${bagTypes}.6`:
      return bagsIn(value)
    default:
      return [] // CRLs, secrets, and what is yet to be thought of
  }
}
