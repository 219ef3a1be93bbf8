import { calendarDay, inWords } from '../model/duration.ts'
import type { Severity } from '../model/finding.ts'
import type { BlastRadius, Level } from '../model/message.ts'

const levelOf: Readonly<Record<Severity, Level>> = {
  error: 'CRITICAL',
  warning: 'WARNING',
  notice: 'INFO',
}

/** What a message about the monitor's own network says; nothing is escaped yet. */
export interface OutageWords {
  readonly level: Level
  readonly message: string
  /** `null` once it is over. */
  readonly fix: string | null
}

/** An end is told as what it is: not so much fails any more, which says nothing of any one endpoint. */
export function outageWords({ finding, since }: BlastRadius, now: Date): OutageWords {
  const span = inWords(now.getTime() - since.getTime())
  if (finding === null) {
    const message = `No longer do most endpoints fail for the same reason, as they did for ${span}; whatever is still wrong is told by itself`
    return { level: 'OK', message, fix: null }
  }
  const lasts = since < now ? `Still so, since ${calendarDay(since)}: ` : ''
  return { level: levelOf[finding.severity], message: `${lasts}${finding.message}`, fix: finding.fix }
}
