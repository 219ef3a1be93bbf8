import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

import { expect, test } from 'vitest'

import { authority, hierarchy } from '../support/mint.ts'
import { closedPort, drip, flood, serving, tcpServer, tlsServer } from '../support/servers.ts'

const { intermediate, leaf } = hierarchy()
const chain = serving([leaf, intermediate])
const program = new URL('program.ts', import.meta.url).pathname

test('a program that observed good and bad servers ends by itself: no socket and no timer is left', async () => {
  const demanding = { ...chain, requestCert: true, ca: authority('Nobody').certificatePem }
  const healthy = await Promise.all([
    tlsServer(chain),
    tlsServer({ ...chain, maxVersion: 'TLSv1.2' }),
    tlsServer({ ...chain, minVersion: 'TLSv1', maxVersion: 'TLSv1' }),
    tlsServer(demanding),
    tlsServer({ ...demanding, maxVersion: 'TLSv1.2' }),
  ])
  const hostile = await Promise.all([
    tcpServer((peer) => peer.resume()),
    tcpServer((peer) => peer.pause()),
    tcpServer((peer) => drip(peer, Buffer.from('160303', 'hex'))),
    tcpServer((peer) => flood(peer, Buffer.alloc(65_536))),
    tcpServer((peer) => peer.once('data', () => peer.resetAndDestroy())),
    tcpServer((peer) => peer.end()),
  ])
  const abandoned = await Promise.all([tcpServer((peer) => peer.resume()), tlsServer({})])
  const ports = [
    healthy.map(({ port }) => port),
    [...hostile.map(({ port }) => port), await closedPort()],
    abandoned.map(({ port }) => port),
  ]

  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    [program, ...ports.map((some) => JSON.stringify(some))],
    { timeout: 15_000 },
  )

  expect(JSON.parse(stdout)).toEqual(
    [
      healthy.map(() => 'known'),
      ['timed-out', 'timed-out', 'timed-out', 'not-tls', 'reset', 'closed', 'refused'],
      ['not-observed', 'refused-handshake'],
    ].flat(),
  )
  // No warning either, of listeners that pile up for one.
  expect(stderr).toBe('')
})
