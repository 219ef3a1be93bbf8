import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { openSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { connect, createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** A server program of somebody else's, and when it may be talked to. */
export interface Program {
  readonly name: string
  readonly command: readonly string[]
  readonly directory: string
  readonly environment?: Readonly<Record<string, string>>
  /** Each must answer before it counts as started. */
  readonly ports: readonly number[]
}

/** Starts the program and waits until its ports answer. Answers how to end it, with all its children. */
export async function launch(program: Program): Promise<() => Promise<void>> {
  const output = join(program.directory, 'output')
  const [executable = '', ...parameters] = program.command
  const log = openSync(output, 'w')
  const child = spawn(executable, parameters, {
    cwd: program.directory,
    detached: true, // a process group of its own, to be ended with all its children
    env: { ...process.env, ...program.environment },
    stdio: ['ignore', log, log],
  })
  try {
    for (const port of program.ports) await listening(port, child)
  } catch (thrown) {
    const said = await readFile(output, 'utf8')
    await end(child)
    throw new Error(`${program.name} does not start: ${said}`, { cause: thrown })
  }
  return () => end(child)
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

async function listening(port: number, child: ChildProcess): Promise<void> {
  const patienceMs = 30_000
  const until = Date.now() + patienceMs
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`ended with ${child.exitCode}`)
    const socket = connect(port, '127.0.0.1')
    const answered = await once(socket, 'connect').then(
      () => true,
      () => false,
    )
    socket.destroy()
    if (answered) return
    await pause(50)
  }
  throw new Error(`port ${port} does not answer within ${patienceMs / 1000} s`)
}

async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  process.kill(-child.pid, 'SIGTERM')
  const patient = new AbortController()
  await Promise.race([exited, pause(5000, undefined, { signal: patient.signal }).catch(() => {})])
  patient.abort()
  if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid, 'SIGKILL')
  await exited
}
