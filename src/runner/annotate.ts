import * as core from '@actions/core'

import type { Annotation } from '../report/annotations.ts'

/** Shows an annotation beside its line of the config; @actions/core escapes what would be a command. */
export function annotate({ level, title, message, place }: Annotation): void {
  const where = place === null ? {} : { file: place.file, startLine: place.line, startColumn: place.column }
  const say = { error: core.error, warning: core.warning, notice: core.notice }[level]
  say(message, { title, ...where })
}
