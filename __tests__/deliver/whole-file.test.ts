import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { inBatches } from '../../src/deliver/folder.ts'
import { writeWhole } from '../../src/deliver/whole-file.ts'
import { folder } from '../support/folder.ts'

const program = new URL('whole-file-program.ts', import.meta.url).pathname

/** Writes 6,000 octets where a file may have so many kibibytes: a write that begins below the limit takes a part. */
function writtenWithin(kibibytes: number, path: string, how: string): string {
  const limited = `trap '' XFSZ; ulimit -f ${kibibytes}; exec "$@"`
  return execFileSync('bash', ['-c', limited, 'bash', process.execPath, program, path, how]).toString()
}

test.each(['pieces', 'stream'])('where only a part fits the file stays as it was (%s)', (how) => {
  const where = folder()
  const path = join(where, 'kept.json')
  writeFileSync(path, 'as it was')

  expect(writtenWithin(4, path, how)).toMatch(/^Unusable: .*kept\.json cannot be written: EFBIG/)
  expect(readFileSync(path, 'utf8')).toBe('as it was')
  expect(readdirSync(where)).toEqual(['kept.json'])
  expect(writtenWithin(8, path, how)).toBe('written')
  expect(readFileSync(path)).toHaveLength(6000)
})

test('of many files the first that fails is told once nothing is under way any more', async () => {
  const where = folder()
  const names = Array.from({ length: 100 }, (_, index) => (index === 3 ? 'taken/x.json' : `${index}.json`))
  writeFileSync(join(where, 'taken'), '')
  const writing = inBatches(names, (name) => writeWhole(join(where, name), ['x'.repeat(100_000)]))

  await expect(writing).rejects.toThrow(/taken\/x\.json cannot be written/)
  const left = readdirSync(where)
  expect(left.filter((name) => name.endsWith('.tmp'))).toEqual([])
  expect(left.length).toBeLessThan(names.length)
})
