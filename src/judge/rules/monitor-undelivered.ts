import { inUtc } from '../../model/duration.ts'
import type { Undelivered } from '../../model/history.ts'
import { shownLimits } from '../../model/limits.ts'
import { counted, shortened } from '../../model/text.ts'
import type { JudgedRun, RunRule, Verdict } from '../rule.ts'

const longestReason = 300

/** Somebody should have heard, and has not. */
export const monitorUndelivered: RunRule = {
  id: 'monitor/undelivered',
  severity: 'warning',
  title: 'Every message arrived',
  help: `A message of the last run did not arrive: the mail server or the receiver of a webhook refused it, or was not
there. The summary of that run says so, and the report of the next one, because a report is written before anything is
sent. What did not arrive is sent again by the next run.

**What to do.** Read the reason. Check address and credentials under \`notifications\`, and that this runner reaches
the server.`,

  judge: ({ undelivered }: JudgedRun): Verdict | null => undeliveredVerdict(undelivered),
}

/** The same of the run that is just ending, for its summary. */
export function undeliveredVerdict(undelivered: readonly Undelivered[]): Verdict | null {
  if (undelivered.length === 0) return null
  const said = undelivered.map(({ channel, reason }) => `${channel}: ${shortened(reason, longestReason)}`)
  return {
    message: `${counted(undelivered.length, 'channel')} did not get every message: ${said.slice(0, shownLimits.named).join('; ')}`,
    fix: 'Check address, credentials and reach under `notifications`; the next run sends what is missing.',
    evidence: {
      undelivered: undelivered
        .slice(0, shownLimits.evidence)
        .map(({ channel, at, reason }) => ({ channel, at: inUtc(at), reason })),
    },
  }
}
