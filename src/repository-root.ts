import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/**
 * The root of the checkout that holds a file, or the working directory, as an absolute path: a workflow may check out into a folder of its
 * workspace, a person may stand below the root. Where no folder up to `top` (`null`: up to the last) is one, the
 * working directory.
 */
export function repositoryRoot(file: string | null, top: string | null): string {
  const first = file === null ? resolve('.') : dirname(resolve(file))
  for (let folder = first; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder
    if (folder === top || folder === dirname(folder)) return resolve('.')
  }
}
