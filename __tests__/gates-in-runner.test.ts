import { expect, test, vi } from 'vitest'

import { authority, leaf, pem } from './support/mint.ts'
import {
  type Begin,
  configPath,
  monitoring,
  type Ran,
  watchedRepository,
  type WatchedRepository,
  watching,
} from './support/watched-repository.ts'

vi.setConfig({ testTimeout: 60_000 })

const root = authority('Test Root', { organizationName: 'Test CA' })
const [base, head] = ['b'.repeat(40), 'a'.repeat(40)]

const good = watching()
/** Nobody listens there. */
const bad = '{ domain: bad.example, port: 1, connect_to: 127.0.0.1 }'
const worse = '{ domain: worse.example, port: 1, connect_to: 127.0.0.1 }'

const full_name = 'owner/repository'
const repository = { full_name, default_branch: 'main' }

interface Change {
  /** The config before it, or all files; `null`: there was none. */
  readonly before: string | Readonly<Record<string, string>> | null
  readonly after: string
  /** Where the change comes from. */
  readonly from?: string
}

/** A repository whose checkout holds the change, and whose base holds what was before. */
async function changed({ before, after }: Change): Promise<WatchedRepository> {
  const here = await watchedRepository(leaf(root), [root], after)
  const texts = typeof before === 'string' ? { [configPath]: before } : before
  const files = Object.entries({ '.github/ca.pem': pem(root), ...texts }).map(([path, text]) => [
    path,
    text.replaceAll('PORT', String(here.server.port)),
  ])
  here.services.commits.set(base, { parents: [], files: Object.fromEntries(files) })
  here.services.commits.set(head, { parents: [base, 'c'.repeat(40)], files: {} })
  return here
}

function pullRequest({ from = full_name }: Pick<Change, 'from'> = {}): Begin {
  return {
    event: 'pull_request',
    payload: { repository, pull_request: { head: { repo: { full_name: from } } } },
    env: { GITHUB_SHA: head, GITHUB_REF: 'refs/pull/7/merge' },
  }
}

async function reviewed(change: Change): Promise<Ran> {
  return (await changed(change)).run(pullRequest(change))
}

/** The worst severity by endpoint: what of a run decides. */
function severities({ report }: Ran): Readonly<Record<string, string>> {
  return Object.fromEntries(
    report.results.map(({ domain, findings }) => [domain, findings[0]?.severity ?? 'none']),
  )
}

function levels({ annotations }: Ran): readonly string[] {
  return annotations.map((line) => line.replace(/^::(\w+) .*file=([^,]+),line=(\d+).*$/, '$1 $2:$3'))
}

test('a bad host that a pull request adds fails the check, and one that was there does not', async () => {
  const run = await reviewed({ before: monitoring('m', good, bad), after: monitoring('m', good, bad, worse) })

  expect(run.code).toBe(1)
  expect(severities(run)).toEqual({
    'service.example': 'none',
    'bad.example': 'notice',
    'worse.example': 'error',
  })
  expect(run.outputs).toMatchObject({ status: 'error', errors: '1', total: '3' })
  expect(levels(run)).toEqual([`error ${configPath}:6`, `notice ${configPath}:5`])
  expect(run.commands.at(-1)).toBe('::error::1 endpoint has findings at or above "error"')
  expect(run.summary).toMatch(
    /^### ❌ 1 of 3 endpoints needs you: 1 does not answer; .*1 finding on 1 endpoint this change does not touch is a notice\.$/m,
  )
})

test('a pull request that adds a good host passes, and is not told that the others are healthy', async () => {
  const run = await reviewed({ before: monitoring('m', bad), after: monitoring('m', bad, good) })

  expect([run.code, run.outputs['status'], run.notes]).toEqual([0, 'success', []])
  expect(levels(run)).toEqual([`notice ${configPath}:4`])
  expect(run.summary).not.toMatch(/healthy/)
  expect(run.summary).toMatch(/1 finding on 1 endpoint this change does not touch is a notice/)
})

test('entries that only moved, comments and defaults spelled out change nothing', async () => {
  const after = monitoring('m', good, bad.replace(' }', ', retries: 0, timeout: 10 }')).replace(
    'domains',
    '# new\ndomains',
  )
  const run = await reviewed({ before: monitoring('m', bad, good), after })

  expect([run.code, severities(run)]).toEqual([0, { 'service.example': 'none', 'bad.example': 'notice' }])
})

test('a threshold that alarms counts for the endpoint that got it', async () => {
  const before = monitoring('m', good, bad)
  const after = (days: string): string => monitoring('m', watching(`, ${days}`), bad)
  const warned = await reviewed({ before, after: after('warning_days: 61, critical_days: 59') })
  const failing = await reviewed({ before, after: after('warning_days: 61, critical_days: 61') })

  expect([warned, failing].map(severities)).toEqual([
    { 'service.example': 'warning', 'bad.example': 'notice' },
    { 'service.example': 'error', 'bad.example': 'notice' },
  ])
  expect([warned.code, failing.code]).toEqual([0, 1])
})

test('a default counts for the endpoints without a word of their own', async () => {
  const own = bad.replace(' }', ', check_chain: true }')
  const defaults = (config: string): string => config.replace('retries: 0', 'retries: 0, check_chain: false')
  const before = monitoring('m', good, own, worse)
  const run = await reviewed({ before, after: defaults(before) })

  expect(severities(run)).toEqual({
    'service.example': 'none',
    'bad.example': 'notice',
    'worse.example': 'error',
  })
})

test('rules count for every endpoint, and a waiver for those it names', async () => {
  const before = monitoring('m', good, bad, worse)
  const waiver = '{ rule: chain/*, domain: bad.*, reason: known, until: 2099-12-31 }'
  const ruled = await reviewed({ before, after: `${before}rules: { chain/order: off }\n` })
  const waived = await reviewed({ before, after: `${before}waivers: [${waiver}]\n` })

  expect(severities(ruled)).toMatchObject({ 'bad.example': 'error', 'worse.example': 'error' })
  expect(severities(waived)).toMatchObject({ 'bad.example': 'error', 'worse.example': 'notice' })
})

test('an endpoint counts when its trust anchors are others than before', async () => {
  const config = monitoring('m', good, bad)
  const other = { [configPath]: config, '.github/ca.pem': pem(authority('Other Root')) }
  const here = await changed({ before: config, after: config })
  const there = await changed({ before: other, after: config })
  for (const repository of [here, there]) repository.server.serve(leaf(authority('Nobody')))
  const [same, altered] = [await here.run(pullRequest()), await there.run(pullRequest())]

  expect([same.code, severities(same)['service.example']]).toEqual([0, 'notice'])
  expect([altered.code, severities(altered)['service.example']]).toEqual([1, 'error'])
})

test('a certificate file counts when its octets are others than before', async () => {
  const config = monitoring('m', '{ file: old.pem }', '{ file: new.pem }')
  const [expired, fine] = [leaf(root, { notAfter: new Date(Date.now() - 1000) }), leaf(root)].map((one) =>
    pem(one),
  )
  const files = { '.github/old.pem': expired ?? '', '.github/new.pem': fine ?? '' }
  const here = await changed({ before: { [configPath]: config, ...files }, after: config })
  for (const path of Object.keys(files)) here.write(path, expired ?? '')
  const run = await here.run(pullRequest())

  expect(run.code).toBe(1)
  expect(run.report.results.map(({ id, status }) => [id, status])).toEqual([
    ['file:new.pem', 'error'],
    ['file:old.pem', 'success'],
  ])
})

test('gate: all lets every endpoint decide, and asks for no base', async () => {
  const config = `${monitoring('m', good, bad)}pull_requests: { gate: all }\n`
  const run = await reviewed({ before: config, after: config })

  expect([run.code, severities(run)]).toEqual([1, { 'service.example': 'none', 'bad.example': 'error' }])
  expect(run.requests.filter((request) => /contents|commits/.test(request))).toEqual([])
})

test('hosts of the input count whatever the config says of others', async () => {
  const config = monitoring('m', good, bad)
  const here = await changed({ before: config, after: config })
  const run = await here.run({ ...pullRequest(), inputs: { domains: '127.0.0.1:1' } })

  expect([run.code, severities(run)]).toEqual([
    1,
    { 'service.example': 'none', 'bad.example': 'notice', '127.0.0.1': 'error' },
  ])
})

test('a merge queue is compared with what it names, a push with its first parent', async () => {
  const here = await changed({ before: monitoring('m', good, bad), after: monitoring('m', good, bad) })
  const queue = 'd'.repeat(40)
  here.services.commits.set(queue, { parents: [], files: { [configPath]: monitoring('m', good) } })
  const queued = await here.run({
    event: 'merge_group',
    payload: { repository, merge_group: { base_sha: queue } },
    env: { GITHUB_SHA: head, GITHUB_REF: 'refs/heads/gh-readonly-queue/main/pr-7' },
  })
  const pushed = await here.run({
    event: 'push',
    payload: { repository },
    env: { GITHUB_SHA: head, GITHUB_REF: 'refs/heads/topic' },
  })

  expect([queued.code, pushed.code]).toEqual([1, 0])
  expect([queued, pushed].map((run) => severities(run)['bad.example'])).toEqual(['error', 'notice'])
})

const unread = 'ℹ️ All endpoints count, because the base of this change could not be read: '

test.each([
  ['a missing permission', 403, 'the token lacks the permission contents: read.'],
  ['a service that fails', 500, 'status 500, it fails.'],
] as const)('all endpoints count, with one note, after %s', async (_, contents, because) => {
  const config = monitoring('m', good, bad)
  const here = await changed({ before: config, after: config })
  here.services.faults.contents = contents
  const run = await here.run(pullRequest())

  expect([run.code, run.notes]).toEqual([1, [unread + because]])
})

test('all endpoints count where the base has no config, or one with mistakes', async () => {
  const after = monitoring('m', good, bad)
  const none = await reviewed({ before: null, after })
  const wrong = await reviewed({ before: 'domains: [a.example]\nports: 1\n', after })

  expect([none.code, wrong.code]).toEqual([1, 1])
  expect([...none.notes, ...wrong.notes]).toEqual([
    expect.stringMatching(/its config has 1 mistake, the first: .*certificates\.yml" does not exist\.$/),
    expect.stringMatching(/its config has 1 mistake, the first: "ports" is not a setting/),
  ])
})

test('a run by hand on a branch has no base', async () => {
  const config = monitoring('m', good, bad)
  const here = await changed({ before: config, after: config })
  const run = await here.run({ event: 'workflow_dispatch', branch: 'topic', payload: { repository } })

  expect([run.code, run.notes]).toEqual([1, [`${unread}a run by workflow_dispatch names none.`]])
})

test('a fork’s change contacts no private address, by address or by name, and gets no secret', async () => {
  const secret = '{ domain: secret.example, client_certificate: { pfx: "${PFX}" } }'
  const named = '{ domain: localhost, port: PORT }'
  const after = `${monitoring('m', good, named, secret)}network: { allow_private: true }\n`
  const here = await changed({ before: monitoring('m', good), after })
  const run = await here.run({
    ...pullRequest({ from: 'stranger/fork' }),
    env: { ...pullRequest().env, PFX: 'p' },
  })

  expect(run.report.errors.map(({ domain, reason }) => [domain, reason])).toEqual(
    expect.arrayContaining([
      ['service.example', 'blocked'],
      ['localhost', 'blocked'],
      ['secret.example', 'blocked'],
    ]),
  )
  expect(run.report.summary.connections).toBe(0)
  expect([run.code, run.notes]).toEqual([0, []])
})

test('only the base may let a fork’s change contact private addresses', async () => {
  const network = 'network: { allow_private: true }\n'
  const after = monitoring('m', good, worse)
  const run = await reviewed({ before: monitoring('m', good) + network, after, from: 'stranger/fork' })

  expect(severities(run)).toEqual({ 'service.example': 'none', 'worse.example': 'error' })
  expect(run.code).toBe(1)
})

test('a gate writes no history, and does not call well what it only looks away from', async () => {
  const config = monitoring('m', good, bad)
  const here = await changed({ before: config, after: config })
  await here.run()
  const before = here.cached()
  const run = await here.run(pullRequest())

  expect(run.code).toBe(0)
  expect(run.summary).not.toMatch(/healthy again/)
  expect(run.report.results.flatMap(({ changes }) => changes)).toEqual([])
  expect(run.requests.filter((request) => request === 'CreateCacheEntry')).toEqual([])
  expect(here.cached()).toEqual(before)
  expect(Object.keys(here.attached())).toEqual([])
})
