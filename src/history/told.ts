import { severities } from '../model/finding.ts'
import type { Memory, Told, ToldRule } from '../model/history.ts'
import { historyLimits } from '../model/limits.ts'
import type { Channel, Message } from '../model/message.ts'
import type { Assessment } from '../model/report.ts'
import { wasAsked } from './answered.ts'
import { missedChanges } from './missed.ts'
import { standing, worst } from './standing.ts'

/**
 * What to note down of a channel after a run. `message`: what it should have heard of this endpoint; unless that was
 * delivered, the next run tells it again. `null` when there is nothing to remember.
 */
export function noted(
  channel: Channel['id'],
  told: Told | null,
  message: Message | null,
  delivered: boolean,
  assessment: Assessment,
  now: Date,
): Told | null {
  if (!wasAsked(assessment.observation)) return told
  if (message !== null && delivered) return kept(heard(channel, told, message, now))
  if (told === null && message === null) return null
  return kept({
    ...(told ?? { channel, status: 'success', at: now, since: null }),
    rules: milder(told, assessment),
    missed: message === null ? [] : missedChanges(message.assessment.findings, now),
  })
}

function heard(channel: string, told: Told | null, message: Message, now: Date): Told {
  const { counted, waived } = standing(message.assessment, told)
  const status = message.occasion === 'recovery' ? 'success' : statusAfter(told, counted)
  const known = told === null || told.status === 'success' ? null : told
  return {
    channel,
    status,
    rules: [...counted, ...waived],
    // News that is no trouble does not put off the reminder of one.
    at: message.level === 'INFO' && known !== null ? known.at : now,
    since: status === 'success' ? null : (known?.since ?? message.since),
    missed: [],
  }
}

/** A message about something else does not end a trouble: only its recovery does. */
function statusAfter(told: Told | null, counted: readonly ToldRule[]): Told['status'] {
  const status = worst(counted)
  return status === 'success' ? (told?.status ?? 'success') : status
}

/** What somebody knows who was told, without what is over, and no graver than it is now. */
export function milder(told: Pick<Told, 'rules'> | null, assessment: Assessment): readonly ToldRule[] {
  if (told === null) return []
  const { counted, waived } = standing(assessment, told)
  const now = new Map([...waived, ...counted].map(({ rule, severity }) => [rule, severity]))
  return told.rules.flatMap(({ rule, severity }) => {
    const current = now.get(rule)
    if (current === undefined) return []
    const eased = severities.indexOf(current) > severities.indexOf(severity)
    return [{ rule, severity: eased ? current : severity }]
  })
}

function kept(told: Told): Told | null {
  const empty = told.status === 'success' && told.rules.length === 0 && told.missed.length === 0
  return empty ? null : told
}

/** A memory with what a channel has heard by now. */
export function withTold(memory: Memory, channel: Channel['id'], told: Told | null): Memory {
  const others = memory.told.filter((one) => one.channel !== channel)
  return { ...memory, told: [...others, ...(told === null ? [] : [told])].slice(-historyLimits.channels) }
}
