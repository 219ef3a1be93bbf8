import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'

import * as core from '@actions/core'

import { notesOfRunners } from '../config/allowed-runners.ts'
import { type Complaint, ConfigError } from '../config/complaint.ts'
import { unlessUnusable, unusable, Unusable } from '../deliver/whole-file.ts'
import { openMemories } from '../memories.ts'
import { repositoryUrl } from '../model/product.ts'
import type { Report } from '../model/report.ts'
import { counted } from '../model/text.ts'
import { check, conclude, gate, remembered, type World } from '../monitor.ts'
import { beat, withUndelivered } from '../notifications.ts'
import { pathsOf, type ReportFiles, sarifSite, sarifText, writeReport } from '../report-files.ts'
import { type Annotation, annotations } from '../report/annotations.ts'
import { visible, withoutCommands } from '../report/escape.ts'
import { exitCodes, outcome } from '../report/outcome.ts'
import { outputs } from '../report/outputs.ts'
import { renderSummary } from '../report/summary.ts'
import { renderTable } from '../report/table.ts'
import { interruption, type RunSignal, runSignal } from '../run-signal.ts'
import { realWorld } from '../world.ts'
import { annotate } from './annotate.ts'
import { uploadSarif } from './code-scanning.ts'
import { runnerContext, type RunnerContext } from './context.ts'
import { runKind } from './event.ts'
import { gatherFleet, observeFleet, planFleet } from './fleet.ts'
import { saveHistory } from './history-cache.ts'
import { historyFiles } from './history-folder.ts'
import { type Inputs, readInputs } from './inputs.ts'
import { type UploadedReport, uploadReport } from './report-artifact.ts'
import { restoreHistory } from './restore-history.ts'
import { tellPeople, type ToldPeople } from './tell-people.ts'
import { type Watched, watchlistFor } from './watchlist.ts'
import { type WorkflowRun, workflowRun } from './workflow-run.ts'

/** The door for workflows: inputs in; log, annotations, summary, outputs, artifact and the step's fate out. */
export async function open(): Promise<number> {
  const ending = runSignal()
  try {
    const context = await runnerContext()
    const kind = runKind(context)
    if (kind.kind === 'refused') return fail(kind.because, exitCodes.usage)
    const inputs = readInputs()
    // A run that took too long still hands on and keeps what it has seen.
    const workflow = workflowRun(context, inputs.token, ending.interrupted)
    const watched = await watchlistFor(inputs, kind, context, workflow)
    for (const warning of watched.watchlist.warnings) annotate(asAnnotation(warning, 'warning'))
    return await carryOut({ context, inputs, workflow, watched, delivers: kind.kind === 'delivers', ending })
  } catch (thrown) {
    return explain(thrown)
  } finally {
    ending.release()
  }
}

interface Job {
  readonly context: RunnerContext
  readonly inputs: Inputs
  readonly workflow: WorkflowRun
  readonly watched: Watched
  /** Whether this run may remember, and tell people; every other one is a gate. */
  readonly delivers: boolean
  readonly ending: RunSignal
}

async function carryOut(job: Job): Promise<number> {
  const { inputs, workflow, ending } = job
  const { watchlist } = job.watched
  switch (inputs.command) {
    case 'plan':
      planFleet(watchlist, inputs)
      return exitCodes.fine
    case 'observe':
      await observeFleet(watchlist, inputs, workflow, ending)
      return interruption(ending) ?? exitCodes.fine
    case 'conclude': {
      const { seen, notes } = await gatherFleet(watchlist, inputs, workflow)
      return run(job, async (world) => conclude(watchlist, seen, world), notes)
    }
    case 'check':
      return run(job, (world) => check(watchlist, world), notesOfRunners(watchlist.entries))
  }
}

/** A whole run around a look at the world. */
async function run(
  { context, inputs, workflow, watched, delivers, ending }: Job,
  look: (world: World) => Promise<Report>,
  seenNotes: readonly string[],
): Promise<number> {
  const { watchlist, untouched } = watched
  const history = await restoreHistory(watchlist.monitor, inputs.artifactName, workflow)
  const memories = await openMemories(history.folder, delivers)
  const world = realWorld({
    watchlist,
    memories,
    // Beside the history, and with it in the cache.
    cacheFolder: history.folder,
    signal: ending.signal,
    now: null,
    run: context.run,
    scheduled: context.event === 'schedule',
    progress: () => {},
  })
  const report = gate(await look(world), untouched)
  const folder = await reportFolder(context.temporary)
  const site = sarifSite(watchlist, process.cwd(), workflow.workflowPath)
  const interruptedBefore = interruption(ending)
  const writing = unlessUnusable(writeReport(report, folder, ending.cause === null, site))
  if (interruptedBefore !== null) return writing.then(() => interruptedBefore)

  const reach = { ...watchlist, signal: ending.interrupted }
  const before = { memories: remembered(report, watchlist), monitor: memories.monitor }
  const tellAndRemember = async (): Promise<readonly [ToldPeople, Unusable | void]> => {
    const told = await tellPeople(report, before, reach, workflow)
    if (!delivers) return [told, undefined]
    return [told, await unlessUnusable(memories.remember(told.memories, told.monitor))]
  }
  // Whoever is to be told hears of it even where no file can be written.
  const [files, [told, forgotten]] = await Promise.all([writing, tellAndRemember()])
  const interrupted = interruption(ending)
  if (interrupted !== null) return interrupted
  const unwritten = [files, forgotten].find((failure) => failure instanceof Unusable)

  const remembers = delivers && forgotten === undefined
  const saved = remembers && history.cacheable ? await saveHistory(watchlist.monitor, workflow) : []
  const kept = remembers && history.attachable ? await historyFiles(history.folder) : []
  const artifact = await uploadReport(
    files instanceof Unusable ? kept : [...pathsOf(files), ...kept],
    context.temporary,
    { name: inputs.artifactName, retentionDays: inputs.retentionDays },
    workflow,
  )
  const scanned =
    delivers && site !== null ? await uploadSarif(await sarifText(report, site, false), report, workflow) : []
  const { code, sentence } = outcome(report, inputs.failOn)
  const missed = await beat(report, code !== exitCodes.bug && unwritten === undefined, reach)
  const shown = delivers ? withUndelivered(report, told.monitor, watchlist) : report
  const notes = [...watched.notes, ...seenNotes, ...history.notes, ...memories.notes]
  await publish(shown, [...notes, ...told.notes, ...saved, ...artifact.notes, ...scanned, ...missed])
  tellOutputs(report, files instanceof Unusable ? null : files, artifact, told.issues)
  if (unwritten !== undefined) return explain(unwritten)
  return sentence === null ? code : fail(sentence, code)
}

/** Of this step alone: another one of the job may have written its report in this very second. */
async function reportFolder(temporary: string): Promise<string> {
  for (let turn = 1; ; turn += 1) {
    const folder = join(temporary, `certificate_reports${turn === 1 ? '' : `-${turn}`}`)
    // Of a folder that cannot be made, whoever writes there says why.
    const made = await mkdir(folder, { recursive: true }).catch(() => folder)
    if (made !== undefined) return folder
  }
}

/** Log, annotations and summary, before the step's fate is decided. */
async function publish(report: Report, notes: readonly string[]): Promise<void> {
  core.info(withoutCommands(renderTable(report, { color: true, width: 120 })))
  for (const note of notes) core.info(withoutCommands(`Note: ${visible(note)}`))
  for (const annotation of annotations(report)) annotate(annotation)
  try {
    await core.summary.addRaw(renderSummary(report, notes)).write()
  } catch (thrown) {
    const cause = thrown instanceof Error ? thrown.message : String(thrown)
    core.notice(`The job summary could not be written: ${visible(cause)}`)
  }
}

/** Throws `Unusable`, when everything else has been told. */
function tellOutputs(
  report: Report,
  files: ReportFiles | null,
  artifact: Pick<UploadedReport, 'id' | 'url'>,
  issues: readonly number[],
): void {
  const values = {
    ...outputs(report),
    'report-json': files?.json ?? '',
    'report-xlsx': files?.xlsx ?? '',
    'artifact-id': artifact.id ?? '',
    'artifact-url': artifact.url ?? '',
    issues: JSON.stringify(issues),
    matrix: '',
  }
  try {
    for (const [name, value] of Object.entries(values)) core.setOutput(name, value)
  } catch (thrown) {
    throw unusable("The step's outputs cannot be written", thrown)
  }
}

function explain(thrown: unknown): number {
  if (thrown instanceof ConfigError) {
    for (const complaint of thrown.complaints) annotate(asAnnotation(complaint, 'error'))
    const count = `${thrown.more ? 'more than ' : ''}${counted(thrown.complaints.length, 'mistake')}`
    return fail(`The configuration has ${count}; nothing was checked.`, exitCodes.usage)
  }
  if (thrown instanceof Unusable) return fail(visible(thrown.message), exitCodes.bug)
  const detail = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)
  const sentence = `certificate-monitor itself failed. Please report this at ${repositoryUrl}/issues`
  return fail(`${sentence}\n${detail}`, exitCodes.bug)
}

function asAnnotation({ message, remedy, place }: Complaint, level: Annotation['level']): Annotation {
  const text = remedy === '' ? message : `${message} ${remedy}`
  return { level, title: 'Configuration', message: visible(text), place }
}

function fail(sentence: string, code: number): number {
  core.setFailed(sentence)
  return code
}
