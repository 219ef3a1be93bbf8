import type { Socket } from 'node:net'

import { describe, expect, test } from 'vitest'

import { startTlsProtocols } from '../../src/model/target.ts'
import { startTls } from '../../src/net/starttls.ts'
import { healthy } from '../support/starttls-dialogues.ts'
import { connection, deadline, play, script } from '../support/starttls-server.ts'

const stages = startTlsProtocols.flatMap((protocol) =>
  Array.from({ length: healthy[protocol].length - 1 }, (_, turns) => [protocol, turns] as const),
)

describe('the deadline is the caller’s', () => {
  test.for(startTlsProtocols)('%s: its error comes out of a silent dialogue as it is', async (protocol) => {
    const socket = await connection(() => {})
    const outcome = startTls(socket, protocol, { name: 'host.example' })
    setImmediate(() => socket.destroy(deadline))

    await expect(outcome).rejects.toBe(deadline)
  })

  test.for(stages)('%s after %i turns', async ([protocol, turns]) => {
    const script = healthy[protocol].slice(0, turns)

    expect(await play({ protocol, script, ending: 'deadline' })).toBe(deadline)
  })

  test('it may have passed before the dialogue begins', async () => {
    const socket = await connection(() => {})
    socket.once('error', () => {})
    socket.destroy(deadline)

    await expect(startTls(socket, 'smtp', { name: 'host.example' })).rejects.toBe(deadline)
  })

  test('a socket destroyed without an error ends the dialogue, too', async () => {
    const socket = await connection(() => {})
    const outcome = startTls(socket, 'smtp', { name: 'host.example' })
    setImmediate(() => socket.destroy())

    await expect(outcome).rejects.toMatchObject({ reason: 'closed' })
    await expect(startTls(socket, 'smtp', { name: 'host.example' })).rejects.toMatchObject({
      reason: 'closed',
    })
  })
})

describe('a server may hang up at any stage', () => {
  test.for(stages)('%s after %i turns', async ([protocol, turns]) => {
    const script = healthy[protocol].slice(0, turns)

    expect(await play({ protocol, script, ending: 'close' })).toMatchObject({ reason: 'closed' })
  })

  test.for(startTlsProtocols)('%s: by a reset', async (protocol) => {
    const accepted = Promise.withResolvers<Socket>()
    const socket = await connection(accepted.resolve)
    const outcome = expect(startTls(socket, protocol, { name: 'host.example' })).rejects.toMatchObject({
      reason: 'reset',
    })
    ;(await accepted.promise).resetAndDestroy()

    await outcome
  })

  test('what it said before is heard first', async () => {
    const bye = script('S 421 bye')

    expect(await play({ protocol: 'smtp', script: bye, ending: 'close' })).toMatchObject({
      reason: 'starttls-refused',
    })
  })

  test('the half of a line that it left is quoted', async () => {
    const half = script('S 220 mail.exa', '')

    expect(await play({ protocol: 'smtp', script: half, ending: 'close' })).toMatchObject({
      message: 'the connection was closed before the greeting, after "220 mail.exa"',
    })
  })
})
