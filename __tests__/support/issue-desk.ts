import { afterEach, beforeEach, vi } from 'vitest'

import { gitHubClient } from '../../src/runner/issue-client.ts'
import { begin, machine } from '../runner/running.ts'
import { type Story, story } from './issue-story.ts'
import { type Services, startServices } from './services.ts'
import type { IssueStore } from './services/issue-store.ts'

/** A repository with its monitor, new for each test of a file; GitHub's description has nothing against either. */
export interface Desk {
  github: IssueStore
  monitor: Story
}

export function desk(patienceMs = 60_000): Desk {
  const made: Partial<Desk> & { services?: Services } = {}
  beforeEach(async () => {
    made.services = await startServices()
    made.github = made.services.issues
    made.monitor = story(made.github, await gitHubClient(begin(made.services, machine(), { patienceMs })))
  })
  afterEach(async () => {
    vi.unstubAllEnvs()
    await made.services?.close()
  })
  return made as Desk
}
