import type { Observation } from '../../src/model/observation.ts'
import type { Report } from '../../src/model/report.ts'

/** A benchmark of failures would be a fast one: every endpoint must have shown both its certificates. */
export function proveComplete(observations: readonly Observation[], count: number): void {
  if (observations.length !== count) throw new Error(`${observations.length} of ${count} endpoints observed`)
  for (const { deliveries, target, connections } of observations) {
    if (deliveries.known && deliveries.value.length === 2 && connections === 2) continue
    const why = deliveries.known ? `${deliveries.value.length} chains` : deliveries.detail
    throw new Error(`${target.id}: ${connections} connections, ${why}`)
  }
}

/** A scan counts when every version is settled, every list complete, and every certificate seen. */
export function proveScanned(observations: readonly Observation[], count: number, chains: number): void {
  if (observations.length !== count) throw new Error(`${observations.length} of ${count} endpoints observed`)
  for (const { tls, deliveries, target } of observations) {
    if (!tls.known) throw new Error(`${target.id}: ${tls.detail}`)
    const unsettled = Object.entries(tls.value.versions).filter(([, answer]) => !answer.known)
    const cut = tls.value.offers.filter(({ suites }) => suites.cut !== null)
    const seen = deliveries.known ? deliveries.value.length : 0
    if (unsettled.length + cut.length > 0 || seen !== chains)
      throw new Error(
        `${target.id}: ${unsettled.length} versions open, ${cut.length} lists cut, ${seen} chains`,
      )
  }
}

/** A whole run counts when every endpoint was healthy and, from the second run on, remembered. */
export function proveHealthy({ assessments }: Report, seenBefore: boolean): void {
  for (const { observation, status, findings, comparison } of assessments) {
    const { id } = observation.target
    if (status !== 'success') throw new Error(`${id}: ${findings.map(({ message }) => message).join('; ')}`)
    if ((comparison.before !== null) !== seenBefore) throw new Error(`${id}: remembered by chance`)
  }
}
