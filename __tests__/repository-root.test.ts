import { join } from 'node:path'

import { expect, test } from 'vitest'

import { repositoryRoot } from '../src/repository-root.ts'
import { workspace } from './config/workspace.ts'

test('a checkout begins where its .git lies, a folder or the file of a worktree', () => {
  const top = workspace({ 'inner/.git': 'gitdir: elsewhere\n', 'inner/a/b/certificates.yml': '' })

  expect(repositoryRoot(join(top, 'inner/a/b/certificates.yml'), top)).toBe(join(top, 'inner'))
})

test('above the last folder nobody looks: there the working directory stands in', () => {
  const top = workspace({ '.git/HEAD': '', 'workspace/a/certificates.yml': '' })
  const file = join(top, 'workspace/a/certificates.yml')

  expect(repositoryRoot(file, join(top, 'workspace'))).toBe(process.cwd())
  expect(repositoryRoot(file, null)).toBe(top)
})
