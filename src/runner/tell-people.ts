import { deliverIssues } from '../issues.ts'
import type { Report } from '../model/report.ts'
import { counted } from '../model/text.ts'
import { type Reach, type Remembered, tell } from '../notifications.ts'
import { gitHubClient } from './issue-client.ts'
import type { WorkflowRun } from './workflow-run.ts'

/** What came of telling people: what to remember of it, which issues were written to, and what to say of that. */
export interface ToldPeople extends Remembered {
  readonly issues: readonly number[]
  readonly notes: readonly string[]
}

/** Tells the channels, then writes the issues. A gate tells nobody. Never throws. */
export async function tellPeople(
  report: Report,
  before: Remembered,
  reach: Reach,
  workflow: WorkflowRun,
): Promise<ToldPeople> {
  const told = await tell(report, before, reach)
  if (reach.notifications === null) return { ...told, issues: [], notes: [] }
  const { memories, touched, notes, undelivered } = await deliverIssues({
    report,
    memories: told.memories,
    settings: reach.notifications.issues,
    client: await gitHubClient(workflow),
    repository: workflow.repository,
    artifactUrl: null,
  })
  return {
    memories,
    monitor: {
      ...told.monitor,
      undelivered: [...told.monitor.undelivered, ...missing(undelivered.length, report.at)],
    },
    issues: touched,
    notes,
  }
}

function missing(endpoints: number, at: Date): Remembered['monitor']['undelivered'] {
  if (endpoints === 0) return []
  return [
    { channel: 'issues', at, reason: `the issues of ${counted(endpoints, 'endpoint')} could not be written` },
  ]
}
