import type { Der } from './der.ts'
import { Malformed } from './malformed.ts'

const signedData = '1.2.840.113549.1.7.2'

/**
 * The certificates, as DER, in a degenerate PKCS#7 SignedData (RFC 2315 §9.1, RFC 5652 §5.1): a SET, so their
 * order means nothing. Signers are not looked at. Throws `Malformed`.
 */
export function readSignedData(contentInfo: Der): readonly Uint8Array[] {
  const [type, content] = contentInfo.sequence()
  if (type?.oid() !== signedData || content?.context !== 0) {
    throw new Malformed(`PKCS#7: wanted SignedData (${signedData}), found ${type?.oid() ?? 'nothing'}`)
  }
  const fields = content.explicit().sequence()
  const certificates = fields.find((field) => field.context === 0)?.members ?? []
  // The other members of CertificateChoices, attribute certificates and the like, bear context tags
  return certificates.flatMap((choice) => (choice.context === undefined ? [choice.encoded] : []))
}
