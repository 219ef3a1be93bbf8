import { readdir, readFile, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'

import { Unusable } from './whole-file.ts'

/** A file of a folder we keep, as text. */
export interface KeptFile {
  readonly name: string
  readonly text: string
}

/** Open files at a time: far below any limit of a system, and as fast as more would be. */
const atATime = 16

/**
 * Reads the plain files of a folder whose names end so; a folder that does not exist is empty. What is larger than
 * `mostBytes` is nothing that we wrote, and answered with empty text. Throws `Unusable` naming path and cause.
 */
export async function readFolder(
  folder: string,
  ending: string,
  mostBytes: number,
): Promise<readonly KeptFile[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((thrown: unknown) => {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return []
    const cause = thrown instanceof Error ? thrown.message : String(thrown)
    throw new Unusable(`${folder} cannot be read: ${cause}`, { cause: thrown })
  })
  const names = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map(({ name }) => name)
  return inBatches(names, async (name) => {
    const path = join(folder, name)
    const { size } = await stat(path)
    return { name, text: size > mostBytes ? '' : await readFile(path, 'utf8') }
  })
}

/** Keeps a file that cannot be used beside the others, where nobody reads it any more. */
export async function setAside(folder: string, name: string): Promise<void> {
  await rename(join(folder, name), join(folder, `${name}.damaged`))
}

/** Does the same to many things, a bounded number at a time, and answers in their order. */
export async function inBatches<T, R>(
  items: readonly T[],
  act: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = []
  let next = 0
  const work = async (): Promise<void> => {
    for (let index = next++; index < items.length; index = next++) {
      const item = items[index]
      if (item !== undefined) results[index] = await act(item)
    }
  }
  await Promise.all(Array.from({ length: atATime }, work))
  return results
}
