import { isAbsolute, join, relative, resolve, sep } from 'node:path'

import type { Watchlist } from './config/watchlist.ts'
import { removeLeftovers, streamWhole, writeWhole } from './deliver/whole-file.ts'
import { changeRules } from './judge/judge-changes.ts'
import { runRules } from './judge/judge-run.ts'
import { rules } from './judge/judge.ts'
import { referenceFor } from './judge/reference.ts'
import type { Report } from './model/report.ts'
import { reportFileName } from './report/file-name.ts'
import { writeErrors, writeJson } from './report/json.ts'
import { repositoryRoot } from './repository-root.ts'

/** Where the files of a report lie. */
export interface ReportFiles {
  readonly json: string
  /** `null` when the run ended too early for one. */
  readonly xlsx: string | null
  /** The endpoints without a certificate; `null` when all have one. */
  readonly errors: string | null
  /** `null` when the config does not ask for it. */
  readonly sarif: string | null
}

/** Of all that were written. */
export function pathsOf({ json, xlsx, errors, sarif }: ReportFiles): readonly string[] {
  return [json, xlsx, errors, sarif].filter((path) => path !== null)
}

/** Where in the world a SARIF report stands. */
export interface SarifSite {
  /** Of the repository, absolute. */
  readonly root: string
  /** The workflow file, from there. */
  readonly workflow: string | null
}

/** `null` when the config asks for no SARIF; `top` is the last folder that may be the repository's. */
export function sarifSite(
  { sarif, config }: Watchlist,
  top: string | null,
  workflow: string | null,
): SarifSite | null {
  return sarif ? { root: repositoryRoot(config?.path ?? null, top), workflow } : null
}

/** Writes the JSON, the workbook beside it, and what could not be seen. Throws `Unusable`. */
export async function writeReport(
  report: Report,
  folder: string,
  workbook: boolean,
  site: SarifSite | null = null,
): Promise<ReportFiles> {
  const base = join(folder, reportFileName(report.at))
  const json = `${base}.json`
  await removeLeftovers(folder)
  if (!workbook) {
    await writeWhole(json, writeJson(report))
    return { json, xlsx: null, errors: null, sarif: null }
  }
  const unseen = report.assessments.some(({ observation }) => !observation.deliveries.known)
  const [xlsx, errors, sarif] = [`${base}.xlsx`, `${base}_errors.json`, `${base}.sarif`]
  const { writeWorkbook } = await import('./report/xlsx.ts')
  // Side by side: while one waits for the disk the other is made. None is cut short by another's failure.
  const writings = await Promise.allSettled([
    writeWhole(json, writeJson(report)),
    streamWhole(xlsx, (stream) => writeWorkbook(report, stream)),
    unseen && writeWhole(errors, writeErrors(report)),
    site !== null && sarifText(report, site, true).then((text) => writeWhole(sarif, [text])),
  ])
  for (const writing of writings) if (writing.status === 'rejected') throw writing.reason
  return { json, xlsx, errors: unseen ? errors : null, sarif: site === null ? null : sarif }
}

/** The findings as SARIF, with those that are waived as suppressed, or without them. */
export async function sarifText(
  report: Report,
  { root, workflow }: SarifSite,
  waived: boolean,
): Promise<string> {
  const { renderSarif } = await import('./report/sarif.ts')
  const all = [...rules, ...changeRules, ...runRules]
  const explained = all.map(({ id, severity, title, help }) => {
    return { id, severity, title, help, reference: referenceFor(id) }
  })
  return renderSarif(report, { rules: explained, waived, workflow, pathOf: (file) => pathBelow(root, file) })
}

function pathBelow(root: string, file: string): string | null {
  const path = relative(root, resolve(file))
  return path.split(sep)[0] === '..' || isAbsolute(path) ? null : path.split(sep).join('/')
}
