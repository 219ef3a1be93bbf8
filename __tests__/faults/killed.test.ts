import type { ChildProcess } from 'node:child_process'
import { readdirSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

import { expect, test } from 'vitest'

import { scattered, unfinished, watchedFolder } from './watched-folder.ts'

const endpoints = 150
const kills = 20

/** Kills without a warning, so long after the first file of this run has begun to appear in the history. */
async function killWhileWriting(child: ChildProcess, history: string, afterMs: number): Promise<void> {
  const ours = `.${child.pid}.tmp`
  while (child.exitCode === null && !readdirSync(history).some((name) => name.endsWith(ours))) await pause(1)
  await pause(afterMs)
  child.kill('SIGKILL')
}

test(`a run that is killed while it writes, ${kills} times, loses nothing`, async () => {
  const folder = watchedFolder(endpoints)
  const history = join(folder.path, 'certificate_history')
  await folder.check()
  const told: { readonly killed: boolean; readonly renewed: number; readonly faults: readonly string[] }[] =
    []
  for (let turn = 0; turn < kills; turn++) {
    const before = folder.files('certificate_history')
    const { code } = await folder.check({
      child: (child) => void killWhileWriting(child, history, 60 * scattered(turn)),
    })
    const after = folder.files('certificate_history')
    told.push({
      killed: code === null,
      renewed: [...before].filter(([name, text]) => after.get(name) !== text).length,
      faults: await folder.faults(),
    })
  }

  expect(told.flatMap(({ faults }) => faults)).toEqual([])
  // In the middle of it, more often than not: some memories are new, and others still the old ones.
  expect(told.filter(({ killed, renewed }) => killed && renewed < endpoints).length).toBeGreaterThan(
    kills / 2,
  )

  // What the killed left is no memory, and gone once nobody can be writing it any more.
  const leftovers = unfinished(folder.files('certificate_history'))
  for (const name of leftovers) utimesSync(join(history, name), 0, 0)
  const last = await folder.check()
  expect(leftovers.length).toBeGreaterThan(0)
  expect([last.code, last.stderr]).toEqual([0, ''])
  expect(unfinished(folder.files('certificate_history'))).toEqual([])
  expect(await folder.faults()).toEqual([])
}, 150_000)
