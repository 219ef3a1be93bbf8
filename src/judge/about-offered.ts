import type { CipherSuite, Observation } from '../model/observation.ts'
import { offered, type OfferedSuite, suiteList } from './offered.ts'
import type { Verdict } from './rule.ts'

/**
 * All suites of one kind that a scan found; silent without a scan. What was found is certain, wherever the search
 * ended. `flaw` ends the sentence `a suite is accepted that …`.
 */
export function aboutOffered(
  { tls }: Observation,
  concerns: (suite: CipherSuite) => boolean,
  flaw: string,
  fix: string,
): Verdict | null {
  if (!tls.known) return null
  const { suites } = offered(tls.value, concerns)
  if (suites.length === 0) return null
  const many = suites.length > 1
  return {
    message: `${many ? `${suites.length} suites are accepted, each of which` : 'A suite is accepted that'} ${flaw}: ${suiteList(suites)}`,
    fix,
    evidence: { offered: suites.map(suiteProof) },
  }
}

export function suiteProof({ suite, versions }: OfferedSuite): {
  readonly cipher: string
  readonly bits: number | null
  readonly protocols: readonly string[]
} {
  return { cipher: suite.name, bits: suite.bits, protocols: versions }
}
