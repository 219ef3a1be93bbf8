import { z } from 'zod'

import { type IpAddress, parseAddress } from '../model/address.ts'
import { type Answer, reasons, type Unanswered } from '../model/answer.ts'
import type { Certificate, Sha256 } from '../model/certificate.ts'
import type { CipherSuite } from '../model/observation.ts'
import { cipherSuite } from '../wire/cipher-suite.ts'
import { Malformed } from '../wire/malformed.ts'
import { count, either, fields, flag, type Form, formed, oneOf, plain, text } from './form.ts'

/** Certificates by their number in a file, each written once. */
export interface CertificateNumbers {
  /** Throws `Malformed` when the file has none of that number yet. */
  certificate(number: number): Certificate
  numberOf(certificate: Certificate): number
}

export const unanswered: Form<Unanswered> = fields({
  known: plain(z.literal(false), 'false', (written) => written === false),
  reason: oneOf(...reasons),
  detail: text,
})

export function answer<T>(value: Form<T>): Form<Answer<T>> {
  return either<Answer<T>, 'known'>('known', { value }, { reason: oneOf(...reasons), detail: text })
}

export const yesOrNo: Form<Answer<boolean>> = answer(flag)

/** What octets of others call a time may be none. */
const noTime = 'none'

export const instant: Form<Date> = formed(
  text,
  (written) => {
    const date = new Date(written)
    if (Number.isNaN(date.getTime()) ? written === noTime : date.toISOString() === written) return date
    throw new Malformed('a time expected')
  },
  (date) => (Number.isNaN(date.getTime()) ? noTime : date.toISOString()),
  `ISO 8601, UTC, with milliseconds; ${noTime} where there is none`,
)

export const octets: Form<Uint8Array> = formed(
  text,
  (written) => {
    const bytes = Buffer.from(written, 'base64')
    if (bytes.toString('base64') !== written) throw new Malformed('base64 expected')
    return new Uint8Array(bytes)
  },
  (bytes) => Buffer.from(bytes).toString('base64'),
  'Base64',
)

const digest = /^[0-9a-f]{64}$/
export const sha256: Form<Sha256> = plain(
  z.string().regex(digest).describe('SHA-256 of the DER, lower-case hex'),
  'a SHA-256',
  (written) => typeof written === 'string' && digest.test(written),
)

export const ip: Form<IpAddress> = plain(
  z.string().describe('IPv4 or IPv6'),
  'an address',
  (written) => typeof written === 'string' && written.length <= 45 && parseAddress(written) === written,
)

/** The tables know the rest. */
export const suite: Form<CipherSuite> = formed(
  count,
  cipherSuite,
  ({ id }) => id,
  'The number of a cipher suite',
)

export function certificateOf(numbers: CertificateNumbers): Form<Certificate> {
  return formed(
    count,
    (number) => numbers.certificate(number),
    (certificate) => numbers.numberOf(certificate),
    'The number of a certificate: its line among those of certificates, from 0',
  )
}
