import type { LastAnswer } from '../model/history.ts'
import { historyLimits } from '../model/limits.ts'
import { type Delivery, type Observation, type Sighting, tlsVersions } from '../model/observation.ts'
import { everyAddressAnswered } from './answered.ts'

/**
 * What an ordinary client is answered with; of many addresses, by the one that answers worst, so that the order in
 * which DNS names them makes no difference. `null` when nobody answered, or not all whom it takes to tell.
 */
export function answerNow(observation: Observation): LastAnswer | null {
  const { deliveries } = observation
  if (!deliveries.known || !everyAddressAnswered(observation)) return null
  const [first] = deliveries.value
  if (observation.target.kind === 'file') return first === undefined ? null : lastAnswer(first, null)
  const [worst] = deliveries.value
    .flatMap((delivery) => delivery.sightings.map((sighting) => ({ delivery, sighting })))
    .filter(({ sighting }) => sighting.asked === 'any')
    .sort((one, other) => worseFirst(one.sighting, other.sighting))
  return worst === undefined ? null : lastAnswer(worst.delivery, worst.sighting)
}

function lastAnswer({ chain }: Delivery, sighting: Sighting | null): LastAnswer {
  return {
    protocol: sighting?.protocol ?? null,
    suite: sighting?.suite.name ?? null,
    chain: chain.slice(1, 1 + historyLimits.chainKept).map(({ sha256 }) => sha256),
  }
}

function worseFirst(one: Sighting, other: Sighting): number {
  return (
    tlsVersions.indexOf(one.protocol) - tlsVersions.indexOf(other.protocol) ||
    (one.suite.bits ?? 0) - (other.suite.bits ?? 0) ||
    (one.address ?? '').localeCompare(other.address ?? '', 'en')
  )
}
