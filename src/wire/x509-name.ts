import type { Name } from '../model/certificate.ts'
import type { Der } from './der.ts'
import type { Problems } from './problems.ts'

/**
 * Reads a Name (RFC 5280 §4.1.2.4): its attributes in order. A value that is no character string is shown as
 * `#` and its DER in hex (RFC 4514 §2.4), which is a problem where the standard wants a string.
 */
export function readName(der: Der, what: string, problems: Problems): Name {
  const attributes = problems.attempt([], () =>
    der
      .named(what)
      .sequence()
      .flatMap((rdn) => rdn.set().map((attribute) => readAttribute(attribute, problems))),
  )
  return { attributes, der: der.encoded }
}

function readAttribute(attribute: Der, problems: Problems): Name['attributes'][number] {
  const [id, value] = attribute.pair()
  const oid = id.oid()
  const type = attributeTypes.get(oid)
  const free = type === undefined || structured.has(type)
  const text = free && !value.textual ? null : problems.attempt(null, () => value.text())
  return { type: type ?? oid, value: text ?? hexOf(value) }
}

function hexOf(value: Der): string {
  return `#${Buffer.from(value.encoded).toString('hex')}`
}

/** X.520: a SEQUENCE of strings and a BIT STRING; every other type below is a string. */
const structured: ReadonlySet<string> = new Set(['postalAddress', 'uniqueIdentifier'])

/** RFC 5280 appendix A, RFC 4519, X.520; the jurisdiction attributes from the EV Guidelines §7.1.4.2. */
const attributeTypes: ReadonlyMap<string, string> = new Map([
  ['2.5.4.3', 'commonName'],
  ['2.5.4.4', 'surname'],
  ['2.5.4.5', 'serialNumber'],
  ['2.5.4.6', 'countryName'],
  ['2.5.4.7', 'localityName'],
  ['2.5.4.8', 'stateOrProvinceName'],
  ['2.5.4.9', 'streetAddress'],
  ['2.5.4.10', 'organizationName'],
  ['2.5.4.11', 'organizationalUnitName'],
  ['2.5.4.12', 'title'],
  ['2.5.4.13', 'description'],
  ['2.5.4.15', 'businessCategory'],
  ['2.5.4.16', 'postalAddress'],
  ['2.5.4.17', 'postalCode'],
  ['2.5.4.18', 'postOfficeBox'],
  ['2.5.4.19', 'physicalDeliveryOfficeName'],
  ['2.5.4.20', 'telephoneNumber'],
  ['2.5.4.23', 'facsimileTelephoneNumber'],
  ['2.5.4.41', 'name'],
  ['2.5.4.42', 'givenName'],
  ['2.5.4.43', 'initials'],
  ['2.5.4.44', 'generationQualifier'],
  ['2.5.4.45', 'uniqueIdentifier'],
  ['2.5.4.46', 'dnQualifier'],
  ['2.5.4.51', 'houseIdentifier'],
  ['2.5.4.65', 'pseudonym'],
  ['2.5.4.72', 'role'],
  ['2.5.4.97', 'organizationIdentifier'],
  ['0.9.2342.19200300.100.1.1', 'userId'],
  ['0.9.2342.19200300.100.1.25', 'domainComponent'],
  ['1.2.840.113549.1.9.1', 'emailAddress'],
  ['1.2.840.113549.1.9.2', 'unstructuredName'],
  ['1.2.840.113549.1.9.8', 'unstructuredAddress'],
  ['1.3.6.1.4.1.311.60.2.1.1', 'jurisdictionLocalityName'],
  ['1.3.6.1.4.1.311.60.2.1.2', 'jurisdictionStateOrProvinceName'],
  ['1.3.6.1.4.1.311.60.2.1.3', 'jurisdictionCountryName'],
])
