import type { Reason } from '../model/answer.ts'
import type { RememberedCertificate } from '../model/history.ts'
import type { Observation } from '../model/observation.ts'
import { rememberedCertificate } from '../model/remembered-certificate.ts'

/** The distinct leaves that were served, as they would be remembered; empty when nobody answered. */
export function servedLeaves({ deliveries }: Observation, now: Date): readonly RememberedCertificate[] {
  if (!deliveries.known) return []
  const leaves = new Map(deliveries.value.map(({ leaf }) => [leaf.sha256, leaf]))
  return [...leaves.values()].map((leaf) => rememberedCertificate(leaf, now, now))
}

/** Whether anybody has looked: a run that was cut short, or a question nobody put, is no outage either. */
export function wasAsked({ deliveries }: Observation): boolean {
  return deliveries.known || (deliveries.reason !== 'not-observed' && deliveries.reason !== 'not-asked')
}

/**
 * Whether nothing can be hiding behind silence: of all addresses, each that could be asked has answered. One that
 * this machine has no route to, or must not contact, is no silence.
 */
export function everyAddressAnswered({ target, addresses }: Observation): boolean {
  if (target.kind === 'file' || target.addresses === 'first') return true
  return addresses.every(({ leaf }) => leaf.known || leaf.reason === 'not-asked' || leaf.reason === 'blocked')
}

/**
 * Whether every address that answered was also asked for leaves of this key type: the ordinary leaf answers for its
 * own type, and for the others only a second question does. A timeout is not a "no".
 */
export function askedFor(
  keyType: string,
  { addresses }: Observation,
  served: readonly RememberedCertificate[],
): boolean {
  const types = new Map(served.map((leaf) => [leaf.sha256, leaf.keyType]))
  return addresses.every(
    ({ leaf, otherLeaf }) => !leaf.known || otherLeaf.known || types.get(leaf.value) === keyType,
  )
}

/** A server without a key of the asked kind may as well hang up as send an alert. */
const sayingNo: ReadonlySet<Reason> = new Set<Reason>([
  'refused-handshake',
  'reset',
  'closed',
  'not-asked',
  'blocked',
])

/** Whether everything came to light that an earlier run may have seen: only then is a finding that is gone over. */
export function isWholeAnswer(observation: Observation): boolean {
  const { deliveries, addresses } = observation
  if (!deliveries.known || !everyAddressAnswered(observation)) return false
  return addresses.every(
    ({ leaf, otherLeaf }) => !leaf.known || otherLeaf.known || sayingNo.has(otherLeaf.reason),
  )
}
