/** RFC 9110 §10.2.3: seconds or a date; `null` for anything else. Never less than `leastMs`. */
export function retryAfterMs(value: string | undefined, now: Date, leastMs: number): number | null {
  if (value === undefined) return null
  const ms = /^\d+$/u.test(value) ? Number(value) * 1000 : Date.parse(value) - now.getTime()
  return Number.isNaN(ms) ? null : Math.max(ms, leastMs)
}
