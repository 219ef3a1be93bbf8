import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

import { repositoryFile } from './generate-readme.ts'

/** The same action once more, in a folder: a reusable workflow cannot name the root of its own repository. */
export const nestedAction = '.github/actions/monitor/action.yml'

const main = 'main: dist/index.js'

/** The root's `action.yml` as it stands in the folder. */
export function nested(root: string): string {
  if (!root.includes(main)) throw new Error(`action.yml: no "${main}"`)
  const head =
    '# Generated from /action.yml by scripts/generate-action.ts, for .github/workflows/monitor.yml. Do not edit.\n'
  return head + root.replace(main, 'main: ../../../dist/index.js')
}

if (import.meta.main) {
  const path = new URL(`../${nestedAction}`, import.meta.url)
  mkdirSync(dirname(path.pathname), { recursive: true })
  writeFileSync(path, nested(repositoryFile('action.yml')))
}
