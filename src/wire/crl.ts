import type { Certificate } from '../model/certificate.ts'
import { readReason } from './crl-reason.ts'
import {
  contentOf,
  encodedOf,
  identifiers,
  membersOf,
  moving,
  type Span,
  spanAt,
  wholeSpan,
} from './der-span.ts'
import { type Der, readDer } from './der.ts'
import { readUri } from './general-name.ts'
import { Malformed } from './malformed.ts'
import { publicKeyOf, signatureVerifies } from './signature.ts'
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
  if (entries !== null) findEntry(bytes, entries, () => false)
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

/** Where the parts of an entry stand: SEQUENCE { userCertificate, revocationDate, crlEntryExtensions OPTIONAL }. */
interface EntryPlaces {
  readonly serial: Span
  readonly date: Span
  readonly extensions: Span | null
}

/** Walks the entries until one is wanted. The places are written over from one entry to the next. */
function findEntry(bytes: Uint8Array, entries: Span, wanted: (serial: Span) => boolean): EntryPlaces | null {
  const what = 'revokedCertificates'
  const [entry, serial, date, extensions] = [moving(), moving(), moving(), moving()]
  for (let at = entries.from; at < entries.to; at = entry.to) {
    spanAt(bytes, at, entries.to, what, entry)
    spanAt(bytes, entry.from, entry.to, what, serial)
    spanAt(bytes, serial.to, entry.to, what, date)
    const extended = date.to < entry.to
    if (extended) spanAt(bytes, date.to, entry.to, what, extensions)
    const dated = date.identifier === utcTime || date.identifier === generalizedTime
    const whole = (extended ? extensions.to : date.to) === entry.to
    if (entry.identifier !== sequence || serial.identifier !== identifiers.integer || !dated || !whole) {
      throw new Malformed(`${what}: wanted userCertificate and revocationDate`)
    }
    if (wanted(serial)) return { serial, date, extensions: extended ? extensions : null }
  }
  return null
}

/**
 * Looks a certificate up, `null` where the list does not name it. Throws `Malformed` for a certificate whose serial
 * number cannot be read: then the list says nothing of it.
 */
export function revokedIn(crl: Crl, { serial }: Pick<Certificate, 'serial'>): Revoked | null {
  const { bytes, entries } = crl
  if (serial === '') throw new Malformed('crl: the certificate has no serial number that could be looked up')
  if (entries === null) return null
  const wanted = Buffer.from(serial, 'hex')
  // Searching for the octets is a hundred times faster than walking; what is found may still be part of something else.
  if (!Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(wanted, entries.from))
    return null
  const found = findEntry(bytes, entries, ({ from, to }) => {
    return to - from === wanted.length && wanted.every((octet, index) => octet === bytes[from + index])
  })
  if (found === null) return null
  return { at: timeAt(bytes, found.date, 'revocationDate'), reason: reasonOf(bytes, found.extensions) }
}

function reasonOf(bytes: Uint8Array, extensions: Span | null): string | null {
  if (extensions === null) return null
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
  const key = publicKeyOf(issuer.key.spki, 'crl: the key of its issuer')
  const algorithm = readDer(crl.algorithm, 'signatureAlgorithm')
  return signatureVerifies(algorithm, encodedOf(crl.bytes, crl.signed), crl.signature, key)
}

function timeAt(bytes: Uint8Array, span: Span, what: string): Date {
  return readTime(readDer(encodedOf(bytes, span), what), what)
}
