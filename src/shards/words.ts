import { z } from 'zod'

import { type IpAddress, parseAddress } from '../model/address.ts'
import { type Answer, type Known, reasons, type Unanswered } from '../model/answer.ts'
import type { Certificate, Sha256 } from '../model/certificate.ts'
import type { CipherSuite } from '../model/observation.ts'
import { cipherSuite } from '../wire/cipher-suite.ts'
import { Malformed } from '../wire/malformed.ts'
import { count, fields, flag, type Form, formed, object, oneOf, plain, text } from './form.ts'

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
  const known: Form<Known<T>> = fields({
    known: plain(z.literal(true), 'true', (written) => written === true),
    value,
  })
  return {
    schema: z.union([known.schema, unanswered.schema]),
    read: (written) => (object(written)['known'] === true ? known : unanswered).read(written),
    write: (answered) => (answered.known ? known.write(answered) : unanswered.write(answered)),
  }
}

export const yesOrNo: Form<Answer<boolean>> = answer(flag)

export const instant: Form<Date> = formed(
  text,
  (written) => {
    const date = new Date(written)
    if (Number.isNaN(date.getTime()) || date.toISOString() !== written) throw new Malformed('a time expected')
    return date
  },
  (date) => date.toISOString(),
  'ISO 8601, UTC, with milliseconds',
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
