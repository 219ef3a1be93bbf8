import { expect, test } from 'vitest'

import { authority, leaf } from '../support/mint.ts'
import { watchedRepository } from '../support/watched-repository.ts'

const root = authority('Test Root', { organizationName: 'Test CA' })

test('of two jobs that save the same entry in the same moment one does, the other says so, and both are right', async () => {
  const here = await watchedRepository(leaf(root), [root])
  await here.run()
  here.server.serve(leaf(root))
  const both = await Promise.all([
    here.run({ id: '500', machine: 'one' }),
    here.run({ id: '500', machine: 'other' }),
  ])
  const later = await here.run()

  expect(both.map(({ code, outputs }) => [code, outputs['changed']])).toEqual([
    [0, '1'],
    [0, '1'],
  ])
  const unsaved = both.flatMap(({ notes }) => notes.filter((note) => note.includes('could not be saved')))
  expect(unsaved).toEqual([expect.stringMatching(/^ℹ️ The history could not be saved to the cache: .*/)])
  expect([later.code, later.outputs['changed'], later.notes]).toEqual([0, '0', []])
})

test('an entry that is emptied before it is fetched leaves the history to the artifact', async () => {
  const here = await watchedRepository(leaf(root), [root])
  await here.run()
  here.services.replace('caches', Buffer.alloc(0))
  const after = await here.run()

  expect([after.code, after.outputs['changed']]).toEqual([0, '0'])
  expect(after.notes).toContainEqual(
    expect.stringContaining('The history comes from the report of an earlier run'),
  )
})
