import { hash, X509Certificate } from 'node:crypto'

import type { Certificate } from '../model/certificate.ts'
import { certificateLimits } from '../model/limits.ts'
import { Malformed } from '../wire/malformed.ts'
import { readCertificate } from '../wire/x509.ts'

/**
 * Every certificate of a run, read once: five thousand endpoints share a handful of intermediates.
 * Signatures between them are checked once, too.
 */
export interface Certificates {
  /** Throws `Malformed`. */
  read(der: Uint8Array): Certificate
  /** Whether the issuer's key made the certificate's signature. Says nothing about names, dates or rights. */
  signedBy(certificate: Certificate, issuer: Certificate): boolean
}

export function certificates(mostBytes: number = certificateLimits.allBytes): Certificates {
  const read = new Map<string, Certificate>()
  let bytes = 0
  const checked = new Map<string, boolean>()
  const parsed = new Map<string, X509Certificate>()

  /** Only issuers are kept: a leaf is looked at once. */
  const issuerKey = (issuer: Certificate): X509Certificate['publicKey'] => {
    const held = parsed.get(issuer.sha256) ?? new X509Certificate(issuer.der)
    parsed.set(issuer.sha256, held)
    return held.publicKey
  }

  return {
    read(der) {
      const key = hash('sha256', der)
      const known = read.get(key)
      if (known !== undefined) return known
      if (bytes + der.length > mostBytes)
        throw new Malformed(
          `certificate: one more than the ${mostBytes} octets of certificates that a run holds`,
        )
      const certificate = readCertificate(der)
      bytes += der.length
      read.set(key, certificate)
      return certificate
    },
    signedBy(certificate, issuer) {
      const key = `${certificate.sha256} ${issuer.sha256}`
      const known = checked.get(key)
      if (known !== undefined) return known
      const verdict = verifies(certificate, () => issuerKey(issuer))
      checked.set(key, verdict)
      return verdict
    },
  }
}

/** A key or signature of an algorithm that OpenSSL does not know verifies nothing. */
function verifies(certificate: Certificate, issuerKey: () => X509Certificate['publicKey']): boolean {
  try {
    return new X509Certificate(certificate.der).verify(issuerKey())
  } catch {
    return false
  }
}
