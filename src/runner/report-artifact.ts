import { access, constants, lstat } from 'node:fs/promises'
import { relative } from 'node:path'

import { counted, listed } from '../model/text.ts'
import { cause, fromToolkit, inSentence } from './toolkit.ts'
import type { WorkflowRun } from './workflow-run.ts'

/** The report artifact of this run; ids and address are `null` when there is none. A note is for the summary. */
export interface UploadedReport {
  readonly id: string | null
  readonly url: string | null
  readonly name: string | null
  readonly notes: readonly string[]
}

/** What the user wishes; without days the repository's own retention holds. */
export interface ArtifactWish {
  readonly name: string
  readonly retentionDays: number | null
}

/** Shards and monitors of one run take turns; a run with more of them than this has names of its own. */
const mostNames = 20
const fewestDays = 1
/** Where the runner does not tell the repository's own limit. */
const mostDays = 90

/**
 * Uploads files below `root` as one artifact. A name that is taken in this run gets `-2`, `-3` … Never throws:
 * a service that fails is a note.
 */
export async function uploadReport(
  files: readonly string[],
  root: string,
  wish: ArtifactWish,
  run: WorkflowRun,
): Promise<UploadedReport> {
  if ((process.env['ACTIONS_RESULTS_URL'] ?? '') === '')
    return without(['This runner has no artifact service; the report was not uploaded.'])
  const notes: string[] = []
  try {
    const present = await presentOf(files, root, notes)
    if (present.length === 0)
      return without([...notes, 'No report was uploaded: there is no file to upload.'])
    const retentionDays = daysKept(wish.retentionDays, run, notes)
    return await uploaded(present, root, { name: wish.name, retentionDays }, run, notes)
  } catch (thrown) {
    return without([...notes, failed(cause(thrown))])
  }
}

async function uploaded(
  files: readonly string[],
  root: string,
  wish: ArtifactWish,
  run: WorkflowRun,
  notes: readonly string[],
): Promise<UploadedReport> {
  const { DefaultArtifactClient } = await import('@actions/artifact')
  const client = new DefaultArtifactClient()
  const options = wish.retentionDays === null ? {} : { retentionDays: wish.retentionDays }
  for (let turn = 1; turn <= mostNames; turn += 1) {
    const name = turn === 1 ? wish.name : `${wish.name}-${turn}`
    const upload = (): ReturnType<typeof client.uploadArtifact> =>
      client.uploadArtifact(name, [...files], root, options)
    const reply = await fromToolkit(upload, run.patience)
    if (reply.kind === 'returned') return addressed(name, reply.value.id, run, notes)
    if (reply.kind === 'timed-out' || !isTaken(reply.cause)) return without([...notes, failed(reply.cause)])
  }
  return without([
    ...notes,
    failed(`the name ${wish.name} and ${mostNames - 1} like it are taken in this run`),
  ])
}

/** The service answers 409; the toolkit wraps it in a sentence. */
function isTaken(words: string): boolean {
  return words.includes('(409)')
}

function addressed(
  name: string,
  id: number | undefined,
  { serverUrl, repository, id: runId }: WorkflowRun,
  notes: readonly string[],
): UploadedReport {
  if (id === undefined) return { id: null, url: null, name, notes }
  const url = `${serverUrl}/${repository}/actions/runs/${runId}/artifacts/${id}`
  return { id: String(id), url, name, notes }
}

/** Only what is there and can be read: a file that fails amid the upload would take the whole program down. */
async function presentOf(
  files: readonly string[],
  root: string,
  notes: string[],
): Promise<readonly string[]> {
  const present: string[] = []
  for (const file of files) {
    if (await readable(file)) present.push(file)
  }
  const absent = files.filter((file) => !present.includes(file)).map((file) => relative(root, file))
  if (absent.length > 0) notes.push(`The artifact is without ${listed(absent)}: not a file that can be read.`)
  return present
}

async function readable(file: string): Promise<boolean> {
  try {
    await access(file, constants.R_OK)
    return (await lstat(file)).isFile()
  } catch {
    return false
  }
}

function daysKept(wish: number | null, run: WorkflowRun, notes: string[]): number | null {
  if (wish === null) return null
  const most = run.mostRetentionDays ?? mostDays
  const kept = Math.max(fewestDays, Math.min(wish, most))
  if (kept !== wish)
    notes.push(
      `The artifact is kept for ${counted(kept, 'day')}: ${wish} is not within ${fewestDays} and ${most}.`,
    )
  return kept
}

function failed(words: string): string {
  return `The report was not uploaded as an artifact: ${inSentence(words)}.`
}

function without(notes: readonly string[]): UploadedReport {
  return { id: null, url: null, name: null, notes }
}
