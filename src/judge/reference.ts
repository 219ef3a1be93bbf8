import { repositoryUrl } from '../model/product.ts'
import type { RuleId } from '../model/rule-id.ts'

/** Where the rule reference, written by `renderRules`, explains a rule. */
export function referenceFor(rule: RuleId): string {
  return `${repositoryUrl}/blob/main/RULES.md#${anchor(rule)}`
}

/** The anchor GitHub gives a heading: lower case, and everything but letters, digits, `-` and `_` left out. */
export function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^a-z0-9 _-]/g, '')
    .replaceAll(' ', '-')
}
