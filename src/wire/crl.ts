import { createPublicKey } from 'node:crypto'

import type { Certificate } from '../model/certificate.ts'
import { readReason } from './crl-reason.ts'
import { contentOf, encodedOf, identifiers, membersOf, type Span, spansIn, wholeSpan } from './der-span.ts'
import { type Der, readDer } from './der.ts'
import { readUri } from './general-name.ts'
import { Malformed } from './malformed.ts'
import { signatureVerifies } from './signature.ts'
import { readTime } from './x509-time.ts'

/**
 * A CertificateList (RFC 5280 §5) whose entries stay in the octets that came: lists of a hundred thousand are walked,
 * not made into objects.
 */
export interface Crl {
  readonly bytes: Uint8Array
  readonly issuer: Uint8Array
  readonly thisUpdate: Date
  readonly nextUpdate: Date | null
  /** What the list is limited to; `null`: it is about all of its issuer's certificates. */
  readonly scope: CrlScope | null
  readonly entries: Span | null
  readonly signed: Span
  readonly algorithm: Uint8Array
  readonly signature: Uint8Array
}

/** issuingDistributionPoint (RFC 5280 §5.2.5). */
export interface CrlScope {
  /** Empty: whatever the distribution point. */
  readonly urls: readonly string[]
  readonly only: 'user' | 'ca' | null
}

export interface Revoked {
  readonly at: Date
  readonly reason: string | null
}

/** Reads all but the entries, which are walked once, so that none is hidden behind a broken one. Throws `Malformed`. */
export function readCrl(bytes: Uint8Array): Crl {
  const [signed, algorithm, signature, ...more] = membersOf(bytes, wholeSpan(bytes, 'crl'), sequence, 'crl')
  if (signed === undefined || algorithm === undefined || signature === undefined || more.length > 0) {
    throw new Malformed('crl: wanted tbsCertList, signatureAlgorithm and signatureValue')
  }
  const members = membersOf(bytes, signed, sequence, 'tbsCertList')
  const hasVersion = members[0]?.identifier === identifiers.integer
  const [announced, issuer, thisUpdate, ...optional] = hasVersion ? members.slice(1) : members
  if (announced === undefined || issuer === undefined || thisUpdate === undefined) {
    throw new Malformed(`tbsCertList: only ${members.length} members`)
  }
  if (Buffer.compare(encodedOf(bytes, announced), encodedOf(bytes, algorithm)) !== 0) {
    throw new Malformed('signatureAlgorithm: not the one in tbsCertList (RFC 5280 §5.1.1.2)')
  }
  const nextUpdate = optional.find(
    ({ identifier }) => identifier === utcTime || identifier === generalizedTime,
  )
  const entries = optional.find(({ identifier }) => identifier === sequence) ?? null
  const extensions = optional.find(({ identifier }) => identifier === extensionsTag)
  if (entries !== null)
    for (const entry of spansIn(bytes, entries, 'revokedCertificates')) partsOf(bytes, entry)
  return {
    bytes,
    issuer: encodedOf(bytes, issuer),
    thisUpdate: timeAt(bytes, thisUpdate, 'thisUpdate'),
    nextUpdate: nextUpdate === undefined ? null : timeAt(bytes, nextUpdate, 'nextUpdate'),
    scope:
      extensions === undefined ? null : readScope(readDer(contentOf(bytes, extensions), 'crlExtensions')),
    entries,
    signed,
    algorithm: encodedOf(bytes, algorithm),
    signature: readDer(encodedOf(bytes, signature), 'signatureValue').bitString().bytes,
  }
}

const { sequence } = identifiers
const utcTime = 0x17
const generalizedTime = 0x18
/** crlExtensions [0] EXPLICIT */
const extensionsTag = 0xa0

interface EntryParts {
  readonly serial: Span
  readonly date: Span
  readonly extensions: Span | undefined
}

/** SEQUENCE { userCertificate, revocationDate, crlEntryExtensions OPTIONAL } */
function partsOf(bytes: Uint8Array, entry: Span): EntryParts {
  const [serial, date, extensions, ...more] = membersOf(bytes, entry, sequence, 'revokedCertificates')
  const dated = date?.identifier === utcTime || date?.identifier === generalizedTime
  if (serial?.identifier !== identifiers.integer || date === undefined || !dated || more.length > 0) {
    throw new Malformed('revokedCertificates: wanted userCertificate and revocationDate')
  }
  return { serial, date, extensions }
}

/**
 * Looks a certificate up, `null` where the list does not name it. Throws `Malformed` where the list names another
 * issuer for its entries.
 */
export function revokedIn(crl: Crl, { serial }: Pick<Certificate, 'serial'>): Revoked | null {
  const { bytes, entries } = crl
  if (entries === null || serial === '') return null
  const wanted = Buffer.from(serial, 'hex')
  // Searching for the octets is a hundred times faster than walking; what is found may still be part of something else.
  if (!Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(wanted, entries.from))
    return null
  for (const entry of spansIn(bytes, entries, 'revokedCertificates')) {
    const parts = partsOf(bytes, entry)
    if (!wanted.equals(contentOf(bytes, parts.serial))) continue
    return { at: timeAt(bytes, parts.date, 'revocationDate'), reason: reasonOf(bytes, parts.extensions) }
  }
  return null
}

function reasonOf(bytes: Uint8Array, extensions: Span | undefined): string | null {
  if (extensions === undefined) return null
  const all = readDer(encodedOf(bytes, extensions), 'crlEntryExtensions').sequence()
  for (const member of all) {
    const [id, ...rest] = member.sequence()
    const value = rest.at(-1)
    if (id?.oid() === '2.5.29.21' && value !== undefined)
      return readReason(readDer(value.octetString(), 'reasonCode'))
  }
  return null
}

/** RFC 5280 §5.2: what limits the list to less than its issuer's certificates; all that we could misread is refused. */
function readScope(extensions: Der): CrlScope | null {
  let scope: CrlScope | null = null
  for (const member of extensions.sequence()) {
    const [id, ...rest] = member.sequence()
    const value = rest.at(-1)
    if (id === undefined || value === undefined) throw new Malformed('crlExtensions: not an Extension')
    const oid = id.oid()
    const critical = rest.length > 1 && rest[0]?.boolean() === true
    if (oid === '2.5.29.27') throw new Malformed('crl: only the changes since another one (delta CRL)')
    if (oid === '2.5.29.28')
      scope = readIssuingDistributionPoint(readDer(value.octetString(), 'issuingDistributionPoint'))
    else if (critical) throw new Malformed(`crlExtensions: ${oid} is critical and not known here`)
  }
  return scope
}

function readIssuingDistributionPoint(value: Der): CrlScope {
  let urls: readonly string[] = []
  let only: CrlScope['only'] = null
  for (const field of value.sequence()) {
    const set = !field.constructed && field.content[0] === 0xff
    if (field.context === 0) urls = readFullName(field.explicit())
    else if (field.context === 1 && set) only = 'user'
    else if (field.context === 2 && set) only = 'ca'
    else if (field.context === 3) throw new Malformed('crl: for some reasons of revocation only')
    else if (field.context === 4 && set)
      throw new Malformed("crl: of other issuers' certificates (indirect CRL)")
    else if (field.context === 5 && set) throw new Malformed('crl: of attribute certificates')
  }
  return { urls, only }
}

/** DistributionPointName: fullName [0]; a name relative to the issuer says nothing to us. */
function readFullName(name: Der): readonly string[] {
  if (name.context !== 0) throw new Malformed('issuingDistributionPoint: a relative name')
  const urls = name.members.flatMap((member) => readUri(member) ?? [])
  if (urls.length === 0) throw new Malformed('issuingDistributionPoint: no URL')
  return urls
}

/** Whether the issuer's key signed the list (RFC 5280 §6.3.3 (f), (g)). Throws `Malformed`. */
export function crlVerifies(crl: Crl, issuer: Pick<Certificate, 'key' | 'keyUsage'>): boolean {
  if (issuer.keyUsage !== null && !issuer.keyUsage.includes('cRLSign')) {
    throw new Malformed('crl: its issuer may not sign CRLs')
  }
  const key = createPublicKey({ key: Buffer.from(issuer.key.spki), format: 'der', type: 'spki' })
  const algorithm = readDer(crl.algorithm, 'signatureAlgorithm')
  return signatureVerifies(algorithm, encodedOf(crl.bytes, crl.signed), crl.signature, key)
}

function timeAt(bytes: Uint8Array, span: Span, what: string): Date {
  return readTime(readDer(encodedOf(bytes, span), what), what)
}
