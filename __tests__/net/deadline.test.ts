import { once } from 'node:events'
import type { Socket } from 'node:net'

import { expect, test } from 'vitest'

import { Deadline } from '../../src/net/deadline.ts'
import { openSocket } from '../../src/net/open-socket.ts'
import { tcpServer } from '../support/servers.ts'

const endless = new AbortController().signal

function gone(socket: Socket): Promise<Error | null> {
  return new Promise((resolve) => {
    socket.once('close', () => resolve(socket.errored))
  })
}

test('when time is up every watched socket is destroyed with the reason', async () => {
  const { port } = await tcpServer((peer) => peer.resume())
  const deadline = new Deadline(100, endless)
  const sockets = await Promise.all([
    openSocket('127.0.0.1', port, deadline),
    openSocket('127.0.0.1', port, deadline),
  ])

  expect(await Promise.all(sockets.map(gone))).toMatchObject([
    { reason: 'timed-out' },
    { reason: 'timed-out' },
  ])
  await expect(deadline.passed).rejects.toMatchObject({
    reason: 'timed-out',
    message: expect.stringContaining('0.1 s') as string,
  })
})

test('an answer that arrived in time is read, however busy we were', async () => {
  const peers: Socket[] = []
  const { port } = await tcpServer((peer) => peers.push(peer))
  const deadline = new Deadline(50, endless)
  const socket = await openSocket('127.0.0.1', port, deadline)
  await expect.poll(() => peers.length, { interval: 1 }).toBe(1)
  const answered = once(socket, 'data').then(() => deadline.clear())
  peers[0]?.write('.')
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100)

  await answered
  expect(socket.destroyed).toBe(false)
  socket.destroy()
})

test('traffic does not move it', async () => {
  const { port } = await tcpServer((peer) => {
    const timer = setInterval(() => peer.write('.'), 5)
    peer.once('close', () => clearInterval(timer))
  })
  const socket = await openSocket('127.0.0.1', port, new Deadline(100, endless))
  socket.resume()

  expect(await gone(socket)).toMatchObject({ reason: 'timed-out' })
})

test('the end of the run is another reason, whenever it comes', async () => {
  const { port } = await tcpServer((peer) => peer.resume())
  const run = new AbortController()
  const socket = await openSocket('127.0.0.1', port, new Deadline(3_600_000, run.signal))
  run.abort()

  expect(await gone(socket)).toMatchObject({ reason: 'not-observed' })
  await expect(openSocket('127.0.0.1', port, new Deadline(3_600_000, run.signal))).rejects.toMatchObject({
    reason: 'not-observed',
  })
})

test('a deadline that has passed lets nothing begin', async () => {
  const deadline = new Deadline(3_600_000, AbortSignal.abort())

  expect(() => deadline.check()).toThrow('the run ended')
  await expect(deadline.passed).rejects.toMatchObject({ reason: 'not-observed' })
})

test('a conversation that is over is left alone', async () => {
  const { port } = await tcpServer((peer) => peer.resume())
  const run = new AbortController()
  const deadline = new Deadline(30, run.signal)
  const socket = await openSocket('127.0.0.1', port, deadline)
  deadline.clear()
  run.abort()
  await new Promise((resolve) => {
    setTimeout(resolve, 60)
  })

  expect(socket.destroyed).toBe(false)
  expect(() => deadline.check()).not.toThrow()
  socket.destroy()
})
