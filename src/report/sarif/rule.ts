import type { Severity } from '../../model/finding.ts'
import type { RuleId } from '../../model/rule-id.ts'
import { phrase } from '../trouble.ts'
import { sentenceCase } from '../words.ts'

/** A rule as the rule reference has it. */
export interface SarifRule {
  readonly id: RuleId
  /** Of its first stage. */
  readonly severity: Severity
  readonly title: string
  /** Markdown. */
  readonly help: string
  /** Where it is explained. */
  readonly reference: string
}

/** What SARIF calls our severities (SARIF §3.27.10). */
export const sarifLevels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  notice: 'note',
}

/** GitHub's own word for the same; a `security-severity` would be a number nobody measured. */
const problemSeverities: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  notice: 'recommendation',
}

/** A reportingDescriptor (SARIF §3.49). */
export function sarifRule({ id, severity, title, help, reference }: SarifRule): object {
  const family = id.slice(0, id.indexOf('/'))
  return {
    id,
    shortDescription: { text: sentenceCase(phrase(id)) },
    fullDescription: { text: `This should hold, and does not: ${title}.` },
    help: { text: help, markdown: help },
    helpUri: reference,
    defaultConfiguration: { level: sarifLevels[severity] },
    properties: { tags: [...new Set(['tls', family])], 'problem.severity': problemSeverities[severity] },
  }
}
