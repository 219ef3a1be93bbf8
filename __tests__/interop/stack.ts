import { execFile } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

import type { TlsVersion } from '../../src/model/observation.ts'
import type { ProbeName } from '../../src/model/tls-scan.ts'
import { freePort, launch } from './child.ts'
import type { Pairs } from './pair.ts'
import type { Testimony } from './testimony.ts'

/** A TLS stack that is not ours, and servers made of it. */
export interface Stack {
  readonly name: string
  /** Why it cannot run here; `undefined` when it can. */
  readonly lack: () => string | undefined
  readonly servers: readonly LabServer[]
  readonly files?: (site: Site) => Readonly<Record<string, string>>
  /** What is run before it, a command each. */
  readonly preparations?: (site: Site) => readonly (readonly string[])[]
  /** Processes, each with the servers that it is. */
  readonly programs: (
    site: Site,
  ) => readonly { readonly command: readonly string[]; readonly serves: readonly LabServer[] }[]
}

/** One port of a stack, with what is expected of it. */
export interface LabServer {
  readonly name: string
  /** What its own configuration says, where a program other than ours can put that in numbers. */
  readonly configured?: () => Promise<Testimony>
  /** Where a witness is known to be wrong about it; the title of the test says so. */
  readonly unheard?: readonly Unheard[]
  /** To what it is open; to everything else it is not. */
  readonly vulnerable?: readonly ProbeName[]
  /** What cannot be decided from outside. */
  readonly undecided?: readonly ProbeName[]
}

export interface Unheard {
  /** The first word of its name. */
  readonly witness: 'nmap' | 'sslscan' | 'OpenSSL'
  readonly of: TlsVersion
  /** Its suites count all the same. */
  readonly groupsOnly?: boolean
  readonly because: string
}

/** Where the servers of a stack run. */
export interface Site {
  readonly directory: string
  readonly pairs: Pairs
  readonly port: (server: LabServer) => number
}

export interface StartedStack {
  readonly port: (server: LabServer) => number
  readonly stop: () => Promise<void>
}

/** Starts all servers of the stack on loopback. */
export async function startStack(stack: Stack, pairs: Pairs): Promise<StartedStack> {
  const directory = await mkdtemp(join(tmpdir(), 'interop-stack-'))
  const ports = new Map<LabServer, number>()
  for (const server of stack.servers) ports.set(server, await freePort())
  const port = (server: LabServer): number => ports.get(server) ?? 0
  const site: Site = { directory, pairs, port }
  for (const [name, text] of Object.entries(stack.files?.(site) ?? {}))
    await writeFile(join(directory, name), text)
  for (const [program = '', ...parameters] of stack.preparations?.(site) ?? [])
    await promisify(execFile)(program, parameters, { cwd: directory })
  const endings: (() => Promise<void>)[] = []
  const stop = async (): Promise<void> => {
    for (const end of endings) await end()
    await rm(directory, { recursive: true, force: true })
  }
  try {
    for (const { command, serves } of stack.programs(site))
      endings.push(await launch({ name: stack.name, command, directory, ports: serves.map(port) }))
  } catch (thrown) {
    await stop()
    throw thrown
  }
  return { port, stop }
}

/** Why this program cannot be run; `undefined` when it can. */
export function lacking(program: string): string | undefined {
  const places = program.includes('/')
    ? [program]
    : [...(process.env['PATH'] ?? '').split(':'), '/usr/sbin'].map((place) => join(place, program))
  const found = places.some((place) => {
    try {
      accessSync(place, constants.X_OK)
      return true
    } catch {
      return false
    }
  })
  return found ? undefined : `${program} is not installed here: run scripts/interop/install.sh`
}
