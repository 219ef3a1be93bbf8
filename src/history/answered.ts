import type { Reason } from '../model/answer.ts'
import type { RememberedCertificate, Trouble } from '../model/history.ts'
import { inquiryMayHide } from '../model/inquiry-gaps.ts'
import type { Observation, TlsVersion } from '../model/observation.ts'
import { rememberedCertificate } from '../model/remembered-certificate.ts'
import type { Assessment } from '../model/report.ts'
import { scanGaps } from '../model/scan-gaps.ts'

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

/** Whether every certificate came to light that an earlier run may have seen. */
function isWholeAnswer(observation: Observation): boolean {
  const { deliveries, addresses } = observation
  if (!deliveries.known || !everyAddressAnswered(observation)) return false
  return addresses.every(
    ({ leaf, otherLeaf }) => !leaf.known || otherLeaf.known || sayingNo.has(otherLeaf.reason),
  )
}

/** Whether a finding that this run did not make may still be so: nobody looked where it was, or nobody told. */
export function mayHide(
  rule: Trouble['rule'],
  assessment: Pick<Assessment, 'observation' | 'comparison'>,
): boolean {
  const { observation } = assessment
  return (
    !isWholeAnswer(observation) ||
    (aboutScan.test(rule) && scanMayHide(rule, observation)) ||
    inquiryMayHide(rule, assessment)
  )
}

const aboutScan = /^(protocol|cipher|key-exchange|vulnerability|tls|http)\//

const versionOf: Readonly<Partial<Record<Trouble['rule'], TlsVersion>>> = {
  'protocol/ssl2': 'SSLv2',
  'protocol/ssl3': 'SSLv3',
  'protocol/tls1.0': 'TLSv1',
  'protocol/tls1.1': 'TLSv1.1',
  'vulnerability/drown': 'SSLv2',
}

/** Firewalls often swallow the hello of SSL 2.0, run after run: that must hide nothing but SSL 2.0 itself. */
function scanMayHide(rule: Trouble['rule'], { tls }: Observation): boolean {
  if (!tls.known) return tls.reason !== 'not-asked'
  const version = versionOf[rule]
  if (version !== undefined) return !tls.value.versions[version].known
  const about = scanGaps(tls.value)
    .map((gap) => gap.about)
    .filter((one) => one !== 'SSLv2')
  if (rule.startsWith('http/')) return about.includes('HSTS')
  if (/^(vulnerability|tls)\//.test(rule)) return about.some((one) => one !== 'HSTS')
  return about.some((one) => one !== 'HSTS' && one !== null)
}
