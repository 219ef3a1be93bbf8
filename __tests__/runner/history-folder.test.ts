import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import fc from 'fast-check'
import { expect, test } from 'vitest'

import { memoryFileName } from '../../src/history/memory-file.ts'
import { historyLimits } from '../../src/model/limits.ts'
import {
  adopt,
  emptied,
  historyFolder,
  isHistoryFileName,
  monitorSlug,
} from '../../src/runner/history-folder.ts'

function folder(): string {
  return mkdtempSync(join(tmpdir(), 'certificate-monitor-folder-'))
}

test('a monitor’s folder can be read by people', () => {
  expect(historyFolder('/temp', 'Production (EU)')).toMatch(
    /^\/temp\/certificate_history\/production-eu-[0-9a-f]{8}$/,
  )
  expect(monitorSlug('監視')).toMatch(/^monitor-[0-9a-f]{8}$/)
})

test('slugs are short and safe, and like names are kept apart', () => {
  const names = [
    '.github/certificates.yml',
    '.github/Certificates.yml',
    'github certificates yml',
    'a'.repeat(999),
  ]
  const slugs = names.map(monitorSlug)

  expect(new Set(slugs).size).toBe(names.length)
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => /^[a-z0-9-]{10,49}$/.test(monitorSlug(name))),
  )
})

test.each([
  'example.com_443.json',
  'example.com_443+smtp@192.0.2.1-1a2b3c4d.json',
  'example.com_443.json.damaged',
])('%s is a history’s name', (name) => {
  expect(isHistoryFileName(name)).toBe(true)
})

test('whatever an endpoint is called, its memory’s file belongs to a history', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (id) => isHistoryFileName(memoryFileName(id))))
})

test.each([
  '',
  '.json',
  '.hidden.json',
  '..',
  'a/b.json',
  'a\\b.json',
  '../a.json',
  'a.sh',
  'a.json\n',
  'ä.json',
])('%j is not', (name) => {
  expect(isHistoryFileName(name)).toBe(false)
})

test('only plain small files with a history’s names are adopted', async () => {
  const landing = folder()
  const place = folder()
  writeFileSync(join(landing, 'good.json'), 'good')
  writeFileSync(join(landing, 'script.sh'), 'bad')
  writeFileSync(join(landing, 'large.json'), '')
  truncateSync(join(landing, 'large.json'), historyLimits.fileBytes + 1)
  symlinkSync(join(landing, 'good.json'), join(landing, 'link.json'))
  writeFileSync(join(landing, 'one.json'), 'pair')
  linkSync(join(landing, 'one.json'), join(landing, 'two.json'))
  mkdirSync(join(landing, 'folder.json'))
  writeFileSync(join(landing, 'fetched-crl-1a2b'), 'proves itself')
  writeFileSync(join(landing, 'fetched-1a2b.part'), 'half')

  expect(await adopt(landing, place)).toEqual({ adopted: 1, refused: 6 })
  expect(readdirSync(place).toSorted()).toEqual(['fetched-crl-1a2b', 'good.json'])
})

test('what was in a folder before is gone, even when the folder is a link', async () => {
  const elsewhere = folder()
  writeFileSync(join(elsewhere, 'theirs.json'), 'theirs')
  const link = join(folder(), 'link')
  symlinkSync(elsewhere, link)
  await emptied(link)

  expect(readdirSync(link)).toEqual([])
  expect(readdirSync(elsewhere)).toEqual(['theirs.json'])
})
