import { details, fitting } from '../markdown.ts'

/** Of each part; together with the rest they stay below what a body may have. */
const mostBytes = 5000

/** A part of an issue's body, folded away. */
export function folded(title: string, lines: readonly string[]): readonly string[] {
  return details(title, lines.length === 0 ? [] : [...fitting(lines, mostBytes), ''])
}
