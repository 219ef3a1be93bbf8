import type { Complaint } from './complaint.ts'
import { type ConfigDocument, type ConfigPath, valueAt } from './document.ts'
import { arrivesLater, laterSettings, scanningArrivesLater } from './later.ts'

/** The parts of a request that may ask for what is not there yet. */
export interface Wishes {
  readonly scan: 'certificate' | 'tls' | null
  readonly probes: boolean
}

/** A complaint for everything that config or request ask for and a later version brings. */
export function postponements(config: ConfigDocument | null, wishes: Wishes): readonly Complaint[] {
  const asked: Complaint[] = []
  if (scanningArrivesLater && wishes.scan === 'tls')
    asked.push({ place: null, ...arrivesLater('A scan of kind "tls"') })
  if (scanningArrivesLater && wishes.probes) asked.push({ place: null, ...arrivesLater('"probes"') })
  if (config === null) return asked
  for (const { path, subject, remedy } of spotsIn(config.value))
    asked.push({ place: config.place(path, 'key'), ...arrivesLater(subject, remedy) })
  return asked
}

interface Spotted {
  readonly path: ConfigPath
  readonly subject: string
  readonly remedy?: string
}

function* spotsIn(value: unknown): Iterable<Spotted> {
  for (const key of laterSettings)
    if (valueAt(value, [key]) !== undefined) yield { path: [key], subject: `"${key}"` }
  yield* scanning(value, ['defaults'])
  const domains = valueAt(value, ['domains'])
  for (const index of Array.isArray(domains) ? domains.keys() : []) yield* scanning(value, ['domains', index])
}

function* scanning(value: unknown, path: ConfigPath): Iterable<Spotted> {
  if (!scanningArrivesLater) return
  if (valueAt(value, [...path, 'scan']) === 'tls') yield { path: [...path, 'scan'], subject: '"scan: tls"' }
  if (valueAt(value, [...path, 'probes']) === true)
    yield { path: [...path, 'probes'], subject: '"probes: true"' }
}
