import { inquiryLimits, shownLimits } from '../model/limits.ts'
import type { LogEntryFound } from '../model/logged.ts'
import { shortened } from '../model/text.ts'
import { Malformed } from './malformed.ts'

/**
 * Reads what crt.sh answers with `output=json`: a row for each certificate and each precertificate. Strict: a row
 * that cannot be read might be the one that is looked for. Throws `Malformed`.
 */
export function parseLogSearch(text: string): readonly LogEntryFound[] {
  const rows = parseJson(text)
  if (!Array.isArray(rows)) throw new Malformed('log search: not a list')
  if (rows.length > inquiryLimits.searchRows)
    throw new Malformed(`log search: more than ${inquiryLimits.searchRows} certificates`)
  return rows.map((row: unknown, index) => readRow(row, `log search[${index}]`))
}

/** The same rows, as they are kept: what `parseLogSearch` reads and nothing else. */
export function writeLogSearch(entries: readonly LogEntryFound[]): readonly object[] {
  return entries.map(({ id, issuerName, serial, names, notBefore, notAfter }) => ({
    id,
    issuer_name: issuerName,
    serial_number: serial,
    name_value: names.join('\n'),
    not_before: notBefore.toISOString().slice(0, -1),
    not_after: notAfter.toISOString().slice(0, -1),
  }))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (thrown) {
    throw new Malformed('log search: not JSON', { cause: thrown })
  }
}

function readRow(row: unknown, what: string): LogEntryFound {
  if (typeof row !== 'object' || row === null) throw new Malformed(`${what}: not an object`)
  const fields = row as Readonly<Record<string, unknown>>
  const { id } = fields
  if (typeof id !== 'number' || !Number.isSafeInteger(id)) throw new Malformed(`${what}.id: not a number`)
  // Taken apart as it is kept: else the issuer would be another one when it comes back from the cache.
  const issuerName = shortened(
    string(fields['issuer_name'], `${what}.issuer_name`),
    shownLimits.rememberedCharacters,
  )
  const serial = string(fields['serial_number'], `${what}.serial_number`).toLowerCase()
  if (!/^[0-9a-f]{1,100}$/u.test(serial)) throw new Malformed(`${what}.serial_number: not hex`)
  const names = string(fields['name_value'], `${what}.name_value`).toLowerCase().split('\n')
  return {
    id,
    issuerName,
    issuer: attributeOf(issuerName, 'O') ?? attributeOf(issuerName, 'CN') ?? issuerName,
    serial: plainSerial(serial),
    names,
    notBefore: time(fields['not_before'], `${what}.not_before`),
    notAfter: time(fields['not_after'], `${what}.not_after`),
  }
}

/** Serial numbers as they are compared: the octets of the INTEGER without those that carry only its sign. */
export function plainSerial(hex: string): string {
  return hex.toLowerCase().replace(/^0+(?=.)/u, '')
}

/** From a name as OpenSSL prints it: `C=US, O="DigiCert, Inc.", CN=…`. */
function attributeOf(name: string, type: 'O' | 'CN'): string | undefined {
  const form = new RegExp(String.raw`(?:^|,\s{0,4})${type}=(?:"([^"]{0,500})"|([^,"]{0,500}))(?=,|$)`, 'u')
  const [, quoted, plain] = form.exec(name) ?? []
  return (quoted ?? plain)?.trim()
}

function string(value: unknown, what: string): string {
  if (typeof value !== 'string') throw new Malformed(`${what}: not a string`)
  if (value.length > inquiryLimits.searchCharacters)
    throw new Malformed(`${what}: more than ${inquiryLimits.searchCharacters} characters`)
  return value
}

/** Without a time zone, which is UTC. */
function time(value: unknown, what: string): Date {
  const text = string(value, what)
  const date = new Date(
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,6})?$/u.test(text) ? `${text}Z` : Number.NaN,
  )
  if (Number.isNaN(date.getTime())) throw new Malformed(`${what}: not a time`)
  return date
}
