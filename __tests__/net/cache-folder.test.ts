import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, onTestFinished, test } from 'vitest'

import { cacheFolder } from '../../src/net/cache-folder.ts'

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'cache-'))
  onTestFinished(() => rmSync(made, { recursive: true }))
  return made
}

const octets = Buffer.of(0, 0xff, 7)

test('what is written comes back, whole and for nobody else to read', async () => {
  const made = join(folder(), 'not', 'yet', 'there')
  const cache = cacheFolder(made)
  await cache.write('a.crl', octets)
  expect(await cacheFolder(made).read('a.crl', 100)).toEqual(octets)
  const [only = '', ...more] = readdirSync(made)
  expect([more, statSync(join(made, only)).mode & 0o077]).toEqual([[], 0])
})

test('what is not there, or larger than wanted, is nothing', async () => {
  const cache = cacheFolder(folder())
  await cache.write('a.crl', octets)
  expect([await cache.read('b.crl', 100), await cache.read('a.crl', 2)]).toEqual([null, null])
})

test('a later one takes the place of an earlier one', async () => {
  const cache = cacheFolder(folder())
  await cache.write('a.crl', octets)
  await cache.write('a.crl', Buffer.of(1))
  expect(await cache.read('a.crl', 100)).toEqual(Buffer.of(1))
})

test('a link, a pipe or a folder in the place of a file is nothing', async () => {
  const made = folder()
  const outside = join(folder(), 'secret')
  writeFileSync(outside, 'secret')
  symlinkSync(outside, join(made, 'fetched-link'))
  execFileSync('mkfifo', [join(made, 'fetched-pipe')])
  const cache = cacheFolder(made)
  expect([await cache.read('link', 100), await cache.read('pipe', 100)]).toEqual([null, null])
})

test('what nobody wrote for a month goes, and only what is ours', async () => {
  const made = folder()
  const old = new Date(Date.now() - 31 * 86_400_000)
  for (const name of ['fetched-old', 'fetched-new', 'notes.txt']) writeFileSync(join(made, name), '')
  for (const name of ['fetched-old', 'notes.txt']) utimesSync(join(made, name), old, old)
  await cacheFolder(made).write('a', octets)
  expect(readdirSync(made).toSorted()).toEqual(['fetched-a', 'fetched-new', 'notes.txt'])
})

test('a folder that cannot be is no error', async () => {
  const file = join(folder(), 'file')
  writeFileSync(file, '')
  const cache = cacheFolder(join(file, 'below'))
  await cache.write('a', octets)
  expect([await cache.read('a', 100), existsSync(file)]).toEqual([null, true])
})

test('what could not be put in its place leaves nothing behind', async () => {
  const made = folder()
  mkdirSync(join(made, 'fetched-taken', 'by a folder'), { recursive: true })
  await cacheFolder(made).write('taken', octets)
  expect(readdirSync(made)).toEqual(['fetched-taken'])
})
