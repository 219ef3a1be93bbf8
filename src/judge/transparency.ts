import type { Delivery } from '../model/observation.ts'
import type { ObservedSct } from '../model/transparency.ts'
import { endsInPublicRoot } from '../model/trust.ts'

/**
 * Whether browsers demand SCTs of the chain at this moment: only below a public root, and not of what has expired,
 * whose logs may have been closed since.
 */
export function demandsScts(delivery: Delivery, now: Date): boolean {
  const { notAfter } = delivery.leaf
  return endsInPublicRoot(delivery) && notAfter !== null && now <= notAfter
}

/** What people call a log: its name where a list holds it. */
export function logName({ logs, logId }: ObservedSct): string {
  return logs.chrome?.name ?? logs.apple?.name ?? `the log ${logId}`
}
