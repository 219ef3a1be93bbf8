import { X509Certificate } from 'node:crypto'
import { getCACertificates } from 'node:tls'

/** The public trust store: the roots of Mozilla's programme that this Node carries. */
export interface PublicRoots {
  readonly pem: readonly string[]
  readonly der: readonly Uint8Array[]
  /** What NODE_EXTRA_CA_CERTS adds: trusted by this machine, not by the public. */
  readonly extra: readonly Uint8Array[]
}

let roots: PublicRoots | undefined

/** Read once: the store cannot change while the process lives. */
export function publicRoots(): PublicRoots {
  const derOf = (pem: string): Uint8Array => new X509Certificate(pem).raw
  const bundled = getCACertificates('bundled')
  roots ??= { pem: bundled, der: bundled.map(derOf), extra: getCACertificates('extra').map(derOf) }
  return roots
}
