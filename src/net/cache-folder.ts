import { randomUUID } from 'node:crypto'
import { lstat, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { inquiryLimits } from '../model/limits.ts'

/** What was fetched once and need not be fetched again: files of a folder, by name. What comes back is hostile. */
export interface Cache {
  /** `null`: not there, too large, or not to be read. */
  read(name: string, mostBytes: number): Promise<Buffer | null>
  write(name: string, bytes: Uint8Array): Promise<void>
}

/** Keeps nothing. */
export const noCache: Cache = {
  read: async () => null,
  write: async () => {},
}

const prefix = 'fetched-'

/**
 * A cache in a folder, which is made when first needed. A file is whole or not there. A cache that cannot be read or
 * written costs a request and nothing else, so that it never throws.
 */
export function cacheFolder(folder: string): Cache {
  let prepared: Promise<void> | undefined
  return {
    async read(name, mostBytes) {
      return quietly(null, async () => {
        const path = join(folder, prefix + name)
        // What is no regular file may wait for ever, or lead somewhere else.
        const found = await lstat(path)
        return found.isFile() && found.size <= mostBytes ? await readFile(path) : null
      })
    },
    async write(name, bytes) {
      await quietly(undefined, async () => {
        await (prepared ??= prepare(folder))
        const beside = join(folder, `${prefix}${randomUUID()}.part`)
        try {
          await writeFile(beside, bytes, { mode: 0o600, flag: 'wx' })
          await rename(beside, join(folder, prefix + name))
        } catch (thrown) {
          await rm(beside, { force: true }) // a full disk needs the room
          throw thrown
        }
      })
    },
  }
}

async function prepare(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const oldest = Date.now() - inquiryLimits.unusedMs
  for (const name of await readdir(folder)) {
    if (!name.startsWith(prefix)) continue
    const path = join(folder, name)
    const found = await lstat(path)
    if (found.mtimeMs < oldest) await rm(path, { force: true })
  }
}

async function quietly<T>(otherwise: T, attempt: () => Promise<T>): Promise<T> {
  try {
    return await attempt()
  } catch {
    return otherwise
  }
}
