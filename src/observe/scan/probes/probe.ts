import { type Answer, unanswered } from '../../../model/answer.ts'
import { type ProbeName, probeNames, type ProbeResult, type TlsScan } from '../../../model/tls-scan.ts'
import type { Session } from '../session.ts'
import { ccsInjection } from './ccs-injection.ts'
import { heartbleed } from './heartbleed.ts'
import { insecureRenegotiation } from './insecure-renegotiation.ts'
import { robot } from './robot.ts'

/** What the scan has found before the probes. */
export type ScanSoFar = Omit<TlsScan, 'probes'>

/**
 * Looks for one vulnerability on connections of its own, which `session.talk` opens. It reads, and never takes more
 * than what proves the point; what it could not find out is unanswered, never a "no".
 */
export type Probe = (session: Session, seen: ScanSoFar) => Promise<Answer<ProbeResult>>

/** The probes there are. */
const probes: Partial<Record<ProbeName, Probe>> = {
  heartbleed,
  'ccs-injection': ccsInjection,
  robot,
  'insecure-renegotiation': insecureRenegotiation,
}

/** What the probes find, one after the other: each may disturb the server, and the next one must not suffer for it. */
export async function askProbes(
  session: Session,
  seen: ScanSoFar,
  wanted: boolean,
): Promise<TlsScan['probes']> {
  const found = new Map<ProbeName, Answer<ProbeResult>>()
  for (const name of probeNames) {
    const probe = wanted ? probes[name] : undefined
    const why = wanted ? 'there is no such probe yet' : 'the probes are turned off'
    found.set(name, probe === undefined ? unanswered('not-asked', why) : await probe(session, seen))
  }
  return Object.fromEntries(found) as Record<ProbeName, Answer<ProbeResult>>
}
