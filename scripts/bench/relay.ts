import { connect, createServer, type Socket } from 'node:net'

import type { Listening } from './fleet.ts'
import { listening } from './servers.ts'

/**
 * Puts every door so far away that what is said takes `delayMs` each way: doors at the same addresses that hand on to
 * the true ones. Connecting is not delayed, which favours who connects most often.
 */
export async function farAway(doors: readonly Listening[], delayMs: number): Promise<readonly Listening[]> {
  const far: Listening[] = []
  for (const door of doors) {
    const server = createServer({ allowHalfOpen: true, noDelay: true }, (near) => {
      const { address: host, port } = door
      const behind = connect({ host, port, allowHalfOpen: true, noDelay: true })
      handOn(near, behind, delayMs)
      handOn(behind, near, delayMs)
    })
    far.push({ ...door, port: await listening(server, door.address) })
  }
  return far
}

/** Timers of one length go off in their order. */
function handOn(from: Socket, to: Socket, delayMs: number): void {
  from.on('data', (octets) => void setTimeout(() => to.write(octets), delayMs))
  from.on('end', () => void setTimeout(() => to.end(), delayMs))
  from.on('error', () => void setTimeout(() => to.destroy(), delayMs)) // a reset is one at the other end, too
}
