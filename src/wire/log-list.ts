import { createHash } from 'node:crypto'

import { inquiryLimits } from '../model/limits.ts'
import { type CtLog, logStates } from '../model/transparency.ts'
import { Malformed } from './malformed.ts'

/** A list of logs, of Google's schema v3 or Apple's v5, which have the same form. */
export interface LogList {
  /** When it was made, where it says so. */
  readonly madeAt: Date | null
  readonly logs: readonly ListedLog[]
}

export interface ListedLog {
  readonly log: CtLog
  /** SubjectPublicKeyInfo, DER. */
  readonly key: Uint8Array
}

/**
 * Parses a list of logs. Strict in all it reads, because a log misread makes a false alarm; keys it does not know are
 * left aside. Logs for tests and experiments take no part in any policy and are left out. Throws `Malformed`.
 */
export function parseLogList(text: string): LogList {
  if (text.length > inquiryLimits.logListBytes)
    throw new Malformed(`log list: too large, ${text.length} characters`)
  const list = object(parseJson(text), 'log list')
  const made = list['log_list_timestamp']
  const operators = array(list['operators'], 'operators', inquiryLimits.logListOperators)
  const logs = operators.flatMap((operator, index) => readOperator(operator, `operators[${index}]`))
  if (logs.length === 0) throw new Malformed('log list: no logs')
  if (logs.length > inquiryLimits.logs) throw new Malformed(`log list: more than ${inquiryLimits.logs} logs`)
  return { madeAt: made === undefined ? null : time(made, 'log_list_timestamp'), logs }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (thrown) {
    throw new Malformed('log list: not JSON', { cause: thrown })
  }
}

function readOperator(value: unknown, what: string): readonly ListedLog[] {
  const operator = object(value, what)
  const name = string(operator['name'], `${what}.name`, inquiryLimits.logListCharacters)
  const readAll = (key: string, kind: CtLog['kind']): readonly ListedLog[] => {
    const logs = operator[key] === undefined ? [] : array(operator[key], `${what}.${key}`, inquiryLimits.logs)
    return logs.flatMap((log, index) => readLog(log, kind, name, `${what}.${key}[${index}]`))
  }
  return [...readAll('logs', 'rfc6962'), ...readAll('tiled_logs', 'static-ct')]
}

function readLog(value: unknown, kind: CtLog['kind'], operator: string, what: string): readonly ListedLog[] {
  const log = object(value, what)
  if (log['log_type'] !== undefined && log['log_type'] !== 'prod') return []
  const key = Buffer.from(string(log['key'], `${what}.key`, inquiryLimits.logKeyCharacters), 'base64')
  const id = string(log['log_id'], `${what}.log_id`, inquiryLimits.logListCharacters)
  if (createHash('sha256').update(key).digest('base64') !== id) {
    throw new Malformed(`${what}: log_id is not SHA-256 of key`)
  }
  const described = log['description']
  return [
    {
      key,
      log: {
        id,
        name:
          described === undefined
            ? id
            : string(described, `${what}.description`, inquiryLimits.logListCharacters),
        operator,
        previousOperators: readPreviousOperators(log['previous_operators'], `${what}.previous_operators`),
        state: readState(log['state'], `${what}.state`),
        kind,
      },
    },
  ]
}

function readPreviousOperators(value: unknown, what: string): CtLog['previousOperators'] {
  const all = value === undefined ? [] : array(value, what, inquiryLimits.logListOperators)
  const read = all.map((entry, index) => {
    const at = `${what}[${index}]`
    const previous = object(entry, at)
    const name = string(previous['name'], `${at}.name`, inquiryLimits.logListCharacters)
    return { name, until: time(previous['end_time'], `${at}.end_time`) }
  })
  return read.toSorted((one, other) => one.until.getTime() - other.until.getTime())
}

/** An object with one key, the state, whose value holds when it began. */
function readState(value: unknown, what: string): CtLog['state'] {
  if (value === undefined) return null
  const [[name, details] = [], ...more] = Object.entries(object(value, what))
  const kind = logStates.find((state) => state === name)
  if (kind === undefined || more.length > 0)
    throw new Malformed(`${what}: not one of ${logStates.join(', ')}`)
  return { kind, since: time(object(details, what)['timestamp'], `${what}.timestamp`) }
}

function object(value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Malformed(`${what}: not an object`)
  }
  return Object.fromEntries(Object.entries(value))
}

function array(value: unknown, what: string, most: number): readonly unknown[] {
  if (!Array.isArray(value)) throw new Malformed(`${what}: not a list`)
  if (value.length > most) throw new Malformed(`${what}: more than ${most}`)
  return value
}

function string(value: unknown, what: string, longest: number): string {
  if (typeof value !== 'string') throw new Malformed(`${what}: not a string`)
  if (value.length > longest) throw new Malformed(`${what}: more than ${longest} characters`)
  return value
}

/** RFC 3339 in UTC, whole seconds or fractions of them. */
function time(value: unknown, what: string): Date {
  const text = string(value, what, 40)
  const date = new Date(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/u.test(text) ? text : Number.NaN)
  if (Number.isNaN(date.getTime())) throw new Malformed(`${what}: not a time in UTC`)
  return date
}
