import type { AlternativeName, Certificate, GeneralSubtree, NameConstraints } from '../model/certificate.ts'
import { type Der, tags } from './der.ts'
import { readAlternativeName, readSubtreeBase, readUri } from './general-name.ts'
import { Malformed } from './malformed.ts'
import type { Problems } from './problems.ts'

/** The values of the extensions of RFC 5280 §4.2, each from the one DER value inside its OCTET STRING. */

/** §4.2.1.6: a name that cannot be read is left out and noted; the others count. */
export function readAlternativeNames(value: Der, problems: Problems): readonly AlternativeName[] {
  return atLeastOne(value, 'subjectAltName').flatMap((member) =>
    problems.attempt<readonly AlternativeName[]>([], () => [readAlternativeName(member, problems)]),
  )
}

/** §4.2.1.3: a named bit list, the first bit is the highest of the first octet. */
export function readKeyUsage(value: Der): readonly string[] {
  const { bytes } = value.bitString()
  return keyUsages.filter((_, bit) => ((bytes[bit >> 3] ?? 0) & (0x80 >> (bit & 7))) !== 0)
}

const keyUsages = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
] as const

/** §4.2.1.12 */
export function readExtendedKeyUsage(value: Der): readonly string[] {
  return atLeastOne(value, 'extKeyUsage').map((member) => {
    const purpose = member.oid()
    return purposes.get(purpose) ?? purpose
  })
}

const purposes: ReadonlyMap<string, string> = new Map([
  ['2.5.29.37.0', 'anyExtendedKeyUsage'],
  ['1.3.6.1.5.5.7.3.1', 'serverAuth'],
  ['1.3.6.1.5.5.7.3.2', 'clientAuth'],
  ['1.3.6.1.5.5.7.3.3', 'codeSigning'],
  ['1.3.6.1.5.5.7.3.4', 'emailProtection'],
  ['1.3.6.1.5.5.7.3.5', 'ipsecEndSystem'],
  ['1.3.6.1.5.5.7.3.6', 'ipsecTunnel'],
  ['1.3.6.1.5.5.7.3.7', 'ipsecUser'],
  ['1.3.6.1.5.5.7.3.8', 'timeStamping'],
  ['1.3.6.1.5.5.7.3.9', 'OCSPSigning'],
  ['1.3.6.1.5.5.7.3.17', 'ipsecIKE'],
  ['1.3.6.1.5.5.7.3.36', 'documentSigning'],
  ['1.3.6.1.4.1.311.10.3.3', 'msServerGatedCrypto'],
  ['1.3.6.1.4.1.311.20.2.2', 'msSmartcardLogin'],
  ['2.16.840.1.113730.4.1', 'nsServerGatedCrypto'],
])

/** §4.2.1.9: cA BOOLEAN DEFAULT FALSE, pathLenConstraint INTEGER (0..MAX) OPTIONAL. */
export function readBasicConstraints(value: Der): Certificate['basicConstraints'] {
  const members = value.sequence()
  const [first] = members
  // A cA FALSE that is written out breaks DER's rule on defaults; many CAs do it and no verifier minds
  const flagged = first?.is(tags.boolean) === true
  const ca = flagged && first.boolean()
  const [length, ...more] = flagged ? members.slice(1) : members
  if (more.length > 0) throw new Malformed('basicConstraints: more than cA and pathLenConstraint')
  const pathLength = length?.smallInteger() ?? null
  if (pathLength !== null && pathLength < 0)
    throw new Malformed('basicConstraints: a negative pathLenConstraint')
  return { ca, pathLength }
}

/** §4.2.1.10: permittedSubtrees [0], excludedSubtrees [1]. */
export function readNameConstraints(value: Der): NameConstraints {
  const members = value.sequence()
  const subtrees = (tag: number): readonly GeneralSubtree[] =>
    members.filter((member) => member.context === tag).flatMap((member) => member.members.map(readSubtree))
  if (members.some((member) => member.context !== 0 && member.context !== 1)) {
    throw new Malformed('nameConstraints: more than permittedSubtrees and excludedSubtrees')
  }
  return { permitted: subtrees(0), excluded: subtrees(1) }
}

function readSubtree(subtree: Der): GeneralSubtree {
  const [base, ...distances] = subtree.sequence()
  if (base === undefined || distances.length > 0) {
    throw new Malformed(
      'nameConstraints: a subtree with minimum or maximum, which RFC 5280 §4.2.1.10 rules out',
    )
  }
  return readSubtreeBase(base)
}

/** §4.2.1.4: the OIDs; qualifiers are for people. */
export function readPolicies(value: Der): readonly string[] {
  return atLeastOne(value, 'certificatePolicies').map((information) => {
    const [policy] = information.sequence()
    if (policy === undefined) throw new Malformed('certificatePolicies: one without policyIdentifier')
    return policy.oid()
  })
}

/** RFC 7633 §4: the TLS extensions a server must answer; 5 is status_request. */
export function readMustStaple(value: Der): boolean {
  return value.sequence().some((feature) => feature.smallInteger() === 5)
}

/** §4.2.2.1: access methods with a URI; other kinds of location are of no use to us. */
export function readAuthorityInfoAccess(value: Der): Pick<Certificate, 'ocspUrls' | 'caIssuerUrls'> {
  const descriptions = value.sequence().map((description) => description.pair())
  const urls = (method: string): readonly string[] =>
    descriptions.flatMap(([accessMethod, location]) =>
      accessMethod.oid() === method ? (readUri(location) ?? []) : [],
    )
  return { ocspUrls: urls('1.3.6.1.5.5.7.48.1'), caIssuerUrls: urls('1.3.6.1.5.5.7.48.2') }
}

/** §4.2.1.13: the URIs under distributionPoint [0], fullName [0]. */
export function readDistributionPoints(value: Der): readonly string[] {
  const points = value.sequence().flatMap((point) => point.sequence().filter((field) => field.context === 0))
  const fullNames = points.map((point) => point.explicit()).filter((name) => name.context === 0)
  return fullNames.flatMap((name) => name.members.flatMap((member) => readUri(member) ?? []))
}

/** §4.2.1.1: keyIdentifier [0]; the issuer's name and serial beside it are not used by anybody. */
export function readAuthorityKeyId(value: Der): string | null {
  const identifier = value.sequence().find((member) => member.context === 0)
  return identifier === undefined ? null : Buffer.from(identifier.content).toString('hex')
}

function atLeastOne(value: Der, what: string): readonly Der[] {
  const members = value.sequence()
  if (members.length === 0) throw new Malformed(`${what}: empty`)
  return members
}
