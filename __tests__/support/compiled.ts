import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder where Node keeps what it has compiled of the built program. */
    readonly compiled?: string
  }
}

/** Makes that folder before all tests, and removes it after them. */
export function setup({ provide }: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'certificate-monitor-compiled-'))
  provide('compiled', folder)
  return () => rmSync(folder, { recursive: true, force: true })
}
