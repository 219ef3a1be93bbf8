import { createHash } from 'node:crypto'

import type { Certificate, Sha256, SignatureAlgorithm } from '../model/certificate.ts'
import { certificateLimits } from '../model/limits.ts'
import { type Der, readDer } from './der.ts'
import { Malformed } from './malformed.ts'
import { type Problems, problems } from './problems.ts'
import { readSignatureAlgorithm } from './x509-algorithm.ts'
import { readExtensions } from './x509-extensions.ts'
import { readPublicKey } from './x509-key.ts'
import { readName } from './x509-name.ts'
import { readTime } from './x509-time.ts'

/**
 * Reads a Certificate (RFC 5280 §4.1) from its DER. Throws `Malformed` when its outermost structures cannot
 * be read; whatever inside cannot be read spoils its own field and stands in `problems`.
 */
export function readCertificate(der: Uint8Array): Certificate {
  if (der.length > certificateLimits.certificateBytes)
    throw new Malformed(`certificate: too large, ${der.length} octets`)
  const [tbs, algorithm, signature, ...more] = readDer(der, 'certificate').sequence()
  if (tbs === undefined || algorithm === undefined || signature === undefined || more.length > 0) {
    throw new Malformed('certificate: wanted tbsCertificate, signatureAlgorithm and signatureValue')
  }
  const found = problems()
  const { signature: announced, ...fields } = readTbsCertificate(tbs, found)
  if (Buffer.compare(announced.encoded, algorithm.encoded) !== 0) {
    found.note('signatureAlgorithm: not the one in tbsCertificate (RFC 5280 §4.1.1.2)')
  }
  const signatureAlgorithm = found.attempt<SignatureAlgorithm>({ name: 'unknown', hash: null }, () =>
    readSignatureAlgorithm(algorithm, 'signatureAlgorithm'),
  )
  found.attempt(undefined, () => signature.named('signatureValue').bitString())
  const sha256 = createHash('sha256').update(der).digest('hex') as Sha256
  return { der, sha256, ...fields, signatureAlgorithm, problems: found.sentences() }
}

/** RFC 5280 §4.1: the fields up to subjectPublicKeyInfo stand in a fixed order, what follows is tagged. */
function readTbsCertificate(tbs: Der, found: Problems): TbsCertificate {
  const members = tbs.named('tbsCertificate').sequence()
  const explicitVersion = members[0]?.context === 0 ? members[0] : undefined
  const [serial, signature, issuer, validity, subject, spki, ...optional] =
    explicitVersion === undefined ? members : members.slice(1)
  if (!serial || !signature || !issuer || !validity || !subject || !spki) {
    throw new Malformed(`tbsCertificate: only ${members.length} members`)
  }
  const names = {
    issuer: readName(issuer, 'issuer', found),
    subject: readName(subject, 'subject', found),
  }
  const version = readVersion(explicitVersion, found)
  const key = readPublicKey(spki, found)
  return {
    signature,
    version,
    serial: found.attempt('', () => hex(serial.named('serialNumber').integer())),
    ...names,
    ...readValidity(validity, found),
    key,
    spkiSha256: createHash('sha256').update(key.spki).digest('base64'),
    ...readExtensions(extensionList(optional, version, found), found),
    selfIssued: Buffer.compare(names.issuer.der, names.subject.der) === 0,
  }
}

type TbsCertificate = Omit<Certificate, 'der' | 'sha256' | 'signatureAlgorithm' | 'problems'> & {
  readonly signature: Der
}

/** RFC 5280 §4.1.2.1: [0] EXPLICIT INTEGER { v1(0), v2(1), v3(2) } DEFAULT v1. */
function readVersion(explicit: Der | undefined, found: Problems): number {
  return found.attempt(1, () => {
    const version = (explicit?.named('version').explicit().smallInteger() ?? 0) + 1
    if (version < 1 || version > 3) throw new Malformed(`version: ${version}`)
    return version
  })
}

/** RFC 5280 §4.1.2.5: each of the two times may be spoilt by itself. */
function readValidity(validity: Der, found: Problems): Pick<Certificate, 'notBefore' | 'notAfter'> {
  const times = found.attempt(undefined, () => validity.named('validity').pair())
  if (times === undefined) return { notBefore: null, notAfter: null }
  return {
    notBefore: found.attempt(null, () => readTime(times[0], 'notBefore')),
    notAfter: found.attempt(null, () => readTime(times[1], 'notAfter')),
  }
}

/**
 * RFC 5280 §4.1: issuerUniqueID [1] and subjectUniqueID [2], both IMPLICIT BIT STRING, and extensions [3]
 * EXPLICIT, each once, in this order.
 */
function extensionList(optional: readonly Der[], version: number, found: Problems): Der | undefined {
  const order = optional.map((member) => member.context ?? 0)
  const known = optional.every((member) => member.constructed === (member.context === 3))
  if (!known || !order.every((tag, at) => tag >= 1 && tag <= 3 && tag > (order[at - 1] ?? 0))) {
    found.note('tbsCertificate: members after subjectPublicKeyInfo that RFC 5280 does not know')
  }
  const extensions = optional.find((member) => member.context === 3)
  if (extensions === undefined) return undefined
  if (version !== 3) found.note(`extensions: in a certificate of version ${version}`)
  return found.attempt(undefined, () => extensions.named('extensions').explicit())
}

function hex(octets: Uint8Array): string {
  return Buffer.from(octets).toString('hex')
}
