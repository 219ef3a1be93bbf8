import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import { historyLimits } from '../model/limits.ts'
import { Malformed } from '../wire/malformed.ts'
import { historyFolder, historyPath, isHistoryFileName } from './history-folder.ts'
import { octets } from './octets.ts'
import { type Artifact, parseArtifacts, parseRun, type Run } from './rest-answers.ts'
import { type Ask, asker, failure, isGone, repositoryRoute } from './rest.ts'
import { cause } from './toolkit.ts'
import type { WorkflowRun } from './workflow-run.ts'
import { readZip } from './zip.ts'

/** What earlier reports had for a monitor; a note is a sentence for the summary. */
export type ArtifactAnswer =
  | { readonly kind: 'restored'; readonly notes: readonly string[] }
  /** Nothing to be had: no such report, or no permission to look. */
  | { readonly kind: 'none'; readonly notes: readonly string[] }
  /** There may be one that could not be reached this time. */
  | { readonly kind: 'unknown'; readonly notes: readonly string[] }

/** What a run must be for its report to be believed (contract §7). */
interface Trust {
  readonly repositoryId: number
  readonly branch: string
  readonly workflow: string
}

const trustedEvents: readonly string[] = ['schedule', 'workflow_dispatch', 'push']

/** Two monitors in one run take turns at the name. */
const suffixes = ['', '-2', '-3']
const perPage = 100

/**
 * Restores a monitor's history from the newest report of an earlier run of this same workflow file, started by
 * schedule, hand or push on this repository's own default branch. All of it is checked like any hostile input.
 * Never throws.
 */
export async function restoreFromArtifact(
  monitor: string,
  artifactName: string,
  run: WorkflowRun,
): Promise<ArtifactAnswer> {
  const { repositoryId, defaultBranch: branch, workflowPath: workflow } = run
  if (run.token === null) return none('Without a token no earlier report can be looked at for its history.')
  if (repositoryId === null || branch === null || workflow === null)
    return none('The runner does not say which workflow this is, so no earlier report is believed.')
  try {
    const ask = await asker(run, run.token)
    const candidates = await artifactsNamed(artifactName, ask, { repositoryId, branch, workflow })
    return await newest(candidates, monitor, ask, { repositoryId, branch, workflow }, run)
  } catch (thrown) {
    return failed(thrown, run)
  }
}

/** Newest first. The listing itself tells what comes from a fork or another branch. */
async function artifactsNamed(name: string, ask: Ask, trust: Trust): Promise<readonly Artifact[]> {
  const found: Artifact[] = []
  for (const suffix of suffixes) found.push(...(await candidatesNamed(`${name}${suffix}`, ask, trust)))
  return found.sort((one, other) => other.createdAt.localeCompare(one.createdAt) || other.id - one.id)
}

/** Page by page, until there are as many as will be looked at. */
async function candidatesNamed(name: string, ask: Ask, trust: Trust): Promise<readonly Artifact[]> {
  const found: Artifact[] = []
  for (let page = 1; page <= historyLimits.artifactPages && found.length < historyLimits.runs; page += 1) {
    const parameters = { name, per_page: perPage, page }
    const listed = parseArtifacts(await ask(`GET ${repositoryRoute}/actions/artifacts`, parameters))
    found.push(...listed.filter((one) => isCandidate(one, trust)))
    if (listed.length < perPage) break
  }
  return found
}

function isCandidate(
  { expired, sizeBytes, headRepositoryId, headBranch }: Artifact,
  { repositoryId, branch }: Trust,
): boolean {
  return (
    !expired &&
    sizeBytes <= historyLimits.archiveBytes &&
    headRepositoryId === repositoryId &&
    headBranch === branch
  )
}

async function newest(
  candidates: readonly Artifact[],
  monitor: string,
  ask: Ask,
  trust: Trust,
  run: WorkflowRun,
): Promise<ArtifactAnswer> {
  const notes: string[] = []
  const runs = new Map<number, Run>()
  let downloads = 0
  for (const artifact of candidates) {
    if (downloads >= historyLimits.downloads || runs.size >= historyLimits.runs) break
    try {
      const origin = runs.get(artifact.runId) ?? (await runOf(artifact, ask))
      runs.set(artifact.runId, origin)
      if (!trusted(origin, trust)) continue
      downloads += 1
      if (await unpacked(artifact, monitor, ask, run)) return { kind: 'restored', notes }
    } catch (thrown) {
      if (isGone(thrown)) continue
      if (!(thrown instanceof Malformed)) throw thrown
      notes.push(`The history in the report of run ${artifact.runId} was not believed: ${cause(thrown)}.`)
    }
  }
  return { kind: 'none', notes }
}

async function runOf({ runId }: Artifact, ask: Ask): Promise<Run> {
  return parseRun(await ask(`GET ${repositoryRoute}/actions/runs/{run_id}`, { run_id: runId }))
}

function trusted(run: Run, trust: Trust): boolean {
  return (
    run.path === trust.workflow &&
    trustedEvents.includes(run.event) &&
    run.headBranch === trust.branch &&
    run.headRepositoryId === trust.repositoryId
  )
}

/** Downloads one report and puts its history, whole or not at all, into the monitor's folder. */
async function unpacked(artifact: Artifact, monitor: string, ask: Ask, run: WorkflowRun): Promise<boolean> {
  const route = `GET ${repositoryRoute}/actions/artifacts/{artifact_id}/zip`
  const stream = await ask(route, { artifact_id: artifact.id }, 'stream')
  const path = historyPath(monitor)
  const wanted = (name: string): boolean =>
    name.startsWith(path) && isHistoryFileName(name.slice(path.length))
  const files = readZip(await octets(stream, historyLimits.archiveBytes), wanted, historyLimits)
  const folder = historyFolder(run.temporary, monitor)
  await mkdir(dirname(folder), { recursive: true })
  const fresh = await mkdtemp(`${folder}.`)
  try {
    let count = 0
    for (const { name, bytes } of files) {
      await writeFile(join(fresh, name.slice(path.length)), bytes, { flag: 'wx' })
      count += 1
    }
    if (count === 0) return false
    await rm(folder, { recursive: true, force: true })
    await rename(fresh, folder)
    return true
  } finally {
    await rm(fresh, { recursive: true, force: true })
  }
}

function failed(thrown: unknown, run: WorkflowRun): ArtifactAnswer {
  const { forbidden, words } = failure(thrown, run)
  if (forbidden)
    return none(
      'Earlier reports were not looked at for their history: the token lacks the permission actions: read.',
    )
  return { kind: 'unknown', notes: [`Earlier reports could not be looked at for their history: ${words}.`] }
}

function none(note: string): ArtifactAnswer {
  return { kind: 'none', notes: [note] }
}
