import { calendarDay } from '../../model/duration.ts'
import type { Status } from '../../model/finding.ts'
import type { StatePeriod } from '../../model/history.ts'
import type { IssueMember } from '../../model/issue.ts'
import { told } from '../markdown.ts'
import { folded } from './folded.ts'

const mostPeriods = 20

const states: Readonly<Record<Status, string>> = {
  success: 'healthy',
  warning: 'in need of care',
  error: 'in trouble',
}

/** The incident since the endpoint was last well. What goes on has no end yet: no run changes a word of it. */
export function storyLines(
  { assessment: { comparison, status } }: IssueMember,
  now: Date,
): readonly string[] {
  const periods = comparison.before?.states ?? []
  const current = periods.at(-1)
  const goesOn = current?.status === status
  const past = goesOn ? periods.slice(0, -1) : periods
  const well = past.findLastIndex((period) => period.status === 'success')
  const since = calendarDay(goesOn ? current.from : now)
  return folded('The story so far', [
    ...past.slice(Math.max(0, well, past.length - mostPeriods)).map(periodLine),
    `- since ${since}: ${states[status]}`,
  ])
}

function periodLine({ status, from, to, message }: StatePeriod): string {
  const [first, last] = [from, to].map(calendarDay)
  const span = first === last ? first : `${first} to ${last}`
  return `- ${span}: ${states[status]}${status === 'success' ? '' : `. ${told(message)}`}`
}
