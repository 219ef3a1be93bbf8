import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { expect, test } from 'vitest'
import { parse, parseDocument } from 'yaml'

import { type ActionInterface, repositoryFile } from '../scripts/generate-readme.ts'

interface Step {
  readonly id?: string
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, unknown>>
}

interface Workflow {
  readonly permissions?: Readonly<Record<string, string>>
  readonly jobs: Readonly<
    Record<string, { readonly 'timeout-minutes'?: number; readonly steps: readonly Step[] }>
  >
}

interface WorkflowFile {
  readonly path: string
  readonly text: string
  readonly workflow: Workflow
  readonly steps: readonly Step[]
}

const folders = ['.github/workflows', 'examples/workflows']
const action = parse(repositoryFile('action.yml')) as ActionInterface
const ours = /^(?:\.\/|certificate-monitor\/certificate-monitor@v1$)/

const files: readonly WorkflowFile[] = folders.flatMap((folder) => {
  const names = readdirSync(fileURLToPath(new URL(`../${folder}`, import.meta.url)))
  return names.map((name) => {
    const text = repositoryFile(`${folder}/${name}`)
    const workflow = parse(text) as Workflow
    const steps = Object.values(workflow.jobs).flatMap((job) => job.steps)
    return { path: `${folder}/${name}`, text, workflow, steps }
  })
})

/** What a step does that another must not: the offenders by file, empty when all is well. */
function offenders(guilty: (step: Step) => boolean): readonly string[] {
  return files.flatMap(({ path, steps }) =>
    steps.filter(guilty).map((step) => `${path}: ${step.uses ?? step.run}`),
  )
}

test('there are workflows of our own and workflows to copy', () => {
  const paths = files.map(({ path }) => path)

  expect(paths).toEqual(
    expect.arrayContaining(['.github/workflows/ci.yml', 'examples/workflows/schedule.yml']),
  )
})

test.each(files)('$path is YAML without a warning, and no key stands twice', ({ text }) => {
  const { errors, warnings } = parseDocument(text, { uniqueKeys: true })

  expect([...errors, ...warnings]).toEqual([])
})

test.each(files)('$path states its permissions, and writes nothing but issues', ({ workflow }) => {
  expect(workflow.permissions).toBeDefined()
  const { issues: _issues, ...others } = workflow.permissions ?? {}
  expect(Object.values(others)).not.toContain('write')
})

test('a workflow to copy that remembers may look at its earlier reports', () => {
  const remembers = ({ path, text }: WorkflowFile): boolean =>
    path.startsWith('examples/') && /^ {2}(?:schedule|workflow_dispatch|push):/m.test(text)
  const allowed = files.filter(remembers).map(({ workflow }) => workflow.permissions?.['actions'])

  expect(allowed).toEqual(['read', 'read'])
})

test('no workflow to copy uploads what the action uploads itself', () => {
  const uploads = files
    .filter(({ path }) => path.startsWith('examples/'))
    .flatMap(({ steps }) => steps.filter(({ uses = '' }) => uses.startsWith('actions/upload-artifact@')))

  expect(uploads).toEqual([])
})

test.each(files)('no job of $path can run for hours', ({ workflow }) => {
  for (const job of Object.values(workflow.jobs)) expect(job['timeout-minutes']).toBeLessThanOrEqual(30)
})

test.each(files)('$path pins the actions of others to a commit and names its version', ({ text }) => {
  const others = [...text.matchAll(/uses:\s*(.+)$/gm)]
    .map(([, used = '']) => used)
    .filter((used) => !ours.test(used))

  for (const used of others) expect(used).toMatch(/^[\w.-]+\/[\w.-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
})

test('no checkout leaves its credentials behind', () => {
  const keeps = (step: Step): boolean =>
    step.uses?.startsWith('actions/checkout@') === true && step.with?.['persist-credentials'] !== false

  expect(offenders(keeps)).toEqual([])
})

test('every input given to our action is one of its inputs', () => {
  const unknown = ({ uses = '', with: given = {} }: Step): boolean =>
    ours.test(uses) && Object.keys(given).some((name) => !Object.hasOwn(action.inputs, name))

  expect(offenders(unknown)).toEqual([])
})

test.each(files)('every output that $path reads from our action is one of its outputs', ({ text, steps }) => {
  const ids = steps.filter(({ uses = '' }) => ours.test(uses)).flatMap(({ id }) => id ?? [])
  const read = [...text.matchAll(/steps\.([\w-]+)\.outputs\.([\w-]+)/g)]

  for (const [, id = '', output = ''] of read) {
    expect(ids).toContain(id)
    expect(Object.keys(action.outputs)).toContain(output)
  }
})

test('no expression stands in a shell script, where its value would be code', () => {
  expect(offenders(({ run = '' }) => run.includes('${{'))).toEqual([])
})
