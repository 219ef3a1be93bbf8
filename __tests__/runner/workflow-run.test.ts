import { afterEach, expect, test, vi } from 'vitest'

import { workflowRun } from '../../src/runner/workflow-run.ts'

afterEach(() => {
  vi.unstubAllEnvs()
})

const { signal } = new AbortController()
const context = {
  event: 'schedule',
  ref: 'refs/heads/main',
  actor: 'octocat',
  payload: { repository: { default_branch: 'main' } },
  workspace: '/workspace',
  temporary: '/temporary',
  run: { id: '7', url: null, event: 'schedule', ref: 'refs/heads/main', sha: null },
}

function environment(values: Readonly<Record<string, string | undefined>>): void {
  for (const [name, value] of Object.entries(values)) vi.stubEnv(name, value)
}

test('the runner says which run of which workflow this is', () => {
  environment({
    GITHUB_REPOSITORY: 'owner/repository',
    GITHUB_REPOSITORY_ID: '4242',
    GITHUB_WORKFLOW_REF: 'owner/repository/.github/workflows/monitor.yml@refs/heads/main',
    GITHUB_RUN_ID: '7',
    GITHUB_RUN_ATTEMPT: '2',
    GITHUB_RETENTION_DAYS: '30',
  })

  expect(workflowRun(context, 'secret', signal)).toMatchObject({
    repositoryId: 4242,
    defaultBranch: 'main',
    workflowPath: '.github/workflows/monitor.yml',
    id: '7',
    attempt: '2',
    token: 'secret',
    mostRetentionDays: 30,
  })
})

test.each([undefined, '', 'x', '0', '-1', '1e3'])('a repository id of %j is not known', (id) => {
  environment({ GITHUB_REPOSITORY_ID: id })

  expect(workflowRun(context, null, signal).repositoryId).toBeNull()
})

test.each([undefined, '', 'other/repository/.github/workflows/a.yml@main', 'owner/repository'])(
  'a workflow reference of %j is not ours',
  (reference) => {
    environment({ GITHUB_REPOSITORY: 'owner/repository', GITHUB_WORKFLOW_REF: reference })

    expect(workflowRun(context, null, signal).workflowPath).toBeNull()
  },
)

test('an empty token is none', () => {
  expect(workflowRun(context, '', signal).token).toBeNull()
})
