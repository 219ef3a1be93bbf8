import type { Reason } from '../../model/answer.ts'
import { wasNotObserved, wasPartlyObserved } from '../../model/cut-short.ts'
import { shownLimits } from '../../model/limits.ts'
import type { Observation } from '../../model/observation.ts'
import { counted, listed } from '../../model/text.ts'
import type { JudgedRun, RunRule, Verdict } from '../rule.ts'

const leastEndpoints = 5
const leastShare = 0.6

/** Reasons that a network of our own that is down would give. */
const networkReasons: readonly Reason[] = [
  'unresolved',
  'refused',
  'unreachable',
  'timed-out',
  'reset',
  'closed',
  'proxy-refused',
]

/** Much of the run fails in the same way: then it is more likely the monitor than the world. */
export const monitorBlastRadius: RunRule = {
  id: 'monitor/blast-radius',
  severity: 'error',
  title: 'The monitor itself reaches the network',
  help: `At least five endpoints, and 60 % of those asked, failed for the same network reason. That smells of the
runner: its DNS, its route, its proxy, a firewall that turns it away. The findings stay and the run fails, but no
issue is opened, changed or closed, and one message goes out instead of many.

**What to do.** Look at the runner's network first.`,

  judge({ assessments }: JudgedRun): Verdict | null {
    const asked = assessments.map(({ observation }) => observation).filter(isAsked)
    const found = networkReasons
      .map((reason) => ({ reason, failed: asked.filter((observation) => failsBy(observation, reason)) }))
      .find(({ failed }) => failed.length >= leastEndpoints && failed.length >= asked.length * leastShare)
    if (found === undefined) return null
    const ids = found.failed.map(({ target }) => target.id)
    return {
      message: `${ids.length} of ${counted(asked.length, 'endpoint')} failed for the same reason (${found.reason}): ${listed(ids)}`,
      fix: 'Check DNS, routes, proxy and firewall of the runner before the endpoints; then run again.',
      evidence: {
        reason: found.reason,
        failed: ids.length,
        asked: asked.length,
        endpoints: ids.slice(0, shownLimits.evidence),
      },
    }
  },
}

/** Some endpoints were never asked: the run is not the whole truth. */
export const monitorIncomplete: RunRule = {
  id: 'monitor/incomplete',
  severity: 'error',
  title: 'Every endpoint was observed',
  help: `The run ended before every endpoint was asked: a deadline, a signal, or a shard that was lost; or, under
\`addresses: all\`, a name has more addresses than are watched as one endpoint. Nothing is known of these endpoints; no
issue about them is opened or closed.

**What to do.** Run again. If it stays, raise the job's \`timeout-minutes\` or lower \`timeout\` and
\`retries\`; for a name with too many addresses write \`addresses: first\`.`,

  judge({ assessments }: JudgedRun): Verdict | null {
    const observations = assessments.map(({ observation }) => observation)
    const unseen = observations.filter(wasNotObserved)
    const missing = idsOf(unseen)
    const everywhere = unseen.some(({ target }) => target.kind === 'endpoint' && target.addresses === 'all')
    const partial = idsOf(observations.filter(wasPartlyObserved))
    const all = counted(assessments.length, 'endpoint')
    const said = [
      ...(missing.length === 0
        ? []
        : [`${missing.length} of ${all} ${wasNot(missing)}: ${listed(missing)} (${causesOf(unseen)})`]),
      ...(partial.length === 0
        ? []
        : [`${partial.length} of ${all} ${wasNot(partial)} to the end: ${listed(partial)}`]),
    ]
    if (said.length === 0) return null
    return {
      message: said.join('; '),
      fix: `Run again; if this stays, give the job more time, or lower \`timeout\` and \`retries\`${everywhere ? '; for a name with too many addresses write `addresses: first`' : ''}.`,
      evidence: {
        not_observed: missing.length,
        partly_observed: partial.length,
        total: assessments.length,
        endpoints: [...missing, ...partial].slice(0, shownLimits.evidence),
      },
    }
  },
}

function wasNot(ids: readonly string[]): string {
  return `${ids.length === 1 ? 'was' : 'were'} not observed`
}

function idsOf(observations: readonly Observation[]): readonly string[] {
  return observations.map(({ target }) => target.id)
}

/** Why these were not observed, each cause once. */
function causesOf(observations: readonly Observation[]): string {
  const details = observations.flatMap(({ deliveries }) => (deliveries.known ? [] : [deliveries.detail]))
  return listed([...new Set(details)], 3)
}

/** Files need no network. */
function isAsked(observation: Observation): boolean {
  return observation.target.kind === 'endpoint' && !wasNotObserved(observation)
}

function failsBy({ deliveries }: Observation, reason: Reason): boolean {
  return !deliveries.known && deliveries.reason === reason
}
