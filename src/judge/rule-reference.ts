import type { RuleText } from './rule.ts'

/** The rule reference, RULES.md: findings link to its headings, so a heading is a rule id and nothing else. */
export function renderRules(rules: readonly RuleText[]): string {
  const families = Map.groupBy(rules, ({ id }) => id.slice(0, id.indexOf('/')))
  const chapters = [...families].map(([family, members]) =>
    [`## ${family}`].concat(members.map(section)).join('\n\n'),
  )
  return `${[preface, ...chapters].join('\n\n')}\n`
}

const preface = `# Rules

What certificate-monitor looks for, rule by rule. Each heading is the id that stands in reports and issues, and
that \`rules:\` and \`waivers:\` in the config take. The sentence below it says what is so when all is well; then
comes what a finding means and what to do about it.

A rule says nothing about what is not known. Its severity (\`error\`, \`warning\`, \`notice\`) can be changed, or the
rule switched \`off\`, under \`rules:\`.

<!-- Written by scripts/generate-rules.ts from src/judge/rules. -->`

function section({ id, severity, offByDefault, title, help }: RuleText): string {
  const otherwise = offByDefault === true ? `${severity}, off unless \`rules:\` names it` : severity
  return `### ${id}\n\n**${title}.** Otherwise: ${otherwise}.\n\n${help}`
}
