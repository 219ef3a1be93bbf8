import type { LastScan } from '../model/history.ts'
import { type Observation, tlsVersions } from '../model/observation.ts'
import type { Assessment } from '../model/report.ts'

/** Everything that the server agrees to; `null` without a scan, and when something kept it from its end. */
export function scanNow({ tls }: Observation): Omit<LastScan, 'grade'> | null {
  if (!tls.known) return null
  const { versions, offers } = tls.value
  if (tlsVersions.some((version) => !versions[version].known)) return null
  if (offers.some(({ suites }) => suites.cut !== null)) return null
  const suites = offers.flatMap(({ suites: { found } }) => found.map(({ name }) => name))
  return { versions: offers.map(({ version }) => version), suites: [...new Set(suites)].toSorted() }
}

export function lastScan({ observation, grade }: Pick<Assessment, 'observation' | 'grade'>): LastScan | null {
  const scan = scanNow(observation)
  return scan === null ? null : { ...scan, grade: grade?.letter ?? null }
}
