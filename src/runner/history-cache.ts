import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { join, relative } from 'node:path'

import { schemaVersion } from '../history/memory-json.ts'
import { counted } from '../model/text.ts'
import { adopt, emptied, historyFolder, monitorSlug } from './history-folder.ts'
import { cause, fromToolkit, inSentence, type Reply } from './toolkit.ts'
import type { WorkflowRun } from './workflow-run.ts'

/** Entries of another major version are never seen, and never overwritten. */
const schemaMajor = Number.parseInt(schemaVersion, 10)

/** What the cache had for a monitor; a note is a sentence for the summary. */
export type CacheAnswer =
  | { readonly kind: 'restored'; readonly notes: readonly string[] }
  /** Nothing there, or nothing fit to read: asking again would not help. */
  | { readonly kind: 'none'; readonly notes: readonly string[] }
  /** There may be a history that could not be read this time. */
  | { readonly kind: 'unknown'; readonly notes: readonly string[] }
  | { readonly kind: 'timed-out'; readonly notes: readonly string[] }

/** Keys are immutable: each run and attempt writes its own, and reads the newest that begins like it. */
export function cacheKey(
  monitor: string,
  run: WorkflowRun,
): { readonly key: string; readonly prefix: string } {
  // The dot appears in no slug, so that no monitor's prefix begins another's.
  const prefix = `certificate-monitor-${schemaMajor}-${monitorSlug(monitor)}.`
  return { key: `${prefix}${run.id}-${run.attempt}`, prefix }
}

/** Restores the newest entry of this monitor into its folder, which is empty otherwise. Never throws. */
export async function restoreFromCache(monitor: string, run: WorkflowRun): Promise<CacheAnswer> {
  const folder = historyFolder(run.temporary, monitor)
  try {
    await emptied(folder)
    const cache = await import('@actions/cache')
    if (!cache.isFeatureAvailable())
      return none('This runner has no cache service; no history was restored from it.')
    const landing = await landingFor(folder, run)
    if (landing === null) return none(`The cache was not asked: the path ${folder} cannot be guarded.`)
    const { key, prefix } = cacheKey(monitor, run)
    const reply = await guarded(landing, folder, () =>
      fromToolkit(() => cache.restoreCache([cachedPath(folder, run)], key, [prefix]), run.patience),
    )
    return await received(reply, landing, folder)
  } catch (thrown) {
    return { kind: 'unknown', notes: [unreadable(cause(thrown))] }
  }
}

/** Saves the folder under this run's own key; answers notes. Only delivering runs call it. Never throws. */
export async function saveHistory(monitor: string, run: WorkflowRun): Promise<readonly string[]> {
  const folder = historyFolder(run.temporary, monitor)
  try {
    const cache = await import('@actions/cache')
    if (!cache.isFeatureAvailable())
      return ['This runner has no cache service; the history was not saved to it.']
    const files = await readdir(folder)
    if (files.length === 0) return []
    const { key } = cacheKey(monitor, run)
    const reply = await within(run.temporary, () =>
      fromToolkit(() => cache.saveCache([cachedPath(folder, run)], key), run.patience),
    )
    if (reply.kind !== 'returned') return [unsaved(reply.cause)]
    return reply.value === -1 ? [unsaved(reply.complaint ?? 'no reason given')] : []
  } catch (thrown) {
    return [unsaved(cause(thrown))]
  }
}

/**
 * The folder as the cache knows it. The toolkit looks an entry up by the very text of its path, and runners differ in
 * where their temporary folder lies: from there the path is the same on all of them.
 */
function cachedPath(folder: string, { temporary }: WorkflowRun): string {
  return relative(temporary, folder)
}

/** The toolkit finds relative paths from the working directory. */
async function within<T>(directory: string, call: () => Promise<T>): Promise<T> {
  const before = process.cwd()
  process.chdir(directory)
  try {
    return await call()
  } finally {
    process.chdir(before)
  }
}

async function received(
  reply: Reply<string | undefined>,
  landing: string,
  folder: string,
): Promise<CacheAnswer> {
  if (reply.kind === 'timed-out') return { kind: 'timed-out', notes: [unreadable(reply.cause)] }
  if (reply.kind === 'failed') return { kind: 'unknown', notes: [unreadable(reply.cause)] }
  const { value, complaint } = reply
  if (value === undefined) {
    await emptied(folder)
    if (complaint === null) return { kind: 'none', notes: [] }
    const notes = [unreadable(inSentence(complaint))]
    return { kind: /\btar\b.* failed with/.test(complaint) ? 'none' : 'unknown', notes }
  }
  const { adopted, refused } = await adopt(landing, folder)
  if (landing !== folder) await rm(landing, { recursive: true, force: true })
  const things = counted(refused, 'thing')
  const notes =
    refused === 0 ? [] : [`The cached history held ${things} that cannot belong to it, left aside.`]
  return { kind: adopted > 0 ? 'restored' : 'none', notes }
}

/**
 * Where tar is made to put everything. The toolkit calls `tar -P`, which follows absolute and climbing paths, so that
 * an entry made by another workflow could write anywhere. GNU tar lets the environment rename: each member loses its
 * folders and lands in one quarantine, links with it. Other systems' tar cannot; `null` when the path defies quoting.
 */
async function landingFor(folder: string, run: WorkflowRun): Promise<string | null> {
  if (process.platform !== 'linux') return folder
  await mkdir(run.temporary, { recursive: true })
  const landing = await mkdtemp(join(run.temporary, 'certificate_incoming-'))
  return /['"\\\n]/.test(landing) ? null : landing
}

async function guarded<T>(landing: string, folder: string, call: () => Promise<Reply<T>>): Promise<Reply<T>> {
  if (landing === folder) return call()
  const before = process.env['TAR_OPTIONS']
  const place = `${landing}/`.replace(/[&,]/g, String.raw`\$&`)
  process.env['TAR_OPTIONS'] = `${before ?? ''} '--transform=s,^.*/,,' '--transform=s,^,${place},'`
  const reply = await call()
  // A call nobody waits for any more may still come to its tar: it stays guarded.
  if (reply.kind === 'timed-out') return reply
  if (before === undefined) delete process.env['TAR_OPTIONS']
  else process.env['TAR_OPTIONS'] = before
  return reply
}

function none(note: string): CacheAnswer {
  return { kind: 'none', notes: [note] }
}

function unreadable(why: string): string {
  return `The history in the cache could not be read: ${why}.`
}

function unsaved(why: string): string {
  return `The history could not be saved to the cache: ${inSentence(why)}.`
}
