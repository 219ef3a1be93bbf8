import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

import { addressBytes, parseAddress } from '../../model/address.ts'
import * as der from '../../wire/der-writer.ts'
import { writePem } from '../../wire/pem.ts'

/** A certificate with its private key, ready to be served or to sign others. */
export interface Minted {
  readonly der: Uint8Array
  readonly certificatePem: string
  readonly keyPem: string
  readonly subject: Uint8Array
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
}

export interface MintRequest {
  readonly commonName?: string
  readonly organizationName?: string
  /** DNS names and addresses of the subjectAltName; absent: no such extension. */
  readonly names?: readonly string[]
  readonly notBefore?: Date
  readonly notAfter: Date
  readonly key?: KeyKind
  readonly hash?: 'md5' | 'sha1' | 'sha256' | 'sha384'
  /** A CA certificate; a number is its pathLenConstraint. */
  readonly ca?: boolean | number
  readonly extendedKeyUsage?: readonly string[]
  /** Bits set in the keyUsage extension, counted from digitalSignature = 0; absent: by kind of certificate. */
  readonly keyUsage?: readonly number[]
  /** URL of the issuer's certificate, for authorityInfoAccess. */
  readonly caIssuers?: string
  /** The magnitude of the serial number; absent: 127 random bits. */
  readonly serial?: Uint8Array
  /** Complete Extension values (RFC 5280 §4.1.2.9) appended as they are. */
  readonly extensions?: readonly Uint8Array[]
  /** An existing pair, to renew with the same key. */
  readonly keyPair?: { readonly publicKey: KeyObject; readonly privateKey: KeyObject }
}

export type KeyKind = 'rsa1024' | 'rsa2048' | 'p256' | 'p384' | 'ed25519'

const day = 86_400_000

/**
 * Makes an X.509 v3 certificate (RFC 5280 §4.1) for the lab and for tests, signed by `issuer` or by itself.
 * It mints whatever it is asked for, sound or not: bad certificates are what the lab is about.
 */
export function mint(request: MintRequest, issuer?: Minted): Minted {
  const { publicKey, privateKey } = request.keyPair ?? keyPair(request.key ?? 'p256')
  const subject = name(request)
  const signer = issuer?.privateKey ?? privateKey
  const algorithm = signatureAlgorithm(signer, request.hash ?? 'sha256')
  const notBefore = request.notBefore ?? new Date(Math.min(Date.now(), request.notAfter.getTime()) - day)
  const tbs = der.sequence(
    der.context(0, der.unsignedInteger(Uint8Array.of(2))), // version = v3
    der.unsignedInteger(request.serial ?? Uint8Array.of(0x40, ...randomBytes(15))),
    algorithm.identifier,
    issuer?.subject ?? subject,
    der.sequence(der.time(notBefore), der.time(request.notAfter)),
    subject,
    spki(publicKey),
    der.context(3, der.sequence(...extensions(request, publicKey, issuer?.publicKey ?? publicKey))),
  )
  const signature = sign(algorithm.hash, tbs, signer)
  const certificate = der.sequence(tbs, algorithm.identifier, der.bitString(signature))
  return {
    der: certificate,
    certificatePem: writePem('CERTIFICATE', certificate),
    keyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    subject,
    privateKey,
    publicKey,
  }
}

export function keyPair(kind: KeyKind): { readonly publicKey: KeyObject; readonly privateKey: KeyObject } {
  switch (kind) {
    case 'rsa1024':
      return generateKeyPairSync('rsa', { modulusLength: 1024 })
    case 'rsa2048':
      return generateKeyPairSync('rsa', { modulusLength: 2048 })
    case 'p256':
      return generateKeyPairSync('ec', { namedCurve: 'P-256' })
    case 'p384':
      return generateKeyPairSync('ec', { namedCurve: 'P-384' })
    case 'ed25519':
      return generateKeyPairSync('ed25519')
  }
}

/** An Extension value: extnID, critical where true, extnValue. */
export function extension(oid: string, value: Uint8Array, critical = false): Uint8Array {
  return der.sequence(der.oid(oid), ...(critical ? [der.boolean(true)] : []), der.octetString(value))
}

function name({ commonName, organizationName }: MintRequest): Uint8Array {
  const attributes: [string, string][] = []
  if (organizationName !== undefined) attributes.push(['2.5.4.10', organizationName])
  if (commonName !== undefined) attributes.push(['2.5.4.3', commonName])
  return der.sequence(
    ...attributes.map(([type, value]) => der.setOf(der.sequence(der.oid(type), der.utf8String(value)))),
  )
}

function extensions(request: MintRequest, publicKey: KeyObject, issuerKey: KeyObject): Uint8Array[] {
  const isCa = request.ca !== undefined && request.ca !== false
  const found = [
    extension('2.5.29.14', der.octetString(keyId(publicKey))), // subjectKeyIdentifier
    extension('2.5.29.35', der.sequence(der.contextPrimitive(0, keyId(issuerKey)))), // authorityKeyIdentifier
    extension('2.5.29.15', keyUsageBits(request.keyUsage ?? (isCa ? [5, 6] : [0, 2])), true),
  ]
  if (isCa) {
    const pathLength = typeof request.ca === 'number' ? [der.unsignedInteger(Uint8Array.of(request.ca))] : []
    found.push(extension('2.5.29.19', der.sequence(der.boolean(true), ...pathLength), true))
  } else {
    const purposes = request.extendedKeyUsage ?? ['1.3.6.1.5.5.7.3.1'] // serverAuth
    if (purposes.length > 0) found.push(extension('2.5.29.37', der.sequence(...purposes.map(der.oid))))
  }
  if (request.names !== undefined) found.push(extension('2.5.29.17', subjectAltName(request.names)))
  if (request.caIssuers !== undefined) {
    const location = der.contextPrimitive(6, Buffer.from(request.caIssuers, 'latin1'))
    const access = der.sequence(der.oid('1.3.6.1.5.5.7.48.2'), location)
    found.push(extension('1.3.6.1.5.5.7.1.1', der.sequence(access)))
  }
  return [...found, ...(request.extensions ?? [])]
}

function subjectAltName(names: readonly string[]): Uint8Array {
  return der.sequence(
    ...names.map((text) => {
      const address = parseAddress(text)
      return address === undefined
        ? der.contextPrimitive(2, Buffer.from(text, 'latin1')) // dNSName
        : der.contextPrimitive(7, addressBytes(address)) // iPAddress
    }),
  )
}

/** A BIT STRING with trailing zero bits left out, as DER wants it for named bits (X.690 §11.2.2). */
function keyUsageBits(bits: readonly number[]): Uint8Array {
  const last = Math.max(...bits)
  const octets = new Uint8Array(Math.floor(last / 8) + 1)
  for (const bit of bits) octets[bit >> 3] = (octets[bit >> 3] ?? 0) | (0x80 >> (bit & 7))
  return der.bitString(octets, 7 - (last & 7))
}

function spki(key: KeyObject): Uint8Array {
  return key.export({ type: 'spki', format: 'der' })
}

/** RFC 7093 §2 (1): the left-most 160 bits of SHA-256 over the key. */
function keyId(key: KeyObject): Uint8Array {
  return createHash('sha256').update(spki(key)).digest().subarray(0, 20)
}

const signatureOids: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  rsa: {
    md5: '1.2.840.113549.1.1.4',
    sha1: '1.2.840.113549.1.1.5',
    sha256: '1.2.840.113549.1.1.11',
    sha384: '1.2.840.113549.1.1.12',
  },
  ec: { sha1: '1.2.840.10045.4.1', sha256: '1.2.840.10045.4.3.2', sha384: '1.2.840.10045.4.3.3' },
}

function signatureAlgorithm(key: KeyObject, hash: string): { identifier: Uint8Array; hash: string | null } {
  const type = key.asymmetricKeyType
  if (type === 'ed25519') return { identifier: der.sequence(der.oid('1.3.101.112')), hash: null }
  const oid = signatureOids[type ?? '']?.[hash]
  if (oid === undefined) throw new TypeError(`no signature algorithm for ${type} with ${hash}`)
  // RFC 4055 §5: NULL parameters for RSA; RFC 5758 §3.2: none for ECDSA
  return {
    identifier: type === 'rsa' ? der.sequence(der.oid(oid), der.nothing) : der.sequence(der.oid(oid)),
    hash,
  }
}
