import { certificateParts } from './certificate-parts.ts'
import type { Part } from './part.ts'
import { protocolParts } from './protocol-parts.ts'

/** Who plays in the lab: what goes well, then what goes wrong, from dates and names to the bare port. */
export const roster: readonly Part[] = [
  ...certificateParts,
  ...protocolParts,
  {
    name: 'silent',
    story: 'Accepts the connection and never says a word',
    expect: { 'endpoint/unanswered': 'error' },
    plays: { kind: 'silent' },
  },
  {
    name: 'not TLS',
    story: 'Speaks plain HTTP on this port',
    expect: { 'endpoint/unanswered': 'error' },
    plays: { kind: 'http' },
  },
  {
    name: 'closed',
    story: 'Nobody listens',
    expect: { 'endpoint/unanswered': 'error' },
    plays: { kind: 'closed' },
  },
]
