import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { expect, test } from 'vitest'
import { parse, parseDocument } from 'yaml'

import { nested, nestedAction } from '../scripts/generate-action.ts'
import { type ActionInterface, repositoryFile } from '../scripts/generate-readme.ts'

interface Step {
  readonly id?: string
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, unknown>>
}

interface Workflow {
  readonly on: object
  readonly permissions?: Readonly<Record<string, string>>
  readonly jobs: Readonly<Record<string, Job>>
}

interface Job {
  readonly 'timeout-minutes'?: number
  readonly permissions?: Readonly<Record<string, string>>
  readonly uses?: string
  readonly concurrency?: object
  readonly outputs?: Readonly<Record<string, string>>
  readonly steps?: readonly Step[]
}

interface WorkflowFile {
  readonly path: string
  readonly text: string
  readonly workflow: Workflow
  readonly steps: readonly Step[]
}

const folders = ['.github/workflows', 'examples/workflows']
const action = parse(repositoryFile('action.yml')) as ActionInterface
const ours = /^(?:\.\/|\$\/\.github\/actions\/monitor$|certificate-monitor\/certificate-monitor@v1$)/
const reusable = 'certificate-monitor/certificate-monitor/.github/workflows/monitor.yml@v1'

const files: readonly WorkflowFile[] = folders.flatMap((folder) => {
  const names = readdirSync(fileURLToPath(new URL(`../${folder}`, import.meta.url)))
  return names.map((name) => {
    const text = repositoryFile(`${folder}/${name}`)
    const workflow = parse(text) as Workflow
    const steps = Object.values(workflow.jobs).flatMap((job) => job.steps ?? [])
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

/** What others call: for its last job the caller decides. */
const callable = files.filter(({ workflow }) => 'workflow_call' in workflow.on)
const standing = files.filter((file) => !callable.includes(file))

test.each(standing)('$path states its permissions, and writes nothing but issues', ({ workflow }) => {
  expect(workflow.permissions).toBeDefined()
  const { issues: _issues, ...others } = workflow.permissions ?? {}
  expect(Object.values(others)).not.toContain('write')
})

test('a workflow to copy that remembers may look at its earlier reports', () => {
  const remembers = ({ path, text }: WorkflowFile): boolean =>
    path.startsWith('examples/') && /^ {2}(?:schedule|workflow_dispatch|push):/m.test(text)
  const allowed = files.filter(remembers).map(({ workflow }) => workflow.permissions?.['actions'])

  expect(allowed.length).toBeGreaterThan(2)
  expect(new Set(allowed)).toEqual(new Set(['read']))
})

test('no workflow to copy uploads what the action uploads itself', () => {
  const uploads = files
    .filter(({ path }) => path.startsWith('examples/'))
    .flatMap(({ steps }) => steps.filter(({ uses = '' }) => uses.startsWith('actions/upload-artifact@')))

  expect(uploads).toEqual([])
})

test.each(standing)('no job of $path can run for hours', ({ workflow }) => {
  for (const job of Object.values(workflow.jobs))
    if (job.uses === undefined) expect(job['timeout-minutes']).toBeLessThanOrEqual(30)
})

test.each(files)('$path pins the actions of others to a commit and names its version', ({ text }) => {
  const others = [...text.matchAll(/uses:\s*(.+)$/gm)]
    .map(([, used = '']) => used)
    .filter((used) => !ours.test(used) && used !== reusable)

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

test('the action in a folder is the one of the root, started from there', () => {
  expect(repositoryFile(nestedAction)).toBe(nested(repositoryFile('action.yml')))
})

const monitor = parse(repositoryFile('.github/workflows/monitor.yml')) as Workflow & {
  readonly on: { readonly workflow_call: Call }
}

interface Call {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: unknown }>>
  readonly secrets: Readonly<Record<string, { readonly description: string; readonly required: boolean }>>
  readonly outputs: Readonly<Record<string, { readonly description: string; readonly value: string }>>
}

test('whoever calls the workflow may give what the contract says, and must give nothing', () => {
  const { inputs, secrets } = monitor.on.workflow_call

  expect(Object.keys(inputs)).toEqual([
    'config',
    'domains',
    'scan',
    'fail-on',
    'artifact-name',
    'retention-days',
    'shards',
    'runner',
    'allowed-runners',
  ])
  expect(Object.values(inputs).filter((input) => input.default === undefined)).toEqual([])
  expect(secrets).toMatchObject({ env: { required: false } })
  for (const { description } of [...Object.values(inputs), ...Object.values(secrets)])
    expect(description).not.toBe('')
})

test('the outputs of the workflow are those of the action, from the job that concludes', () => {
  const outputs = Object.keys(action.outputs).filter((name) => name !== 'matrix')

  expect(monitor.on.workflow_call.outputs).toEqual(
    Object.fromEntries(
      outputs.map((name) => {
        const description = action.outputs[name]?.description.replaceAll('`', '')
        return [name, { description, value: `\${{ jobs.conclude.outputs.${name} }}` }]
      }),
    ),
  )
  expect(monitor.jobs['conclude']?.outputs).toEqual(
    Object.fromEntries(outputs.map((name) => [name, `\${{ steps.monitor.outputs.${name} }}`])),
  )
})

test('plan and observe read and no more, and the job that concludes has what its caller grants', () => {
  const permissions = Object.entries(monitor.jobs).map(([name, job]) => [name, job.permissions])

  expect(monitor.permissions).toBeUndefined()
  expect(permissions).toEqual([
    ['plan', { contents: 'read' }],
    ['observe', { contents: 'read' }],
    ['conclude', undefined],
  ])
})

test('only the job that concludes waits for another run, and no waiting run is thrown away', () => {
  const waiting = Object.entries(monitor.jobs).filter(([, { concurrency }]) => concurrency !== undefined)

  expect(waiting.map(([name]) => name)).toEqual(['conclude'])
  expect(waiting[0]?.[1].concurrency).toMatchObject({ 'cancel-in-progress': false, queue: 'max' })
})
