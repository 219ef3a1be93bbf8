import { type Answer, known, unanswered } from '../../src/model/answer.ts'
import type { CtLog, ObservedSct, TransparencyEvidence } from '../../src/model/transparency.ts'
import { now } from './certificate.ts'

/** A usable log of Example Logs, of RFC 6962. */
export function ctLog(differs: Partial<CtLog> = {}): CtLog {
  return {
    id: differs.name ?? 'Log 2026h2',
    name: 'Log 2026h2',
    operator: 'Example Logs',
    previousOperators: [],
    state: { kind: 'usable', since: new Date('2025-01-01T00:00:00Z') },
    kind: 'rfc6962',
    ...differs,
  }
}

/** The second log, of another operator. */
export function otherLog(differs: Partial<CtLog> = {}): CtLog {
  return ctLog({ name: 'Tiles 2026h2', operator: 'Other Logs', kind: 'static-ct', ...differs })
}

/** An embedded SCT that the log has signed, known to both programmes. */
export function sct(log: CtLog = ctLog(), differs: Partial<ObservedSct> = {}): ObservedSct {
  return {
    source: 'embedded',
    logId: log.id,
    timestamp: new Date('2026-11-01T00:10:00Z'),
    logs: { chrome: log, apple: log },
    signed: true,
    ...differs,
  }
}

const notAsked = unanswered('not-asked', 'nobody looked')

/** SCTs by the way they came; the ways without any were looked at, and the lists are of yesterday. */
export function transparency(
  scts: readonly ObservedSct[] = [sct(), sct(otherLog())],
  differs: Partial<TransparencyEvidence['scts']> = {},
  list: Answer<Date> = known(new Date(now.getTime() - 86_400_000)),
): TransparencyEvidence {
  const by = (source: ObservedSct['source']): Answer<readonly ObservedSct[]> =>
    known(scts.filter((one) => one.source === source))
  return {
    scts: { embedded: by('embedded'), tls: by('tls'), ocsp: by('ocsp'), ...differs },
    lists: { chrome: list, apple: list },
  }
}

/**
 * What an ordinary handshake shows of a healthy certificate, long logged: the TLS extension is not looked at.
 */
export function seenTransparency(): TransparencyEvidence {
  const logs = [ctLog(), otherLog(), ctLog({ name: 'Third 2026h2', operator: 'Third Logs' })]
  const early = { timestamp: new Date('2025-06-01T00:00:00Z') }
  return transparency(
    logs.map((log) => sct(log, early)),
    { tls: notAsked },
  )
}
