import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'

import { expect, onTestFinished, test } from 'vitest'

import { Deadline } from '../../src/net/deadline.ts'
import { openTunnel } from '../../src/net/proxy.ts'

/** A proxy that answers this and stays; the deadline is over as soon as the tunnel is, as for every conversation. */
async function refusedBy(answer: string): Promise<{ readonly peer: Socket; readonly why: unknown }> {
  const accepted = Promise.withResolvers<Socket>()
  const server = createServer((peer) => {
    peer.on('error', () => peer.destroy())
    peer.write(answer)
    accepted.resolve(peer.resume())
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  const deadline = new Deadline(5000, new AbortController().signal)
  const why = await openTunnel(new URL(`http://127.0.0.1:${port}`), 'host.example:443', deadline).then(
    () => 'open',
    (thrown: unknown) => thrown,
  )
  deadline.clear()
  const peer = await accepted.promise
  onTestFinished(() => void peer.destroy())
  return { peer, why }
}

test.each([
  ['answers without end', 'x'.repeat(20_000)],
  ['refuses', 'HTTP/1.1 407 Proxy Authentication Required\r\n\r\n'],
])('no connection is left to a proxy that %s', async (_, answer) => {
  const { peer, why } = await refusedBy(answer)

  expect(why).toMatchObject({ reason: 'proxy-refused' })
  if (!peer.closed) await once(peer, 'close')
  expect(peer.closed).toBe(true)
})
