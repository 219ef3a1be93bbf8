import type { Certificate } from '../model/certificate.ts'
import { inquiryLimits } from '../model/limits.ts'
import type { RenewalAdvice } from '../model/renewal.ts'
import { Malformed } from './malformed.ts'

const [secondMs, minuteMs, dayMs] = [1000, 60_000, 86_400_000]

/**
 * How a CA knows a certificate that it issued (RFC 9773 §4.1): key identifier of the issuer and serial number, both
 * as in the certificate. `null` for a certificate that does not name its issuer's key.
 */
export function ariCertId({ authorityKeyId, serial }: Certificate): string | null {
  if (authorityKeyId === null || authorityKeyId === '' || serial === '') return null
  const [issuer, number] = [authorityKeyId, serial].map((hex) =>
    Buffer.from(hex, 'hex').toString('base64url'),
  )
  return `${issuer}.${number}`
}

/** Where an ACME directory (RFC 8555 §7.1.1) says renewal information is to be had; throws `Malformed`. */
export function parseDirectory(text: string): string {
  const url = object(text, 'ACME directory')['renewalInfo']
  if (url === undefined) throw new Malformed('ACME directory: it names no renewalInfo')
  return webAddress(url) ?? malformed('ACME directory: renewalInfo is not an address')
}

/** Reads RenewalInfo (RFC 9773 §4.2); throws `Malformed`, also for a window that ends before it begins. */
export function parseRenewalInfo(text: string): RenewalAdvice {
  const { suggestedWindow, explanationURL } = object(text, 'renewal information')
  if (typeof suggestedWindow !== 'object' || suggestedWindow === null) {
    throw new Malformed('renewal information: no suggestedWindow')
  }
  const { start, end } = suggestedWindow as Readonly<Record<string, unknown>>
  const window = { start: time(start, 'start'), end: time(end, 'end') }
  if (window.end <= window.start) throw new Malformed('renewal information: the window ends before it begins')
  return { window, explanationUrl: webAddress(explanationURL) }
}

/** Milliseconds until a CA wants to be asked again (RFC 9110 §10.2.3), held between a minute and a day (RFC 9773 §4.3.2). */
export function retryAfterMs(header: string | undefined, now: Date): number | null {
  if (header === undefined) return null
  const text = header.trim()
  const wished = /^\d{1,9}$/u.test(text) ? Number(text) * secondMs : Date.parse(text) - now.getTime()
  return Number.isNaN(wished) ? null : Math.min(dayMs, Math.max(minuteMs, wished))
}

function object(text: string, what: string): Readonly<Record<string, unknown>> {
  const value = parseJson(text, what)
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Readonly<Record<string, unknown>>
  }
  throw new Malformed(`${what}: not an object`)
}

function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text)
  } catch (thrown) {
    throw new Malformed(`${what}: not JSON`, { cause: thrown })
  }
}

/** RFC 3339, with any offset. */
function time(value: unknown, what: string): Date {
  const form = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:[Zz]|[+-]\d{2}:\d{2})$/u
  const text =
    typeof value === 'string' && value.length <= inquiryLimits.ariTimeCharacters && form.test(value)
      ? value
      : ''
  const instant = new Date(text.toUpperCase())
  if (Number.isNaN(instant.getTime())) throw new Malformed(`renewal information: ${what} is not a time`)
  return instant
}

function webAddress(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > inquiryLimits.ariUrlCharacters || !URL.canParse(value))
    return null
  const { protocol, href } = new URL(value)
  return protocol === 'https:' || protocol === 'http:' ? href : null
}

function malformed(message: string): never {
  throw new Malformed(message)
}
