import { expect, test } from 'vitest'

import { defaultBranch, type EventContext, runKind } from '../../src/runner/event.ts'

const repository = { default_branch: 'main', full_name: 'owner/repository' }

function event(differs: Partial<EventContext> = {}): EventContext {
  return { event: 'push', ref: 'refs/heads/main', actor: 'octocat', payload: { repository }, ...differs }
}

test('a scheduled run delivers, although its payload names no repository', () => {
  const scheduled = event({ event: 'schedule', ref: 'refs/heads/trunk', payload: {} })

  expect(runKind(scheduled)).toEqual({ kind: 'delivers' })
  expect(defaultBranch(scheduled)).toBe('trunk')
})

test.each(['push', 'workflow_dispatch', 'repository_dispatch', 'merge_group'])(
  'a run by %s whose payload names no repository is a gate',
  (name) => {
    expect(runKind(event({ event: name, payload: {} }))).toEqual({ kind: 'gate', untrusted: false })
  },
)

test('only the default branch delivers, and a merge queue never does', () => {
  expect(runKind(event())).toEqual({ kind: 'delivers' })
  expect(runKind(event({ ref: 'refs/heads/topic' }))).toEqual({ kind: 'gate', untrusted: false })
  expect(runKind(event({ event: 'merge_group' }))).toEqual({ kind: 'gate', untrusted: false })
})

test('a pull request from elsewhere is an untrusted gate, one from here is trusted', () => {
  const from = (full_name: string): EventContext['payload'] => ({
    repository,
    pull_request: { head: { repo: { full_name } } },
  })

  expect(runKind(event({ event: 'pull_request', payload: from('owner/repository') }))).toEqual({
    kind: 'gate',
    untrusted: false,
  })
  expect(runKind(event({ event: 'pull_request', payload: from('stranger/fork') }))).toEqual({
    kind: 'gate',
    untrusted: true,
  })
})

test.each([[{ event: 7 }], [{ event: ['push'] }], ['push'], [7]])(
  'a workflow_run that does not say in text what started it is refused: %j',
  (workflow_run) => {
    const payload = { repository, workflow_run } as unknown as EventContext['payload']

    expect(runKind(event({ event: 'workflow_run', payload }))).toMatchObject({ kind: 'refused' })
  },
)

test('names that are no text are no names: nobody delivers, and nobody is trusted, on the strength of a list', () => {
  const payload = {
    repository: { default_branch: ['main'], full_name: null },
    pull_request: { head: { repo: { full_name: null } } },
  } as unknown as EventContext['payload']

  expect(runKind(event({ payload }))).toEqual({ kind: 'gate', untrusted: false })
  expect(runKind(event({ event: 'pull_request', payload }))).toEqual({ kind: 'gate', untrusted: true })
})
