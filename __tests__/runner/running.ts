import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { vi } from 'vitest'

import { historyFolder } from '../../src/runner/history-folder.ts'
import { type WorkflowRun, workflowRun } from '../../src/runner/workflow-run.ts'
import type { Services } from '../support/services.ts'

/** A runner's paths: the same for every run, and empty at its beginning. */
export interface Machine {
  readonly temporary: string
  readonly workspace: string
}

export function machine(): Machine {
  const home = mkdtempSync(join(tmpdir(), 'certificate-monitor-runner-'))
  return { temporary: join(home, '_temp'), workspace: join(home, 'repository', 'repository') }
}

/** Begins a run on a clean machine, with the environment that its runner would have. */
export function begin(
  services: Services,
  { temporary, workspace }: Machine,
  options: Parameters<Services['begin']>[0] & {
    readonly patienceMs?: number
    readonly signal?: AbortSignal
  } = {},
): WorkflowRun {
  const { patienceMs, signal = new AbortController().signal, ...run } = options
  for (const folder of [temporary, workspace]) {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
  }
  const environment = { ...services.begin(run), RUNNER_TEMP: temporary, GITHUB_WORKSPACE: workspace }
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value)
  const { event = 'schedule', branch = 'main' } = run
  const context = {
    event,
    ref: `refs/heads/${branch}`,
    actor: 'octocat',
    payload: { repository: { default_branch: 'main', full_name: 'owner/repository' } },
    workspace,
    temporary,
    run: { id: null, url: null, event, ref: null, sha: null },
  }
  const begun = workflowRun(context, 'stand-in-token', signal)
  return patienceMs === undefined ? begun : { ...begun, patience: { ms: patienceMs, signal } }
}

/** What the monitor remembers at the end of a run. */
export function remember(run: WorkflowRun, monitor: string, files: Readonly<Record<string, string>>): void {
  const folder = historyFolder(run.temporary, monitor)
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
}

/** What lies in the monitor's folder. */
export function remembered(run: WorkflowRun, monitor: string): Readonly<Record<string, string>> {
  const folder = historyFolder(run.temporary, monitor)
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  )
}
