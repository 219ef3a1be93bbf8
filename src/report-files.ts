import { join } from 'node:path'

import { streamWhole, writeWhole } from './deliver/whole-file.ts'
import type { Report } from './model/report.ts'
import { reportFileName } from './report/file-name.ts'
import { writeErrors, writeJson } from './report/json.ts'

/** Where the files of a report lie. */
export interface ReportFiles {
  readonly json: string
  /** `null` when the run ended too early for one. */
  readonly xlsx: string | null
  /** The endpoints without a certificate; `null` when all have one. */
  readonly errors: string | null
}

/** Writes the JSON, the workbook beside it, and what could not be seen. Throws `Unusable`. */
export async function writeReport(report: Report, folder: string, workbook: boolean): Promise<ReportFiles> {
  const base = join(folder, reportFileName(report.at))
  const json = `${base}.json`
  await writeWhole(json, writeJson(report))
  if (!workbook) return { json, xlsx: null, errors: null }
  const unseen = report.assessments.some(({ observation }) => !observation.deliveries.known)
  const errors = unseen ? `${base}_errors.json` : null
  if (errors !== null) await writeWhole(errors, writeErrors(report))
  const xlsx = `${base}.xlsx`
  const { writeWorkbook } = await import('./report/xlsx.ts')
  await streamWhole(xlsx, (stream) => writeWorkbook(report, stream))
  return { json, xlsx, errors }
}
