import { type Extensions, readExtensions } from './extensions.ts'
import { Malformed } from './malformed.ts'
import { Reader } from './reader.ts'

/** Certificate up to TLS 1.2 (RFC 5246 §7.4.2): DER as sent, the leaf first. */
export function readCertificateList(body: Uint8Array): readonly Uint8Array[] {
  const reader = new Reader(body)
  const list = reader.list(3, 'certificate_list', (certificates) => certificates.vector(3, 'ASN.1Cert'))
  reader.end('Certificate')
  return list
}

/** RFC 8446 §4.4.2. */
export interface CertificateEntry {
  readonly der: Uint8Array
  readonly extensions: Extensions
}

/** Certificate of TLS 1.3 (RFC 8446 §4.4.2). */
export function readCertificateEntries(body: Uint8Array): readonly CertificateEntry[] {
  const reader = new Reader(body)
  reader.vector(1, 'certificate_request_context')
  const entries = reader.list(3, 'certificate_list', (list) => ({
    der: list.vector(3, 'cert_data'),
    extensions: readExtensions(list.vector(2, 'extensions')),
  }))
  reader.end('Certificate')
  return entries
}

/** CertificateStatus (RFC 6066 §8), also as the extension of an entry: the DER of an OCSPResponse. */
export function readCertificateStatus(body: Uint8Array): Uint8Array {
  const reader = new Reader(body)
  const type = reader.uint(1, 'status_type')
  if (type !== 1) throw new Malformed(`status_type: ${type} instead of ocsp (1)`)
  const response = reader.vector(3, 'OCSPResponse')
  reader.end('CertificateStatus')
  return response
}
