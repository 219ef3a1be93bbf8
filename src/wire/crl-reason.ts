import { type Der, tags } from './der.ts'
import { Malformed } from './malformed.ts'

/** CRLReason (RFC 5280 §5.3.1) by number; 7 is not used. */
const reasons: readonly (string | null)[] = [
  'unspecified',
  'keyCompromise',
  'cACompromise',
  'affiliationChanged',
  'superseded',
  'cessationOfOperation',
  'certificateHold',
  null,
  'removeFromCRL',
  'privilegeWithdrawn',
  'aACompromise',
]

/** A reason by its name, a number that the standard does not have by itself. */
export function readReason(der: Der): string {
  const [number, ...more] = der.is(tags.enumerated) ? der.content : []
  if (number === undefined || more.length > 0) throw new Malformed('reasonCode: not a CRLReason')
  return reasons[number] ?? String(number)
}
