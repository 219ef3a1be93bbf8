import { open, readdir, rename } from 'node:fs/promises'
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
 * Hands over the plain files of a folder whose names end so, one by one and in no order; a folder that does not exist
 * is empty. What is larger than `mostBytes` is nothing that we wrote, and handed over with empty text. Throws
 * `Unusable` naming path and cause.
 */
export async function readFolder(
  folder: string,
  ending: string,
  mostBytes: number,
  take: (file: KeptFile) => void,
): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((thrown: unknown) => {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return []
    const cause = thrown instanceof Error ? thrown.message : String(thrown)
    throw new Unusable(`${folder} cannot be read: ${cause}`, { cause: thrown })
  })
  const names = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map(({ name }) => name)
  await inBatches(names, async (name) =>
    take({ name, text: await boundedText(join(folder, name), mostBytes) }),
  )
}

async function boundedText(path: string, mostBytes: number): Promise<string> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    return size > mostBytes ? '' : await file.readFile('utf8')
  } finally {
    await file.close()
  }
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
