import type { Sha256 } from '../model/certificate.ts'
import type { Finding } from '../model/finding.ts'
import {
  type Memory,
  nothingHeard,
  type RememberedCertificate,
  type StatePeriod,
  type Trouble,
} from '../model/history.ts'
import { historyLimits } from '../model/limits.ts'
import type { Assessment } from '../model/report.ts'
import { shortened } from '../model/text.ts'
import { servedLeaves, wasAsked } from './answered.ts'
import { heardNow } from './heard.ts'
import { answerNow } from './last-answer.ts'
import { lastScan } from './last-scan.ts'
import { settle } from './settle.ts'

/** What is told of a leaf that nothing is compared with any more. */
const mostFormerNames = 20
const longestMessage = 300

/**
 * What to remember after a run: unanswered questions keep their last known answers, and an endpoint that nobody
 * looked at is remembered as it was. `keep`: certificates per endpoint, and rotations.
 */
export function remember(assessment: Assessment, now: Date, keep: number): Memory {
  const { observation, comparison } = assessment
  const before = comparison.before ?? nothingYet(observation.target.id)
  if (!wasAsked(observation)) return before
  const settled = new Set(settle(before, observation, now).settled)
  const certificates = kept(seen(before.certificates, servedLeaves(observation, now)), settled, keep)
  return {
    id: before.id,
    certificates,
    settled: certificates.map(({ sha256 }) => sha256).filter((sha256) => settled.has(sha256)),
    rotations: [...before.rotations, ...comparison.rotations].slice(-keep),
    states: states(before.states, assessment, now),
    troubles: troubles(before.troubles, assessment, now),
    lastAnswer: answerNow(observation) ?? before.lastAnswer,
    lastScan: lastScan(assessment) ?? before.lastScan,
    told: before.told,
    issue: before.issue,
    heard: heardNow(before.heard, observation),
  }
}

function nothingYet(id: string): Memory {
  return {
    id,
    certificates: [],
    settled: [],
    rotations: [],
    states: [],
    troubles: [],
    lastAnswer: null,
    lastScan: null,
    told: [],
    issue: null,
    heard: nothingHeard,
  }
}

/** Leaves known before stay in their place; new ones come last. */
function seen(
  certificates: readonly RememberedCertificate[],
  served: readonly RememberedCertificate[],
): readonly RememberedCertificate[] {
  const all = new Map(certificates.map((certificate) => [certificate.sha256, certificate]))
  for (const leaf of served) {
    const known = all.get(leaf.sha256)
    all.set(leaf.sha256, { ...leaf, ...(known === undefined ? {} : spell(known, leaf)) })
  }
  return [...all.values()]
}

/** From the first sight to the last, whatever the order in which runs finish. */
function spell(
  known: RememberedCertificate,
  again: RememberedCertificate,
): Pick<RememberedCertificate, 'firstSeen' | 'lastSeen'> {
  return { firstSeen: known.firstSeen, lastSeen: later(known.lastSeen, again.lastSeen) }
}

/** Drops those not seen for longest. What later runs compare with is never dropped. */
function kept(
  certificates: readonly RememberedCertificate[],
  compared: ReadonlySet<Sha256>,
  keep: number,
): readonly RememberedCertificate[] {
  const droppable = certificates
    .filter(({ sha256 }) => !compared.has(sha256))
    .toSorted((one, other) => one.lastSeen.getTime() - other.lastSeen.getTime())
  const excess = Math.max(0, certificates.length - keep)
  const dropped = new Set(droppable.slice(0, excess).map(({ sha256 }) => sha256))
  return certificates
    .filter(({ sha256 }) => !dropped.has(sha256))
    .map((certificate) => (compared.has(certificate.sha256) ? settledLeaf(certificate) : former(certificate)))
}

function settledLeaf(certificate: RememberedCertificate): RememberedCertificate {
  const { names } = certificate
  return names.length > historyLimits.names
    ? { ...certificate, names: names.slice(0, historyLimits.names) }
    : certificate
}

/** Half a list would read as if names had been lost: of a leaf of the past, many names are none. */
function former(certificate: RememberedCertificate): RememberedCertificate {
  return certificate.names.length > mostFormerNames ? { ...certificate, names: [] } : certificate
}

/** The current period goes on, or a new one begins. */
function states(
  before: readonly StatePeriod[],
  { status, findings }: Assessment,
  now: Date,
): readonly StatePeriod[] {
  const message = shortened(messageOf(findings), longestMessage)
  const current = before.at(-1)
  if (current === undefined || current.status !== status)
    return [...before, { status, from: now, to: now, message }].slice(-historyLimits.statesKept)
  return [...before.slice(0, -1), { ...current, to: later(current.to, now), message }]
}

/** The worst that counts. */
function messageOf(findings: readonly Finding[]): string {
  const worst = findings.find(({ severity, waivedUntil }) => severity !== 'notice' && waivedUntil === null)
  return worst?.message ?? 'healthy'
}

/** A silent endpoint keeps its old troubles beside its silence. A change is an event: it is no older than its run. */
function troubles(
  before: readonly Trouble[],
  { observation, findings }: Assessment,
  now: Date,
): readonly Trouble[] {
  const known = new Map(before.map(({ rule, since }) => [rule, since]))
  const rules = findings.map(({ rule }) => rule).filter((rule) => !rule.startsWith('change/'))
  const found = [...new Set(rules)]
  const kept = observation.deliveries.known ? [] : before.filter(({ rule }) => !found.includes(rule))
  return [...kept, ...found.map((rule) => ({ rule, since: known.get(rule) ?? now }))]
}

function later(one: Date, other: Date): Date {
  return one > other ? one : other
}
