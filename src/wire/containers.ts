import { fileLimits, inquiryLimits } from '../model/limits.ts'
import { type Der, readBer, tags } from './der.ts'
import { orderedLeafFirst } from './leaf-first.ts'
import { Malformed } from './malformed.ts'
import { readPem } from './pem.ts'
import { readSignedData } from './pkcs7.ts'
import { readPkcs12Certificates } from './pkcs12.ts'
import { readCertificate } from './x509.ts'

/**
 * Reads the certificates, as DER, of a file that is recognised by its content: PEM, one DER certificate,
 * PKCS#7 (`.p7b`, `.p7c`, DER or PEM) or PKCS#12. PEM keeps the order of the file; out of the other two the
 * leaf comes first. Throws `WrongPassword` when a PKCS#12 file does not open, else `Malformed`, also when
 * there is no certificate in the file.
 */
export async function readCertificateFile(
  bytes: Uint8Array,
  password: string | null,
): Promise<readonly Uint8Array[]> {
  if (bytes.length > fileLimits.fileBytes) {
    throw new Malformed(`certificate file: larger than ${fileLimits.fileBytes} octets`)
  }
  const certificates = isBinary(bytes) ? await readBinary(bytes, password) : readText(bytes)
  if (certificates.length === 0) throw new Malformed('certificate file: no certificate in it')
  return limited(certificates)
}

/**
 * Reads what stands at a caIssuers address (RFC 5280 §4.2.2.1): one DER certificate, or a .p7c of several; PEM, too,
 * because private CAs publish it. Never PKCS#12: a stranger's file gets no keys derived. Throws `Malformed`.
 */
export function readIssuerFile(bytes: Uint8Array): readonly Uint8Array[] {
  if (bytes.length > inquiryLimits.issuerBytes)
    throw new Malformed(`issuer: larger than ${inquiryLimits.issuerBytes} octets`)
  const issuers = isBinary(bytes) ? readBinaryIssuers(bytes) : readText(bytes)
  if (issuers.length === 0) throw new Malformed('issuer: no certificate in it')
  if (issuers.length > inquiryLimits.issuers)
    throw new Malformed(`issuer: more than ${inquiryLimits.issuers} certificates`)
  return issuers
}

function readBinaryIssuers(bytes: Uint8Array): readonly Uint8Array[] {
  const outermost = readContainer(bytes, 'issuer')
  const [first] = outermost.sequence()
  return first?.is(tags.oid) === true ? readSignedData(outermost) : [bytes]
}

/** A SEQUENCE of more than 127 octets, or of indefinite length: no text begins so. */
function isBinary(bytes: Uint8Array): boolean {
  return bytes[0] === 0x30 && (bytes[1] ?? 0) >= 0x80
}

/** Certificate, ContentInfo and PFX are SEQUENCEs that begin with a SEQUENCE, an OID and an INTEGER. */
async function readBinary(bytes: Uint8Array, password: string | null): Promise<readonly Uint8Array[]> {
  const outermost = readContainer(bytes, 'certificate file')
  const [first] = outermost.sequence()
  if (first?.is(tags.oid) === true) return leafFirst(readSignedData(outermost))
  if (first?.is(tags.integer) === true) return leafFirst(await readPkcs12Certificates(bytes, password))
  return [bytes]
}

function readContainer(bytes: Uint8Array, what: string): Der {
  if (bytes.length > fileLimits.containerBytes)
    throw new Malformed(`${what}: larger than ${fileLimits.containerBytes} octets`)
  return readBer(bytes, what)
}

function leafFirst(certificates: readonly Uint8Array[]): readonly Uint8Array[] {
  return orderedLeafFirst(limited(certificates).map((der) => readCertificate(der))).map(({ der }) => der)
}

function limited(certificates: readonly Uint8Array[]): readonly Uint8Array[] {
  if (certificates.length <= fileLimits.certificates) return certificates
  throw new Malformed(`certificate file: more than ${fileLimits.certificates} certificates`)
}

function readText(bytes: Uint8Array): readonly Uint8Array[] {
  return readPem(bytes).flatMap(({ label, der }) => {
    if (certificateLabels.has(label)) return [der]
    if (signedDataLabels.has(label)) return leafFirst(readSignedData(readContainer(der, label)))
    if (label !== 'TRUSTED CERTIFICATE') return []
    throw new Malformed(`PEM: ${label} is a form of OpenSSL's own; "openssl x509" writes it as CERTIFICATE`)
  })
}

/** RFC 7468 §5.1 and §8: these labels and the older ones that parsers ought to know. */
const certificateLabels: ReadonlySet<string> = new Set([
  'CERTIFICATE',
  'X509 CERTIFICATE',
  'X.509 CERTIFICATE',
])
const signedDataLabels: ReadonlySet<string> = new Set(['PKCS7', 'PKCS #7 SIGNED DATA', 'CMS'])
