import { cpSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

import { parse } from 'yaml'

import type { ActionInterface } from '../../../scripts/generate-readme.ts'
import { type RunnerEnded, startInRunner } from '../program.ts'
import type { Services } from '../services.ts'
import { type Contexts, holds, interpolated, type Standing, textOf } from './expression.ts'
import { type Job, readWorkflow, type Step, type Workflow } from './workflow-file.ts'

/** What starts a run, and what it runs on. */
export interface Occasion {
  readonly services: Services
  /** What a checkout brings. */
  readonly repository: string
  readonly event?: string
  readonly ref?: string
  readonly payload?: object
  readonly inputs?: Readonly<Record<string, unknown>>
  readonly secrets?: Readonly<Record<string, string>>
  /** Jobs that do not come to an end, by their name with the matrix: `observe 2/3`. */
  readonly lose?: readonly string[]
}

/** A job, or one of a matrix, as it went. */
export interface Went {
  /** `conclude`, or `observe 2/3`; those of a called workflow after the caller's own. */
  readonly name: string
  readonly runsOn: unknown
  readonly result: 'success' | 'failure' | 'skipped'
  readonly steps: readonly RunnerEnded[]
}

export interface RunWent {
  readonly jobs: readonly Went[]
  /** Of each job of the workflow, those that call another included. */
  readonly outputs: Readonly<Record<string, Readonly<Record<string, string>>>>
}

const root = fileURLToPath(new URL('../../../', import.meta.url))
const product = 'certificate-monitor/certificate-monitor'
const defaultPayload = { repository: { full_name: 'owner/repository', default_branch: 'main' } }
let runs = 7000

/**
 * Runs a workflow of ours, or one to copy, as GitHub would: jobs in the order of their needs, each on a fresh machine,
 * expressions by GitHub's own library, our own steps with the built program. A step that it does not know fails.
 */
export async function runWorkflow(path: string, occasion: Occasion): Promise<RunWent> {
  const workflow = readWorkflow(path)
  runs += 1
  const run: Run = { ...occasion, id: String(runs), path, granted: workflow.permissions ?? null, prefix: '' }
  const github = {
    event_name: run.event ?? 'schedule',
    ref: run.ref ?? 'refs/heads/main',
    repository: 'owner/repository',
    workflow: workflow.name,
    token: 'stand-in-token',
  }
  const contexts = {
    github,
    inputs: run.inputs ?? {},
    secrets: { ...run.secrets, GITHUB_TOKEN: github.token },
  }
  return runJobs(workflow, run, contexts)
}

interface Run extends Occasion {
  readonly id: string
  readonly path: string
  readonly granted: Readonly<Record<string, string>> | null
  readonly prefix: string
}

interface Done {
  readonly result: Went['result']
  readonly outputs: Readonly<Record<string, string>>
}

async function runJobs(workflow: Workflow, run: Run, contexts: Contexts): Promise<RunWent> {
  const went: Went[] = []
  const done: Record<string, Done> = {}
  for (const [id, job] of Object.entries(workflow.jobs)) {
    const needs = Object.fromEntries([job.needs ?? []].flat().map((name) => [name, needed(done, name)]))
    const standing = {
      succeeded: Object.values(needs).every(({ result }) => result === 'success'),
      cancelled: false,
    }
    const seen = { ...contexts, needs }
    if (!holds(job.if, seen, standing)) {
      done[id] = { result: 'skipped', outputs: {} }
      went.push({ name: run.prefix + id, runsOn: null, result: 'skipped', steps: [] })
      continue
    }
    const { jobs, ...end } = await (job.uses === undefined ? runMatrix : callWorkflow)(
      id,
      job,
      run,
      seen,
      standing,
    )
    done[id] = end
    went.push(...jobs)
  }
  return {
    jobs: went,
    outputs: Object.fromEntries(Object.entries(done).map(([id, { outputs }]) => [id, outputs])),
  }
}

function needed(done: Readonly<Record<string, Done>>, name: string): Done {
  const found = done[name]
  if (found === undefined) throw new Error(`needs ${name}, which has not run`)
  return found
}

type Ended = Done & { readonly jobs: readonly Went[] }

async function callWorkflow(
  id: string,
  job: Job,
  run: Run,
  contexts: Contexts,
  standing: Standing,
): Promise<Ended> {
  const [path = '', ref] = (job.uses ?? '').replace(`${product}/`, '').split('@')
  if (!(job.uses ?? '').startsWith(`${product}/.github/workflows/`) || ref !== 'v1')
    throw new Error(`no such workflow: ${job.uses}`)
  const called = readWorkflow(path)
  const call = called.on.workflow_call
  if (call === undefined) throw new Error(`${path} cannot be called`)
  const granted = job.permissions ?? run.granted
  for (const [name, inner] of Object.entries(called.jobs)) checkGrant(name, inner, granted)
  const given = values(job.with ?? {}, contexts, standing)
  const strange = Object.keys(given).filter((name) => !Object.hasOwn(call.inputs, name))
  if (strange.length > 0) throw new Error(`${path} has no input ${strange.join(', ')}`)
  const defaults = Object.entries(call.inputs).map(([name, input]) => [name, input.default ?? null])
  const inputs = { ...Object.fromEntries(defaults), ...given }
  const secrets = values(job.secrets ?? {}, contexts, standing)
  const inner = await runJobs(
    called,
    { ...run, prefix: `${id} / ` },
    { github: contexts['github'], inputs, secrets },
  )
  const seen = { jobs: mapped(inner.outputs, (outputs) => ({ outputs })) }
  const outputs = mapped(call.outputs, ({ value }) => textOf(interpolated(value, seen, standing)))
  const failed = inner.jobs.some(({ result }) => result === 'failure')
  return { jobs: inner.jobs, outputs, result: failed ? 'failure' : 'success' }
}

/** A called job that asks for more than its caller has fails the whole run at its start. */
function checkGrant(name: string, { permissions = {} }: Job, granted: Run['granted']): void {
  const rank = ['none', 'read', 'write']
  for (const [what, level] of Object.entries(permissions)) {
    if (rank.indexOf(level) > rank.indexOf(granted?.[what] ?? 'none'))
      throw new Error(`${name} asks for ${what}: ${level}, which its caller does not have`)
  }
}

async function runMatrix(
  id: string,
  job: Job,
  run: Run,
  contexts: Contexts,
  standing: Standing,
): Promise<Ended> {
  const matrix = interpolated(job.strategy?.matrix, contexts, standing) as
    | { readonly include: readonly Readonly<Record<string, unknown>>[] }
    | undefined
  const jobs: Went[] = []
  let outputs: Readonly<Record<string, string>> = {}
  for (const cell of matrix?.include ?? [null]) {
    const name = `${run.prefix}${id}${cell === null ? '' : ` ${textOf(cell['shard'])}`}`
    const seen = { ...contexts, matrix: cell ?? {} }
    const runsOn = interpolated(job['runs-on'], seen, standing)
    if (run.lose?.includes(name) === true) {
      jobs.push({ name, runsOn, result: 'failure', steps: [] })
      continue
    }
    const { steps, failed, results } = await runSteps(job.steps ?? [], run, seen)
    outputs = mapped(job.outputs ?? {}, (text) =>
      textOf(interpolated(text, { ...seen, steps: results }, standing)),
    )
    jobs.push({ name, runsOn, result: failed ? 'failure' : 'success', steps })
  }
  return { jobs, outputs, result: jobs.some(({ result }) => result === 'failure') ? 'failure' : 'success' }
}

type Results = Record<string, { readonly outputs: Readonly<Record<string, string>> }>

async function runSteps(
  steps: readonly Step[],
  run: Run,
  contexts: Contexts,
): Promise<{ steps: readonly RunnerEnded[]; failed: boolean; results: Results }> {
  const home = mkdtempSync(join(tmpdir(), 'certificate-monitor-job-'))
  const machine = { workspace: join(home, 'repository'), temporary: join(home, '_temp') }
  mkdirSync(machine.workspace)
  const ended: RunnerEnded[] = []
  const results: Results = {}
  let failed = false
  for (const step of steps) {
    const standing = { succeeded: !failed, cancelled: false }
    const seen = { ...contexts, steps: results }
    if (!holds(step.if, seen, standing)) continue
    if (/^actions\/checkout@[0-9a-f]{40}$/.test(step.uses ?? '')) {
      cpSync(run.repository, machine.workspace, { recursive: true })
      continue
    }
    const end = await runOurs(step, run, machine, seen, standing, ended.length > 0)
    ended.push(end)
    if (step.id !== undefined) results[step.id] = { outputs: end.outputs }
    failed ||= end.code !== 0
  }
  return { steps: ended, failed, results }
}

async function runOurs(
  step: Step,
  { services, id, event = 'schedule', ref = 'refs/heads/main', payload = defaultPayload }: Run,
  { workspace, temporary }: { readonly workspace: string; readonly temporary: string },
  contexts: Contexts,
  standing: Standing,
  sameJob: boolean,
): Promise<RunnerEnded> {
  const action = actionOf(step.uses ?? '')
  const given = mapped(step.with ?? {}, (value) => textOf(interpolated(value, contexts, standing)))
  const strange = Object.keys(given).filter((name) => !Object.hasOwn(action.inputs, name))
  if (strange.length > 0) throw new Error(`${step.uses} has no input ${strange.join(', ')}`)
  const defaults = mapped(action.inputs, ({ default: text }) =>
    textOf(interpolated(text ?? '', contexts, standing)),
  )
  const branch = ref.replace('refs/heads/', '')
  const env = { ...services.begin({ id, event, branch }), GITHUB_REF: ref, GITHUB_EVENT_NAME: event }
  const inputs = { ...defaults, ...given }
  return startInRunner({ cwd: workspace, temporary, sameJob, inputs, env, event, ref, payload })
}

/** The interface of our action, wherever a workflow names it; all of them end in the built program. */
function actionOf(uses: string): ActionInterface {
  const places: Readonly<Record<string, string>> = {
    [`${product}@v1`]: 'action.yml',
    './': 'action.yml',
    '$/.github/actions/monitor': '.github/actions/monitor/action.yml',
  }
  const place = places[uses]
  if (place === undefined) throw new Error(`no such action: ${uses}`)
  const action = parse(readFileSync(join(root, place), 'utf8')) as ActionInterface & {
    readonly runs: { readonly main: string }
  }
  const main = relative(root, join(root, dirname(place), action.runs.main))
  if (main !== 'dist/index.js') throw new Error(`${place} starts ${main}`)
  return action
}

function values(
  given: Readonly<Record<string, unknown>>,
  contexts: Contexts,
  standing: Standing,
): Readonly<Record<string, unknown>> {
  return mapped(given, (value) => interpolated(value, contexts, standing))
}

function mapped<T, R>(
  record: Readonly<Record<string, T>>,
  change: (value: T) => R,
): Readonly<Record<string, R>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))
}
