import { shownLimits } from '../../model/limits.ts'
import { details, fitting } from '../markdown.ts'

/** A part of an issue's body, folded away. */
export function folded(title: string, lines: readonly string[]): readonly string[] {
  return details(title, lines.length === 0 ? [] : [...fitting(lines, shownLimits.issueFoldedBytes), ''])
}
