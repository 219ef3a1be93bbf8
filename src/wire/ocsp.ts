import { createHash, type KeyObject, X509Certificate } from 'node:crypto'

import type { Certificate } from '../model/certificate.ts'
import { inquiryLimits } from '../model/limits.ts'
import { readReason } from './crl-reason.ts'
import * as writer from './der-writer.ts'
import { type Der, readDer, tags } from './der.ts'
import { Malformed } from './malformed.ts'
import { inOctetString } from './sct.ts'
import { publicKeyOf, signatureVerifies } from './signature.ts'
import { readAlgorithm } from './x509-algorithm.ts'
import { readTime } from './x509-time.ts'
import { readCertificate } from './x509.ts'

type Issuer = Pick<Certificate, 'subject' | 'key'>
type Subject = Pick<Certificate, 'serial'>

/**
 * An OCSPRequest (RFC 6960 §4.1) for one certificate, without a nonce, so that the answer may come from a cache
 * (RFC 5019 §2.1). SHA-1 names the issuer here and proves nothing.
 */
export function writeOcspRequest(certificate: Subject, issuer: Issuer): Uint8Array {
  const certId = writer.sequence(
    writer.sequence(writer.oid(sha1Oid), writer.nothing),
    writer.octetString(digest('sha1', issuer.subject.der)),
    writer.octetString(digest('sha1', keyBits(issuer.key.spki))),
    writer.element(tags.integer, Buffer.from(certificate.serial, 'hex')),
  )
  return writer.sequence(writer.sequence(writer.sequence(writer.sequence(certId))))
}

/** What a responder says of one certificate. */
export interface OcspAnswer {
  readonly status: 'good' | 'revoked' | 'unknown'
  /** Of a revoked certificate. */
  readonly revokedAt: Date | null
  readonly reason: string | null
  readonly thisUpdate: Date
  readonly nextUpdate: Date | null
  /** A SignedCertificateTimestampList (RFC 6962 §3.3). */
  readonly scts: Uint8Array | null
}

/**
 * Reads an OCSPResponse (RFC 6960 §4.2) and answers what it says of the certificate, once it is proved that the
 * issuer, or whoever the issuer delegated this to, signed it. `at` is when a delegate's certificate must be valid.
 * Throws `Malformed` for whatever proves nothing.
 */
export function readOcspAnswer(
  bytes: Uint8Array,
  certificate: Subject,
  issuer: Issuer,
  at: Date,
): OcspAnswer {
  if (bytes.length > inquiryLimits.ocspBytes) throw new Malformed(`ocsp: too large, ${bytes.length} octets`)
  const [status, responseBytes] = readDer(bytes, 'ocsp').sequence()
  const [number = -1] = status?.is(tags.enumerated) === true ? status.content : []
  if (number !== 0)
    throw new Malformed(`ocsp: the responder says ${statuses.get(number) ?? `status ${number}`}`)
  const [type, response] = responseBytes?.explicit().pair() ?? []
  if (type?.oid() !== '1.3.6.1.5.5.7.48.1.1') throw new Malformed('ocsp: not a BasicOCSPResponse')
  const [data, algorithm, signature, certs] = readDer(response?.octetString() ?? bytes, 'ocsp').sequence()
  if (data === undefined || algorithm === undefined || signature === undefined) {
    throw new Malformed('ocsp: wanted tbsResponseData, signatureAlgorithm and signature')
  }
  const { responder, responses } = readResponseData(data)
  const key = signerKey(responder, certs?.explicit().sequence() ?? [], issuer, at)
  if (!signatureVerifies(algorithm, data.encoded, signature.bitString().bytes, key)) {
    throw new Malformed('ocsp: the signature does not verify')
  }
  const single = responses.find((one) => isAbout(one, certificate, issuer))
  if (single === undefined) throw new Malformed('ocsp: the answer is about another certificate')
  return readSingleResponse(single)
}

/** RFC 6960 §4.2.1: OCSPResponseStatus. */
const statuses: ReadonlyMap<number, string> = new Map([
  [1, 'malformedRequest'],
  [2, 'internalError'],
  [3, 'tryLater'],
  [5, 'sigRequired'],
  [6, 'unauthorized'],
])

/** ResponseData: version [0] DEFAULT v1, responderID, producedAt, responses, responseExtensions [1]. */
function readResponseData(data: Der): { readonly responder: Der; readonly responses: readonly Der[] } {
  const members = data.named('tbsResponseData').sequence()
  const [responder, producedAt, responses] = members[0]?.context === 0 ? members.slice(1) : members
  if (responder === undefined || producedAt === undefined || responses === undefined) {
    throw new Malformed(`tbsResponseData: only ${members.length} members`)
  }
  return { responder, responses: responses.sequence() }
}

/** RFC 6960 §4.2.2.2: the issuer itself, or a certificate that it signed for id-kp-OCSPSigning. */
function signerKey(responder: Der, certs: readonly Der[], issuer: Issuer, at: Date): KeyObject {
  const issuerKey = publicKeyOf(issuer.key.spki, responderKey)
  if (names(responder, issuer)) return issuerKey
  for (const cert of certs.slice(0, inquiryLimits.ocspCertificates)) {
    const delegate = readCertificate(cert.encoded)
    if (names(responder, delegate) && isDelegate(delegate, issuer, issuerKey, at))
      return publicKeyOf(delegate.key.spki, responderKey)
  }
  throw new Malformed('ocsp: the responder is neither the issuer nor its delegate')
}

/** ResponderID: byName [1], or byKey [2], SHA-1 over the key. */
function names(responder: Der, { subject, key }: Issuer): boolean {
  const id = responder.named('responderID')
  if (id.context === 1) return Buffer.compare(id.explicit().encoded, subject.der) === 0
  if (id.context === 2)
    return Buffer.compare(id.explicit().octetString(), digest('sha1', keyBits(key.spki))) === 0
  throw new Malformed('responderID: neither byName nor byKey')
}

function isDelegate(delegate: Certificate, issuer: Issuer, issuerKey: KeyObject, at: Date): boolean {
  const { notBefore, notAfter, extendedKeyUsage } = delegate
  const meant = extendedKeyUsage?.includes('OCSPSigning') === true
  const valid = notBefore !== null && notAfter !== null && notBefore <= at && at <= notAfter
  const issued = Buffer.compare(delegate.issuer.der, issuer.subject.der) === 0
  return meant && valid && issued && signedBy(delegate, issuerKey)
}

/** A key or signature of an algorithm that OpenSSL does not know verifies nothing. */
function signedBy({ der }: Certificate, issuerKey: KeyObject): boolean {
  try {
    return new X509Certificate(der).verify(issuerKey)
  } catch {
    return false
  }
}

/** CertID: hashAlgorithm, issuerNameHash, issuerKeyHash, serialNumber. */
function isAbout(single: Der, certificate: Subject, issuer: Issuer): boolean {
  const [algorithm, nameHash, keyHash, serial] = single.sequence()[0]?.named('certID').sequence() ?? []
  if (!algorithm || !nameHash || !keyHash || !serial) throw new Malformed('certID: wanted four members')
  const hash = certIdHashes.get(readAlgorithm(algorithm, 'certID').oid)
  if (hash === undefined || Buffer.from(serial.integer()).toString('hex') !== certificate.serial) return false
  return (
    Buffer.compare(nameHash.octetString(), digest(hash, issuer.subject.der)) === 0 &&
    Buffer.compare(keyHash.octetString(), digest(hash, keyBits(issuer.key.spki))) === 0
  )
}

const sha1Oid = '1.3.14.3.2.26'
const certIdHashes: ReadonlyMap<string, string> = new Map([
  [sha1Oid, 'sha1'],
  ['2.16.840.1.101.3.4.2.1', 'sha256'],
  ['2.16.840.1.101.3.4.2.2', 'sha384'],
  ['2.16.840.1.101.3.4.2.3', 'sha512'],
])

/** SingleResponse: certID, certStatus, thisUpdate, nextUpdate [0], singleExtensions [1]. */
function readSingleResponse(single: Der): OcspAnswer {
  const [, status, thisUpdate, ...optional] = single.named('singleResponse').sequence()
  if (status === undefined || thisUpdate === undefined) throw new Malformed('singleResponse: too few members')
  const nextUpdate = optional.find((member) => member.context === 0)
  const extensions = optional.find((member) => member.context === 1)
  return {
    ...readStatus(status),
    thisUpdate: readTime(thisUpdate, 'thisUpdate'),
    nextUpdate: nextUpdate === undefined ? null : readTime(nextUpdate.explicit(), 'nextUpdate'),
    scts: extensions === undefined ? null : sctsIn(extensions.explicit().sequence()),
  }
}

/** CertStatus: good [0] NULL, revoked [1] RevokedInfo, unknown [2] NULL, all IMPLICIT. */
function readStatus(status: Der): Pick<OcspAnswer, 'status' | 'revokedAt' | 'reason'> {
  if (status.context === 0) return { status: 'good', revokedAt: null, reason: null }
  if (status.context === 2) return { status: 'unknown', revokedAt: null, reason: null }
  const [at, reason] = status.context === 1 ? status.members : []
  if (at === undefined) throw new Malformed('certStatus: neither good, revoked nor unknown')
  return {
    status: 'revoked',
    revokedAt: readTime(at, 'revocationTime'),
    reason: reason === undefined ? null : readReason(reason.explicit()),
  }
}

const sctListOid = '1.3.6.1.4.1.11129.2.4.5'

function sctsIn(extensions: readonly Der[]): Uint8Array | null {
  for (const extension of extensions) {
    const members = extension.named('singleExtensions').sequence()
    if (members[0]?.oid() !== sctListOid) continue
    const value = members.at(-1)
    if (value !== undefined) return inOctetString(value.octetString())
  }
  return null
}

/** The content of subjectPublicKey, its octet of unused bits left aside. */
function keyBits(spki: Uint8Array): Uint8Array {
  return readDer(spki, 'subjectPublicKeyInfo').pair()[1].bitString().bytes
}

const responderKey = 'ocsp: the key of the responder'

function digest(hash: string, bytes: Uint8Array): Buffer {
  return createHash(hash).update(bytes).digest()
}
