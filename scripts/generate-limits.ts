import { writeFileSync } from 'node:fs'

import * as limits from '../src/model/limits.ts'
import { repositoryFile } from './generate-readme.ts'
import { table } from './markdown-table.ts'

/** A group of limits as it stands in the file. */
export interface LimitGroup {
  readonly name: string
  readonly title: string
  readonly rows: readonly { readonly name: string; readonly value: number; readonly reason: string }[]
}

/** The groups of `src/model/limits.ts`, their reasons from its comments. Throws when a limit has none. */
export function readLimits(): readonly LimitGroup[] {
  const text = repositoryFile('src/model/limits.ts')
  const groups = Object.entries<Readonly<Record<string, number>>>(limits).toSorted(([one], [other]) => {
    return text.indexOf(`const ${one} `) - text.indexOf(`const ${other} `)
  })
  return groups.map(([group, values]) => {
    const [, title = '', body = ''] =
      new RegExp(String.raw`/\*\* ([^\n]+) \*/\nexport const ${group} = \{\n([\s\S]*?)\n\}`).exec(text) ?? []
    const reasons = new Map(
      [...body.matchAll(/\/\*\* ([^\n]+) \*\/\n {2}(\w+):/g)].map(([, why, key]) => [key, why]),
    )
    const rows = Object.entries(values).map(([name, value]) => {
      const reason = reasons.get(name)
      if (reason === undefined || title === '') throw new Error(`limits.ts: ${group}.${name} has no reason`)
      return { name, value, reason }
    })
    return { name: group, title, rows }
  })
}

/** LIMITS.md, whole. */
export function renderLimits(groups: readonly LimitGroup[]): string {
  const sections = groups.map(({ title, rows }) => {
    const cells = rows.map(({ name, value, reason }) => [`\`${name}\``, amount(name, value), `${reason}.`])
    return `## ${title}\n\n${table(['Limit', 'Value', 'Of what, and why'], cells)}\n`
  })
  return `<!-- Written by scripts/generate-limits.ts from src/model/limits.ts. -->

# Limits

What protects a run, and whoever reads what it says, from very large or hostile input. Where a limit is met, that is
said: the rest is unknown, refused, or counted ("and 12 more"). [SECURITY.md](SECURITY.md) says against whom.

${sections.join('\n')}`
}

/** The value with its unit, which is the end of its name. */
function amount(name: string, value: number): string {
  if (name.endsWith('Ms')) return duration(value)
  const digits = value.toLocaleString('en-US')
  if (/bytes$/i.test(name)) return `${digits} octets`
  return /characters$/i.test(name) ? `${digits} characters` : digits
}

function duration(ms: number): string {
  const units = [
    [86_400_000, 'days'],
    [3_600_000, 'hours'],
    [60_000, 'min'],
    [1000, 's'],
  ] as const
  const [size, unit] = units.find(([size]) => ms >= size && (ms * 10) % size === 0) ?? [1, 'ms']
  return `${ms / size} ${unit}`
}

if (import.meta.main) writeFileSync(new URL('../LIMITS.md', import.meta.url), renderLimits(readLimits()))
