import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { createServer as createTlsServer } from 'node:tls'

import { onTestFinished } from 'vitest'

import type { ReportJson, ResultJson } from '../../src/report/report-json.ts'
import type { Minted } from '../../src/terminal/lab/mint.ts'
import { pem, served } from './mint.ts'
import { type RunnerEnded, type RunnerStart, startInRunner } from './program.ts'
import { type Services, startServices } from './services.ts'
import { unzipped } from './unzipped.ts'

/** A server whose certificate and mood can change between runs. */
export interface WatchedServer {
  readonly port: number
  serve(leaf: Minted): void
  /** From now on it hangs up on everyone; the port stays its own. */
  goDown(): void
  comeBack(): void
}

/** One run, and what it left behind. */
export interface Ran extends RunnerEnded {
  readonly report: ReportJson
  /** The first endpoint. */
  readonly result: ResultJson
  readonly requests: readonly string[]
  /** Commands that show on the run's page. */
  readonly annotations: readonly string[]
  /** The summary's lines about the run's own services, as a reader sees them. */
  readonly notes: readonly string[]
}

export type Begin = Parameters<Services['begin']>[0] &
  Pick<RunnerStart, 'inputs' | 'payload' | 'env' | 'child' | 'sameJob' | 'through'> & {
    /** Another machine, whose folders lie elsewhere. */
    readonly machine?: string
  }

/** A repository that watches one server, run after run on fresh machines, and GitHub's services around it. */
export interface WatchedRepository {
  readonly services: Services
  readonly server: WatchedServer
  /** One run of its workflow, by schedule on main unless told otherwise. */
  run(begin?: Begin): Promise<Ran>
  /** The same where no report is to be expected. */
  start(begin?: Begin): Promise<RunnerEnded>
  /** The history in the newest cache entry, file by file, as an independent tar unpacks it. */
  cached(): Readonly<Record<string, string>>
  /** Makes all cache entries hold these files instead. */
  replaceCached(files: Readonly<Record<string, string>>): void
  /** The history in the newest artifact of this name, likewise. */
  attached(name?: string): Readonly<Record<string, string>>
  /** Writes a file of the checkout. */
  write(path: string, text: string): void
  /** The text of every cache entry, artifact and file that the runs left behind, archives unpacked. */
  everything(): string
}

export const configPath = '.github/certificates.yml'

/** An entry of the config that watches the server. */
export function watching(more = ''): string {
  return `{ domain: ${served}, port: PORT, connect_to: 127.0.0.1, trust: { ca_files: [ca.pem], public: false }${more} }`
}

/** The config of a monitor; `PORT` is the server's. */
export function monitoring(monitor: string, ...entries: readonly string[]): string {
  const domains = (entries.length === 0 ? [watching()] : entries).map((entry) => `  - ${entry}\n`)
  return `monitor: ${monitor}
defaults: { retries: 0, timeout: 10, scan: certificate }
domains:
${domains.join('')}`
}

/** Its server serves `leaf` at first, and its config trusts `roots`. */
export async function watchedRepository(
  leaf: Minted,
  roots: readonly Minted[],
  config: string = monitoring('production'),
): Promise<WatchedRepository> {
  const services = await startServices()
  const server = await watchedServer(leaf)
  const home = mkdtempSync(join(tmpdir(), 'certificate-monitor-story-'))
  onTestFinished(async () => {
    rmSync(home, { recursive: true, force: true })
    await services.close()
  })
  const workspace = join(home, 'machine', 'repository', 'repository')
  const write = (path: string, text: string): void => {
    mkdirSync(join(workspace, path, '..'), { recursive: true })
    writeFileSync(join(workspace, path), text.replaceAll('PORT', String(server.port)))
  }
  write('.github/ca.pem', pem(...roots))
  write(configPath, config)
  const newest = (): Buffer => services.held(services.caches.at(-1))
  const start = (begin: Begin = {}): Promise<RunnerEnded> => {
    const { inputs = {}, payload, env, child, sameJob, through, machine = 'machine', ...run } = begin
    const temporary = join(home, machine, '_temp')
    const more = {
      inputs,
      ...(payload && { payload }),
      ...(child && { child }),
      ...(through && { through }),
      ...(sameJob && { sameJob }),
    }
    return startInRunner({ cwd: workspace, temporary, env: { ...services.begin(run), ...env }, ...more })
  }
  return {
    services,
    server,
    cached: () => unpacked(newest()),
    replaceCached: (files) => services.replace('caches', repacked(newest(), files)),
    attached: (name = 'certificate-report') => historyIn(services.archive(name)),
    write,
    start,
    everything: () => [...kept(services), ...filesBelow(join(home, 'machine', '_temp'))].join('\n'),
    async run(begin) {
      const asked = services.requests.length
      const ended = await start(begin)
      const { 'report-json': path } = ended.outputs
      if (path === undefined) throw new Error(`no report: ${ended.stdout}${ended.stderr}`)
      const report: ReportJson = JSON.parse(readFileSync(path, 'utf8'))
      const [result] = report.results
      if (result === undefined) throw new Error('a report without results')
      const annotations = ended.commands.filter((line) => /^::(?:error|warning|notice) /.test(line))
      return {
        ...ended,
        report,
        result,
        annotations,
        notes: notesOf(ended.summary),
        requests: services.requests.slice(asked),
      }
    },
  }
}

async function watchedServer(leaf: Minted): Promise<WatchedServer> {
  let down = false
  const credentials = ({ certificatePem: cert, keyPem: key }: Minted): { cert: string; key: string } => ({
    cert,
    key,
  })
  const tls = createTlsServer(credentials(leaf), (socket) => {
    socket.on('error', () => socket.destroy()).resume()
  })
  tls.on('tlsClientError', (_, socket) => socket.destroy())
  const door = createServer((peer) => {
    peer.on('error', () => peer.destroy())
    if (down) peer.destroy()
    else tls.emit('connection', peer)
  })
  door.listen(0, '127.0.0.1')
  await once(door, 'listening')
  onTestFinished(() => void door.close())
  return {
    port: (door.address() as AddressInfo).port,
    serve: (next) => tls.setSecureContext(credentials(next)),
    goDown: () => void (down = true),
    comeBack: () => void (down = false),
  }
}

function unpacked(entry: Buffer): Readonly<Record<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'certificate-monitor-entry-'))
  try {
    writeFileSync(join(folder, 'entry'), entry)
    mkdirSync(join(folder, 'files'))
    const flat = ['--transform=s,^.*/,,', `--transform=s,^,${folder}/files/,`, '-P']
    execFileSync('tar', ['-xf', join(folder, 'entry'), '--use-compress-program', 'unzstd', ...flat])
    return contents(join(folder, 'files'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** A cache entry that holds these files where `like` has its own. */
function repacked(like: Buffer, files: Readonly<Record<string, string>>): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'certificate-monitor-entry-'))
  try {
    writeFileSync(join(folder, 'like'), like)
    const listed = execFileSync('tar', ['-tPf', join(folder, 'like'), '--use-compress-program', 'unzstd'])
    const [inside = ''] = listed.toString().split('\n')
    mkdirSync(join(folder, 'files'))
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, 'files', name), text)
    const place = ['-P', '-C', join(folder, 'files'), `--transform=s,^\\./*,${inside},`]
    execFileSync('tar', ['-cf', join(folder, 'entry'), '--use-compress-program', 'zstd', ...place, '.'])
    return readFileSync(join(folder, 'entry'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Log, outputs and summary; masks, which the runner swallows, aside. */
export function textOf({ stdout, stderr, summary, outputs }: RunnerEnded): string {
  return [stdout.replaceAll(/^::add-mask::.*$/gm, ''), stderr, summary, ...Object.values(outputs)].join('\n')
}

function notesOf(summary: string): readonly string[] {
  return [...summary.matchAll(/^<sub>(ℹ️ .*)<\/sub><br>$/gm)].map(([, note = '']) =>
    note.replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code))),
  )
}

function kept(services: Services): readonly string[] {
  const entries = services.caches.map((entry) => Object.entries(unpacked(services.held(entry))))
  const artifacts = services.artifacts.map((artifact) => [...unzipped(services.held(artifact))])
  return [...entries, ...artifacts].flat(2)
}

function historyIn(archive: Buffer): Readonly<Record<string, string>> {
  const files = [...unzipped(archive)].filter(([path]) => path.startsWith('certificate_history/'))
  return Object.fromEntries(files.map(([path, text]) => [basename(path), text]))
}

function filesBelow(folder: string): readonly string[] {
  const found = readdirSync(folder, { withFileTypes: true, recursive: true })
  const files = found.filter((one) => one.isFile()).map(({ parentPath, name }) => join(parentPath, name))
  return files.flatMap((path) => {
    const bytes = readFileSync(path)
    return path.endsWith('.xlsx') ? [...unzipped(bytes)].flat() : [path, bytes.toString()]
  })
}

function contents(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile())
  return Object.fromEntries(files.map(({ name }) => [name, readFileSync(join(folder, name), 'utf8')]))
}
