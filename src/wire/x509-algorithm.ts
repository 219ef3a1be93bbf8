import type { SignatureAlgorithm } from '../model/certificate.ts'
import type { Der } from './der.ts'
import { Malformed } from './malformed.ts'

/**
 * Reads the AlgorithmIdentifier of a signature (RFC 5280 §4.1.1.2). An algorithm that is not in the table is
 * named by its OID, without a hash.
 */
export function readSignatureAlgorithm(der: Der, what: string): SignatureAlgorithm {
  const { oid, parameters } = readAlgorithm(der, what)
  if (oid === rsassaPss) return { name: 'id-RSASSA-PSS', hash: pssHash(parameters) }
  const [name, hash] = signatures.get(oid) ?? [oid, null]
  return { name, hash }
}

const rsassaPss = '1.2.840.113549.1.1.10'

/** RFC 4055 §3.1: hashAlgorithm [0], SHA-1 unless it says otherwise. */
function pssHash(parameters: Der | undefined): string | null {
  const hash = parameters?.sequence().find((member) => member.context === 0)
  if (hash === undefined) return 'SHA-1'
  return hashes.get(readAlgorithm(hash.explicit(), 'hashAlgorithm').oid) ?? null
}

/** An AlgorithmIdentifier (RFC 5280 §4.1.1.2): what the parameters are depends on the OID. */
export function readAlgorithm(der: Der, what: string): { oid: string; parameters: Der | undefined } {
  const [algorithm, parameters, ...more] = der.named(what).sequence()
  if (algorithm === undefined || more.length > 0) throw new Malformed(`${what}: not an AlgorithmIdentifier`)
  return { oid: algorithm.oid(), parameters }
}

/** RFC 4055 §2.1, RFC 8017 appendix B.1, NIST CSOR. */
const hashes: ReadonlyMap<string, string> = new Map([
  ['1.2.840.113549.2.5', 'MD5'],
  ['1.3.14.3.2.26', 'SHA-1'],
  ['2.16.840.1.101.3.4.2.4', 'SHA-224'],
  ['2.16.840.1.101.3.4.2.1', 'SHA-256'],
  ['2.16.840.1.101.3.4.2.2', 'SHA-384'],
  ['2.16.840.1.101.3.4.2.3', 'SHA-512'],
  ['2.16.840.1.101.3.4.2.5', 'SHA-512/224'],
  ['2.16.840.1.101.3.4.2.6', 'SHA-512/256'],
  ['2.16.840.1.101.3.4.2.7', 'SHA3-224'],
  ['2.16.840.1.101.3.4.2.8', 'SHA3-256'],
  ['2.16.840.1.101.3.4.2.9', 'SHA3-384'],
  ['2.16.840.1.101.3.4.2.10', 'SHA3-512'],
])

const signatures: ReadonlyMap<string, readonly [name: string, hash: string | null]> = new Map([
  // RFC 8017 appendix A.2.4, RFC 3279 §2.2.1
  ['1.2.840.113549.1.1.2', ['md2WithRSAEncryption', 'MD2']],
  ['1.2.840.113549.1.1.3', ['md4WithRSAEncryption', 'MD4']],
  ['1.2.840.113549.1.1.4', ['md5WithRSAEncryption', 'MD5']],
  ['1.2.840.113549.1.1.5', ['sha1WithRSAEncryption', 'SHA-1']],
  ['1.2.840.113549.1.1.14', ['sha224WithRSAEncryption', 'SHA-224']],
  ['1.2.840.113549.1.1.11', ['sha256WithRSAEncryption', 'SHA-256']],
  ['1.2.840.113549.1.1.12', ['sha384WithRSAEncryption', 'SHA-384']],
  ['1.2.840.113549.1.1.13', ['sha512WithRSAEncryption', 'SHA-512']],
  ['1.2.840.113549.1.1.15', ['sha512-224WithRSAEncryption', 'SHA-512/224']],
  ['1.2.840.113549.1.1.16', ['sha512-256WithRSAEncryption', 'SHA-512/256']],
  // the Open Systems Environment's older arcs, and TeleTrusT
  ['1.3.14.3.2.3', ['md5WithRSA', 'MD5']],
  ['1.3.14.3.2.27', ['dsaWithSHA1', 'SHA-1']],
  ['1.3.14.3.2.29', ['sha1WithRSASignature', 'SHA-1']],
  ['1.3.36.3.3.1.2', ['rsaSignatureWithripemd160', 'RIPEMD-160']],
  // RFC 5758, RFC 3279 §2.2.2 and §2.2.3
  ['1.2.840.10045.4.1', ['ecdsa-with-SHA1', 'SHA-1']],
  ['1.2.840.10045.4.3.1', ['ecdsa-with-SHA224', 'SHA-224']],
  ['1.2.840.10045.4.3.2', ['ecdsa-with-SHA256', 'SHA-256']],
  ['1.2.840.10045.4.3.3', ['ecdsa-with-SHA384', 'SHA-384']],
  ['1.2.840.10045.4.3.4', ['ecdsa-with-SHA512', 'SHA-512']],
  ['1.2.840.10040.4.3', ['id-dsa-with-sha1', 'SHA-1']],
  ['2.16.840.1.101.3.4.3.1', ['id-dsa-with-sha224', 'SHA-224']],
  ['2.16.840.1.101.3.4.3.2', ['id-dsa-with-sha256', 'SHA-256']],
  ['2.16.840.1.101.3.4.3.3', ['id-dsa-with-sha384', 'SHA-384']],
  ['2.16.840.1.101.3.4.3.4', ['id-dsa-with-sha512', 'SHA-512']],
  // RFC 9688 and NIST CSOR: SHA-3
  ['2.16.840.1.101.3.4.3.9', ['id-ecdsa-with-sha3-224', 'SHA3-224']],
  ['2.16.840.1.101.3.4.3.10', ['id-ecdsa-with-sha3-256', 'SHA3-256']],
  ['2.16.840.1.101.3.4.3.11', ['id-ecdsa-with-sha3-384', 'SHA3-384']],
  ['2.16.840.1.101.3.4.3.12', ['id-ecdsa-with-sha3-512', 'SHA3-512']],
  ['2.16.840.1.101.3.4.3.13', ['id-rsassa-pkcs1-v1_5-with-sha3-224', 'SHA3-224']],
  ['2.16.840.1.101.3.4.3.14', ['id-rsassa-pkcs1-v1_5-with-sha3-256', 'SHA3-256']],
  ['2.16.840.1.101.3.4.3.15', ['id-rsassa-pkcs1-v1_5-with-sha3-384', 'SHA3-384']],
  ['2.16.840.1.101.3.4.3.16', ['id-rsassa-pkcs1-v1_5-with-sha3-512', 'SHA3-512']],
  // RFC 8692
  ['1.3.6.1.5.5.7.6.30', ['id-RSASSA-PSS-SHAKE128', 'SHAKE128']],
  ['1.3.6.1.5.5.7.6.31', ['id-RSASSA-PSS-SHAKE256', 'SHAKE256']],
  ['1.3.6.1.5.5.7.6.32', ['id-ecdsa-with-shake128', 'SHAKE128']],
  ['1.3.6.1.5.5.7.6.33', ['id-ecdsa-with-shake256', 'SHAKE256']],
  // GB/T 33560, RFC 9215
  ['1.2.156.10197.1.501', ['sm2-with-sm3', 'SM3']],
  ['1.2.643.2.2.3', ['id-GostR3411-94-with-GostR3410-2001', 'GOST R 34.11-94']],
  ['1.2.643.7.1.1.3.2', ['id-tc26-signwithdigest-gost3410-12-256', 'Streebog-256']],
  ['1.2.643.7.1.1.3.3', ['id-tc26-signwithdigest-gost3410-12-512', 'Streebog-512']],
  // RFC 8410, RFC 9881, RFC 9909: the hash belongs to the algorithm
  ['1.3.101.112', ['id-Ed25519', null]],
  ['1.3.101.113', ['id-Ed448', null]],
  ['2.16.840.1.101.3.4.3.17', ['id-ml-dsa-44', null]],
  ['2.16.840.1.101.3.4.3.18', ['id-ml-dsa-65', null]],
  ['2.16.840.1.101.3.4.3.19', ['id-ml-dsa-87', null]],
  ['2.16.840.1.101.3.4.3.20', ['id-slh-dsa-sha2-128s', null]],
  ['2.16.840.1.101.3.4.3.21', ['id-slh-dsa-sha2-128f', null]],
  ['2.16.840.1.101.3.4.3.22', ['id-slh-dsa-sha2-192s', null]],
  ['2.16.840.1.101.3.4.3.23', ['id-slh-dsa-sha2-192f', null]],
  ['2.16.840.1.101.3.4.3.24', ['id-slh-dsa-sha2-256s', null]],
  ['2.16.840.1.101.3.4.3.25', ['id-slh-dsa-sha2-256f', null]],
  ['2.16.840.1.101.3.4.3.26', ['id-slh-dsa-shake-128s', null]],
  ['2.16.840.1.101.3.4.3.27', ['id-slh-dsa-shake-128f', null]],
  ['2.16.840.1.101.3.4.3.28', ['id-slh-dsa-shake-192s', null]],
  ['2.16.840.1.101.3.4.3.29', ['id-slh-dsa-shake-192f', null]],
  ['2.16.840.1.101.3.4.3.30', ['id-slh-dsa-shake-256s', null]],
  ['2.16.840.1.101.3.4.3.31', ['id-slh-dsa-shake-256f', null]],
])
