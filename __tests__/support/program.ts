import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { inject } from 'vitest'

/** The built program, as a person or a runner starts it. */
const entry: string = join(import.meta.dirname, '..', '..', 'dist', 'index.js')

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface Start {
  readonly cwd: string
  /** A command that starts the program in turn: its words go before the program's. */
  readonly through?: readonly string[]
  readonly arguments?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** Called once with the process. */
  readonly child?: (child: ChildProcess) => void
  /** Called with what was printed so far, and a way to send a signal. */
  readonly meanwhile?: (stdout: string, kill: (signal: NodeJS.Signals) => void) => void
}

/** An empty folder for one test. */
export function workspace(): string {
  return mkdtempSync(join(tmpdir(), 'certificate-monitor-test-'))
}

/**
 * Runs the program to its end. Nothing of this process's environment reaches it but the path, and where Node keeps what
 * it has compiled: much of a short run's work is the loading of packages.
 */
export function start(options: Start): Promise<Ended> {
  const { PATH = '' } = process.env
  const compiled = inject('compiled')
  const [command, ...words] = [...(options.through ?? []), process.execPath, entry]
  const child = spawn(command, [...words, ...(options.arguments ?? [])], {
    cwd: options.cwd,
    env: { PATH, ...(compiled && { NODE_COMPILE_CACHE: compiled }), ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  options.child?.(child)
  let stdout = ''
  let stderr = ''
  const tell = (): void => options.meanwhile?.(stdout + stderr, (signal) => void child.kill(signal))
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
    tell()
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
    tell()
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, stdout, stderr }))
  })
}

export interface RunnerStart {
  readonly inputs?: Readonly<Record<string, string>>
  readonly event?: string
  readonly ref?: string
  readonly actor?: string
  readonly payload?: object
  readonly cwd: string
  /** The runner's temporary folder, emptied first; one of its own otherwise. */
  readonly temporary?: string
  /** A further step of the job before: the temporary folder stays as it is. */
  readonly sameJob?: boolean
  /** Called once with the process. */
  readonly child?: (child: ChildProcess) => void
  /** A command that starts the program in turn. */
  readonly through?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

export interface RunnerEnded extends Ended {
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
  /** Workflow commands on stdout: annotations, masks. */
  readonly commands: readonly string[]
}

/** Starts the action as the runner does: inputs and context in the environment, command files on disk. */
export async function startInRunner(options: RunnerStart): Promise<RunnerEnded> {
  const temporary = options.temporary ?? workspace()
  if (options.sameJob !== true) rmSync(temporary, { recursive: true, force: true })
  mkdirSync(temporary, { recursive: true })
  const file = (name: string, text = ''): string => {
    const path = join(temporary, name)
    writeFileSync(path, text)
    return path
  }
  const payload = options.payload ?? { repository: { full_name: 'owner/repository', default_branch: 'main' } }
  const outputPath = file('output')
  const summaryPath = file('summary')
  const ended = await start({
    cwd: options.cwd,
    ...(options.child && { child: options.child }),
    ...(options.through && { through: options.through }),
    env: {
      GITHUB_ACTIONS: 'true',
      CI: 'true',
      GITHUB_WORKSPACE: options.cwd,
      RUNNER_TEMP: temporary,
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: 'owner/repository',
      GITHUB_RUN_ID: '4711',
      GITHUB_SHA: 'f'.repeat(40),
      GITHUB_REF: options.ref ?? 'refs/heads/main',
      GITHUB_EVENT_NAME: options.event ?? 'schedule',
      GITHUB_ACTOR: options.actor ?? 'octocat',
      GITHUB_EVENT_PATH: file('event.json', JSON.stringify(payload)),
      GITHUB_OUTPUT: outputPath,
      GITHUB_STEP_SUMMARY: summaryPath,
      ...defaultInputs(),
      ...Object.fromEntries(
        Object.entries(options.inputs ?? {}).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
      ),
      ...options.env,
    },
  })
  return {
    ...ended,
    outputs: readOutputs(readFileSync(outputPath, 'utf8')),
    summary: readFileSync(summaryPath, 'utf8'),
    commands: ended.stdout.split('\n').filter((line) => line.startsWith('::')),
  }
}

/** Every input of action.yml is set by the runner, to its default or empty. */
function defaultInputs(): Readonly<Record<string, string>> {
  return {
    INPUT_COMMAND: 'check',
    INPUT_CONFIG: '.github/certificates.yml',
    INPUT_DOMAINS: '',
    INPUT_SCAN: '',
    'INPUT_FAIL-ON': 'error',
    INPUT_TOKEN: '',
    'INPUT_ARTIFACT-NAME': 'certificate-report',
    'INPUT_RETENTION-DAYS': '',
    INPUT_ENV: '',
    INPUT_SHARD: '',
    INPUT_SHARDS: '0',
    'INPUT_ALLOWED-RUNNERS': '',
  }
}

/** `name<<delimiter`, lines, `delimiter`: how @actions/core writes a command file. */
function readOutputs(text: string): Readonly<Record<string, string>> {
  const blocks = text.matchAll(/^(.+?)<<(ghadelimiter_\S+)\n([\s\S]*?)\n?\2$/gm)
  return Object.fromEntries([...blocks].map(([, name = '', , value = '']) => [name, value]))
}
