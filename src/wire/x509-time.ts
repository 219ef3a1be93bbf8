import { type Der, tags } from './der.ts'
import { Malformed } from './malformed.ts'

/**
 * Reads a Time (RFC 5280 §4.1.2.5): UTCTime `YYMMDDHHMMSSZ` for 1950 to 2049, GeneralizedTime
 * `YYYYMMDDHHMMSSZ`, whole seconds, and a day that the calendar has. A GeneralizedTime before 2050 is read
 * too: no CA should write it, every reader must understand it. Throws `Malformed` on anything else.
 */
export function readTime(der: Der, what: string): Date {
  const utc = der.is(tags.utcTime)
  if (!utc && !der.is(tags.generalizedTime))
    throw new Malformed(`${what}: neither UTCTime nor GeneralizedTime`)
  const text = der.named(what).ascii()
  const match = (utc ? utcTime : generalizedTime).exec(text)
  if (match === null)
    throw new Malformed(`${what}: wanted ${utc ? 'YY' : 'YYYY'}MMDDHHMMSSZ (RFC 5280 §4.1.2.5)`)
  const [, digits = '', month, day, hour, minute, second] = match
  const year = utc ? `${Number(digits) < 50 ? '20' : '19'}${digits}` : digits
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`
  const date = new Date(iso)
  // Date rolls the 31st of a shorter month over, and 24:00 into the next day
  if (Number.isNaN(date.getTime()) || date.toISOString() !== iso) {
    throw new Malformed(`${what}: no such time in the calendar, ${iso}`)
  }
  return date
}

const utcTime = /^(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/
const generalizedTime = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/
