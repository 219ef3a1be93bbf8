import type { RuleId } from './rule-id.ts'

export const severities = ['error', 'warning', 'notice'] as const
export type Severity = (typeof severities)[number]

/** One sentence about one endpoint, or about the run: what is wrong, what to do, how we know. */
export interface Finding {
  readonly rule: RuleId
  readonly severity: Severity
  /** Subject, what happened, in numbers. */
  readonly message: string
  /** The concrete next step. */
  readonly fix: string
  /** Into our own rule reference. */
  readonly reference: string
  /** What the sentence rests on, with the contract's snake_case keys. */
  readonly evidence: Evidence
  /** Rule and endpoint id: no dates, no counts. Issues, dedupe and waivers go by it. */
  readonly key: string
  /** When it was first seen; `null` without a history. */
  readonly since: Date | null
  readonly waivedUntil: Date | null
}

export interface Evidence {
  readonly [key: string]: EvidenceValue
}
export type EvidenceValue = string | number | boolean | null | readonly EvidenceValue[] | Evidence

export type Status = 'success' | 'warning' | 'error'

/** The worst severity that is not waived; a notice leaves the endpoint healthy. */
export function statusOf(findings: readonly Finding[]): Status {
  const counted = findings.filter((finding) => finding.waivedUntil === null)
  if (counted.some((finding) => finding.severity === 'error')) return 'error'
  return counted.some((finding) => finding.severity === 'warning') ? 'warning' : 'success'
}
