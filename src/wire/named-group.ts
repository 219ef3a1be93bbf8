import type { NamedGroup } from '../model/tls-scan.ts'
import { namedGroupRows } from './tables/named-groups.ts'

/** The group of that number; one that nobody registered has its hex for a name. */
export function namedGroup(id: number): NamedGroup {
  const unregistered = { id, name: `0x${id.toString(16).padStart(4, '0')}`, bits: null, postQuantum: false }
  return byId.get(id) ?? unregistered
}

/** What a client may offer: groups of one kind, in versions up to TLS 1.2 or in TLS 1.3 (RFC 8446 §B.3.1.4). */
export function groupsOf(
  kinds: readonly ('curve' | 'ffdhe' | 'kem')[],
  era: 'old' | '1.3',
): readonly number[] {
  return namedGroupRows
    .filter(([, , , , kind, versions]) => kinds.includes(kind) && (versions === era || versions === 'both'))
    .map(([id]) => id)
}

const byId: ReadonlyMap<number, NamedGroup> = new Map(
  namedGroupRows.map(([id, name, bits, postQuantum]) => [id, { id, name, bits, postQuantum }]),
)
