import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { expect, test } from 'vitest'

import { type LimitGroup, readLimits, renderLimits } from '../../scripts/generate-limits.ts'
import { historyLimits, serverLimits, shardLimits, shownLimits } from '../../src/model/limits.ts'

const groups = readLimits()
const source = fileURLToPath(new URL('../../src', import.meta.url))
const program = readdirSync(source, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && entry.name !== 'limits.ts')
  .map((entry) => readFileSync(`${entry.parentPath}/${entry.name}`, 'utf8'))
  .join('\n')

test('LIMITS.md is what scripts/generate-limits.ts writes', () => {
  expect(readFileSync(new URL('../../LIMITS.md', import.meta.url), 'utf8')).toBe(renderLimits(groups))
})

test.each(groups)(
  'every limit of $name is a number above zero, and one that the program obeys',
  (group: LimitGroup) => {
    const idle = group.rows.filter(
      ({ name }) => !new RegExp(String.raw`\b${group.name}\.${name}\b`).test(program),
    )

    expect(group.rows.filter(({ value }) => !Number.isSafeInteger(value) || value < 1)).toEqual([])
    // Two are handed over whole: to the readers of archives and of shards.
    const whole: Readonly<Record<string, readonly string[]>> = {
      historyLimits: ['totalBytes', 'files'],
      shardLimits: ['compressedBytes', 'plainBytes', 'lineBytes', 'observations', 'certificates'],
    }
    expect(idle.map(({ name }) => name).filter((name) => whole[group.name]?.includes(name) !== true)).toEqual(
      [],
    )
  },
)

test('what is written stays below what is read', () => {
  expect(historyLimits.chainKept).toBeLessThan(historyLimits.chain)
  expect(historyLimits.statesKept).toBeLessThan(historyLimits.entries)
  expect(historyLimits.channels).toBeLessThan(historyLimits.entries)
  expect(shownLimits.rememberedCharacters).toBeLessThan(historyLimits.characters)
  // Base64, and all that is told beside it.
  expect(serverLimits.connectionBytes * 2).toBeLessThan(shardLimits.lineBytes)
})
