import type { Report } from '../model/report.ts'
import type { ReportFiles } from '../report-files.ts'
import { renderHost } from '../report/host.ts'
import { writeJson } from '../report/json.ts'
import { renderTable } from '../report/table.ts'
import { verdict } from '../report/words.ts'
import type { CheckArguments } from './arguments.ts'

/** Says on stdout what the run found, as it was asked for. */
export async function printReport(report: Report, given: CheckArguments): Promise<void> {
  if (given.format === 'json') return printJson(report, given.watch)
  await print(given.verbosity === 'quiet' ? `${verdict(report)}\n` : `${page(report, given)}\n`)
}

/** Says, once its files are written, where people find the whole report; programs find it by its folder. */
export async function printPaths(files: ReportFiles, given: CheckArguments): Promise<void> {
  if (given.format === 'json' || given.verbosity === 'quiet') return
  const paths = [files.json, files.xlsx, files.sarif].filter((path) => path !== null)
  await print(`The whole report: ${paths.join(', ')}\n`)
}

/** One host asked for by name is shown in depth, anything else as a table. */
function page(report: Report, given: CheckArguments): string {
  const screen = { color: wantsColor(), width: process.stdout.columns ?? 100 }
  const [assessment, ...others] = report.assessments
  const one = given.hosts.length === 1 && others.length === 0 && report.findings.length === 0
  if (assessment !== undefined && (one || given.verbosity === 'verbose')) {
    const hosts = report.assessments.map((each) => renderHost(each, report.now, screen))
    return one ? hosts.join('\n') : `${renderTable(report, screen)}\n${hosts.join('\n')}`
  }
  return renderTable(report, screen)
}

/** https://no-color.org, and FORCE_COLOR as Node itself reads it. */
function wantsColor(): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0'
  return process.stdout.isTTY && TERM !== 'dumb'
}

/** With `--watch` one report a line, so that a reader can tell them apart. */
async function printJson(report: Report, oneLine: boolean): Promise<void> {
  for (const piece of writeJson(report, oneLine ? 0 : 2)) await print(piece)
}

/** Answers once the text is written, or nobody is there to read it. */
function print(text: string): Promise<void> {
  return new Promise((resolve) => {
    process.stdout.write(text, () => resolve())
  })
}
