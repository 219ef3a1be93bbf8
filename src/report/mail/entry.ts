import type { Change } from '../../model/change.ts'
import { calendarDay, fromNow, inUtc } from '../../model/duration.ts'
import type { Finding } from '../../model/finding.ts'
import { memoryWords } from '../../model/memory-words.ts'
import type { BlastRadius, Level, Message } from '../../model/message.ts'
import type { Assessment, Report } from '../../model/report.ts'
import { listed, shortened } from '../../model/text.ts'
import { evidenceWords } from '../evidence.ts'
import { firstLeaf, issuerOrganisation } from '../leaf.ts'
import { outageWords } from '../outage-words.ts'
import { called } from '../row.ts'
import { toldFindings, unseenWords } from '../told-findings.ts'
import { sentence, sentenceCase } from '../words.ts'
import { recoveryWords } from './verdict.ts'

/** What a mail says of one endpoint; no text is escaped yet. */
export interface Entry {
  readonly level: Level
  readonly name: string
  /** The endpoint's status in the words of the report; `null` where the entry is about no endpoint. */
  readonly status: string | null
  /** The verdict. */
  readonly message: string
  /** Title and words; `null` where no end of validity is known. */
  readonly expiry: Fact | null
  readonly steps: readonly Step[]
  readonly owner: string | null
  readonly runbook: string | null
  /** Title and words, the most important first. */
  readonly evidence: readonly Fact[]
  /** A sentence for each property that is not what it was. */
  readonly changes: readonly string[]
}

export type Fact = readonly [title: string, words: string]

/** One thing to do. */
export interface Step {
  /** What is wrong, where the entry's own message does not say it. */
  readonly message: string | null
  readonly fix: string
  readonly reference: string
}

const mostSteps = 4
const mostChanges = 8
const longestSentence = 600
const longestEvidence = 300
/** As long as the config lets it be: half an address leads nowhere. */
const longestRunbook = 2000

/** An endpoint as its message tells of it. */
export function entryFor(message: Message, now: Date): Entry {
  const { level, assessment } = message
  const { target } = assessment.observation
  const findings = toldFindings(message)
  return {
    level,
    name: shortened(called(target), longestEvidence),
    status: assessment.status.toUpperCase(),
    message: shortened(verdictFor(message, findings, now), longestSentence),
    expiry: expiryFact(firstLeaf(assessment.observation)?.notAfter ?? null, now),
    steps: findings.slice(0, mostSteps).map((finding, index) => step(finding, index === 0)),
    owner: target.owner && shortened(target.owner, longestEvidence),
    runbook: target.runbook && shortened(target.runbook, longestRunbook),
    evidence: [
      ...sinceFacts(message),
      ...issuerFacts(assessment),
      ...findings.slice(0, mostSteps).flatMap((finding) => evidenceOf(finding)),
      ...(findings.length > mostSteps ? [['Further findings', furtherWords(findings)] as const] : []),
    ],
    changes: assessment.comparison.changes.slice(0, mostChanges).map(changeWords),
  }
}

/** A network that failed for many endpoints at once, told as one trouble of the monitor. */
export function blastEntry(outage: BlastRadius, { run, now }: Pick<Report, 'run' | 'now'>): Entry {
  const { level, message } = outageWords(outage, now)
  const { finding } = outage
  return {
    level,
    name: run.monitor,
    status: null,
    message: shortened(message, longestSentence),
    expiry: null,
    steps: finding === null ? [] : [step(finding, true)],
    owner: null,
    runbook: null,
    evidence: finding === null ? [] : evidenceOf(finding),
    changes: [],
  }
}

function verdictFor(message: Message, findings: readonly Finding[], now: Date): string {
  const { assessment, occasion } = message
  const state = sentence(assessment, now)
  if (occasion === 'rotation') return `${sentenceCase(memoryWords(assessment))}. ${state}`
  if (occasion === 'recovery') return `${sentenceCase(recoveryWords(assessment))}. ${state}`
  return [unseenWords(message), findings[0]?.message ?? state].filter((words) => words !== null).join('. ')
}

function step({ message, fix, reference }: Finding, first: boolean): Step {
  return {
    message: first ? null : shortened(message, longestSentence),
    fix: shortened(fix, longestSentence),
    reference,
  }
}

function issuerFacts({ observation }: Assessment): readonly Fact[] {
  const leaf = firstLeaf(observation)
  const issuer = leaf === null ? null : issuerOrganisation(leaf)
  return issuer === null ? [] : [['Issuer', shortened(issuer)]]
}

function expiryFact(end: Date | null, now: Date): Fact | null {
  if (end === null) return null
  const words = `${fromNow(end, now).replace(/^in /u, '')} (${inUtc(end)})`
  return [end < now ? 'Expired' : 'Expires in', words]
}

function sinceFacts({ occasion, since }: Message): readonly Fact[] {
  if (since === null) return []
  const day = calendarDay(since)
  if (occasion === 'recovery') return [['In trouble since', day]]
  return [['Open since', occasion === 'escalation' ? `${day}, and worse than before` : day]]
}

function evidenceOf({ rule, evidence }: Finding): readonly Fact[] {
  const words = evidenceWords(evidence)
  return words === '' ? [] : [[`Evidence for ${rule}`, shortened(words, longestEvidence)]]
}

function furtherWords(findings: readonly Finding[]): string {
  return listed(findings.slice(mostSteps).map(({ rule }) => rule))
}

function changeWords({ type, old, new: now }: Change): string {
  return `${sentenceCase(type.replaceAll('_', ' '))} changed: ${value(old)} → ${value(now)}`
}

function value(told: Change['old']): string {
  if (typeof told !== 'string') return told.length === 0 ? 'none' : listed(told)
  // The head of a fingerprint tells it from others.
  return shortened(told.replace(/^([0-9a-f]{8})[0-9a-f]{56}$/u, '$1…')) || 'none'
}
