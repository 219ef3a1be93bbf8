import type { Socket } from 'node:net'

import { expect, test } from 'vitest'

import { ConversationError } from '../../src/net/conversation-error.ts'
import { Deadline } from '../../src/net/deadline.ts'
import { openTls } from '../../src/net/open-tls.ts'
import type { TlsConversation } from '../../src/net/tls-conversation.ts'
import { ip } from '../support/observation.ts'
import { flood, tcpServer } from '../support/servers.ts'

/** A conversation with a server that does this, within so many milliseconds. */
async function conversing(serve: (peer: Socket) => unknown, ms = 2000): Promise<TlsConversation> {
  const { port } = await tcpServer(serve)
  const door = { host: ip('127.0.0.1'), port, proxy: null, starttls: null, name: 'service.example' }
  return openTls(door, new Deadline(ms, new AbortController().signal))
}

function saying(octets: string): (peer: Socket) => unknown {
  return (peer) => peer.end(Buffer.from(octets.replaceAll(' ', ''), 'hex'))
}

test('messages, alerts and other records come out one by one, and then the end', async () => {
  const said = '1603030008 0e000000 0e000000 1403030001 01 1503030002 0170 1503030002 0228'
  const conversation = await conversing(saying(said))

  expect(await conversation.hear()).toMatchObject({ kind: 'message', type: 14 })
  expect(await conversation.hear()).toMatchObject({ kind: 'message', type: 14 })
  expect(await conversation.hear()).toMatchObject({ kind: 'record', type: 20, version: 0x0303 })
  expect(await conversation.hear()).toEqual({ kind: 'alert', fatal: false, description: 112 })
  expect(await conversation.hear()).toEqual({ kind: 'alert', fatal: true, description: 40 })
  expect(await conversation.hear()).toEqual({ kind: 'end' })
  expect(await conversation.hear()).toEqual({ kind: 'end' })
})

test.each([
  ['48545450 2f312e31', 'not-tls'],
  ['5353482d 322e30', 'not-tls'],
])('%s is no TLS', async (octets, reason) => {
  const thrown = await (await conversing(saying(octets))).hear().catch((error: unknown) => error)

  expect(thrown).toBeInstanceOf(ConversationError)
  expect(thrown).toMatchObject({ reason })
})

test.each([
  ['1503030003 022828', 'alert: 3 octets instead of 2'],
  ['1503030001 02', 'alert: 1 octet instead of 2'],
  ['1503030002 0228 48545450 2f', 'record: content type 72'],
])('%s is malformed', async (octets, message) => {
  const conversation = await conversing(saying(octets))
  const heard = async (): Promise<void> => {
    while ((await conversation.hear()).kind !== 'end');
  }

  await expect(heard()).rejects.toThrow(message)
})

test('RST in place of an answer is told from FIN', async () => {
  const conversation = await conversing((peer) => peer.once('data', () => peer.resetAndDestroy()))
  conversation.send(Buffer.from('16', 'hex'))

  await expect(conversation.hear()).rejects.toMatchObject({ reason: 'reset' })
})

test('more than a flight may hold is not kept', async () => {
  const record = Buffer.concat([Buffer.from('1703034000', 'hex'), Buffer.alloc(0x4000)])
  const conversation = await conversing((peer) => flood(peer, record))
  const heard = async (): Promise<void> => {
    while ((await conversation.hear()).kind !== 'end');
  }

  await expect(heard()).rejects.toThrow('a flight of more than 1048576 octets')
})

test('a deadline ends the waiting with its own words', async () => {
  const conversation = await conversing(() => undefined, 100)

  await expect(conversation.hear()).rejects.toMatchObject({ reason: 'timed-out' })
})

test('octets that are no record are given out as they are, and fewer where there are no more', async () => {
  const conversation = await conversing(saying('80030000'))

  expect(Buffer.from(await conversation.octets(3)).toString('hex')).toBe('800300')
  expect(Buffer.from(await conversation.octets(9)).toString('hex')).toBe('80030000')
})

test('we hang up with FIN, not RST, even while the server talks', async () => {
  const ended = Promise.withResolvers<string>()
  const conversation = await conversing((peer) => {
    peer.on('end', () => ended.resolve('FIN')).on('error', () => ended.resolve('RST'))
    peer.resume().write(Buffer.concat([Buffer.from('1603034000', 'hex'), Buffer.alloc(0x4000)]))
  })
  conversation.close()
  conversation.close()

  expect(await ended.promise).toBe('FIN')
})
