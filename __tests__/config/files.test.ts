import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { readConfig } from '../../src/config/read-config.ts'
import { certificateA } from './pem.ts'
import { complaints, request, workspace } from './workspace.ts'

/** A workspace `in/` with a config, and a folder `out/` beside it. */
function split(config: string): { readonly root: string; readonly path: string; readonly out: string } {
  const folder = workspace({ 'in/.github/certificates.yml': config, 'out/ca.pem': certificateA })
  return {
    root: join(folder, 'in'),
    path: join(folder, 'in/.github/certificates.yml'),
    out: join(folder, 'out'),
  }
}

test('paths begin at the config and stay inside the workspace', async () => {
  const { root, path } = split('domains: [{ domain: a.example, trust: { ca_files: [../ca.pem] } }]\n')
  writeFileSync(join(root, 'ca.pem'), certificateA)

  expect((await readConfig(request({ path, root }))).entries[0]?.target.trust.anchors).toHaveLength(1)
})

test('a path that leaves the workspace is refused, for files that are read later, too', async () => {
  const { root, path } = split(
    'domains: [{ file: ../../out/ca.pem }, { domain: a.example, trust: { ca_files: [../../out/ca.pem] } }]\n',
  )
  const found = await complaints(readConfig(request({ path, root })))

  expect(found).toHaveLength(2)
  expect(found.join()).toContain(
    'lies outside the workspace. Keep the file inside the repository, without links that lead out.',
  )
  expect(await complaints(readConfig(request({ path })))).toEqual([])
})

test('a symbolic link out of the workspace is refused, whether or not its end exists', async () => {
  const { root, path, out } = split('domains: [{ file: link.pem }, { file: folder/absent.pem }]\n')
  symlinkSync(join(out, 'ca.pem'), join(root, '.github/link.pem'))
  symlinkSync(out, join(root, '.github/folder'))

  expect(await complaints(readConfig(request({ path, root })))).toHaveLength(2)
})

test('a link that leads nowhere yet out of the workspace is refused', async () => {
  const { root, path, out } = split('domains: [{ file: link.pem }]\n')
  symlinkSync(join(out, 'absent.pem'), join(root, '.github/link.pem'))

  expect(await complaints(readConfig(request({ path, root })))).toHaveLength(1)
})

test('a config outside the workspace is refused', async () => {
  const { root, out } = split('domains: [a.example]\n')
  writeFileSync(join(out, 'c.yml'), 'domains: [a.example]\n')

  expect((await complaints(readConfig(request({ path: join(out, 'c.yml'), root })))).join()).toContain(
    'lies outside',
  )
})

test('a file that is missing is for the observation to find, a folder or an oversized file is not read', async () => {
  const { root, path } = split(
    'domains: [{ file: absent.pem }, { domain: a.example, trust: { ca_files: [folder, big.pem] } }]\n',
  )
  mkdirSync(join(root, '.github/folder'))
  writeFileSync(join(root, '.github/big.pem'), Buffer.alloc(5_000_000))
  const found = await complaints(readConfig(request({ path, root })))

  expect(found.map((line) => line.replace(/^\S+ /, ''))).toEqual([
    '"folder" is not a file. Write the path of a file.',
    '"big.pem" has 5000000 octets, more than 4194304. Write the path of a smaller file.',
  ])
})
