import { closeSync, fstatSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'

import { unusable } from './whole-file.ts'

/** A file of a folder we keep, as text. */
export interface KeptFile {
  readonly name: string
  readonly text: string
}

/** Files under way at a time, far below any limit of a system: while others have their turn the disk has work. */
const atATime = 64
/** After so many files, which take some milliseconds, everybody else gets a turn. */
const breath = 100

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
  const entries = readable(folder, () => readdirSync(folder, { withFileTypes: true }), [])
  for (const [index, entry] of entries.entries()) {
    if (index % breath === 0) await setImmediate()
    if (!entry.isFile() || !entry.name.endsWith(ending)) continue
    const path = join(folder, entry.name)
    take({ name: entry.name, text: readable(path, () => boundedText(path, mostBytes), '') })
  }
}

/** Room for nearly every file that is kept: only what fills it has its size asked for. */
const room = Buffer.allocUnsafeSlow(65_536)

/** Without waiting: a promise for each of four steps would take three times as long as the steps. */
function boundedText(path: string, mostBytes: number): string {
  const file = openSync(path, 'r')
  try {
    let length = 0
    for (let octets = -1; octets !== 0 && length < room.length; length += octets)
      octets = readSync(file, room, length, room.length - length, length)
    const size = length < room.length ? length : fstatSync(file).size
    if (size > mostBytes) return ''
    return length < room.length ? room.toString('utf8', 0, length) : readFileSync(file, 'utf8')
  } finally {
    closeSync(file)
  }
}

function readable<T>(path: string, read: () => T, absent: T): T {
  try {
    return read()
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return absent
    throw unusable(`${path} cannot be read`, thrown)
  }
}

/** Keeps a file that cannot be used beside the others, where nobody reads it any more. Throws `Unusable`. */
export async function setAside(folder: string, name: string): Promise<void> {
  const path = join(folder, name)
  await rename(path, `${path}.damaged`).catch((thrown: unknown) => {
    throw unusable(`${path} is damaged and cannot be set aside`, thrown)
  })
}

/**
 * Does the same to many things, a bounded number at a time, and answers in their order. After the first failure
 * nothing more is begun; it is thrown once nothing is under way any more.
 */
export async function inBatches<T, R>(
  items: readonly T[],
  act: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = []
  const failures: unknown[] = []
  let next = 0
  const work = async (): Promise<void> => {
    for (let index = next++; index < items.length && failures.length === 0; index = next++) {
      const item = items[index]
      if (item !== undefined) results[index] = await act(item)
    }
  }
  const workers = Array.from({ length: atATime }, () => work().catch((thrown) => failures.push(thrown)))
  await Promise.all(workers)
  if (failures.length > 0) throw failures[0]
  return results
}
