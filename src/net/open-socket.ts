import { connect, type Socket } from 'node:net'

import type { Deadline } from './deadline.ts'

/** One TCP connection, watched by the deadline from here on. Throws what `node:net` throws. */
export function openSocket(host: string, port: number, deadline: Deadline): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, noDelay: true })
    deadline.watch(socket)
    // Stays on for good: between two waits nobody else listens, and an error unheard would end the process.
    socket.on('error', reject)
    socket.once('connect', () => resolve(socket))
  })
}
