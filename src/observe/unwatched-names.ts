import type { Delivery, Observation } from '../model/observation.ts'
import { expectedName } from '../model/target.ts'

/** Of the other names that logs hold, those that no endpoint of the run stands for. */
export function unwatchedNames(observations: readonly Observation[]): readonly Observation[] {
  const watched = new Set<string>(observations.flatMap(({ target }) => expectedName(target) ?? []))
  const unwatched = (delivery: Delivery): Delivery => {
    const { logged } = delivery
    if (!logged.known) return delivery
    const otherNames = logged.value.otherNames.filter((name) => !watched.has(name))
    return { ...delivery, logged: { known: true, value: { ...logged.value, otherNames } } }
  }
  return observations.map((observation) => {
    const { deliveries } = observation
    if (!deliveries.known || deliveries.value.every(({ logged }) => !logged.known)) return observation
    return { ...observation, deliveries: { known: true, value: deliveries.value.map(unwatched) } }
  })
}
