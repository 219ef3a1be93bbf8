import type { Answer } from './answer.ts'
import type { Observation } from './observation.ts'
import { scanGaps } from './scan-gaps.ts'

/** Whether the run ended before anybody asked the target. */
export function wasNotObserved({ deliveries }: Observation): boolean {
  return !deliveries.known && deliveries.reason === 'not-observed'
}

/** Whether something was seen, but not every address, not both key types, or not the whole scan, before the run ended. */
export function wasPartlyObserved({ deliveries, addresses, tls }: Observation): boolean {
  const answers: readonly Answer<unknown>[] = addresses.flatMap(({ leaf, otherLeaf }) => [leaf, otherLeaf])
  const gaps = tls.known ? scanGaps(tls.value).map(({ answer }) => answer) : [tls]
  return (
    deliveries.known &&
    [...answers, ...gaps].some((answer) => !answer.known && answer.reason === 'not-observed')
  )
}

/** Whether the run is not the whole truth about the target. */
export function wasCutShort(observation: Observation): boolean {
  return wasNotObserved(observation) || wasPartlyObserved(observation)
}
