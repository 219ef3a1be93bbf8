import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { Unusable } from '../../src/deliver/whole-file.ts'
import { journal } from '../../src/terminal/journal.ts'
import { folder } from '../support/folder.ts'

test('a log is appended to, and what would act in a terminal is spelled out', async () => {
  const path = join(folder(), 'monitor.log')
  for (const message of ['one', 'two\u001B[2J']) {
    const log = journal(path)
    log.write('INFO', message)
    await log.close()
  }

  expect(readFileSync(path, 'utf8')).toMatch(/^\S+Z - INFO - one\n\S+Z - INFO - two␛\[2J\n$/u)
})

test('a log that cannot be opened is said before anything is checked', () => {
  const path = join(folder(), 'nowhere', 'monitor.log')

  expect(() => journal(path)).toThrow(Unusable)
  expect(() => journal(path)).toThrow(`${path} cannot be written: ENOENT`)
})
