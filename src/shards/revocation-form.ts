import type { Certificate } from '../model/certificate.ts'
import type { RevocationCheck, RevocationEvidence, RevocationStatus, Staple } from '../model/revocation.ts'
import { either, fields, type Form, list, oneOf, orNull, tagged, text } from './form.ts'
import { answer, instant } from './words.ts'

const word = {
  source: oneOf('staple', 'crl', 'ocsp'),
  thisUpdate: instant,
  nextUpdate: orNull(instant),
} as const

const status: Form<RevocationStatus> = tagged<RevocationStatus, 'status'>('status', {
  good: word,
  revoked: { ...word, revokedAt: instant, reason: orNull(text) },
})

const staple: Form<Staple> = either<Staple, 'sound'>(
  'sound',
  { says: oneOf('good', 'revoked', 'unknown'), nextUpdate: orNull(instant) },
  { fault: text },
)

/** Its certificates stand elsewhere in the file. */
export function revocationForm(certificate: Form<Certificate>): Form<RevocationEvidence> {
  const check: Form<RevocationCheck> = fields({ certificate, answer: answer(status) })
  return fields({ checks: list(check), staple: answer(orNull(staple)) })
}
