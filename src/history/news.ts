import { dayMs } from '../model/certificate.ts'
import type { Finding, Status } from '../model/finding.ts'
import type { Told, ToldRule } from '../model/history.ts'
import type { Channel, Level, Message } from '../model/message.ts'
import type { Assessment } from '../model/report.ts'
import { wasAsked } from './answered.ts'
import { withMissed } from './missed.ts'
import { counts, isAtLeast, isChange, isWorse, type Standing, standing, worst } from './standing.ts'

/** Runs start late, by minutes or an hour or two: a reminder must not slip by a whole run for that. */
export const slackMs: number = dayMs / 12

type Wish = Pick<Channel, 'minLevel' | 'remindDays'>

/**
 * What one channel should hear of one endpoint now; `null`: nothing. `told`: what it heard before, `null` for nothing.
 *
 * Trouble is told when it is new or got worse, and again every `remindDays`. When it got better and is not over, that
 * is told once, as a reminder at the lower level: nobody should read "recovered" of an endpoint that is not. Its end
 * is told to whoever heard of it. Changes are told once and never recover. Notices are told once and no more.
 */
export function news(assessment: Assessment, told: Told | null, wish: Wish, now: Date): Message | null {
  if (!wasAsked(assessment.observation)) return null
  const seen = withMissed(assessment, told)
  const stand = standing(seen, told)
  const fresh = freshFindings(seen.findings, told?.rules ?? []).filter(({ severity }) =>
    isAtLeast(severity, wish.minLevel),
  )
  return (
    trouble(seen, stand, fresh, told, wish) ??
    betterment(seen, stand, told) ??
    reminder(seen, stand, told, wish, now) ??
    notice(seen, fresh)
  )
}

/** Findings that count and are new to whoever was told, or graver than they know them. */
export function freshFindings(findings: readonly Finding[], heard: readonly ToldRule[]): readonly Finding[] {
  const known = new Map(heard.map(({ rule, severity }) => [rule, severity]))
  return findings.filter((finding) => {
    const before = known.get(finding.rule)
    return counts(finding) && (before === undefined || !isAtLeast(before, finding.severity))
  })
}

function trouble(
  assessment: Assessment,
  { counted }: Standing,
  fresh: readonly Finding[],
  told: Told | null,
  { minLevel }: Wish,
): Message | null {
  const troubles = fresh.filter(({ severity }) => severity !== 'notice')
  const before = told?.status ?? 'success'
  const status = worst(counted)
  const worsened = isWorse(status, before) && isLoud(status, minLevel)
  if (!worsened && troubles.length === 0) return null
  return {
    level: levels[worst([...counted, ...troubles])],
    occasion: worsened && before !== 'success' ? 'escalation' : 'trouble',
    assessment,
    since: earliest(troubles.length > 0 ? troubles : gravest(assessment)),
    unseen: unseen(assessment, counted),
  }
}

/** The end of the trouble, or of the worst of it. What is waived by now is not over. */
function betterment(
  assessment: Assessment,
  { counted, waived }: Standing,
  told: Told | null,
): Message | null {
  const lasting = worst([...counted, ...waived])
  if (told === null || !isWorse(told.status, lasting)) return null
  if (lasting !== 'success') return worst(counted) === 'success' ? null : still(assessment, counted, told)
  // A change that was seen just now is not told as good news: the end of the trouble waits for the next run.
  if (assessment.status !== 'success') return null
  return { level: 'OK', occasion: 'recovery', assessment, since: told.since, unseen: [] }
}

function reminder(
  assessment: Assessment,
  { counted }: Standing,
  told: Told | null,
  { minLevel, remindDays }: Wish,
  now: Date,
): Message | null {
  if (told === null || told.status === 'success' || !isLoud(worst(counted), minLevel)) return null
  const due = now.getTime() - told.at.getTime() >= remindDays * dayMs - slackMs
  return due ? still(assessment, counted, told) : null
}

function still(assessment: Assessment, counted: readonly ToldRule[], told: Told): Message {
  return {
    level: levels[worst(counted)],
    occasion: 'reminder',
    assessment,
    since: earliest(gravest(assessment)) ?? told.since,
    unseen: unseen(assessment, counted),
  }
}

/** Rotations, and whatever else is worth knowing and no trouble. */
function notice(assessment: Assessment, fresh: readonly Finding[]): Message | null {
  if (fresh.length === 0) return null
  const rotated = assessment.comparison.rotations.length > 0 && fresh.some(isChange)
  return {
    level: 'INFO',
    occasion: rotated ? 'rotation' : 'trouble',
    assessment,
    since: rotated ? null : earliest(fresh),
    unseen: [],
  }
}

const levels: Readonly<Record<Status, Level>> = { error: 'CRITICAL', warning: 'WARNING', success: 'INFO' }

function isLoud(status: Status, minLevel: Wish['minLevel']): boolean {
  return status !== 'success' && isAtLeast(status, minLevel)
}

function unseen({ findings }: Assessment, counted: readonly ToldRule[]): Message['unseen'] {
  const hidden = counted.filter(({ rule, severity }) =>
    findings.every((finding) => finding.rule !== rule || !isAtLeast(finding.severity, severity)),
  )
  return hidden.map(({ rule }) => rule)
}

/** The findings that make the status what it is. */
function gravest({ findings, status }: Assessment): readonly Finding[] {
  return findings.filter((finding) => counts(finding) && finding.severity === status)
}

function earliest(findings: readonly Finding[]): Date | null {
  const dates = findings.flatMap(({ since }) => since ?? [])
  return dates.toSorted((one, other) => one.getTime() - other.getTime())[0] ?? null
}
