import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { onTestFinished } from 'vitest'

import { memoryFileName, readMemory } from '../../src/history/memory-file.ts'
import { openMemories } from '../../src/memories.ts'
import { authority, leaf } from '../support/mint.ts'
import { start, workspace } from '../support/program.ts'

/** A checkout whose config watches so many files of certificates, which takes no time but for what is written. */
export interface WatchedFolder {
  readonly path: string
  /** Checks to the end, and answers how the program ended: its exit code, or the signal. */
  check: (options?: Omit<Parameters<typeof start>[0], 'cwd'>) => ReturnType<typeof start>
  /** The files of a folder and what they hold. */
  files: (folder: 'certificate_history' | 'certificate_reports') => ReadonlyMap<string, string>
  /** What is wrong with the history: nothing, where each endpoint has one memory that can be read. */
  faults: () => Promise<readonly string[]>
}

export function watchedFolder(count: number): WatchedFolder {
  const path = workspace()
  onTestFinished(() => rmSync(path, { recursive: true }))
  mkdirSync(join(path, '.github', 'certificates'), { recursive: true })
  const made = leaf(authority('Test Root'))
  const names = Array.from({ length: count }, (_, index) => `certificates/${index}.pem`)
  for (const name of names) writeFileSync(join(path, '.github', name), made.certificatePem)
  const entries = names.map((name) => `  - file: ${name}\n`)
  writeFileSync(join(path, '.github', 'certificates.yml'), `domains:\n${entries.join('')}`)
  const files: WatchedFolder['files'] = (folder) => {
    const found = readdirSync(join(path, folder)).toSorted()
    return new Map(found.map((name) => [name, readFileSync(join(path, folder, name), 'latin1')]))
  }
  return {
    path,
    files,
    check: (options = {}) => start({ cwd: path, arguments: ['check', '--quiet'], ...options }),
    async faults() {
      const memories = [...files('certificate_history')].filter(([name]) => name.endsWith('.json'))
      const strange = memories.filter(([name, text]) => memoryFileName(readMemory(text).id) !== name)
      const { notes } = await openMemories(join(path, 'certificate_history'), false)
      const missing = memories.length === count ? [] : [`${memories.length} of ${count} memories`]
      return [...notes, ...missing, ...strange.map(([name]) => `${name} is of another endpoint`)]
    },
  }
}

/** Files whose name says that they are not finished. */
export function unfinished(files: ReadonlyMap<string, string>): readonly string[] {
  return [...files.keys()].filter((name) => name.endsWith('.tmp') || name.endsWith('.part'))
}

/** A number from 0 up to 1, the same in every run for the same turn: the fractions of multiples of the golden ratio. */
export function scattered(turn: number): number {
  return (turn * 0.618_033_988_749_895) % 1
}
