import { addressFromBytes } from '../model/address.ts'
import type { AlternativeName, GeneralSubtree, Name } from '../model/certificate.ts'
import type { Der } from './der.ts'
import { Malformed } from './malformed.ts'
import { readOid } from './object-identifier.ts'
import type { Problems } from './problems.ts'
import { readName } from './x509-name.ts'

/** The context tags of GeneralName (RFC 5280 §4.2.1.6). */
const choices = {
  otherName: 0,
  rfc822Name: 1,
  dNSName: 2,
  x400Address: 3,
  directoryName: 4,
  ediPartyName: 5,
  uniformResourceIdentifier: 6,
  iPAddress: 7,
  registeredID: 8,
} as const

/** Reads one GeneralName of a subjectAltName; a name of a kind no host is matched against is `other`. */
export function readAlternativeName(der: Der, problems: Problems): AlternativeName {
  switch (der.context) {
    case choices.dNSName:
      return { kind: 'dns', value: der.named('dNSName').ascii() }
    case choices.iPAddress:
      return { kind: 'ip', value: addressFromBytes(ofLength(der, [4, 16])) }
    default:
      return { kind: 'other', value: shown(der, problems) }
  }
}

/** The address in a GeneralName that is a uniformResourceIdentifier, `undefined` for every other kind. */
export function readUri(der: Der): string | undefined {
  if (der.context !== choices.uniformResourceIdentifier) return undefined
  return der.named('uniformResourceIdentifier').ascii()
}

/** Reads the base of a GeneralSubtree (RFC 5280 §4.2.1.10); an iPAddress is an address and a mask there. */
export function readSubtreeBase(der: Der): GeneralSubtree {
  switch (der.context) {
    case choices.dNSName:
      return { kind: 'dns', base: der.named('dNSName').ascii() }
    case choices.iPAddress: {
      const octets = ofLength(der, [8, 32])
      const half = octets.length / 2
      return { kind: 'ip', address: octets.subarray(0, half), mask: octets.subarray(half) }
    }
    case choices.directoryName:
      return { kind: 'directory', der: der.explicit().encoded }
    case undefined:
      throw new Malformed('nameConstraints: a base that is no GeneralName')
    default:
      return { kind: 'other', tag: der.context }
  }
}

function ofLength(der: Der, lengths: readonly number[]): Uint8Array {
  const octets = der.named('iPAddress').content
  if (lengths.includes(octets.length)) return octets
  throw new Malformed(`iPAddress: wanted ${lengths.join(' or ')} octets, found ${octets.length}`)
}

function shown(der: Der, problems: Problems): string {
  switch (der.context) {
    case choices.otherName:
      return `otherName:${otherName(der)}`
    case choices.rfc822Name:
      return `email:${der.named('rfc822Name').ascii()}`
    case choices.x400Address:
      return 'x400Address'
    case choices.directoryName:
      return `directoryName:${inline(readName(der.explicit(), 'directoryName', problems))}`
    case choices.ediPartyName:
      return 'ediPartyName'
    case choices.uniformResourceIdentifier:
      return `URI:${der.named('uniformResourceIdentifier').ascii()}`
    case choices.registeredID:
      return `registeredID:${readOid(der.content, 'registeredID')}`
    default:
      throw new Malformed('subjectAltName: a member that is no GeneralName')
  }
}

/** The type's OID and, where it is a plain string, the value, as for a user principal name. */
function otherName(der: Der): string {
  const [type, value] = der.named('otherName').members
  if (type === undefined || value?.context !== 0)
    throw new Malformed('otherName: wanted type-id and value [0]')
  const held = value.explicit()
  return held.textual ? `${type.oid()}:${held.text()}` : type.oid()
}

function inline(name: Name): string {
  return name.attributes.map(({ type, value }) => `${type}=${value}`).join(', ')
}
