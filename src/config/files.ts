import { constants } from 'node:fs'
import { open, readlink, realpath } from 'node:fs/promises'
import { basename, dirname, isAbsolute, relative, resolve, sep } from 'node:path'

import { fileLimits } from '../model/limits.ts'
import { shortened } from '../model/text.ts'

/** What a path, or a value that is itself the content, leads to. */
export type Content =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly inline: boolean }
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'wrong'; readonly message: string; readonly remedy: string }

/**
 * Reads a file as it stands elsewhere, such as in another commit: its path below the root, `/` between its parts.
 * Answers `null` when there is no such file, and throws when nobody can tell.
 */
export type Fetch = (path: string, mostBytes: number) => Promise<Uint8Array | null>

export interface Files {
  /** Where relative paths begin. */
  readonly folder: string
  /** Every path must lie inside it once symbolic links are resolved; `null`: anywhere. */
  readonly root: string | null
  /** Another source than the disk; `null`: the disk. */
  readonly fetch: Fetch | null
  /** Files already read, by absolute path: many targets name the same one. */
  readonly read: Map<string, Promise<Content>>
}

/** Decides between content and path, and keeps paths inside the root; reads no file. */
export async function located(written: string, files: Files): Promise<Content> {
  if (written.startsWith('-----BEGIN')) return { kind: 'bytes', bytes: Buffer.from(written), inline: true }
  if (written.startsWith('base64:')) return decoded(written.slice('base64:'.length))
  if (written === '' || written.includes('\0'))
    return wrong('An empty path names no file.', 'Write the path of a file.')
  const path = resolve(files.folder, written)
  if (files.root === null || (await staysInside(path, files.root, files.fetch))) return { kind: 'path', path }
  return wrong(
    `${shown(written)} lies outside the workspace.`,
    'Keep the file inside the repository, without links that lead out.',
  )
}

/** The octets that a value names or holds; at most `most` of them. */
export async function contentOf(
  written: string,
  files: Files,
  most: number = fileLimits.fileBytes,
): Promise<Content> {
  const content = await located(written, files)
  if (content.kind !== 'path') return content
  const reading = files.read.get(content.path) ?? readFrom(files, content.path, written, most)
  files.read.set(content.path, reading)
  return reading
}

function readFrom(files: Files, path: string, written: string, most: number): Promise<Content> {
  const { fetch, root } = files
  return fetch === null ? readWhole(path, written, most) : fetched(fetch, root ?? '.', path, written, most)
}

async function fetched(
  fetch: Fetch,
  root: string,
  path: string,
  written: string,
  most: number,
): Promise<Content> {
  const bytes = await fetch(relative(root, path).split(sep).join('/'), most)
  if (bytes !== null) return { kind: 'bytes', bytes, inline: false }
  return wrong(`${shown(written)} does not exist.`, 'Write the path of a file.')
}

async function readWhole(path: string, written: string, most: number): Promise<Content> {
  try {
    // O_NONBLOCK: a named pipe without a writer would hold the run for ever
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      const status = await file.stat()
      if (!status.isFile()) return wrong(`${shown(written)} is not a file.`, 'Write the path of a file.')
      if (status.size > most)
        return wrong(
          `${shown(written)} has ${status.size} octets, more than ${most}.`,
          'Write the path of a smaller file.',
        )
      return { kind: 'bytes', bytes: await file.readFile(), inline: false }
    } finally {
      await file.close()
    }
  } catch (error) {
    return unreadable(error, written)
  }
}

function unreadable(error: unknown, written: string): Content {
  const code = codeOf(error)
  if (code === undefined) throw error
  const found = causes[code] ?? `cannot be read (${code})`
  return wrong(`${shown(written)} ${found}.`, 'Write the path of a file that this run can read.')
}

const causes: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  ENOTDIR: 'does not exist',
  EACCES: 'may not be read',
  EPERM: 'may not be read',
  ELOOP: 'is a circle of links',
  EISDIR: 'is a folder',
}

/** What does not exist yet is judged by where its link leads; of what lies elsewhere, links are not ours to follow. */
async function staysInside(path: string, root: string, fetch: Fetch | null): Promise<boolean> {
  return fetch === null ? isBelow(await real(path), await real(root)) : isBelow(path, root)
}

function isBelow(path: string, root: string): boolean {
  const way = relative(root, path)
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way))
}

async function real(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch (error) {
    // A circle of links is left as it is written: reading it fails.
    if (codeOf(error) !== 'ENOENT') return path
    const above = dirname(path)
    const link = await linkAt(path)
    if (link !== null) return real(resolve(above, link))
    return above === path ? path : resolve(await real(above), basename(path))
  }
}

/** Where a symbolic link points, `null` when the path is none. */
async function linkAt(path: string): Promise<string | null> {
  try {
    return await readlink(path)
  } catch (error) {
    if (codeOf(error) === undefined) throw error
    return null
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}

function decoded(base64: string): Content {
  const plain = base64.replace(/\s/g, '')
  if (plain === '' || plain.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(plain))
    return wrong('What follows "base64:" is not base64.', 'Encode the file with: base64 -w0 FILE.')
  return { kind: 'bytes', bytes: Buffer.from(plain, 'base64'), inline: true }
}

function wrong(message: string, remedy: string): Content {
  return { kind: 'wrong', message, remedy }
}

function shown(path: string): string {
  return JSON.stringify(shortened(path))
}
