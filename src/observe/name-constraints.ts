import { addressBytes } from '../model/address.ts'
import {
  type AlternativeName,
  attribute,
  type Certificate,
  type GeneralSubtree,
  shortName,
} from '../model/certificate.ts'
import { certificateLimits } from '../model/limits.ts'
import { shortened } from '../model/text.ts'

/**
 * RFC 5280 §4.2.1.10: whether the issuer's constraints on DNS names and addresses forbid a name below it.
 * Constraints on directory names are OpenSSL's to judge, whose verdict every handshake brings.
 */
export function nameConstraintFault(issuer: Certificate, below: readonly Certificate[]): string | undefined {
  const { nameConstraints } = issuer
  if (nameConstraints === null) return undefined
  const { permitted, excluded } = nameConstraints
  const names = below.flatMap(namesOf)
  const subtrees = permitted.length + excluded.length
  if (subtrees * names.length > certificateLimits.nameConstraintChecks) {
    const holder = shortened(shortName(issuer.subject))
    return `${holder} has more name constraints than are compared (${subtrees} with ${names.length} names)`
  }
  for (const name of names) {
    const sameKind = permitted.filter((subtree) => subtree.kind === name.kind)
    const outside = sameKind.length > 0 && !sameKind.some((subtree) => within(name, subtree))
    if (outside || excluded.some((subtree) => subtree.kind === name.kind && within(name, subtree))) {
      const holder = shortened(shortName(issuer.subject))
      return `${holder} may not issue for ${shortened(name.text)} (name constraints)`
    }
  }
  return undefined
}

type ConstrainedName =
  | { readonly kind: 'dns'; readonly text: string }
  | { readonly kind: 'ip'; readonly text: string; readonly bytes: Uint8Array }

/** Without a subjectAltName of these kinds the common name stands in, as OpenSSL has it. */
function namesOf(certificate: Certificate): readonly ConstrainedName[] {
  const names = certificate.alternativeNames.flatMap((name) => constrained(name))
  if (names.length > 0 || certificate.basicConstraints?.ca === true) return names
  const commonName = attribute(certificate.subject, 'commonName')
  return commonName !== null && /^[\w*-]+(\.[\w-]+)+$/.test(commonName)
    ? [{ kind: 'dns', text: commonName }]
    : []
}

function constrained(name: AlternativeName): ConstrainedName[] {
  if (name.kind === 'dns') return [{ kind: 'dns', text: name.value }]
  if (name.kind === 'ip') return [{ kind: 'ip', text: name.value, bytes: addressBytes(name.value) }]
  return []
}

function within(name: ConstrainedName, subtree: GeneralSubtree): boolean {
  if (name.kind === 'dns' && subtree.kind === 'dns') return withinDomain(name.text, subtree.base)
  if (name.kind === 'ip' && subtree.kind === 'ip')
    return withinBlock(name.bytes, subtree.address, subtree.mask)
  return false
}

/** Any name made by adding labels to the left; a leading dot in the constraint demands at least one. */
function withinDomain(name: string, base: string): boolean {
  const host = name.toLowerCase().replace(/\.$/, '')
  const domain = base.toLowerCase()
  if (domain === '') return true
  if (domain.startsWith('.')) return host.endsWith(domain)
  return host === domain || host.endsWith(`.${domain}`)
}

function withinBlock(address: Uint8Array, base: Uint8Array, mask: Uint8Array): boolean {
  if (address.length !== base.length) return false
  return address.every((octet, i) => (octet & (mask[i] ?? 0)) === ((base[i] ?? 0) & (mask[i] ?? 0)))
}
