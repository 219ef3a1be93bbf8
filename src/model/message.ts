import type { Finding, Severity } from './finding.ts'
import type { Assessment } from './report.ts'
import type { RuleId } from './rule-id.ts'

/** How loud a message is, the loudest first. `OK` says that a trouble told about is over. */
export const levels = ['CRITICAL', 'WARNING', 'INFO', 'OK'] as const
export type Level = (typeof levels)[number]

/** Why somebody is told. */
export type Occasion = 'trouble' | 'escalation' | 'recovery' | 'reminder' | 'rotation'

/** One thing to tell about one endpoint; renderers turn it into payloads and mails. */
export interface Message {
  readonly level: Level
  readonly occasion: Occasion
  readonly assessment: Assessment
  /** When the trouble told about began; `null` when not known, and of a rotation. */
  readonly since: Date | null
  /** Rules of findings told before that this run could not see, and that are not known to be over. */
  readonly unseen: readonly RuleId[]
}

/** What a channel is sent at once: never empty. A blast radius is one message named after the monitor. */
export type Dispatch =
  | { readonly kind: 'messages'; readonly messages: readonly [Message, ...Message[]] }
  | BlastRadius

export interface BlastRadius {
  readonly kind: 'blast-radius'
  /** `null`: it is over, and this is said to whoever heard of it. */
  readonly finding: Finding | null
  /** The run that saw it first. */
  readonly since: Date
}

/** A place that messages go to, and what it wants to hear. */
export interface Channel {
  /** Stable, and no secret: `webhook-1a2b3c4d`. */
  readonly id: string
  /** The mildest severity that is announced. */
  readonly minLevel: Severity
  /** Days after which a trouble that lasts is told again. */
  readonly remindDays: number
  /** Only targets with one of these tags; empty: all. */
  readonly tags: readonly string[]
}
