import { type Finding, statusOf } from '../model/finding.ts'
import type { Assessment, Report } from '../model/report.ts'
import type { RuleId } from '../model/rule-id.ts'
import { worstFirst } from './finding.ts'

/** What was not looked at is no matter of touched or untouched: it may hide what the change does. */
const always: readonly RuleId[] = ['monitor/incomplete']

/**
 * What a gate makes of a judged run: findings on endpoints that the change under review leaves untouched are notices,
 * and so are those about the run itself. The comparison with earlier runs keeps the status that was judged: nobody
 * got well by not being asked.
 */
export function demoted(
  { findings, assessments }: Report,
  untouched: ReadonlySet<string>,
): Pick<Report, 'findings' | 'assessments' | 'demoted'> {
  let [louder, endpoints] = [0, 0]
  const gated = assessments.map((assessment): Assessment => {
    const loud = assessment.findings.filter(counts).length
    if (loud === 0 || !untouched.has(assessment.observation.target.id)) return assessment
    louder += loud
    endpoints += 1
    const findings = worstFirst(assessment.findings.map(asNotice))
    return { ...assessment, findings, status: statusOf(findings) }
  })
  return {
    findings: worstFirst(
      findings.map((finding) => (always.includes(finding.rule) ? finding : asNotice(finding))),
    ),
    assessments: gated,
    demoted: endpoints === 0 ? null : { findings: louder, endpoints },
  }
}

function counts({ severity, waivedUntil }: Finding): boolean {
  return severity !== 'notice' && waivedUntil === null
}

function asNotice(finding: Finding): Finding {
  return counts(finding) ? { ...finding, severity: 'notice' } : finding
}
