import { dayMs } from './certificate.ts'
import { counted } from './text.ts'

const minuteMs = 60_000
const hourMs = 3_600_000

/**
 * A span of milliseconds in words, its sign left aside and never rounded up: days from two days on, hours from
 * two hours on, minutes below. What is left is never overstated, and the last hours do not read as "0 days".
 */
export function inWords(ms: number): string {
  const span = Math.abs(ms)
  if (span >= 2 * dayMs) return counted(Math.floor(span / dayMs), 'day')
  if (span >= 2 * hourMs) return counted(Math.floor(span / hourMs), 'hour')
  return span >= minuteMs ? counted(Math.floor(span / minuteMs), 'minute') : 'less than a minute'
}

/** How far an instant lies from now: `in 31 hours`, `3 days ago`. */
export function fromNow(instant: Date, now: Date): string {
  const ms = instant.getTime() - now.getTime()
  return ms < 0 ? `${inWords(ms)} ago` : `in ${inWords(ms)}`
}

/** An instant as people read it, always in UTC: `2027-01-24 23:59 UTC`. */
export function inUtc(instant: Date): string {
  return `${instant.toISOString().slice(0, -8).replace('T', ' ')} UTC`
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** The day of an instant as people say it, in UTC: `3 May 2026`. */
export function calendarDay(instant: Date): string {
  return `${instant.getUTCDate()} ${months[instant.getUTCMonth()]} ${instant.getUTCFullYear()}`
}
