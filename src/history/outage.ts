import { dayMs } from '../model/certificate.ts'
import { type Finding, severities } from '../model/finding.ts'
import type { ToldOutage } from '../model/history.ts'
import type { BlastRadius, Channel } from '../model/message.ts'
import type { Assessment, Report } from '../model/report.ts'
import { slackMs } from './news.ts'
import { isAtLeast } from './standing.ts'

/** The blast radius among what a run found; `null`: the network is as it should be. */
export function blastRadius({ findings }: Report): Finding | null {
  return findings.find(({ rule }) => rule === 'monitor/blast-radius') ?? null
}

/** Files need no network. */
export function isConcerned(
  { target, deliveries }: Assessment['observation'],
  { evidence }: Finding,
): boolean {
  return target.kind === 'endpoint' && !deliveries.known && deliveries.reason === evidence['reason']
}

/** The one message stands for those it holds back: it is as loud as the loudest of them, whatever the config makes of it. */
export function asLoudAs(held: readonly Assessment[], found: Finding): Finding {
  const worst = severities.find((severity) => held.some(({ status }) => status === severity))
  return worst === undefined || isAtLeast(found.severity, worst) ? found : { ...found, severity: worst }
}

/** What a channel should hear of a blast radius: its begin, a reminder while it lasts, and its end. */
export function outageNews(
  found: Finding | null,
  told: ToldOutage | null,
  { minLevel, remindDays }: Pick<Channel, 'minLevel' | 'remindDays'>,
  now: Date,
): BlastRadius | null {
  if (found === null) return told === null ? null : { kind: 'blast-radius', finding: null, since: told.since }
  if (told === null)
    return isAtLeast(found.severity, minLevel) ? { kind: 'blast-radius', finding: found, since: now } : null
  const passed = now.getTime() - told.at.getTime()
  // What was told in the future, by a wrong clock, must not keep a reminder back until then.
  const due = passed >= remindDays * dayMs - slackMs || passed < -slackMs
  return due ? { kind: 'blast-radius', finding: found, since: told.since } : null
}

/** What to note down of a blast radius that a channel has heard of by now. */
export function notedOutage(channel: Channel['id'], heard: BlastRadius, now: Date): ToldOutage | null {
  return heard.finding === null ? null : { channel, since: heard.since, at: now }
}
