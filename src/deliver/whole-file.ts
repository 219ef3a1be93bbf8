import { createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Writable } from 'node:stream'

/** A folder that cannot be read or written: not our bug, and yet the run cannot keep what it found. */
export class Unusable extends Error {
  override readonly name = 'Unusable'
}

/**
 * Writes a file piece by piece, makes its folder first, and renames it into place when it is complete and on disk:
 * nobody ever reads half of it. Throws `Unusable` naming path and cause.
 */
export async function writeWhole(path: string, pieces: Iterable<string>): Promise<void> {
  await inPlace(path, async (temporary) => {
    const file = await open(temporary, 'w')
    try {
      for (const piece of pieces) await file.write(piece)
      await file.sync()
    } finally {
      await file.close()
    }
  })
}

/** The same for what writes into a stream, and ends it. */
export async function streamWhole(path: string, fill: (stream: Writable) => Promise<void>): Promise<void> {
  await inPlace(path, (temporary) => fill(createWriteStream(temporary, { flush: true })))
}

async function inPlace(path: string, write: (temporary: string) => Promise<void>): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`
  try {
    await mkdir(dirname(path), { recursive: true })
    await write(temporary)
    await rename(temporary, path)
  } catch (thrown) {
    await rm(temporary, { force: true }).catch(() => {}) // the first cause is what matters
    const cause = thrown instanceof Error ? thrown.message : String(thrown)
    throw new Unusable(`${path} cannot be written: ${cause}`, { cause: thrown })
  }
}
