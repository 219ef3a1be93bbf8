import { gzipSync } from 'node:zlib'

import { wasNotObserved } from '../model/cut-short.ts'
import type { Report } from '../model/report.ts'
import { asker, failure, repositoryRoute } from './rest.ts'
import type { WorkflowRun } from './workflow-run.ts'

/**
 * Uploads SARIF to code scanning; answers notes, a sentence each, and never throws. A run that did not look
 * at everything, or reached next to nothing, uploads nothing: GitHub takes what is missing for fixed.
 */
export async function uploadSarif(
  text: string,
  report: Report,
  run: WorkflowRun,
): Promise<readonly string[]> {
  const { sha, ref } = report.run
  if (report.assessments.some(({ observation }) => wasNotObserved(observation)))
    return unsent('not every endpoint was looked at')
  if (report.findings.some(({ rule }) => rule === 'monitor/blast-radius'))
    return unsent('most endpoints failed for the same reason, more likely the network’s than theirs')
  if (run.token === null) return unsent('there is no token')
  if (sha === null || ref === null) return unsent('the runner does not say which commit this is')
  const sarif = gzipSync(text).toString('base64')
  try {
    const ask = await asker(run, run.token)
    await ask(`POST ${repositoryRoute}/code-scanning/sarifs`, { commit_sha: sha, ref, sarif })
    return []
  } catch (thrown) {
    const { forbidden, words } = failure(thrown, run)
    const missing = forbidden && /not accessible by/i.test(words)
    return unsent(missing ? 'the token lacks the permission security-events: write' : words)
  }
}

function unsent(because: string): readonly string[] {
  return [`The findings were not uploaded to code scanning: ${because}.`]
}
