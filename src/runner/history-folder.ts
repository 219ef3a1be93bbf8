import { createHash } from 'node:crypto'
import { access, constants, lstat, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

import { historyLimits } from '../model/limits.ts'

/** The folder's name under the runner's temporary folder, and inside the report artifact. */
const historyRoot = 'certificate_history'

/** A monitor's name, readable and safe in a path and a cache key; the hash keeps like names apart. */
export function monitorSlug(monitor: string): string {
  const readable = monitor
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-|-$/g, '')
  const hash = createHash('sha256').update(monitor).digest('hex').slice(0, 8)
  return `${readable === '' ? 'monitor' : readable}-${hash}`
}

/** Where a monitor's history lies inside its report artifact, with the final slash. */
export function historyPath(monitor: string): string {
  return `${historyRoot}/${monitorSlug(monitor)}/`
}

/** Where a monitor's history lies during the run. From `temporary` always the same path: part of the cache's version. */
export function historyFolder(temporary: string, monitor: string): string {
  return join(temporary, historyRoot, monitorSlug(monitor))
}

/** A memory, or a damaged one that was set aside; never hidden, never a path. */
export function isHistoryFileName(name: string): boolean {
  return name.length <= 220 && /^[A-Za-z0-9_-][\w.+@~=-]*\.json(?:\.damaged)?$/.test(name)
}

/** What the inquiries of a run keep beside the history: CRLs, OCSP answers, lists of logs. */
function isFetchedName(name: string): boolean {
  return (
    name.length <= 220 &&
    /^fetched-[A-Za-z0-9_-]+(?:\.[a-z0-9]+)?$/.test(name) &&
    !/\.(?:json|part)$/.test(name)
  )
}

/** Makes the folder empty, whatever was there. */
export async function emptied(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
}

/**
 * Moves what an archive left in `landing` into the empty `folder`: plain, readable, small files with a history's
 * names, and what was fetched, which proves itself when it is read. Links, and whatever is beyond the limits, are left
 * behind; answers how many things were.
 */
export async function adopt(landing: string, folder: string): Promise<{ adopted: number; refused: number }> {
  let adopted = 0
  let refused = 0
  let [bytes, count] = [0, 0]
  for (const name of await readdir(landing)) {
    const path = join(landing, name)
    const found = await lstat(path)
    if (found.isDirectory()) continue // the archive of a folder holds the folder, too
    const fetched = isFetchedName(name)
    const most = fetched ? historyLimits.fetchedBytes : historyLimits.fileBytes
    const plain = found.isFile() && found.nlink === 1 && found.size <= most
    const fits = count < historyLimits.files && bytes + found.size <= historyLimits.totalBytes
    if (!plain || !fits || !(fetched || isHistoryFileName(name)) || !(await readable(path))) {
      if (!fetched) refused += 1
      continue
    }
    bytes += found.size
    count += 1
    if (!fetched) adopted += 1
    await rename(path, join(folder, name))
  }
  return { adopted, refused }
}

async function readable(path: string): Promise<boolean> {
  return access(path, constants.R_OK | constants.W_OK).then(
    () => true,
    () => false,
  )
}

/** The files of the folder that are a history, whole paths. */
export async function historyFiles(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => [])
  return names.filter((name) => isHistoryFileName(name)).map((name) => join(folder, name))
}
