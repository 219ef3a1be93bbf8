import { fromNow, inUtc, inWords } from '../../model/duration.ts'
import type { JudgedRun, RunRule, Verdict } from '../rule.ts'

/** GitHub starts scheduled runs late, by half a day at worst as measured; an hour is for short intervals. */
const patience = 1.5
const slackMs = 3_600_000

/** Time passed without a run: the schedule was dropped, switched off, or its runs failed before they remembered. */
export const monitorLate: RunRule = {
  id: 'monitor/late',
  severity: 'warning',
  title: 'Scheduled runs come when they should',
  help: `Where \`check_interval\` is written and a schedule started the run, the time since the last run that is
remembered is longer than one and a half intervals and an hour. GitHub drops scheduled runs under load, and switches
schedules off in public repositories after 60 days without activity.

**What to do.** Look for runs that failed, were cancelled or never began. Choose an odd minute, as in
\`17 5,17 * * *\`, and run more often than you need. A \`heartbeat_url\` tells of the run that never comes.`,

  judge({ lastRun, intervalWritten, scheduled, checkIntervalSeconds, now }: JudgedRun): Verdict | null {
    if (lastRun === null || !intervalWritten || !scheduled) return null
    const passed = now.getTime() - lastRun.getTime()
    const interval = checkIntervalSeconds * 1000
    if (passed <= interval * patience + slackMs) return null
    return {
      message: `The last run was ${fromNow(lastRun, now)} (${inUtc(lastRun)}), and \`check_interval\` promises one every ${every(interval)}`,
      fix: 'Look for scheduled runs that failed or never began, and let the schedule run more often.',
      evidence: { last_run: lastRun.toISOString(), check_interval: checkIntervalSeconds },
    }
  },
}

function every(intervalMs: number): string {
  return inWords(intervalMs).replace(/^1 /u, '')
}
