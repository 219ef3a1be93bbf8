import { type Finding, severities, statusOf } from '../model/finding.ts'
import type { MissedChange, Told } from '../model/history.ts'
import type { Assessment } from '../model/report.ts'
import { shortened } from '../model/text.ts'
import { counts, isChange } from './standing.ts'

/** Far below what the reader of a memory refuses. */
const longestText = 900

/** The changes among the findings of a message that did not arrive, as the next run needs them. */
export function missedChanges(findings: readonly Finding[], now: Date): readonly MissedChange[] {
  return findings
    .filter((finding) => isChange(finding) && counts(finding))
    .map(({ rule, severity, message, fix, reference, since }) => ({
      rule,
      severity,
      message: shortened(message, longestText),
      fix: shortened(fix, longestText),
      reference,
      at: since ?? now,
    }))
}

/** An endpoint as a channel should hear of it: with the changes that the channel has missed, and their rotations. */
export function withMissed(assessment: Assessment, told: Pick<Told, 'missed'> | null): Assessment {
  const { comparison, observation, findings: found } = assessment
  // Of two changes of one kind the newer one speaks for both.
  const missed = told?.missed.filter(({ rule }) => found.every((finding) => finding.rule !== rule)) ?? []
  if (missed.length === 0) return assessment
  const runs = new Set(missed.map(({ at }) => at.getTime()))
  const rotations = comparison.before?.rotations.filter(({ at }) => runs.has(at.getTime())) ?? []
  const findings = worstFirst([...found, ...missed.map((change) => retold(change, observation.target.id))])
  const status = statusOf(findings)
  return {
    ...assessment,
    comparison: { ...comparison, rotations: [...rotations, ...comparison.rotations] },
    findings,
    status,
    judged: status,
  }
}

function retold({ at, ...change }: MissedChange, id: string): Finding {
  return { ...change, evidence: {}, key: `${change.rule} ${id}`, since: at, waivedUntil: null }
}

function worstFirst(findings: readonly Finding[]): readonly Finding[] {
  const rank = (finding: Finding): number =>
    severities.indexOf(finding.severity) + (counts(finding) ? 0 : severities.length)
  return findings.toSorted((one, other) => rank(one) - rank(other))
}
