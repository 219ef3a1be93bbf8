import type { Heard } from '../model/history.ts'
import { historyLimits, shownLimits } from '../model/limits.ts'
import type { Delivery, Observation } from '../model/observation.ts'
import type { RememberedWindow } from '../model/renewal.ts'
import { shortened } from '../model/text.ts'

/**
 * What logs and CAs have said of an endpoint. Of issuers the first answer is the baseline and stays it, so that what
 * was not there then stays unexpected; of windows the first one of each leaf stays, so that a CA's change of mind shows.
 */
export function heardNow(before: Heard, { deliveries }: Observation): Heard {
  if (!deliveries.known) return before
  return {
    issuers: before.issuers ?? issuersIn(deliveries.value),
    windows: deliveries.value.flatMap((delivery) => windowOf(delivery, before) ?? []).filter(isFirst),
  }
}

function issuersIn(deliveries: readonly Delivery[]): readonly string[] | null {
  const searches = deliveries.flatMap(({ logged }) => (logged.known ? [logged.value] : []))
  if (searches.length === 0) return null
  const issuers = searches.flatMap(({ others }) =>
    others.map(({ issuer }) => shortened(issuer, shownLimits.rememberedCharacters)),
  )
  return [...new Set(issuers)].toSorted().slice(0, historyLimits.issuersKept)
}

function windowOf({ leaf, renewal }: Delivery, { windows }: Heard): RememberedWindow | undefined {
  const first = windows.find(({ sha256 }) => sha256 === leaf.sha256)
  if (first !== undefined || !renewal.known) return first
  const { start, end } = renewal.value.window
  return { sha256: leaf.sha256, start, end }
}

function isFirst({ sha256 }: RememberedWindow, index: number, all: readonly RememberedWindow[]): boolean {
  return all.findIndex((window) => window.sha256 === sha256) === index
}
