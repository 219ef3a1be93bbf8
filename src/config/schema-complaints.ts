import type { z } from 'zod'

import { configLimits } from '../model/limits.ts'
import { ruleIds } from '../model/rule-id.ts'
import { shortened } from '../model/text.ts'
import { type Complaint, enough } from './complaint.ts'
import { type ConfigDocument, type ConfigPath, valueAt } from './document.ts'
import { settingsAt } from './json-schema.ts'
import { nearest } from './nearest.ts'

type Issue = z.core.$ZodIssue

/** Turns the schema's issues into sentences with their places. */
export function schemaComplaints(issues: readonly Issue[], document: ConfigDocument): Complaint[] {
  const found: Complaint[] = []
  for (const { issue, path } of issues.flatMap((one) => flattened(one, []))) {
    found.push(...complaints(issue, path, document))
    if (enough(found)) break
  }
  return found
}

interface Placed {
  readonly issue: Issue
  readonly path: ConfigPath
}

/** A union's issues become those of the one branch that fits the kind of value, else stay one. */
function flattened(issue: Issue, above: ConfigPath): readonly Placed[] {
  const path = [...above, ...issue.path.map((step) => (typeof step === 'number' ? step : String(step)))]
  if (issue.code !== 'invalid_union') return [{ issue, path }]
  const fitting = issue.errors.filter((branch) => !branch.some(isWrongKind))
  const [branch] = fitting
  if (branch === undefined || fitting.length > 1) return [{ issue, path }]
  const inner = branch.flatMap((nested) => flattened(nested, path))
  // A branch that only repeats that its one value is wrong says less than the union does.
  return inner.every(({ path: { length } }) => length === path.length) && !inner.some(speaks)
    ? [{ issue, path }]
    : inner
}

function isWrongKind(issue: Issue): boolean {
  return issue.path.length === 0 && (issue.code === 'invalid_type' || issue.code === 'invalid_value')
}

function speaks({ issue }: Placed): boolean {
  return issue.code === 'custom' || issue.code === 'unrecognized_keys'
}

function complaints(issue: Issue, path: ConfigPath, document: ConfigDocument): Complaint[] {
  if (issue.code === 'unrecognized_keys') {
    const known = path[0] === 'rules' ? ruleIds : settingsAt(path)
    return issue.keys.slice(0, configLimits.unknownKeys).map((key) => unknownKey(key, path, known, document))
  }
  const value = valueAt(document.value, path)
  if (value === undefined) {
    const message = `"${path.at(-1)}" is missing.`
    return [{ place: document.place(path, 'key'), message, remedy: `Write ${issue.message}.` }]
  }
  const place = document.place(path, value === null ? 'key' : 'value')
  const { message, remedy } = issue.code === 'custom' ? (issue.params ?? {}) : {}
  if (typeof message === 'string' && typeof remedy === 'string') return [{ place, message, remedy }]
  return [{ place, message: `${subject(path)} ${is(value, path)}.`, remedy: `Write ${issue.message}.` }]
}

function unknownKey(
  key: string,
  path: ConfigPath,
  known: readonly string[],
  document: ConfigDocument,
): Complaint {
  const place = document.place([...path, key], 'key')
  const shown = JSON.stringify(shortened(key, 60))
  const near = nearest(key, known)
  const inRules = path[0] === 'rules'
  const message = inRules ? `${shown} is not a rule.` : `${shown} is not a setting of ${owner(path)}.`
  const otherwise = inRules
    ? 'Write the id of a rule, as in certificate/expiry.'
    : `Write one of ${known.join(', ')}.`
  return { place, message, remedy: near === undefined ? otherwise : `Write "${near}".` }
}

function owner(path: ConfigPath): string {
  const [top] = path
  if (top === undefined) return 'the config'
  const last = path.findLast((step) => typeof step === 'string')
  if (last === 'domains') return 'a domain'
  return last === 'waivers' ? 'a waiver' : `"${last}"`
}

function subject(path: ConfigPath): string {
  const last = path.at(-1)
  if (last === undefined) return 'The config'
  if (typeof last === 'string') return `"${last}"`
  const list = path.findLast((step) => typeof step === 'string')
  return `Entry ${last + 1} of "${list}"`
}

/** Keys whose values are never repeated in a message. */
const confidential: ReadonlySet<string | number | undefined> = new Set([
  'password',
  'passphrase',
  'secret',
  'key',
  'pfx',
  'proxy',
  'url',
  'heartbeat_url',
])

function is(value: unknown, path: ConfigPath): string {
  if (value === null) return 'has no value'
  if (Array.isArray(value)) return 'is a list'
  if (typeof value === 'object') return 'is a mapping'
  if (confidential.has(path.at(-1)))
    return `is a ${typeof value === 'string' ? 'text' : typeof value} that does not fit`
  if (typeof value === 'string') return `is ${JSON.stringify(shortened(value))}`
  return `is ${typeof value === 'number' || typeof value === 'boolean' ? value : typeof value}`
}
