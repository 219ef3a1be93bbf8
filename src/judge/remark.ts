import type { Evidence, Severity } from '../model/finding.ts'
import { severities } from '../model/finding.ts'
import type { Delivery, Observation } from '../model/observation.ts'
import { addressesOf, nameOf, told } from './naming.ts'
import type { Verdict } from './rule.ts'

/** What there is to say about one certificate or one chain. */
export interface Remark {
  /** The predicate of a sentence whose subject is the certificate: `expires in 31 hours`. */
  readonly says: string
  readonly fix: string
  readonly evidence: Evidence
  readonly raised?: Severity
}

const mostNamed = 10
const mostProven = 100

/** Looks at every distinct leaf once, however many chains and addresses came with it. */
export function aboutLeaves(
  observation: Observation,
  look: (delivery: Delivery) => Remark | null,
): Verdict | null {
  if (!observation.deliveries.known) return null
  const leaves = new Map<string, Delivery>()
  for (const delivery of observation.deliveries.value) {
    const same = leaves.get(delivery.leaf.sha256)
    const sightings = [...(same?.sightings ?? []), ...delivery.sightings]
    leaves.set(delivery.leaf.sha256, { ...(same ?? delivery), sightings })
  }
  return verdict([...leaves.values()], look)
}

/** Looks at every chain: one leaf may come with several. */
export function aboutChains(
  observation: Observation,
  look: (delivery: Delivery) => Remark | null,
): Verdict | null {
  return observation.deliveries.known ? verdict(observation.deliveries.value, look) : null
}

interface Remarked {
  readonly delivery: Delivery
  readonly remark: Remark
}

/** One verdict for all of them: the worst comes first and decides severity and fix. */
function verdict(
  deliveries: readonly Delivery[],
  look: (delivery: Delivery) => Remark | null,
): Verdict | null {
  const remarked = deliveries.flatMap((delivery): readonly Remarked[] => {
    const remark = look(delivery)
    return remark === null ? [] : [{ delivery, remark }]
  })
  const [worst, ...others] = remarked.toSorted((one, other) => rank(one.remark) - rank(other.remark))
  if (worst === undefined) return null
  const all = [worst, ...others]
  const { fix, raised } = worst.remark
  return {
    message: sentence(all, deliveries.length > 1),
    fix,
    evidence: { certificates: all.slice(0, mostProven).map(proof) },
    ...(raised === undefined ? {} : { raised }),
  }
}

function rank({ raised }: Remark): number {
  return raised === undefined ? severities.length : severities.indexOf(raised)
}

function sentence(remarked: readonly Remarked[], several: boolean): string {
  const clauses = remarked
    .slice(0, mostNamed)
    .map(({ delivery, remark }) => `${several ? told(delivery) : 'the certificate'} ${remark.says}`)
  const rest = remarked.length - clauses.length
  const whole = clauses.join('; ') + (rest > 0 ? `; and ${rest} more` : '')
  return whole.charAt(0).toUpperCase() + whole.slice(1)
}

function proof({ delivery, remark }: Remarked): Evidence {
  return {
    fingerprint_sha256: delivery.leaf.sha256,
    name: nameOf(delivery.leaf),
    addresses: addressesOf(delivery),
    ...remark.evidence,
  }
}
