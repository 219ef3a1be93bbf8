import type { Evidence, Severity } from '../model/finding.ts'
import { severities } from '../model/finding.ts'
import { shownLimits } from '../model/limits.ts'
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

/** Tells of every distinct leaf once, by the worst of the chains that it came with, at whatever address. */
export function aboutLeaves(
  observation: Observation,
  look: (delivery: Delivery) => Remark | null,
): Verdict | null {
  if (!observation.deliveries.known) return null
  const leaves = Map.groupBy(observation.deliveries.value, ({ leaf }) => leaf.sha256)
  const seen = [...leaves.values()].map((alike) => {
    const sightings = alike.flatMap((delivery) => delivery.sightings)
    return alike.map((delivery) => ({ ...delivery, sightings }))
  })
  return verdict(seen, look)
}

/** Looks at every chain: one leaf may come with several. */
export function aboutChains(
  observation: Observation,
  look: (delivery: Delivery) => Remark | null,
): Verdict | null {
  const { deliveries } = observation
  return deliveries.known
    ? verdict(
        deliveries.value.map((delivery) => [delivery]),
        look,
      )
    : null
}

interface Remarked {
  readonly delivery: Delivery
  readonly remark: Remark
}

/** One verdict for all subjects, each told of by its worst chain: the worst comes first and decides severity and fix. */
function verdict(
  subjects: readonly (readonly Delivery[])[],
  look: (delivery: Delivery) => Remark | null,
): Verdict | null {
  const remarked = subjects.flatMap((chains) => {
    const said = chains.flatMap((delivery): readonly Remarked[] => {
      const remark = look(delivery)
      return remark === null ? [] : [{ delivery, remark }]
    })
    return worstFirst(said).slice(0, 1)
  })
  const [worst, ...others] = worstFirst(remarked)
  if (worst === undefined) return null
  const all = [worst, ...others]
  const { fix, raised } = worst.remark
  return {
    message: sentence(all, subjects.length > 1),
    fix,
    evidence: { certificates: all.slice(0, shownLimits.evidence).map(proof) },
    ...(raised === undefined ? {} : { raised }),
  }
}

function worstFirst(remarked: readonly Remarked[]): readonly Remarked[] {
  return remarked.toSorted((one, other) => rank(one.remark) - rank(other.remark))
}

function rank({ raised }: Remark): number {
  return raised === undefined ? severities.length : severities.indexOf(raised)
}

function sentence(remarked: readonly Remarked[], several: boolean): string {
  const clauses = remarked
    .slice(0, shownLimits.named)
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
