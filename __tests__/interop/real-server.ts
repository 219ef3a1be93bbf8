import { execFile } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { chmod, copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

import type { StartTls } from '../../src/model/target.ts'
import { freePort, launch } from './child.ts'
import type { Pair } from './pair.ts'

const run = promisify(execFile)

/** A server of the distribution, and how it is made to serve on loopback from a directory of its own. */
export interface RealServer {
  readonly name: string
  readonly protocols: readonly StartTls[]
  readonly program: string
  /** Who runs it; some refuse root, some need root to change to users of their own. */
  readonly user: string
  /** Empty folders that it wants. */
  readonly folders?: readonly string[]
  readonly files: (site: Site) => Readonly<Record<string, string>>
  /** What is run before it, a command each. */
  readonly preparations?: (site: Site) => readonly (readonly string[])[]
  readonly command: (site: Site) => readonly string[]
  readonly environment?: (site: Site) => Readonly<Record<string, string>>
}

/** Where one server runs, and whether it may offer STARTTLS. */
interface Site {
  readonly directory: string
  readonly tls: boolean
  readonly certificate: string
  readonly key: string
  readonly port: (protocol: StartTls) => number
}

export interface Running {
  readonly port: (protocol: StartTls) => number
  readonly stop: () => Promise<void>
}

/** Why this server cannot run here; `undefined` when it can. */
export function lack(server: RealServer): string | undefined {
  if (process.getuid?.() !== 0) return `${server.name} is started by root only`
  try {
    accessSync(server.program, constants.X_OK)
    return undefined
  } catch {
    return `${server.name} is not installed here: run scripts/interop/install.sh`
  }
}

/** Starts the server in a directory of its own and waits until its ports answer. */
export async function start(server: RealServer, tls: boolean, pair: Pair): Promise<Running> {
  const site = await settle(server, tls, pair)
  for (const command of server.preparations?.(site) ?? []) await runAs(server.user, command)
  const ended = await launch({
    name: server.name,
    command: as(server.user, server.command(site)),
    directory: site.directory,
    environment: server.environment?.(site) ?? {},
    ports: server.protocols.map((protocol) => site.port(protocol)),
  }).catch(async (thrown: unknown) => {
    await discard(site)
    throw thrown
  })
  const stop = async (): Promise<void> => {
    await ended()
    await discard(site)
  }
  return { port: site.port, stop }
}

function discard({ directory }: Site): Promise<void> {
  return rm(directory, { recursive: true, force: true })
}

async function settle(server: RealServer, tls: boolean, pair: Pair): Promise<Site> {
  const directory = await mkdtemp(join(tmpdir(), `starttls-${server.name}-`))
  const ports = new Map<StartTls, number>()
  for (const protocol of server.protocols) ports.set(protocol, await freePort())
  const [certificate, key] = [join(directory, 'cert.pem'), join(directory, 'key.pem')]
  await copyFile(pair.certificate, certificate)
  await copyFile(pair.key, key)
  const site: Site = { directory, tls, certificate, key, port: (protocol) => ports.get(protocol) ?? 0 }
  for (const folder of server.folders ?? []) await mkdir(join(directory, folder), { recursive: true })
  for (const [name, text] of Object.entries(server.files(site))) {
    await mkdir(dirname(join(directory, name)), { recursive: true })
    await writeFile(join(directory, name), text)
  }
  await chmod(directory, 0o755)
  await chmod(key, 0o600)
  await run('chown', ['-R', `${server.user}:`, directory])
  return site
}

function as(user: string, command: readonly string[]): readonly string[] {
  return user === 'root'
    ? command
    : ['setpriv', `--reuid=${user}`, `--regid=${user}`, '--init-groups', ...command]
}

async function runAs(user: string, command: readonly string[]): Promise<void> {
  const [program = '', ...parameters] = as(user, command)
  await run(program, parameters)
}
