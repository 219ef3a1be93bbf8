import { type Certificate, shortName } from '../model/certificate.ts'
import { shortened } from '../model/text.ts'
import { nameConstraintFault } from './name-constraints.ts'

/**
 * What RFC 5280 §6.1 holds against a path, leaf first and anchor last, dates and signatures aside; `undefined`
 * when it is content. The anchor's own extensions bind as OpenSSL and browsers take them: as constraints on
 * what stands below, while a v1 root may be an anchor (RFC 5280 §6.1.1 (d)).
 */
export function pathFault(path: readonly Certificate[]): string | undefined {
  const [leaf, ...issuers] = path
  if (leaf === undefined) return 'the path is empty'
  for (const [index, issuer] of issuers.entries()) {
    const below = issuers.slice(0, index)
    const isAnchor = index === issuers.length - 1
    const fault =
      authorityFault(issuer, below, isAnchor) ??
      purposeFault(issuer) ??
      nameConstraintFault(issuer, [leaf, ...below])
    if (fault !== undefined) return fault
  }
  const [critical] = path.flatMap(({ unknownCritical }) => unknownCritical)
  if (critical !== undefined) return `a critical extension ${critical} is not understood`
  return undefined
}

/** §6.1.4 (k) to (n): who may sign certificates, and how many may stand below. */
function authorityFault(
  issuer: Certificate,
  below: readonly Certificate[],
  isAnchor: boolean,
): string | undefined {
  const name = shortened(shortName(issuer.subject))
  const { basicConstraints, keyUsage } = issuer
  if (basicConstraints === null && !(isAnchor && issuer.version < 3)) return `${name} is not a CA certificate`
  if (basicConstraints !== null && !basicConstraints.ca) return `${name} is not a CA certificate`
  if (keyUsage !== null && !keyUsage.includes('keyCertSign'))
    return `${name} may not sign certificates (keyUsage)`
  const longest = basicConstraints?.pathLength ?? null
  const counted = below.filter(({ selfIssued }) => !selfIssued).length
  if (longest !== null && counted > longest) {
    return `${name} allows ${longest} CA certificates below it, there are ${counted} (pathLenConstraint)`
  }
  return undefined
}

/** No RFC says so, but every browser and OpenSSL do: an extendedKeyUsage limits all that stands below a CA. */
function purposeFault(issuer: Certificate): string | undefined {
  const { extendedKeyUsage } = issuer
  if (extendedKeyUsage === null) return undefined
  const serves = ['serverAuth', 'anyExtendedKeyUsage', 'msServerGatedCrypto', 'nsServerGatedCrypto'].some(
    (use) => extendedKeyUsage.includes(use),
  )
  return serves
    ? undefined
    : `${shortened(shortName(issuer.subject))} may not issue server certificates (extendedKeyUsage)`
}
