import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, onTestFinished, test } from 'vitest'

import { readFolder } from '../../src/deliver/folder.ts'

const most = 100_000

async function readBack(files: Readonly<Record<string, string>>): Promise<ReadonlyMap<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'certificate-monitor-folder-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  mkdirSync(join(folder, 'folder.json'))
  symlinkSync('plain.json', join(folder, 'link.json'))
  const found = new Map<string, string>()
  await readFolder(folder, '.json', most, ({ name, text }) => void found.set(name, text))
  return found
}

test.each([0, 1, 65_535, 65_536, 65_537, most])(
  'a file of %i octets is read whole, and leaves nothing in the next one',
  async (octets) => {
    const long = 'é'.repeat(octets / 2) + 'x'.repeat(octets % 2)
    const found = await readBack({ 'plain.json': long, 'short.json': '{}', 'other.txt': 'no' })
    expect([...found.keys()].toSorted()).toEqual(['plain.json', 'short.json'])
    expect(found.get('plain.json')).toBe(long)
    expect(found.get('short.json')).toBe('{}')
  },
)

test('a file that is larger than any of ours is handed over without its text', async () => {
  const found = await readBack({ 'plain.json': 'x'.repeat(most + 1) })
  expect(found).toEqual(new Map([['plain.json', '']]))
})
