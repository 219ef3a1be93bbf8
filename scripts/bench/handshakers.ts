import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'

import type { Fleet } from './fleet.ts'
import { isHere } from './rivals.ts'

/** Another way to look at many certificates: its handshakes per second, the start of its program left out. */
export interface Handshaker {
  readonly name: string
  readonly perSecond: (fleet: Fleet, count: number, concurrency: number) => Promise<number>
}

/** What shell scripts do: a process for each endpoint, one after another. */
const openssl: Handshaker = {
  name: 'openssl s_client, one after another',
  perSecond: (fleet, count) => {
    const doors = fleet.doors.slice(0, Math.min(count, 100))
    const started = performance.now()
    for (const { name, address, port } of doors) {
      const words = ['s_client', '-connect', `${address}:${port}`, '-servername', name]
      const { status } = spawnSync('openssl', words, { input: '', stdio: ['pipe', 'ignore', 'ignore'] })
      if (status !== 0) throw new Error(`openssl s_client ends with ${status}`)
    }
    return Promise.resolve((1000 * doors.length) / (performance.now() - started))
  },
}

/** What a monitor in Python does: a pool of threads, the handshake in its ssl module. */
const python: Handshaker = {
  name: "python's ssl, a thread for each at a time",
  async perSecond(fleet, count, concurrency) {
    const child = spawn('python3', ['-c', pool], { stdio: ['pipe', 'pipe', 'inherit'] })
    const doors = fleet.doors.slice(0, count).map(({ name, address, port }) => [name, address, port])
    child.stdin.end(JSON.stringify({ doors, concurrency }))
    const [answer] = await Promise.all([text(child.stdout), once(child, 'exit')])
    const spent = Number.parseFloat(answer)
    if (!(spent > 0)) throw new Error('python does not say how long it took')
    return count / spent
  },
}

const pool = `
import json, socket, ssl, sys, time
from concurrent.futures import ThreadPoolExecutor
job = json.load(sys.stdin)
context = ssl.create_default_context()
context.check_hostname = False
context.verify_mode = ssl.CERT_NONE
def look(door):
    name, address, port = door
    with socket.create_connection((address, port)) as plain:
        with context.wrap_socket(plain, server_hostname=name) as tls:
            assert tls.getpeercert(True)
begun = time.monotonic()
with ThreadPoolExecutor(job["concurrency"]) as threads:
    list(threads.map(look, job["doors"]))
print(time.monotonic() - begun)
`

/** Those that this machine has. */
export function handshakers(): readonly Handshaker[] {
  return [
    ...(spawnSync('openssl', ['version'], { stdio: 'ignore' }).error === undefined ? [openssl] : []),
    ...(isHere('python3') ? [python] : []),
  ]
}
