import { createWriteStream, mkdirSync, rmSync } from 'node:fs'
import { open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
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
      // Unlike write(), it goes on where a disk that is nearly full has taken a part.
      for (const chunk of inChunks(pieces)) await file.appendFile(chunk)
      await file.sync()
    } finally {
      await file.close()
    }
  })
}

/** So many characters go to the disk at a time: a call for each piece would cost more than the writing. */
const chunkLength = 65_536

function* inChunks(pieces: Iterable<string>): Generator<string> {
  let chunk = ''
  for (const piece of pieces) {
    chunk += piece
    if (chunk.length < chunkLength) continue
    yield chunk
    chunk = ''
  }
  if (chunk !== '') yield chunk
}

/** The same for what writes into a stream, and ends it. */
export async function streamWhole(path: string, fill: (stream: Writable) => Promise<void>): Promise<void> {
  await inPlace(path, async (temporary) => {
    const stream = createWriteStream(temporary, { flush: true })
    await fill(stream)
    if (stream.errored !== null) throw stream.errored
  })
}

/** Nothing takes so long between the first octet and the renaming. */
const longestWriteMs = 3_600_000
const temporaryName = /\.\d+\.tmp$/

/** Removes what runs left that were killed while they wrote; what cannot be removed stays. */
export async function removeLeftovers(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const path of names.filter((name) => temporaryName.test(name)).map((name) => join(folder, name))) {
    const age = await stat(path).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0, // gone by now
    )
    if (age > longestWriteMs) await rm(path, { force: true }).catch(() => {}) // it disturbs nobody
  }
}

/** What is being written: a process that ends in the middle takes it along. */
const unfinished = new Set<string>()
process.on('exit', () => {
  for (const path of unfinished) rmSync(path, { force: true })
})

async function inPlace(path: string, write: (temporary: string) => Promise<void>): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`
  try {
    mkdirSync(dirname(path), { recursive: true }) // nearly always there: not worth waiting for
    unfinished.add(temporary)
    await write(temporary)
    await rename(temporary, path)
  } catch (thrown) {
    await rm(temporary, { force: true }).catch(() => {}) // the first cause is what matters
    throw unusable(`${path} cannot be written`, thrown)
  } finally {
    unfinished.delete(temporary)
  }
}

/** Answers the error instead of throwing it, where a run goes on without what it could not write. */
export function unlessUnusable<T>(writing: Promise<T>): Promise<T | Unusable> {
  return writing.catch((thrown: unknown) => {
    if (thrown instanceof Unusable) return thrown
    throw thrown
  })
}

/** What cannot be done, and the cause in the system's words. */
export function unusable(what: string, thrown: unknown): Unusable {
  return new Unusable(`${what}: ${thrown instanceof Error ? thrown.message : String(thrown)}`, {
    cause: thrown,
  })
}
