import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/**
 * The root of the checkout that holds a file, as an absolute path: a workflow may check out into a folder of the
 * workspace. Where no folder of the way looks like one, the workspace itself.
 */
export function repositoryRoot(path: string, workspace: string): string {
  for (let folder = dirname(resolve(workspace, path)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder
    if (folder === workspace || folder === dirname(folder)) return workspace
  }
}
