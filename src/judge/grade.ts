import type { Finding } from '../model/finding.ts'
import type { Grade, Letter } from '../model/grade.ts'
import type { Observation } from '../model/observation.ts'
import type { Policy } from '../model/policy.ts'
import { attackCaps } from './grade/attack-caps.ts'
import { type Cap, heaviestFirst } from './grade/cap.ts'
import { certificateCaps } from './grade/certificate-caps.ts'
import { hstsCaps } from './grade/hsts-caps.ts'
import { letterOf, scoreCaps, scoreUnder, totalOf } from './grade/letters.ts'
import { mozillaProfile } from './grade/mozilla.ts'
import { notTested } from './grade/not-tested.ts'
import { offerCaps } from './grade/offer-caps.ts'
import { type Scores, scoresOf } from './grade/scores.ts'
import { judge } from './judge.ts'
import { postQuantum } from './post-quantum.ts'
import { vulnerabilitiesOf } from './vulnerabilities.ts'

/**
 * How good a TLS configuration is, by the SSL Server Rating Guide 2009r; `null` without a scan. Unknown is neither
 * good nor bad: a category that could not be measured leaves no letter, and never an F.
 */
export function gradeOf(
  observation: Observation,
  policy: Policy,
  now: Date,
  findings: readonly Finding[] = judge(observation, policy, now),
): Grade | null {
  if (!observation.tls.known) return null
  const scan = observation.tls.value
  const vulnerabilities = vulnerabilitiesOf(scan)
  const scores = scoresOf(scan, observation.deliveries)
  const caps = heaviestFirst([
    ...certificateCaps(observation, policy, now),
    ...offerCaps(scan),
    ...attackCaps(scan, vulnerabilities),
    ...scoreCaps(scores),
    ...hstsCaps(scan),
  ])
  const total = totalOf(scores)
  const trustIgnored = total === null ? null : letterOf(total, caps)
  return {
    letter: trustIgnored === null ? null : shown(caps, trustIgnored),
    trustIgnored,
    guide: '2009r',
    scores: {
      protocol: scores.protocol?.score ?? null,
      keyExchange: scores.keyExchange?.score ?? null,
      cipher: scores.cipher?.score ?? null,
    },
    securityScore: total === null || trustIgnored === null ? null : scoreUnder(trustIgnored, total),
    caps: [...new Set(caps.map(({ says }) => says))],
    notTested: [...unmeasured(scores), ...notTested(scan, observation, vulnerabilities)],
    vulnerabilities,
    securityIssues: issues(findings),
    postQuantum: postQuantum(scan),
    ...mozillaProfile(scan, observation.deliveries),
  }
}

/** T before M: a name proves nothing on a certificate that nobody trusts. Both hide the letter, an F included. */
function shown(caps: readonly Cap[], letter: Letter): Letter | 'T' | 'M' {
  return (['T', 'M'] as const).find((hiding) => caps.some(({ limit }) => limit === hiding)) ?? letter
}

function unmeasured({ protocol, keyExchange, cipher }: Scores): readonly string[] {
  return [
    ...(protocol === null ? ['Protocol: not every version answered'] : []),
    ...(keyExchange === null ? ['Key exchange: not every key and parameter was seen'] : []),
    ...(cipher === null ? ['Cipher: not every suite was found'] : []),
  ]
}

/** The configuration, not the certificate: errors and warnings, waived ones included, for they are still so. */
const aboutTls = /^(protocol|cipher|key-exchange|vulnerability|tls)\//

function issues(findings: readonly Finding[]): readonly string[] {
  return findings
    .filter(({ rule, severity }) => aboutTls.test(rule) && severity !== 'notice')
    .map(({ message }) => message)
}
