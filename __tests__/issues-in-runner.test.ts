import { expect, test, vi } from 'vitest'

import { authority, inDays, leaf } from './support/mint.ts'
import { monitoring, watchedRepository, watching } from './support/watched-repository.ts'

vi.setConfig({ testTimeout: 90_000 })

const root = authority('Test Root', { organizationName: 'Test CA' })
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

test('a gate opens no issue', async () => {
  const here = await watchedRepository(expired, [root])

  const { outputs } = await here.run({ event: 'push', branch: 'topic' })

  expect(outputs['issues']).toBe('[]')
  expect(here.services.issues.issues).toEqual([])
})
