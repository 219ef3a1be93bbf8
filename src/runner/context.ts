import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'

import type { World } from '../monitor.ts'
import type { EventContext, EventPayload } from './event.ts'

/** What the runner tells about itself and the event that started the run. */
export interface RunnerContext extends EventContext {
  readonly workspace: string
  /** Emptied by the runner after the job; nothing of ours is left in the user's checkout. */
  readonly temporary: string
  readonly run: World['run']
}

/** Reads the runner's environment; an event file that cannot be read leaves the payload empty. */
export async function runnerContext(): Promise<RunnerContext> {
  const { env } = process
  const repository = env['GITHUB_REPOSITORY'] ?? ''
  const id = env['GITHUB_RUN_ID'] ?? null
  const event = env['GITHUB_EVENT_NAME'] ?? ''
  const ref = env['GITHUB_REF'] ?? ''
  return {
    event,
    ref,
    actor: env['GITHUB_ACTOR'] ?? '',
    payload: await readPayload(env['GITHUB_EVENT_PATH']),
    workspace: env['GITHUB_WORKSPACE'] ?? process.cwd(),
    temporary: env['RUNNER_TEMP'] ?? tmpdir(),
    run: {
      id,
      url:
        id === null
          ? null
          : `${env['GITHUB_SERVER_URL'] ?? 'https://github.com'}/${repository}/actions/runs/${id}`,
      event,
      ref,
      sha: env['GITHUB_SHA'] ?? null,
    },
  }
}

/** An empty payload makes the run a gate, and a pull request's an untrusted one: never more than is proved. */
async function readPayload(path: string | undefined): Promise<EventPayload> {
  if (path === undefined) return {}
  try {
    const payload: unknown = JSON.parse(await readFile(path, 'utf8'))
    return typeof payload === 'object' && payload !== null ? payload : {}
  } catch {
    return {}
  }
}
