import { type Finding, severities, type Severity, type Status } from '../model/finding.ts'
import type { Told, ToldRule } from '../model/history.ts'
import { inquiryMayHide } from '../model/inquiry-gaps.ts'
import type { Assessment } from '../model/report.ts'
import { mayHide } from './answered.ts'

/** How an endpoint stands for a channel that has heard of it before; changes, which are events, left aside. */
export interface Standing {
  /** Findings that count, and those heard of that silence may hide: unseen is not gone. */
  readonly counted: readonly ToldRule[]
  /** Heard of, and waived by now: neither a trouble nor over. */
  readonly waived: readonly ToldRule[]
}

export function standing(assessment: Assessment, told: Pick<Told, 'rules'> | null): Standing {
  const lasting = assessment.findings.filter((finding) => !isChange(finding))
  const heard = told?.rules ?? []
  const unseen = heard.filter(({ rule }) => lasting.every((finding) => finding.rule !== rule))
  // A rule that was not told enough may speak of that, in a notice.
  const milder = heard.filter(({ rule, severity }) =>
    lasting.some(
      (finding) => finding.rule === rule && counts(finding) && !isAtLeast(finding.severity, severity),
    ),
  )
  const waived = lasting.filter(({ waivedUntil }) => waivedUntil !== null)
  return {
    counted: [
      ...lasting.filter(counts).map(({ rule, severity }) => ({ rule, severity })),
      ...unseen.filter(({ rule }) => mayHide(rule, assessment)),
      ...milder.filter(({ rule }) => inquiryMayHide(rule, assessment)),
    ],
    waived: heard.filter(({ rule }) => waived.some((finding) => finding.rule === rule)),
  }
}

/** A change is an event: one run sees it, and when the next one does not, nothing has been put right. */
export function isChange({ rule }: Pick<Finding, 'rule'>): boolean {
  return rule.startsWith('change/')
}

export function counts({ waivedUntil }: Finding): boolean {
  return waivedUntil === null
}

/** The status that findings of these severities make. */
export function worst(rules: readonly Pick<ToldRule, 'severity'>[]): Status {
  if (rules.some(({ severity }) => severity === 'error')) return 'error'
  return rules.some(({ severity }) => severity === 'warning') ? 'warning' : 'success'
}

export function isAtLeast(severity: Severity, least: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(least)
}

const statuses: readonly Status[] = ['success', 'warning', 'error']

export function isWorse(one: Status, other: Status): boolean {
  return statuses.indexOf(one) > statuses.indexOf(other)
}
