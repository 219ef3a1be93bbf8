import type { PublicKey } from '../model/certificate.ts'
import { certificateLimits } from '../model/limits.ts'
import { type Der, readDer, tags } from './der.ts'
import { Malformed } from './malformed.ts'
import type { Problems } from './problems.ts'
import { readAlgorithm } from './x509-algorithm.ts'

/**
 * Reads a SubjectPublicKeyInfo (RFC 5280 §4.1.2.7): what kind of key, and how large. Whether the key is any
 * good is a question for cryptography. A key that cannot be read has the type `unknown`.
 */
export function readPublicKey(der: Der, problems: Problems): PublicKey {
  const spki = der.encoded
  const facts = problems.attempt(none('unknown'), () => {
    const [algorithm, subjectPublicKey] = der.named('subjectPublicKeyInfo').pair()
    const { oid, parameters } = readAlgorithm(algorithm, 'subjectPublicKeyInfo')
    const { bytes } = subjectPublicKey.bitString()
    const type = types.get(oid) ?? oid
    const read = readers.get(oid)
    if (read === undefined) return none(type)
    return problems.attempt(none(type), () => ({ ...none(type), ...read(bytes, parameters, problems) }))
  })
  return { ...facts, spki }
}

type Facts = Omit<PublicKey, 'spki'>
type Size = Partial<Pick<PublicKey, 'bits' | 'curve' | 'exponent'>>

function none(type: string): Facts {
  return { type, bits: null, curve: null, exponent: null }
}

/** RFC 8017 appendix A.1.1. */
function readRsa(bytes: Uint8Array): Size {
  const [modulus, exponent] = readDer(bytes, 'RSAPublicKey').pair()
  return { bits: bitLength(modulus, 'modulus'), exponent: decimal(exponent, 'publicExponent') }
}

/** RFC 5480 §2.1.1: PKIX allows named curves only. */
function readEc(_bytes: Uint8Array, parameters: Der | undefined, problems: Problems): Size {
  if (parameters === undefined) throw new Malformed('ECParameters: missing')
  if (parameters.is(tags.sequence)) {
    problems.note(
      'ECParameters: explicit curve parameters, where only named curves are allowed (RFC 5480 §2.1.1)',
    )
    return { bits: problems.attempt(null, () => fieldSize(parameters.named('ECParameters'))) }
  }
  const oid = parameters.named('ECParameters').oid()
  const [curve, bits] = curves.get(oid) ?? [oid, null]
  return { curve, bits }
}

/** SEC 1 appendix C.2: version, then fieldID with the OID of prime fields and the prime. */
function fieldSize(parameters: Der): number | null {
  const [, fieldId] = parameters.sequence()
  if (fieldId === undefined) throw new Malformed('ECParameters: no fieldID')
  const [type, prime] = fieldId.pair()
  return type.oid() === '1.2.840.10045.1.1' ? bitLength(prime, 'fieldID') : null
}

/** RFC 3279 §2.3.2: p, q, g; left out when the issuer's are meant. */
function readDsa(_bytes: Uint8Array, parameters: Der | undefined): Size {
  const [prime] = parameters?.named('Dss-Parms').sequence() ?? []
  return prime === undefined ? {} : { bits: bitLength(prime, 'p') }
}

function bitLength(integer: Der, what: string): number {
  const octets = positive(integer, what)
  const start = octets.findIndex((octet) => octet !== 0)
  return (octets.length - start) * 8 - (Math.clz32(octets[start] ?? 0) - 24)
}

function decimal(integer: Der, what: string): string {
  const octets = positive(integer, what)
  if (octets.length > certificateLimits.exponentBytes) throw new Malformed(`${what}: ${octets.length} octets`)
  return BigInt(`0x${Buffer.from(octets).toString('hex')}`).toString()
}

function positive(integer: Der, what: string): Uint8Array {
  const octets = integer.named(what).integer()
  const negative = (octets[0] ?? 0) > 0x7f
  if (negative || octets.every((octet) => octet === 0)) throw new Malformed(`${what}: not a positive INTEGER`)
  return octets
}

type Reader = (bytes: Uint8Array, parameters: Der | undefined, problems: Problems) => Size

const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['1.2.840.113549.1.1.1', readRsa],
  ['1.2.840.113549.1.1.10', readRsa],
  ['1.2.840.10045.2.1', readEc],
  ['1.2.840.10040.4.1', readDsa],
])

/** RFC 3279, RFC 4055, RFC 5480, RFC 8410, RFC 9881, RFC 9909, RFC 9935. */
const types: ReadonlyMap<string, string> = new Map([
  ['1.2.840.113549.1.1.1', 'RSA'],
  ['1.2.840.113549.1.1.10', 'RSA-PSS'],
  ['1.2.840.10045.2.1', 'EC'],
  ['1.2.840.10040.4.1', 'DSA'],
  ['1.3.101.110', 'X25519'],
  ['1.3.101.111', 'X448'],
  ['1.3.101.112', 'Ed25519'],
  ['1.3.101.113', 'Ed448'],
  ['2.16.840.1.101.3.4.3.17', 'ML-DSA-44'],
  ['2.16.840.1.101.3.4.3.18', 'ML-DSA-65'],
  ['2.16.840.1.101.3.4.3.19', 'ML-DSA-87'],
  ['2.16.840.1.101.3.4.3.20', 'SLH-DSA-SHA2-128s'],
  ['2.16.840.1.101.3.4.3.21', 'SLH-DSA-SHA2-128f'],
  ['2.16.840.1.101.3.4.3.22', 'SLH-DSA-SHA2-192s'],
  ['2.16.840.1.101.3.4.3.23', 'SLH-DSA-SHA2-192f'],
  ['2.16.840.1.101.3.4.3.24', 'SLH-DSA-SHA2-256s'],
  ['2.16.840.1.101.3.4.3.25', 'SLH-DSA-SHA2-256f'],
  ['2.16.840.1.101.3.4.3.26', 'SLH-DSA-SHAKE-128s'],
  ['2.16.840.1.101.3.4.3.27', 'SLH-DSA-SHAKE-128f'],
  ['2.16.840.1.101.3.4.3.28', 'SLH-DSA-SHAKE-192s'],
  ['2.16.840.1.101.3.4.3.29', 'SLH-DSA-SHAKE-192f'],
  ['2.16.840.1.101.3.4.3.30', 'SLH-DSA-SHAKE-256s'],
  ['2.16.840.1.101.3.4.3.31', 'SLH-DSA-SHAKE-256f'],
  ['2.16.840.1.101.3.4.4.1', 'ML-KEM-512'],
  ['2.16.840.1.101.3.4.4.2', 'ML-KEM-768'],
  ['2.16.840.1.101.3.4.4.3', 'ML-KEM-1024'],
])

/** RFC 5480 §2.1.1.1, SEC 2, RFC 5639 §4.1, GB/T 33560; NIST's names where NIST has one. */
const curves: ReadonlyMap<string, readonly [curve: string, bits: number]> = new Map([
  ['1.2.840.10045.3.1.1', ['P-192', 192]],
  ['1.3.132.0.33', ['P-224', 224]],
  ['1.2.840.10045.3.1.7', ['P-256', 256]],
  ['1.3.132.0.34', ['P-384', 384]],
  ['1.3.132.0.35', ['P-521', 521]],
  ['1.3.132.0.9', ['secp160k1', 160]],
  ['1.3.132.0.8', ['secp160r1', 160]],
  ['1.3.132.0.30', ['secp160r2', 160]],
  ['1.3.132.0.31', ['secp192k1', 192]],
  ['1.3.132.0.32', ['secp224k1', 224]],
  ['1.3.132.0.10', ['secp256k1', 256]],
  ['1.3.132.0.1', ['sect163k1', 163]],
  ['1.3.132.0.15', ['sect163r2', 163]],
  ['1.3.132.0.26', ['sect233k1', 233]],
  ['1.3.132.0.27', ['sect233r1', 233]],
  ['1.3.132.0.3', ['sect239k1', 239]],
  ['1.3.132.0.16', ['sect283k1', 283]],
  ['1.3.132.0.17', ['sect283r1', 283]],
  ['1.3.132.0.36', ['sect409k1', 409]],
  ['1.3.132.0.37', ['sect409r1', 409]],
  ['1.3.132.0.38', ['sect571k1', 571]],
  ['1.3.132.0.39', ['sect571r1', 571]],
  ['1.3.36.3.3.2.8.1.1.1', ['brainpoolP160r1', 160]],
  ['1.3.36.3.3.2.8.1.1.2', ['brainpoolP160t1', 160]],
  ['1.3.36.3.3.2.8.1.1.3', ['brainpoolP192r1', 192]],
  ['1.3.36.3.3.2.8.1.1.4', ['brainpoolP192t1', 192]],
  ['1.3.36.3.3.2.8.1.1.5', ['brainpoolP224r1', 224]],
  ['1.3.36.3.3.2.8.1.1.6', ['brainpoolP224t1', 224]],
  ['1.3.36.3.3.2.8.1.1.7', ['brainpoolP256r1', 256]],
  ['1.3.36.3.3.2.8.1.1.8', ['brainpoolP256t1', 256]],
  ['1.3.36.3.3.2.8.1.1.9', ['brainpoolP320r1', 320]],
  ['1.3.36.3.3.2.8.1.1.10', ['brainpoolP320t1', 320]],
  ['1.3.36.3.3.2.8.1.1.11', ['brainpoolP384r1', 384]],
  ['1.3.36.3.3.2.8.1.1.12', ['brainpoolP384t1', 384]],
  ['1.3.36.3.3.2.8.1.1.13', ['brainpoolP512r1', 512]],
  ['1.3.36.3.3.2.8.1.1.14', ['brainpoolP512t1', 512]],
  ['1.2.156.10197.1.301', ['curveSM2', 256]],
])
