import { inUtc } from '../../model/duration.ts'
import { shownLimits } from '../../model/limits.ts'
import type { Waiver } from '../../model/policy.ts'
import { counted, listed, shortened } from '../../model/text.ts'
import type { JudgedRun, RunRule, Verdict } from '../rule.ts'
import { covers, holds, sameWaiver } from '../waivers.ts'

/** A waiver that has ended counts for nothing, and says so. */
export const monitorWaiverExpired: RunRule = {
  id: 'monitor/waiver-expired',
  severity: 'warning',
  title: 'Every waiver is still in force',
  help: `The last day of a waiver has passed: what it accepted counts again.

**What to do.** Mend what it was for, or give it a new date with a new reason; else remove it from the config.`,

  judge({ waivers, now }: JudgedRun): Verdict | null {
    const ended = waivers.filter((waiver) => !holds(waiver, now))
    if (ended.length === 0) return null
    const said = ended.map((waiver) => `${title(waiver)} on ${inUtc(waiver.until).slice(0, 10)}`)
    return {
      message: `${counted(ended.length, 'waiver has', 'waivers have')} ended: ${listed(said, 10)}`,
      fix: 'Mend what was waived, or give the waiver a new date with a new reason; else remove it.',
      evidence: { waivers: ended.slice(0, shownLimits.evidence).map(proof) },
    }
  },
}

/** A waiver that accepts nothing is a mistake, or a trouble that has gone. */
export const monitorWaiverUnused: RunRule = {
  id: 'monitor/waiver-unused',
  severity: 'notice',
  title: 'Every waiver is needed',
  help: `A waiver in force met no finding: its trouble has gone, or its globs are wrong. Nothing is said while an
endpoint that it is for gave no certificate, because then nobody knows.

**What to do.** Remove it from the config, or correct \`rule\` and \`domain\`.`,

  judge(run: JudgedRun): Verdict | null {
    const unused = run.waivers.filter((waiver) => holds(waiver, run.now) && isUnused(waiver, run))
    if (unused.length === 0) return null
    return {
      message: `${counted(unused.length, 'waiver meets', 'waivers meet')} no finding: ${listed(unused.map(title), 10)}`,
      fix: 'Remove it from the config, or correct its `rule` and `domain`.',
      evidence: { waivers: unused.slice(0, shownLimits.evidence).map(proof) },
    }
  },
}

function isUnused(waiver: Waiver, { assessments }: JudgedRun): boolean {
  const meant = assessments.filter(({ policy }) => policy.waivers.some((other) => sameWaiver(waiver, other)))
  return meant.every(
    ({ observation, findings }) =>
      observation.deliveries.known && !findings.some(({ rule }) => covers(waiver, rule)),
  )
}

function title({ rule, domain }: Waiver): string {
  return `${shortened(rule)} for ${shortened(domain)}`
}

function proof({ rule, domain, reason, until }: Waiver): Record<string, string> {
  return {
    rule: shortened(rule),
    domain: shortened(domain),
    reason: shortened(reason),
    until: until.toISOString(),
  }
}
