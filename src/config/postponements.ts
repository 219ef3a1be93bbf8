import type { Complaint } from './complaint.ts'
import { type ConfigDocument, type ConfigPath, valueAt } from './document.ts'
import { arrivesLater, laterSettings, laterTransparencySettings } from './later.ts'

/** A complaint for everything that a config asks for and a later version brings. */
export function postponements(config: ConfigDocument | null): readonly Complaint[] {
  if (config === null) return []
  return Array.from(spotsIn(config.value), (path) => {
    const { message, remedy } = arrivesLater(`"${path.at(-1)}"`)
    return { place: config.place(path, 'key'), message, remedy }
  })
}

function* spotsIn(value: unknown): Iterable<ConfigPath> {
  for (const key of laterSettings) if (valueAt(value, [key]) !== undefined) yield [key]
  for (const key of laterTransparencySettings) {
    const path = ['transparency', key]
    const wished = valueAt(value, path)
    if (wished !== undefined && wished !== false) yield path
  }
}
