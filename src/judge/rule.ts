import type { Evidence, Severity } from '../model/finding.ts'
import type { Comparison, Undelivered } from '../model/history.ts'
import type { Observation } from '../model/observation.ts'
import type { Policy, Waiver } from '../model/policy.ts'
import type { Assessment } from '../model/report.ts'
import type { RuleId } from '../model/rule-id.ts'

/** What the rule reference says of a rule. */
export interface RuleText {
  readonly id: RuleId
  /** Severity of the first stage, unless the user sets another. */
  readonly severity: Severity
  /** Whether the rule speaks only where the user gives it a severity. */
  readonly offByDefault?: true
  /** The healthy statement: `The certificate stays valid for long enough`. */
  readonly title: string
  /** Markdown: what it means, why it matters, what to do, where it is written. */
  readonly help: string
}

/** Facts, policy and time in; at most one sentence out. Silent about everything that is not known. */
export interface Rule extends RuleText {
  judge(observation: Observation, policy: Policy, now: Date): Verdict | null
}

/** A rule about what is no longer as it was. Without a memory there is nothing to compare, and it is silent. */
export interface ChangeRule extends RuleText {
  judge(comparison: Comparison, observation: Observation, policy: Policy, now: Date): Verdict | null
}

/** A rule about the run as a whole. */
export interface RunRule extends RuleText {
  judge(run: JudgedRun): Verdict | null
}

export interface Verdict {
  readonly message: string
  readonly fix: string
  readonly evidence: Evidence
  /** The other stage of a rule with two. A `rules:` entry sets the first stage only; `off` silences both. */
  readonly raised?: Severity
}

/** A run whose endpoints have been judged. */
export interface JudgedRun {
  readonly assessments: readonly Assessment[]
  /** All of the config, ended ones included. */
  readonly waivers: readonly Waiver[]
  readonly severities: Policy['severities']
  readonly checkIntervalSeconds: number
  /** Whether the config states `check_interval`; a default is nobody's promise. */
  readonly intervalWritten: boolean
  /** When the last run that is remembered looked; `null`: none is. */
  readonly lastRun: Date | null
  /** What did not arrive of the last run's messages. */
  readonly undelivered: readonly Undelivered[]
  /** Whether a schedule started the run. */
  readonly scheduled: boolean
  readonly now: Date
}
