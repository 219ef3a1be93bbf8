import type { LogEntryFound, LoggedEvidence } from '../../src/model/logged.ts'
import { now } from './certificate.ts'

/** A certificate of Example Trust for example.com and www.example.com, in force, as a search shows it. */
export function logEntry(differs: Partial<LogEntryFound> = {}): LogEntryFound {
  const issuer = differs.issuer ?? 'Example Trust'
  return {
    id: 1000,
    issuerName: `C=XX, O=${issuer}, CN=Example Intermediate`,
    issuer,
    serial: 'abc123',
    names: ['example.com', 'www.example.com'],
    notBefore: new Date('2026-11-01T00:00:00Z'),
    notAfter: new Date('2027-01-29T23:59:59Z'),
    ...differs,
  }
}

/** A search of this moment that found the leaf, and nothing else. */
export function logged(differs: Partial<LoggedEvidence> = {}): LoggedEvidence {
  return { own: [logEntry()], others: [logEntry()], otherNames: [], searchedAt: now, ...differs }
}
