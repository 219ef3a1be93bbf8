import type { Finding } from '../model/finding.ts'
import { findingOf, worstFirst } from './finding.ts'
import type { JudgedRun, RunRule } from './rule.ts'
import { monitorLate } from './rules/monitor-late.ts'
import { monitorBlastRadius, monitorIncomplete } from './rules/monitor-outage.ts'
import { monitorSchedule } from './rules/monitor-schedule.ts'
import { monitorUndelivered } from './rules/monitor-undelivered.ts'
import { monitorWaiverExpired, monitorWaiverUnused } from './rules/monitor-waivers.ts'

/** Every rule about the run as a whole, in the order of the rule reference. */
export const runRules: readonly RunRule[] = [
  monitorLate,
  monitorSchedule,
  monitorWaiverExpired,
  monitorWaiverUnused,
  monitorBlastRadius,
  monitorIncomplete,
  monitorUndelivered,
]

/** What there is to say about the run itself, worst first. A waiver is for endpoints: here none counts. */
export function judgeRun(run: JudgedRun): readonly Finding[] {
  const findings = runRules.flatMap((rule) => {
    const verdict = rule.judge(run)
    if (verdict === null) return []
    const finding = findingOf(rule, verdict, {
      key: rule.id,
      severities: run.severities,
      waivedUntil: null,
    })
    return finding === null ? [] : [finding]
  })
  return worstFirst(findings)
}
