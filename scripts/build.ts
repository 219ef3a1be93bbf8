import { spawnSync } from 'node:child_process'
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { numberImports } from './number-imports.ts'

/**
 * Builds dist/ out of src/: tsc to JavaScript, then ncc to one entry and its lazy chunks. Byte for byte
 * the same on every machine, provided that ncc is the project's own and runs in the project's root.
 */
const root = join(import.meta.dirname, '..')

function run(tool: string, ...parameters: readonly string[]): void {
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules', tool), ...parameters], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status !== 0) {
    process.stderr.write(`${tool} failed\n`)
    process.exit(1)
  }
}

// ncc numbers its chunks: one left over from an older build would stay for good.
for (const folder of ['build', 'dist']) rmSync(join(root, folder), { recursive: true, force: true })
run('typescript/bin/tsc', '--project', 'tsconfig.build.json')
// The cache remembers builds of other sources.
const options = ['--no-cache', '--out', 'dist', '--license', 'licenses.txt']
run('@vercel/ncc/dist/ncc/cli.js', 'build', 'build/main.js', ...options)

const bundles = globSync('dist/*.js', { cwd: root })
if (!bundles.includes(join('dist', 'index.js'))) throw new Error('ncc wrote no dist/index.js')
for (const bundle of bundles) {
  const path = join(root, bundle)
  writeFileSync(path, numberImports(readFileSync(path, 'utf8')))
}
