import { type Certificate, dayMs, lifetimeDays } from '../../model/certificate.ts'
import { inWords } from '../../model/duration.ts'
import { shownLimits } from '../../model/limits.ts'
import type { Expiry } from '../../model/policy.ts'
import { counted, listed } from '../../model/text.ts'
import type { JudgedRun, RunRule, Verdict } from '../rule.ts'
import { thresholds } from '../thresholds.ts'

interface Watched {
  readonly id: string
  readonly leaf: Certificate
  readonly expiry: Expiry
}

/** Thresholds and schedule fit the certificates they are for. */
export const monitorSchedule: RunRule = {
  id: 'monitor/schedule',
  severity: 'warning',
  title: 'Thresholds and schedule fit the certificates',
  help: `Either a written \`warning_days\` or \`critical_days\` is at least as long as a certificate lives, so that its
alarm never ends, or, where \`check_interval\` is written and a schedule started the run, the time between two runs is
longer than half the warning window, so that a certificate may pass through most of it unseen.

**What to do.** Write \`auto\`, which follows each certificate's own life, or run more often. This is said once per
run, with all endpoints concerned.`,

  judge(run: JudgedRun): Verdict | null {
    const watched = run.assessments.flatMap(
      ({ observation: { target, deliveries }, policy }): readonly Watched[] =>
        deliveries.known
          ? deliveries.value.map(({ leaf }) => ({ id: target.id, leaf, expiry: policy.expiry }))
          : [],
    )
    const permanent = ids(watched.filter(isPermanent))
    const rare = run.intervalWritten && run.scheduled ? ids(watched.filter((one) => isRare(one, run))) : []
    if (permanent.length === 0 && rare.length === 0) return null
    const interval = inWords(run.checkIntervalSeconds * 1000)
    const said = [
      ...(permanent.length === 0
        ? []
        : [
            `a threshold is at least as long as the certificate of ${place(permanent)} lives, so the alarm never ends`,
          ]),
      ...(rare.length === 0
        ? []
        : [`${interval} between two runs are more than half the warning window of ${place(rare)}`]),
    ].join('; ')
    return {
      message: said.charAt(0).toUpperCase() + said.slice(1),
      fix: [
        ...(permanent.length === 0 ? [] : ['Write `auto` for `warning_days` and `critical_days` there.']),
        ...(rare.length === 0 ? [] : ['Let the schedule, and `check_interval` with it, run more often.']),
      ].join(' '),
      evidence: {
        permanent: permanent.slice(0, shownLimits.evidence),
        too_rare: rare.slice(0, shownLimits.evidence),
        check_interval: run.checkIntervalSeconds,
      },
    }
  },
}

function isPermanent({ leaf, expiry }: Watched): boolean {
  const lifetime = lifetimeDays(leaf)
  const written = [expiry.warningDays, expiry.criticalDays].filter((days) => days !== 'auto')
  return lifetime !== null && written.some((days) => days >= lifetime)
}

function isRare({ leaf, expiry }: Watched, { checkIntervalSeconds }: JudgedRun): boolean {
  return checkIntervalSeconds * 1000 > (thresholds(leaf, expiry).warningDays * dayMs) / 2
}

function ids(watched: readonly Watched[]): readonly string[] {
  return [...new Set(watched.map(({ id }) => id))]
}

function place(endpoints: readonly string[]): string {
  return `${counted(endpoints.length, 'endpoint')} (${listed(endpoints, 10)})`
}
