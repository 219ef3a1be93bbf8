import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { onTestFinished } from 'vitest'

/** An empty folder, until the test is over. */
export function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'fetched-'))
  onTestFinished(() => rmSync(made, { recursive: true }))
  return made
}
