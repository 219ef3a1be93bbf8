import { severities } from './finding.ts'
import type { ToldRule } from './history.ts'
import type { IssueMarker, MarkedMember } from './issue.ts'
import { at, textOrNull } from './json.ts'
import { shownLimits } from './limits.ts'
import { type RuleId, ruleIds } from './rule-id.ts'

const mostMembers = 2000
const mostRules = 100
const longestText = 10_000

const form = /^\s*<!-- certificate-monitor (\{[ -~]{1,20000}\}) -->/

/**
 * The marker as a comment in HTML, JSON in ASCII without a sign that could end it. Of very many endpoints the first
 * ones stand there: the history knows the others.
 */
export function renderMarker(marker: IssueMarker): string {
  for (let { members } = marker; ; members = members.slice(0, Math.floor(members.length / 2))) {
    const text = `<!-- certificate-monitor ${inert({ ...marker, members: members.map(memberJson) })} -->`
    if (text.length <= shownLimits.issueMarkerCharacters || members.length === 0) return text
  }
}

/** The marker at the head of a body; `null` where there is none, or one that nobody of us wrote. */
export function parseMarker(body: string): IssueMarker | null {
  const found = json(form.exec(body)?.[1] ?? '')
  const [monitor, key, title, digest] = ['monitor', 'key', 'title', 'digest'].map((name) =>
    text(at(found, name)),
  )
  const members = at(found, 'members')
  if (monitor === null || monitor === undefined || key === null || key === undefined) return null
  if (!Array.isArray(members) || members.length > mostMembers) return null
  return {
    monitor,
    key,
    title: title ?? '',
    digest: digest ?? '',
    closed: at(found, 'closed') === true,
    config: text(at(found, 'config')),
    members: members.flatMap((member: unknown) => memberOf(member) ?? []),
  }
}

function memberJson({ id, rules }: MarkedMember): object {
  return { id, rules: Object.fromEntries(rules.map(({ rule, severity }) => [rule, severity])) }
}

function memberOf(value: unknown): MarkedMember | null {
  const id = text(at(value, 'id'))
  const rules = at(value, 'rules')
  if (id === null || typeof rules !== 'object' || rules === null) return null
  return {
    id,
    rules: Object.entries(rules)
      .slice(0, mostRules)
      .flatMap(([rule, severity]) => told(rule, severity) ?? []),
  }
}

const known: ReadonlyMap<string, RuleId> = new Map(ruleIds.map((id) => [id, id]))

function told(named: string, said: unknown): ToldRule | null {
  const rule = known.get(named)
  const severity = severities.find((one) => one === said)
  return rule === undefined || severity === undefined ? null : { rule, severity }
}

function inert(value: object): string {
  return JSON.stringify(value).replace(/[^ -~]|[<>&-]/gu, (character) =>
    Array.from({ length: character.length }, (_, index) => character.charCodeAt(index))
      .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
      .join(''),
  )
}

function json(marked: string): unknown {
  try {
    return JSON.parse(marked)
  } catch {
    return null
  }
}

function text(value: unknown): string | null {
  const said = textOrNull(value)
  return said === null || said.length > longestText ? null : said
}
