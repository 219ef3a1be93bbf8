import type { Certificate } from '../model/certificate.ts'
import { type Der, readDer } from './der.ts'
import {
  readAlternativeNames,
  readAuthorityInfoAccess,
  readAuthorityKeyId,
  readBasicConstraints,
  readDistributionPoints,
  readExtendedKeyUsage,
  readKeyUsage,
  readMustStaple,
  readNameConstraints,
  readPolicies,
} from './extension-values.ts'
import { Malformed } from './malformed.ts'
import type { Problems } from './problems.ts'

type ExtensionFields = Pick<
  Certificate,
  | 'alternativeNames'
  | 'keyUsage'
  | 'extendedKeyUsage'
  | 'basicConstraints'
  | 'nameConstraints'
  | 'policies'
  | 'mustStaple'
  | 'ocspUrls'
  | 'crlUrls'
  | 'caIssuerUrls'
  | 'subjectKeyId'
  | 'authorityKeyId'
  | 'unknownCritical'
>

/**
 * Reads the extensions of a certificate (RFC 5280 §4.2), `undefined` where it has none. A critical extension
 * that cannot be read, or stands there twice, counts as unknown: nobody may rely on the certificate then.
 */
export function readExtensions(list: Der | undefined, problems: Problems): ExtensionFields {
  const extensions = list === undefined ? new Map<string, Extension>() : readList(list, problems)
  const processed = new Set(withoutEffect)
  const field = <T>(oid: string, absent: T, read: (value: Der) => T): T => {
    const value = extensions.get(oid)?.value
    if (value === undefined || value === null) return absent
    return problems.attempt(absent, () => {
      const found = read(readDer(value, names.get(oid) ?? oid))
      processed.add(oid)
      return found
    })
  }
  const access = field(oids.authorityInfoAccess, { ocspUrls: [], caIssuerUrls: [] }, readAuthorityInfoAccess)
  return {
    alternativeNames: field(oids.subjectAltName, [], (value) => readAlternativeNames(value, problems)),
    keyUsage: field(oids.keyUsage, null, readKeyUsage),
    extendedKeyUsage: field(oids.extKeyUsage, null, readExtendedKeyUsage),
    basicConstraints: field(oids.basicConstraints, null, readBasicConstraints),
    nameConstraints: field(oids.nameConstraints, null, readNameConstraints),
    policies: field(oids.certificatePolicies, [], readPolicies),
    mustStaple: field(oids.tlsFeature, false, readMustStaple),
    ...access,
    crlUrls: field(oids.cRLDistributionPoints, [], readDistributionPoints),
    subjectKeyId: field(oids.subjectKeyIdentifier, null, (value) => hex(value.octetString())),
    authorityKeyId: field(oids.authorityKeyIdentifier, null, readAuthorityKeyId),
    unknownCritical: [...extensions].flatMap(([oid, { critical }]) =>
      critical && !processed.has(oid) ? [oid] : [],
    ),
  }
}

interface Extension {
  readonly critical: boolean
  /** DER of the value; `null` when it cannot be said which, and the problem is noted. */
  readonly value: Uint8Array | null
}

function readList(list: Der, problems: Problems): Map<string, Extension> {
  const extensions = new Map<string, Extension>()
  const members = problems.attempt([], () => list.named('extensions').sequence())
  for (const member of members) {
    const read = problems.attempt(undefined, () => readExtension(member, problems))
    if (read === undefined) continue
    const [oid, extension] = read
    const twin = extensions.get(oid)
    if (twin !== undefined) problems.note(`extensions: ${oid} stands there twice (RFC 5280 §4.2)`)
    const critical = extension.critical || (twin?.critical ?? false)
    extensions.set(oid, twin === undefined ? extension : { critical, value: null })
  }
  return extensions
}

/** Extension ::= SEQUENCE { extnID, critical BOOLEAN DEFAULT FALSE, extnValue OCTET STRING } */
function readExtension(member: Der, problems: Problems): readonly [oid: string, Extension] {
  const [id, ...rest] = member.sequence()
  if (id === undefined) throw new Malformed('extensions: one without extnID')
  const oid = id.oid()
  const flag = rest.length > 1 ? rest[0] : undefined
  // What is unreadable is taken for critical: the cautious reading of a BOOLEAN that is neither 00 nor FF
  const critical = flag === undefined ? false : problems.attempt(true, () => flag.boolean())
  const value = problems.attempt(null, () => {
    const last = rest.at(-1)
    if (last === undefined || rest.length > 2) throw new Malformed(`extensions: ${oid} is no Extension`)
    return last.octetString()
  })
  return [oid, { critical, value }]
}

function hex(octets: Uint8Array): string {
  return Buffer.from(octets).toString('hex')
}

const oids = {
  subjectKeyIdentifier: '2.5.29.14',
  keyUsage: '2.5.29.15',
  subjectAltName: '2.5.29.17',
  basicConstraints: '2.5.29.19',
  nameConstraints: '2.5.29.30',
  cRLDistributionPoints: '2.5.29.31',
  certificatePolicies: '2.5.29.32',
  authorityKeyIdentifier: '2.5.29.35',
  extKeyUsage: '2.5.29.37',
  authorityInfoAccess: '1.3.6.1.5.5.7.1.1',
  tlsFeature: '1.3.6.1.5.5.7.1.24',
} as const

const names: ReadonlyMap<string, string> = new Map(Object.entries(oids).map(([name, oid]) => [oid, name]))

/**
 * Critical by RFC 5280 or in use by public CAs, and without effect on a TLS client, which starts with
 * any-policy and asks for no explicit one (RFC 5280 §6.1.1): OpenSSL, too, accepts them unless told otherwise.
 */
const withoutEffect: readonly string[] = [
  '2.5.29.33', // policyMappings
  '2.5.29.36', // policyConstraints
  '2.5.29.54', // inhibitAnyPolicy
]
