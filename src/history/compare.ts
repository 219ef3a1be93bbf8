import { type Change, type ChangeType, changeTypes } from '../model/change.ts'
import type { Comparison, Memory, RememberedCertificate } from '../model/history.ts'
import { historyLimits } from '../model/limits.ts'
import type { Observation } from '../model/observation.ts'
import type { Assessment } from '../model/report.ts'
import { rotatedLeaves } from '../model/rotation.ts'
import { wasAsked } from './answered.ts'
import { answerNow } from './last-answer.ts'
import { scanNow } from './last-scan.ts'
import { settle } from './settle.ts'

/** What this observation is against what was remembered. An outage is not a change. `withVerdict` makes it whole. */
export function compare(before: Memory | null, observation: Observation, now: Date): Comparison {
  if (before === null) return { changes: [], rotations: [], before }
  const { rotations } = settle(before, observation, now)
  const comparison: Comparison = { changes: [], rotations, before }
  const ofLeaves = rotations.flatMap((rotation) => {
    const { previous, current } = rotatedLeaves(rotation, comparison, observation)
    return previous === null || current === null ? [] : leafChanges(previous, current)
  })
  return { ...comparison, changes: inOrder([...ofLeaves, ...offerChanges(before, observation)]) }
}

/** The comparison with the changes of status and grade, known only once the observation has been judged. */
export function withVerdict(
  comparison: Comparison,
  { observation, status, grade }: Pick<Assessment, 'observation' | 'status' | 'grade'>,
): Comparison {
  const { before } = comparison
  if (before === null || !wasAsked(observation)) return comparison
  const verdicts = [
    ...changed('status', before.states.at(-1)?.status ?? null, status),
    ...changed('grade', before.lastScan?.grade ?? null, grade?.letter ?? null),
  ]
  return { ...comparison, changes: inOrder([...verdicts, ...comparison.changes]) }
}

/** What differs between a leaf and its successor. A date that cannot be read is no change. */
function leafChanges(previous: RememberedCertificate, current: RememberedCertificate): readonly Change[] {
  const told = (type: ChangeType, of: (leaf: RememberedCertificate) => string | null): readonly Change[] =>
    changed(type, of(previous), of(current))
  return [
    ...told('expiration', ({ notAfter }) => notAfter?.toISOString() ?? null),
    ...told('issuer', issuerName),
    ...told('certificate', ({ sha256 }) => sha256),
    ...told('subject', ({ subject }) => subject),
    ...told('key', ({ key, spkiSha256 }) => `${key} sha256/${spkiSha256}`),
    ...changedNames(previous.names, current.names),
  ]
}

function issuerName({ issuer, issuerOrganisation }: RememberedCertificate): string {
  return issuer === issuerOrganisation ? issuer : `${issuer} (${issuerOrganisation})`
}

/** What is not remembered is not compared: of very many names, nobody can tell. */
function changedNames(previous: readonly string[], current: readonly string[]): readonly Change[] {
  const [then, now] = [previous, current.slice(0, historyLimits.names)].map((names) =>
    [...new Set(names)].toSorted(),
  )
  if (then === undefined || now === undefined || previous.length >= historyLimits.names) return []
  return then.join('\n') === now.join('\n') ? [] : [{ type: 'names', old: then, new: now }]
}

function answerChanges({ lastAnswer: then }: Memory, observation: Observation): readonly Change[] {
  const now = answerNow(observation)
  if (then === null || now === null) return []
  const suites = then.suite !== null && now.suite !== null && then.suite !== now.suite
  return [
    ...changed('chain', then.chain.join(' '), now.chain.join(' ')),
    ...changed('protocol', then.protocol, now.protocol),
    ...(suites ? [{ type: 'cipher_suites', old: [then.suite], new: [now.suite] } as const] : []),
  ]
}

/** What the server agrees to, where both runs know all of it; else what an ordinary client was answered with. */
function offerChanges(before: Memory, observation: Observation): readonly Change[] {
  const answers = answerChanges(before, observation)
  const [then, now] = [before.lastScan, scanNow(observation)]
  if (then === null || now === null) return answers
  const suites = then.suites.join(' ') !== now.suites.join(' ')
  return [
    ...answers.filter(({ type }) => type === 'chain'),
    ...changed('protocol', then.versions.join(', '), now.versions.join(', ')),
    ...(suites ? [{ type: 'cipher_suites', old: then.suites, new: now.suites } as const] : []),
  ]
}

function changed(type: ChangeType, old: string | null, now: string | null): readonly Change[] {
  return old === null || now === null || old === now ? [] : [{ type, old, new: now }]
}

/** By type, each said once: an RSA and an ECDSA leaf often change in the same way. */
function inOrder(changes: readonly Change[]): readonly Change[] {
  const distinct = new Map(changes.map((change) => [JSON.stringify(change), change]))
  return [...distinct.values()].toSorted(
    (one, other) => changeTypes.indexOf(one.type) - changeTypes.indexOf(other.type),
  )
}
