import type { Certificate } from '../model/certificate.ts'

/**
 * Orders certificates whose order means nothing, as in a PKCS#7 SET: a certificate that issued none of the
 * others, then its issuer and so on up by name (and by key identifier where several bear the name), then the
 * next such certificate. End entities come before CAs; else the order given is kept.
 */
export function orderedLeafFirst(certificates: readonly Certificate[]): readonly Certificate[] {
  const bySubject = Map.groupBy(certificates, ({ subject }) => key(subject.der))
  const issuerOf = (certificate: Certificate): Certificate | undefined => {
    const named = (bySubject.get(key(certificate.issuer.der)) ?? []).filter(
      (issuer) => issuer !== certificate,
    )
    return named.find(({ subjectKeyId }) => subjectKeyId === certificate.authorityKeyId) ?? named[0]
  }
  const issuers = new Set(certificates.filter((one) => !one.selfIssued).map(issuerOf))
  const ends = certificates.filter((certificate) => !issuers.has(certificate))
  const ordered = new Set<Certificate>()
  for (const start of [...ends.filter((end) => !isCa(end)), ...ends, ...certificates]) {
    let next: Certificate | undefined = start
    while (next !== undefined && !ordered.has(next)) {
      ordered.add(next)
      next = next.selfIssued ? undefined : issuerOf(next)
    }
  }
  return [...ordered]
}

function isCa(certificate: Certificate): boolean {
  return certificate.basicConstraints?.ca === true
}

function key(der: Uint8Array): string {
  return Buffer.from(der).toString('latin1')
}
