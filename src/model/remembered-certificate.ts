import { attribute, type Certificate, type Name, type PublicKey, shortName } from './certificate.ts'
import type { RememberedCertificate } from './history.ts'
import { historyLimits, shownLimits } from './limits.ts'
import { shortened } from './text.ts'

/** A leaf as it is remembered and compared. Long texts lose their middle: a hostile certificate fills no memory. */
export function rememberedCertificate(
  leaf: Certificate,
  firstSeen: Date,
  lastSeen: Date,
): RememberedCertificate {
  const issuer = shortened(shortName(leaf.issuer), shownLimits.rememberedCharacters)
  const organisation = attribute(leaf.issuer, 'organizationName')
  return {
    sha256: leaf.sha256,
    spkiSha256: leaf.spkiSha256,
    keyType: keyType(leaf.key),
    key: keyName(leaf.key),
    subject: shortened(distinguishedName(leaf.subject), shownLimits.rememberedCharacters),
    issuer,
    issuerOrganisation:
      organisation === null ? issuer : shortened(organisation, shownLimits.rememberedCharacters),
    serial: shortened(leaf.serial),
    notBefore: leaf.notBefore,
    notAfter: leaf.notAfter,
    names: leaf.alternativeNames
      .map(({ value }) => value)
      .filter(({ length }) => length <= historyLimits.nameCharacters),
    firstSeen,
    lastSeen,
  }
}

/** What a leaf is compared by: RSA-PSS keys stand where RSA keys do. */
function keyType({ type }: PublicKey): string {
  return type === 'RSA-PSS' ? 'RSA' : shortened(type, shownLimits.rememberedCharacters)
}

/** `RSA 2048`, `EC P-256`, `Ed25519`: kind and size. */
export function keyName({ type, bits, curve }: PublicKey): string {
  const size = curve ?? (type === 'EC' || type.startsWith('RSA') || type === 'DSA' ? bits : null)
  return shortened(size === null ? type : `${type} ${size}`, shownLimits.rememberedCharacters)
}

/** RFC 4514 §3: the attributes that have short names. */
const shortTypes: Readonly<Record<string, string>> = {
  commonName: 'CN',
  organizationName: 'O',
  organizationalUnitName: 'OU',
  localityName: 'L',
  stateOrProvinceName: 'ST',
  countryName: 'C',
}

/** In the order of RFC 4514 §2.1, the most specific attribute first. */
function distinguishedName({ attributes }: Name): string {
  return attributes
    .toReversed()
    .map(({ type, value }) => `${shortTypes[type] ?? type}=${value}`)
    .join(', ')
}

/** Ends of company names that CAs write now so, now so, and then leave out. */
const legalForms = /(?: (?:inc|llc|ltd|limited|corp|corporation|gmbh|ag|sa|bv|plc))+$/

/** Whether two certificates come from one CA: `DigiCert, Inc.` is `DigiCert Inc`. */
export function sameOrganisation(one: RememberedCertificate, other: RememberedCertificate): boolean {
  return plainOrganisation(one.issuerOrganisation) === plainOrganisation(other.issuerOrganisation)
}

/** An organisation's name without what CAs write now so, now so. */
export function plainOrganisation(organisation: string): string {
  const words = organisation
    .toLowerCase()
    .replaceAll(/[.'’]/g, '')
    .replaceAll(/[\s,&-]+/g, ' ')
    .trim()
  return words.replace(legalForms, '')
}
