import { join } from 'node:path'

import * as core from '@actions/core'

import { type Complaint, ConfigError } from '../config/complaint.ts'
import type { Watchlist } from '../config/watchlist.ts'
import { Unwritable, writeWhole } from '../deliver/whole-file.ts'
import { repositoryUrl } from '../model/product.ts'
import type { Report } from '../model/report.ts'
import { counted } from '../model/text.ts'
import { check } from '../monitor.ts'
import { type Annotation, annotations } from '../report/annotations.ts'
import { visible, withoutCommands } from '../report/escape.ts'
import { reportFileName } from '../report/file-name.ts'
import { writeJson } from '../report/json.ts'
import { exitCodes, outcome } from '../report/outcome.ts'
import { outputs } from '../report/outputs.ts'
import { renderSummary } from '../report/summary.ts'
import { renderTable } from '../report/table.ts'
import { runSignal } from '../run-signal.ts'
import { realWorld } from '../world.ts'
import { annotate } from './annotate.ts'
import { runnerContext, type RunnerContext } from './context.ts'
import { runKind } from './event.ts'
import { type Inputs, readInputs } from './inputs.ts'
import { watchlistFor } from './watchlist.ts'

/** The door for workflows: inputs in; log, annotations, summary, outputs and the step's fate out. */
export async function open(): Promise<number> {
  try {
    const context = await runnerContext()
    const kind = runKind(context)
    if (kind.kind === 'refused') return fail(kind.because, exitCodes.usage)
    const inputs = readInputs()
    const watchlist = await watchlistFor(inputs, kind, context)
    for (const warning of watchlist.warnings) annotate(asAnnotation(warning, 'warning'))
    return await run(inputs, watchlist, context)
  } catch (thrown) {
    return explain(thrown)
  }
}

async function run(inputs: Inputs, watchlist: Watchlist, context: RunnerContext): Promise<number> {
  const ending = runSignal()
  try {
    const world = realWorld({
      watchlist,
      signal: ending.signal,
      now: null,
      run: context.run,
      scheduled: context.event === 'schedule',
      progress: () => {},
    })
    const report = await check(watchlist, world)
    const path = join(context.temporary, 'certificate_reports', `${reportFileName(report.at)}.json`)
    await writeWhole(path, writeJson(report))
    core.setOutput('report-json', path)
    if (ending.cause === 'SIGINT') return exitCodes.interrupted
    if (ending.cause === 'SIGTERM') return exitCodes.terminated
    await publish(report)
    const { code, sentence } = outcome(report, inputs.failOn)
    return sentence === null ? code : fail(sentence, code)
  } finally {
    ending.release()
  }
}

/** Log, annotations, outputs and summary, before the step's fate is decided. */
async function publish(report: Report): Promise<void> {
  core.info(withoutCommands(renderTable(report, { color: true, width: 120 })))
  for (const annotation of annotations(report)) annotate(annotation)
  for (const [name, value] of Object.entries(outputs(report))) core.setOutput(name, value)
  try {
    await core.summary.addRaw(renderSummary(report)).write()
  } catch (thrown) {
    const cause = thrown instanceof Error ? thrown.message : String(thrown)
    core.notice(`The job summary could not be written: ${visible(cause)}`)
  }
}

function explain(thrown: unknown): number {
  if (thrown instanceof ConfigError) {
    for (const complaint of thrown.complaints) annotate(asAnnotation(complaint, 'error'))
    const count = counted(thrown.complaints.length, 'mistake')
    return fail(`The configuration has ${count}; nothing was checked.`, exitCodes.usage)
  }
  if (thrown instanceof Unwritable) return fail(visible(thrown.message), exitCodes.bug)
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
