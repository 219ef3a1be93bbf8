import { join } from 'node:path'

import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { type Base, readBase } from '../../src/runner/base.ts'
import type { RunnerContext } from '../../src/runner/context.ts'
import { request } from '../config/workspace.ts'
import { type Services, startServices } from '../support/services.ts'
import { begin, machine } from './running.ts'

let services: Services
beforeEach(async () => {
  services = await startServices()
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await services.close()
})

const [base, head] = ['b'.repeat(40), 'a'.repeat(40)]

interface Asked {
  readonly files: Readonly<Record<string, string>>
  readonly differs?: Partial<RunnerContext>
  readonly parent?: string
  readonly patienceMs?: number
  readonly signal?: AbortSignal
}

/** Reads the base of a pull request, as its runner would. */
async function read({ files, differs = {}, parent = base, ...patience }: Asked): Promise<Base> {
  services.commits.set(base, { parents: [], files })
  services.commits.set(head, { parents: [parent], files: {} })
  const { temporary, workspace } = machine()
  const run = begin(services, { temporary, workspace }, patience)
  const context: RunnerContext = {
    event: 'pull_request',
    ref: 'refs/pull/7/merge',
    actor: 'octocat',
    payload: {},
    workspace,
    temporary,
    run: { id: null, url: null, event: null, ref: null, sha: head },
    ...differs,
  }
  return readBase(request({ path: join(workspace, 'certificates.yml'), root: workspace }), context, run)
}

function because(answer: Base): string {
  return answer.kind === 'unknown' ? answer.because : 'known'
}

test('the base is the first parent of the commit, in two requests', async () => {
  const answer = await read({
    files: { 'certificates.yml': 'domains: [a.example]\nnetwork: { concurrency: 3 }\n' },
  })

  expect(answer).toMatchObject({ kind: 'known', config: { vouched: { network: { concurrency: 3 } } } })
  expect(services.requests).toEqual([
    `GET /repos/owner/repository/git/commits/${head}`,
    'GET /repos/owner/repository/contents/certificates.yml',
  ])
})

test('a commit without parents, a merge queue that names none and other events have no base', async () => {
  const files = { 'certificates.yml': 'domains: [a.example]\n' }
  const answers = [
    await read({ files, differs: { run: { id: null, url: null, event: null, ref: null, sha: base } } }),
    await read({ files, differs: { event: 'merge_group', payload: { merge_group: { base_sha: '../..' } } } }),
    await read({ files, differs: { event: 'release' } }),
  ].map(because)

  expect(answers).toEqual([
    'a run by pull_request names none',
    'a run by merge_group names none',
    'a run by release names none',
  ])
})

test('a base whose config is too large, or names too many files, is not compared', async () => {
  const many = Array.from({ length: 101 }, (_, index) => `  - { file: c${index}.pem }\n`)
  const answers = [
    await read({ files: { 'certificates.yml': '#'.repeat(4 * 1024 * 1024 + 1) } }),
    await read({ files: { 'certificates.yml': `domains:\n${many.join('')}` } }),
  ].map(because)

  expect(answers).toEqual(['the download exceeds 4194304 octets', 'its config names more than 100 files'])
})

test('a service that hangs is waited for no longer than patience lasts, and not after the run was ended', async () => {
  services.faults.contents = 'hanging'
  const ended = AbortSignal.abort()
  const files = { 'certificates.yml': 'domains: [a.example]\n' }

  expect(because(await read({ files, patienceMs: 200 }))).toBe('no answer within 0.2 s')
  expect(because(await read({ files, signal: ended }))).toBe('the run was ended')
})

test('a rate limit is not a missing permission', async () => {
  services.faults.rest = 'limited'

  expect(because(await read({ files: { 'certificates.yml': 'domains: [a.example]\n' } }))).toMatch(
    /^status 403, You have exceeded a secondary rate limit/,
  )
})

test('a parent that is no commit is not asked for, and a commit nobody knows may be a missing permission', async () => {
  const files = { 'certificates.yml': 'domains: [a.example]\n' }
  const nobody = { id: null, url: null, event: null, ref: null, sha: 'c'.repeat(40) }

  expect(because(await read({ files, parent: '../../../user' }))).toBe('a run by pull_request names none')
  expect(because(await read({ files, differs: { run: nobody } }))).toBe(
    'the token lacks the permission contents: read',
  )
})
