import { createWriteStream, openSync } from 'node:fs'
import { finished } from 'node:stream/promises'

import { unusable } from '../deliver/whole-file.ts'
import type { Report } from '../model/report.ts'
import type { ReportFiles } from '../report-files.ts'
import { visible } from '../report/escape.ts'
import { sentence, verdict } from '../report/words.ts'

/** The log file of `--log`: one line an event, `time - level - message`, appended. */
export interface Journal {
  write(level: 'INFO' | 'WARNING' | 'ERROR', message: string): void
  /** `files`: `null` when they could not be written. */
  report(report: Report, files: ReportFiles | null): void
  close(): Promise<void>
}

/** `null`: nobody asked for one. Throws `Unusable` for a file that cannot be opened; one that cannot be written on says so at the end. */
export function journal(path: string | null): Journal {
  if (path === null) return { write: () => {}, report: () => {}, close: () => Promise.resolve() }
  const stream = createWriteStream(path, { fd: opened(path) })
  const written = finished(stream)
  written.catch(() => {}) // heard in close()
  const write: Journal['write'] = (level, message) => {
    stream.write(`${new Date().toISOString()} - ${level} - ${visible(message)}\n`)
  }
  return {
    write,
    report(report, files) {
      for (const assessment of report.assessments) {
        const level = ({ success: 'INFO', warning: 'WARNING', error: 'ERROR' } as const)[assessment.status]
        write(level, `${assessment.observation.target.id}: ${sentence(assessment, report.now)}`)
      }
      for (const finding of report.findings)
        write(finding.severity === 'error' ? 'ERROR' : 'WARNING', finding.message)
      write('INFO', `${verdict(report)}${files === null ? '' : ` Report: ${files.json}`}`)
    },
    async close() {
      stream.end()
      await written.catch((thrown: unknown) => {
        throw unusable(`${path} cannot be written`, thrown)
      })
    },
  }
}

/** At once: whoever watches for weeks is not to learn at their end that nothing was noted down. */
function opened(path: string): number {
  try {
    return openSync(path, 'a')
  } catch (thrown) {
    throw unusable(`${path} cannot be written`, thrown)
  }
}
