import { expect, test, vi } from 'vitest'

import { authority, inDays, leaf } from './support/mint.ts'
import type { IssueFault } from './support/services/issue-store.ts'
import { unzipped } from './support/unzipped.ts'
import { monitoring, watchedRepository, watching } from './support/watched-repository.ts'

vi.setConfig({ testTimeout: 90_000 })

const root = authority('Test Root', { organizationName: 'Test CA' })
const limited = 'You have exceeded a secondary rate limit'
const expired = leaf(root, { notBefore: inDays(-90), notAfter: inDays(-3) })

test('an expired certificate opens one issue, a run with nothing new leaves it, and the renewal closes it', async () => {
  const config = monitoring('production', watching(', name: Shop, owner: "@org/web"'))
  const here = await watchedRepository(expired, [root], config)

  const first = await here.run()
  expect(here.services.issues.issues[0]?.body).toContain('@org/web')
  // Now it is known since when.
  const second = await here.run()
  const third = await here.run()
  here.server.serve(leaf(root))
  const fourth = await here.run()

  expect([first, second, third, fourth].map(({ code, outputs }) => [code, outputs['issues']])).toEqual([
    [1, '[1]'],
    [1, '[1]'],
    [1, '[]'],
    [0, '[1]'],
  ])
  expect(here.services.issues.issues.map(({ number, title, state }) => [number, title, state])).toEqual([
    [1, expect.stringContaining('Shop'), 'closed'],
  ])
})

test('a token that may not write issues is one note, and the run goes on', async () => {
  const here = await watchedRepository(expired, [root])
  here.services.issues.permission = 'read'

  const { code, notes, outputs } = await here.run()

  expect(code).toBe(1)
  expect(outputs['issues']).toBe('[]')
  expect(notes).toEqual([expect.stringContaining('issues: write')])
})

test.each<[string, Pick<IssueFault, 'how' | 'message' | 'headers'>, string]>([
  [
    'GitHub that fails',
    { how: 502, message: 'Bad Gateway' },
    'status 502, Bad Gateway. The next run tries again.',
  ],
  [
    'a limit that outlasts the run',
    { how: 429, message: 'Too many requests', headers: { 'retry-after': '3600' } },
    'status 429, Too many requests. The next run tries again.',
  ],
])('%s costs a run its issues, never its report, and the next run opens them', async (_, fault, words) => {
  const here = await watchedRepository(expired, [root])
  const { issues } = here.services
  issues.faults.push({ on: /./, times: 1000, ...fault })
  const first = await here.run()
  issues.faults.length = 0
  const uploaded = [...unzipped(here.services.archive('certificate-report')).keys()]
  const second = await here.run()

  expect([first.code, first.result.status, first.outputs['issues']]).toEqual([1, 'error', '[]'])
  expect(first.notes).toEqual([expect.stringContaining(words)])
  expect(uploaded).toContainEqual(expect.stringMatching(/certificate_report_\d+_\d+\.json$/))
  expect(second.outputs['issues']).toBe('[1]')
})

test('a limit is waited for as long as it says, and who cannot be assigned is said', async () => {
  const assigning = 'notifications: { issues: { assignees: [org/team] } }\n'
  const here = await watchedRepository(expired, [root], monitoring('production') + assigning)
  const headers = { 'retry-after': '2' }
  here.services.issues.faults.push({ on: /^POST \/issues$/, how: 403, times: 1, message: limited, headers })
  const { code, notes, outputs, requests } = await here.run()

  expect([code, outputs['issues']]).toEqual([1, '[1]'])
  expect(requests.filter((request) => request.endsWith('/repository/issues'))).toEqual([
    ...Array.from({ length: 2 }, () => 'GET /repos/owner/repository/issues'),
    ...Array.from({ length: 2 }, () => 'POST /repos/owner/repository/issues'),
  ])
  expect(notes).toEqual(['ℹ️ Issue 1 was assigned to nobody (org/team): status 422, Validation Failed.'])
})

test('a gate opens no issue', async () => {
  const here = await watchedRepository(expired, [root])

  const { outputs } = await here.run({ event: 'push', branch: 'topic' })

  expect(outputs['issues']).toBe('[]')
  expect(here.services.issues.issues).toEqual([])
})
