import { Reader } from './reader.ts'

/** CertificateRequest up to TLS 1.2 (RFC 5246 §7.4.4, RFC 4346 §7.4.4). */
export interface CertificateRequest {
  readonly certificateTypes: readonly number[]
  /** `null` before TLS 1.2. */
  readonly signatureAlgorithms: readonly number[] | null
  /** DER of distinguished names. */
  readonly authorities: readonly Uint8Array[]
}

export function readCertificateRequest(body: Uint8Array, version: number): CertificateRequest {
  const reader = new Reader(body)
  const certificateTypes = [...reader.vector(1, 'certificate_types')]
  const signatureAlgorithms = version >= 0x0303 ? reader.numbers(2, 'supported_signature_algorithms') : null
  const authorities = reader.list(2, 'certificate_authorities', (list) => list.vector(2, 'DistinguishedName'))
  reader.end('CertificateRequest')
  return { certificateTypes, signatureAlgorithms, authorities }
}
