import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { authority, leaf } from '../support/mint.ts'
import { complaints } from '../support/valid-report.ts'
import { watchedRepository } from '../support/watched-repository.ts'
import { scattered, unfinished, watchedFolder } from './watched-folder.ts'

const codes = { SIGINT: 130, SIGTERM: 143 } as const
const signals = ['SIGINT', 'SIGTERM'] as const
const moments = 10

test.each(signals)(
  '%s at any moment of a check: the exit code says so, and every file is whole',
  async (signal) => {
    const folder = watchedFolder(150)
    const began = performance.now()
    await folder.check()
    const tookMs = performance.now() - began
    const ends: (number | null)[] = []
    for (let turn = 0; turn < moments; turn++) {
      const { code } = await folder.check({
        child: (child) => void setTimeout(() => child.kill(signal), tookMs * scattered(turn + 1)),
      })
      ends.push(code)
      expect(await folder.faults()).toEqual([])
      expect(unfinished(folder.files('certificate_history'))).toEqual([])
      expect(unfinished(folder.files('certificate_reports'))).toEqual([])
    }
    const reports = [...folder.files('certificate_reports').keys()].filter((name) => name.endsWith('.json'))
    const texts = reports.map((name) => readFileSync(join(folder.path, 'certificate_reports', name), 'utf8'))

    // Ended by the signal itself before the program listens (null), by us (130, 143), or not in time (0).
    expect(ends.filter((code) => code !== null && code !== codes[signal] && code !== 0)).toEqual([])
    expect(ends).toContain(codes[signal])
    expect(texts.flatMap((text) => complaints(JSON.parse(text)))).toEqual([])
  },
  120_000,
)

test('either signal at any moment of a run in a workflow: its history is the old one or the new one', async () => {
  const root = authority('Test Root', { organizationName: 'Test CA' })
  const here = await watchedRepository(leaf(root), [root])
  const began = performance.now()
  await here.run()
  const tookMs = performance.now() - began
  const ends: (number | null)[] = []
  for (let turn = 0; turn < moments; turn++) {
    const signal = signals[turn % 2] ?? 'SIGINT'
    const { code } = await here.start({
      child: (child) => void setTimeout(() => child.kill(signal), tookMs * scattered(turn + 1)),
    })
    ends.push(code)
  }
  const last = await here.run()

  expect(ends.filter((code) => code !== null && ![0, 130, 143].includes(code))).toEqual([])
  expect(ends.filter((code) => code === 130 || code === 143).length).toBeGreaterThan(0)
  expect([last.code, last.outputs['changed'], last.notes]).toEqual([0, '0', []])
  expect(last.result.history?.words).toMatch(/^unchanged since /)
}, 120_000)
