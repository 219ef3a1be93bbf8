import { type KeyObject, verify } from 'node:crypto'

import { certificateLimits } from '../model/limits.ts'
import { contentOf, encodedOf, identifiers, membersOf, type Span, spanAt, wholeSpan } from './der-span.ts'
import { oid as writeOid, sequence, element } from './der-writer.ts'
import { Malformed } from './malformed.ts'
import { Reader } from './reader.ts'

/** A SignedCertificateTimestamp of version 1 (RFC 6962 §3.2): a log's promise to hold the certificate. */
export interface SignedCertificateTimestamp {
  /** SHA-256 of the log's SubjectPublicKeyInfo. */
  readonly logId: Uint8Array
  readonly timestampMs: number
  /** Part of what is signed; a static-ct log keeps its leaf_index there. */
  readonly extensions: Uint8Array
  /** TLS 1.2's HashAlgorithm and SignatureAlgorithm (RFC 5246 §7.4.1.4.1). */
  readonly hash: number
  readonly signatureAlgorithm: number
  readonly signature: Uint8Array
}

/** What a log signs: the certificate itself, or, where its SCTs are inside it, what the CA submitted before. */
export type LogEntry =
  | { readonly kind: 'x509_entry'; readonly certificate: Uint8Array }
  | {
      readonly kind: 'precert_entry'
      readonly issuerKeyHash: Uint8Array
      readonly tbsCertificate: Uint8Array
    }

/**
 * Reads a SignedCertificateTimestampList (RFC 6962 §3.3). An SCT of another version is left out, as §3.2 demands of
 * whoever does not know it. Throws `Malformed`.
 */
export function readSctList(bytes: Uint8Array): readonly SignedCertificateTimestamp[] {
  const list = new Reader(bytes)
  const scts = new Reader(list.vector(2, 'sct_list'))
  list.end('sct_list')
  const found: SignedCertificateTimestamp[] = []
  let count = 0
  while (!scts.empty) {
    if (++count > certificateLimits.scts)
      throw new Malformed(`sct_list: more than ${certificateLimits.scts} SCTs`)
    const sct = readSct(scts.vector(2, 'serialized_sct'))
    if (sct !== null) found.push(sct)
  }
  if (count === 0) throw new Malformed('sct_list: empty')
  return found
}

/** `null`: of a version that nobody has defined for this list. */
function readSct(bytes: Uint8Array): SignedCertificateTimestamp | null {
  const sct = new Reader(bytes)
  if (sct.uint(1, 'sct_version') !== 0) return null // v1(0)
  const logId = sct.bytes(32, 'id')
  const timestampMs = sct.uint(4, 'timestamp') * 2 ** 32 + sct.uint(4, 'timestamp')
  if (!Number.isSafeInteger(timestampMs)) throw new Malformed('sct: a timestamp beyond all calendars')
  const extensions = sct.vector(2, 'extensions')
  const hash = sct.uint(1, 'hash')
  const signatureAlgorithm = sct.uint(1, 'signature')
  const signature = sct.vector(2, 'signature')
  sct.end('sct')
  return { logId, timestampMs, extensions, hash, signatureAlgorithm, signature }
}

/**
 * Whether the log with this key signed the SCT for this entry (RFC 6962 §3.2): SHA-256 with ECDSA or RSA PKCS#1,
 * as §2.1.4 allows nothing else.
 */
export function sctVerifies(sct: SignedCertificateTimestamp, entry: LogEntry, logKey: KeyObject): boolean {
  const algorithm = logKey.asymmetricKeyType === 'ec' ? ecdsa : rsa
  if (sct.hash !== sha256 || sct.signatureAlgorithm !== algorithm) return false
  return verify('sha256', signedOf(sct, entry), logKey, sct.signature)
}

const sha256 = 4
const rsa = 1
const ecdsa = 3

function signedOf(sct: SignedCertificateTimestamp, entry: LogEntry): Uint8Array {
  const timestamp = Buffer.alloc(8)
  timestamp.writeBigUInt64BE(BigInt(sct.timestampMs))
  const entryType = entry.kind === 'x509_entry' ? 0 : 1
  return Buffer.concat([
    Uint8Array.of(0, 0), // sct_version = v1, signature_type = certificate_timestamp
    timestamp,
    Uint8Array.of(0, entryType),
    ...(entry.kind === 'x509_entry'
      ? [vector(3, entry.certificate)]
      : [entry.issuerKeyHash, vector(3, entry.tbsCertificate)]),
    vector(2, sct.extensions),
  ])
}

/** The SCT list inside a certificate, and the TBSCertificate that the logs were shown. */
export interface EmbeddedScts {
  readonly list: Uint8Array
  readonly tbsCertificate: Uint8Array
}

/** SignedCertificateTimestampList in a certificate, and the poison of a precertificate (RFC 6962 §3.1, §3.3). */
const sctListOid = Buffer.from(writeOid('1.3.6.1.4.1.11129.2.4.2'))
const poisonOid = Buffer.from(writeOid('1.3.6.1.4.1.11129.2.4.3'))

/**
 * Takes the SCT list out of a certificate (RFC 6962 §3.2, §3.3): the lengths around it are written anew, everything
 * else stays octet for octet. `null` where the certificate has none. Throws `Malformed`.
 */
export function readEmbeddedScts(certificate: Uint8Array): EmbeddedScts | null {
  const what = 'certificate'
  const [tbs] = membersOf(certificate, wholeSpan(certificate, what), identifiers.sequence, what)
  const members = membersOf(certificate, tbs, identifiers.sequence, what)
  const wrapper = members.at(-1)
  if (wrapper?.identifier !== extensionsTag) return null
  const [inner] = membersOf(certificate, wrapper, extensionsTag, what)
  const all = membersOf(certificate, inner, identifiers.sequence, what).map((span) => {
    return { span, parts: membersOf(certificate, span, identifiers.sequence, 'extensions') }
  })
  const is = (parts: readonly Span[], oid: Buffer): boolean =>
    parts[0] !== undefined && oid.equals(encodedOf(certificate, parts[0]))
  const lists = all.filter(({ parts }) => is(parts, sctListOid))
  const [list] = lists
  if (list === undefined) return null
  if (lists.length > 1) throw new Malformed('extensions: two SCT lists')

  const kept = all.filter(({ parts }) => !is(parts, sctListOid) && !is(parts, poisonOid))
  const others = members.slice(0, -1).map((member) => encodedOf(certificate, member))
  const extensions = kept.map(({ span }) => encodedOf(certificate, span))
  const tagged = extensions.length === 0 ? [] : [element(extensionsTag, sequence(...extensions))]
  return { list: listIn(certificate, list.parts), tbsCertificate: sequence(...others, ...tagged) }
}

/** extensions [3] EXPLICIT */
const extensionsTag = 0xa3

/** extnValue is an OCTET STRING whose DER is another OCTET STRING, which holds the list. */
function listIn(certificate: Uint8Array, parts: readonly Span[]): Uint8Array {
  return inOctetString(contentOf(certificate, octetString(parts.at(-1))))
}

/** The octets of the one OCTET STRING that fills these. */
export function inOctetString(value: Uint8Array): Uint8Array {
  return contentOf(value, octetString(spanAt(value, 0, value.length, 'sct_list'), value.length))
}

function octetString(span: Span | undefined, end = span?.to): Span {
  if (span?.identifier !== identifiers.octetString || span.to !== end) {
    throw new Malformed('sct_list: not an OCTET STRING')
  }
  return span
}

function vector(octets: number, content: Uint8Array): Uint8Array {
  const length = Buffer.alloc(octets)
  length.writeUIntBE(content.length, 0, octets)
  return Buffer.concat([length, content])
}
