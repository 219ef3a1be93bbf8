import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

import { parse } from 'yaml'

import { type ActionInterface, repositoryFile } from './generate-readme.ts'

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

/** The reusable workflow, with the action's outputs as its own and as those of its last job. */
function withOutputs(workflow: string, { outputs }: ActionInterface): string {
  const named = Object.entries(outputs).filter(([name]) => name !== 'matrix')
  const its = named.map(([name, { description }]) => {
    const value = `value: \${{ jobs.conclude.outputs.${name} }}`
    return `      ${name}:\n        description: ${description.replaceAll('`', '')}\n        ${value}\n`
  })
  const ofJob = named.map(([name]) => `      ${name}: \${{ steps.monitor.outputs.${name} }}\n`)
  return replaced(
    replaced(workflow, '    outputs:\n      # Generated', its),
    '    outputs:\n      status:',
    ofJob,
  )
}

/** All deeper lines after a beginning, written anew; a comment among them stays at their head. */
function replaced(text: string, beginning: string, lines: readonly string[]): string {
  const from = text.indexOf(beginning)
  if (from < 0) throw new Error(`monitor.yml: no ${JSON.stringify(beginning)}`)
  const head = text.slice(from).match(/^ {4}outputs:\n(?: {6}#.*\n)*/)?.[0] ?? ''
  const rest = text.slice(from + head.length).replace(/^(?: {6}.*\n)*/, '')
  return text.slice(0, from) + head + lines.join('') + rest
}

if (import.meta.main) {
  const write = (path: string, text: string): void => {
    const place = new URL(`../${path}`, import.meta.url)
    mkdirSync(dirname(place.pathname), { recursive: true })
    writeFileSync(place, text)
  }
  const action = repositoryFile('action.yml')
  const monitor = '.github/workflows/monitor.yml'
  write(nestedAction, nested(action))
  write(monitor, withOutputs(repositoryFile(monitor), parse(action) as ActionInterface))
}
