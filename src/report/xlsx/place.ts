import type { Assessment } from '../../model/report.ts'
import type { Target } from '../../model/target.ts'
import type { Column } from './sheet.ts'

/** Which endpoint a line is about, as each sheet begins. */
export function placeColumns<T>(assessmentOf: (line: T) => Assessment | null): readonly Column<T>[] {
  const target = (line: T): Target | null => assessmentOf(line)?.observation.target ?? null
  return [
    ['Domain', 'text', (line) => domain(target(line))],
    ['Port', 'whole', (line) => port(target(line))],
    ['Name', 'text', (line) => target(line)?.name ?? null],
  ]
}

/** The host as A-labels; for a file the domain it is for, else its path. */
function domain(target: Target | null): string | null {
  if (target === null) return null
  return target.kind === 'endpoint' ? target.host : (target.domain ?? target.path)
}

function port(target: Target | null): number | null {
  return target?.kind === 'endpoint' ? target.port : null
}
